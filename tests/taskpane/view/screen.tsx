import { setImmediate as turn } from "node:timers/promises";
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { vi as texts } from "../../../src/taskpane/texts/vi.js";
import { Pane, type PaneContent } from "../../../src/taskpane/view/Pane.js";

Reflect.set(globalThis, "IS_REACT_ACT_ENVIRONMENT", true);

/** Milliseconds after which what a test waits for has failed. */
const PATIENCE = 60_000;

/** A pane on a page, looked at and pressed as a test does it. */
export interface Screen {
  /** The element marked so; a test that names a missing one fails. */
  find(testId: string): HTMLElement;
  all(testId: string): readonly HTMLElement[];
  has(testId: string): boolean;
  text(testId: string): string;
  /** Waits for the first element marked so: a file is read, the report written, bit by bit. */
  until(testId: string): Promise<void>;
  press(element: HTMLElement): Promise<void>;
  /** Lets all promises under way come to their end: Excel's answers, parts that are loaded. */
  settled(): Promise<void>;
  close(): void;
}

export async function showPane(content: PaneContent): Promise<Screen> {
  const place = document.createElement("div");
  document.body.append(place);
  const root: Root = createRoot(place);
  const settled = () =>
    act(async () => {
      await turn();
    });
  await act(async () => root.render(<Pane texts={texts} colors={null} content={content} />));
  await settled();
  const all = (testId: string) => [...place.querySelectorAll<HTMLElement>(`[data-testid="${testId}"]`)];
  const find = (testId: string) => {
    const [element] = all(testId);
    if (element === undefined) throw new Error(`nothing marked ${testId} in: ${place.textContent}`);
    return element;
  };
  return {
    find,
    all,
    has: (testId) => all(testId).length > 0,
    text: (testId) => find(testId).textContent ?? "",
    until: async (testId) => {
      await changed(place, () => all(testId).length > 0);
      await settled();
      find(testId);
    },
    press: async (element) => {
      await act(async () => element.click());
      await settled();
    },
    settled,
    close: () => {
      act(() => root.unmount());
      place.remove();
    },
  };
}

/**
 * Waits for the change of the page after which something holds. React works by itself meanwhile: what is
 * awaited (a file that is read, a part that is loaded) goes through the browser's own queues.
 */
export async function changed(place: HTMLElement, holds: () => boolean): Promise<void> {
  const acting = Reflect.get(globalThis, "IS_REACT_ACT_ENVIRONMENT");
  Reflect.set(globalThis, "IS_REACT_ACT_ENVIRONMENT", false);
  let observer: MutationObserver | undefined;
  let limit: ReturnType<typeof setTimeout> | undefined;
  try {
    await new Promise<void>((done, fail) => {
      const look = () => holds() && done();
      observer = new MutationObserver(look);
      observer.observe(place, { subtree: true, childList: true, attributes: true, characterData: true });
      limit = setTimeout(() => fail(new Error(`it did not come in: ${place.textContent}`)), PATIENCE);
      look();
    });
  } finally {
    observer?.disconnect();
    clearTimeout(limit);
    Reflect.set(globalThis, "IS_REACT_ACT_ENVIRONMENT", acting);
  }
}

/** Chooses or types into a field, as React hears it. */
export async function enter(field: HTMLElement, value: string): Promise<void> {
  const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set;
  await act(async () => {
    setter?.call(field, value);
    field.dispatchEvent(
      new Event(field instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }),
    );
  });
}
