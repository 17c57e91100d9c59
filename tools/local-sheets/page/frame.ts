/**
 * Stands in the sidebar's page before the pane, as Google's own script does: `google.script.run`,
 * whose calls go to the page around the frame and come back.
 */

import { ECHO } from "./echo.js";

declare global {
  interface Window {
    /** How many calls of the page in the sidebar have no answer yet. Tests ask. */
    callsUnderWay?: () => number;
  }
}

type Handler = (value: unknown) => void;

interface Reply {
  readonly call: number;
  readonly answer?: unknown;
  readonly error?: string;
}

/** Calls that have no answer yet. A call stands here at once, before the page around the frame hears of it. */
const waiting = new Map<number, { readonly success: Handler; readonly failure: Handler }>();
let calls = 0;

window.addEventListener("message", ({ data, source }: MessageEvent<Reply | typeof ECHO>) => {
  if (source !== window.parent) return;
  if (data === ECHO) return window.parent.postMessage(ECHO, "*");
  if (typeof data.call !== "number") return;
  const handlers = waiting.get(data.call);
  waiting.delete(data.call);
  if (data.error !== undefined) handlers?.failure(new Error(data.error));
  else handlers?.success(data.answer ?? null);
});

/** What may cross: JSON and nothing else. Google refuses functions, and loses dates. */
function refuseOthers(value: unknown): void {
  if (typeof value === "function" || value instanceof Date || value === undefined) {
    throw new TypeError("Failed due to illegal value in property.");
  }
  if (typeof value === "object" && value !== null) Object.values(value).forEach(refuseOthers);
}

function runner(success: Handler, failure: Handler): object {
  const own = {
    withSuccessHandler: (handler: Handler) => runner(handler, failure),
    withFailureHandler: (handler: Handler) => runner(success, handler),
  };
  return new Proxy(own, {
    get: (target, name) => {
      if (typeof name !== "string" || name in target) return Reflect.get(target, name);
      return (...args: readonly unknown[]) => {
        args.forEach(refuseOthers);
        calls += 1;
        waiting.set(calls, { success, failure });
        window.parent.postMessage({ call: calls, name, args }, "*");
      };
    },
  });
}

const ignore: Handler = () => undefined;
Object.assign(window, {
  callsUnderWay: () => waiting.size,
  google: { script: { run: runner(ignore, (error) => console.error(error)) } },
});
