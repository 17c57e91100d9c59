import { NoAnswer } from "./faults.js";
import type { SheetsMessages } from "./messages.js";

/**
 * `google.script.run` of a pane inside Google Sheets, as far as it is used here: handlers first, then
 * a function of the server with JSON arguments.
 */
export interface ScriptRun {
  withSuccessHandler(handler: (answer: never) => void): ScriptRun;
  withFailureHandler(handler: (error: unknown) => void): ScriptRun;
  read(query: unknown): void;
  update(requests: unknown, since: string | null): void;
  stamp(): void;
  select(cell: unknown): void;
}

/** Longest waits in milliseconds: a script runs for six minutes at most, and Google queues it before. */
const PATIENCE = { read: 120_000, update: 390_000, stamp: 30_000, select: 30_000 } as const;

/** The server's messages over `google.script.run`. */
export function scriptMessages(run: ScriptRun): SheetsMessages {
  const call = <T>(message: keyof typeof PATIENCE, send: (run: ScriptRun) => void): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const timer = setTimeout(() => reject(new NoAnswer()), PATIENCE[message]);
      const done = () => clearTimeout(timer);
      send(
        run
          .withSuccessHandler((answer: T) => {
            done();
            resolve(answer);
          })
          .withFailureHandler((error) => {
            done();
            reject(error);
          }),
      );
    });
  return {
    read: (query) => call("read", (to) => to.read(query)),
    update: (requests, since) => call("update", (to) => to.update(requests, since)),
    stamp: () => call("stamp", (to) => to.stamp()),
    select: (cell) => call("select", (to) => to.select(cell)),
  };
}
