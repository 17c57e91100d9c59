import type { BoundScript, ScriptFunctions } from "../script.js";
import { ECHO } from "./echo.js";

/** The keywords of the frame in which Google shows a sidebar. */
const SANDBOX = [
  "allow-downloads",
  "allow-forms",
  "allow-modals",
  "allow-popups",
  "allow-popups-to-escape-sandbox",
  "allow-scripts",
  "allow-storage-access-by-user-activation",
  "allow-top-navigation-by-user-activation",
].join(" ");

/** Functions that a page may call: those of the server whose name does not end in `_`. */
const CALLABLE: ReadonlySet<string> = new Set<keyof ScriptFunctions>([
  "read",
  "update",
  "stamp",
  "select",
  "showPane",
]);

interface Call {
  readonly call: number;
  readonly name: string;
  readonly args: readonly unknown[];
}

/** How often each function was called, and how large the calls and answers were in JSON. */
interface Traffic {
  readonly calls: Record<string, number>;
  sent: number;
  received: number;
}

/** The sidebar of Google Sheets: the pane in a sandboxed frame of 300 px, over a slow `google.script.run`. */
export class Sidebar {
  readonly traffic: Traffic = { calls: {}, sent: 0, received: 0 };
  /** Calls of a function fail with a text; null for none. */
  failing: { readonly call: string; readonly text: string } | null = null;
  private frame: HTMLIFrameElement | null = null;

  constructor(
    private readonly container: HTMLElement,
    private readonly script: BoundScript,
    /** Milliseconds that a call takes. */
    private readonly delay: number,
    /** Is told after each call: it may have shown something. */
    private readonly called: () => void,
  ) {
    window.addEventListener("message", ({ data, source }: MessageEvent<Call>) => {
      if (this.frame !== null && source === this.frame.contentWindow && typeof data.call === "number") {
        void this.answer(data, this.frame);
      }
    });
  }

  open(file: string): void {
    this.close();
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", SANDBOX);
    frame.src = `/sidebar/${file}.html`;
    this.frame = frame;
    this.container.append(frame);
  }

  close(): void {
    this.frame?.remove();
    this.frame = null;
  }

  /** Comes back when the page in the frame has heard all that was said to it, and what it said then was heard. */
  crossed(): Promise<void> {
    const target = this.frame?.contentWindow;
    if (target == null) return Promise.resolve();
    return new Promise((done) => {
      const heard = ({ data, source }: MessageEvent<unknown>) => {
        if (source !== target || data !== ECHO) return;
        window.removeEventListener("message", heard);
        done();
      };
      window.addEventListener("message", heard);
      target.postMessage(ECHO, "*");
    });
  }

  private async answer({ call, name, args }: Call, frame: HTMLIFrameElement): Promise<void> {
    const { traffic } = this;
    traffic.calls[name] = (traffic.calls[name] ?? 0) + 1;
    const body = JSON.stringify(args);
    traffic.sent += body.length;
    // Half on the way there, half on the way back.
    await pause(this.delay / 2);
    const reply = this.perform(name, JSON.parse(body));
    await pause(this.delay / 2);
    traffic.received += JSON.stringify(reply).length;
    frame.contentWindow?.postMessage({ call, ...reply }, "*");
    this.called();
  }

  private perform(
    name: string,
    args: readonly unknown[],
  ): { readonly answer: unknown } | { readonly error: string } {
    if (this.failing?.call === name) return { error: this.failing.text };
    if (!isCallable(name)) return { error: `Script function not found: ${name}` };
    try {
      const answer = this.script.callNamed(name, args);
      return { answer: answer === undefined ? null : JSON.parse(JSON.stringify(answer)) };
    } catch (error) {
      return { error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
    }
  }
}

function isCallable(name: string): name is keyof ScriptFunctions {
  return CALLABLE.has(name);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
