import { type ChildProcess, fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import type { FileOutcome } from "./check-file.js";
import type { ProcessMessage, ProcessTask } from "./check-process.js";

/** A process takes about as long to start as some fifty workbooks to check: below this it does not pay. */
const WORTH_A_PROCESS = 50;

/** Files that are checked ahead of the one whose turn it is to be told: what waits takes memory. */
const AHEAD = 64;

/** How many processes so many files are worth; 1 is none beside this one. */
export function processesFor(files: number): number {
  return Math.max(1, Math.min(availableParallelism(), Math.floor(files / WORTH_A_PROCESS)));
}

/**
 * Checks files in several processes at once and gives the outcomes in the order of the files. Processes,
 * not threads: what turns the sources into JavaScript reaches those alone on Node 20.
 */
export async function* checkOnAllCores(
  paths: readonly string[],
  processes: number,
  task: ProcessTask,
): AsyncGenerator<FileOutcome, void, undefined> {
  const checkers = Array.from({ length: processes }, () => new Checker(task));
  try {
    const waiting: Promise<FileOutcome>[] = [];
    let next = 0;
    const idle = [...checkers];
    const wakers: (() => void)[] = [];
    const take = async (path: string): Promise<FileOutcome> => {
      while (idle.length === 0) await new Promise<void>((wake) => wakers.push(wake));
      const checker = idle.pop();
      if (checker === undefined) throw new Error("No process is free.");
      try {
        return await checker.check(path);
      } finally {
        idle.push(checker);
        wakers.shift()?.();
      }
    };
    for (const _path of paths) {
      for (; next < paths.length && waiting.length < AHEAD; next += 1) {
        const outcome = take(paths[next] ?? "");
        // A failure is thrown where the file's turn comes, not before.
        outcome.catch(() => undefined);
        waiting.push(outcome);
      }
      const first = waiting.shift();
      if (first !== undefined) yield await first;
    }
  } finally {
    for (const checker of checkers) checker.end();
  }
}

/** One process, which checks one file at a time. */
class Checker {
  private readonly process: ChildProcess;

  constructor(task: ProcessTask) {
    const entry = fileURLToPath(new URL("./check-process.ts", import.meta.url));
    this.process = fork(entry, { serialization: "advanced" });
    this.send({ kind: "task", task });
  }

  check(path: string): Promise<FileOutcome> {
    return new Promise((resolve, reject) => {
      const settle = (settled: () => void) => {
        this.process.off("message", answered).off("error", reject).off("exit", ended);
        settled();
      };
      const answered = (outcome: FileOutcome) => settle(() => resolve(outcome));
      const ended = () => settle(() => reject(new Error("A process that checks files has ended.")));
      this.process.once("message", answered).once("error", reject).once("exit", ended);
      this.send({ kind: "file", path });
    });
  }

  end(): void {
    this.process.kill();
  }

  private send(message: ProcessMessage): void {
    this.process.send(message);
  }
}
