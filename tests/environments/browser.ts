import { TestEnvironment } from "jest-environment-jsdom";

/** What every browser has and jsdom's window lacks; taken from Node. */
const MISSING = [
  "ArrayBuffer",
  "ReadableStream",
  "TextDecoder",
  "TextEncoder",
  "Uint8Array",
  "structuredClone",
] as const;

/** jsdom's window, with those parts of a browser that the pane uses and jsdom lacks. */
export default class BrowserEnvironment extends TestEnvironment {
  override async setup(): Promise<void> {
    await super.setup();
    for (const name of MISSING) Reflect.set(this.global, name, globalThis[name]);
    this.global.URL.createObjectURL = URL.createObjectURL;
    this.global.URL.revokeObjectURL = URL.revokeObjectURL;
  }
}
