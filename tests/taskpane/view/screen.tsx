import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { vi as texts } from "../../../src/taskpane/texts/vi.js";
import { Pane, type PaneContent } from "../../../src/taskpane/view/Pane.js";

Reflect.set(globalThis, "IS_REACT_ACT_ENVIRONMENT", true);

/** A pane on a page, looked at and pressed as a test does it. */
export interface Screen {
  /** The element marked so; a test that names a missing one fails. */
  find(testId: string): HTMLElement;
  all(testId: string): readonly HTMLElement[];
  has(testId: string): boolean;
  text(testId: string): string;
  /** Waits for the first element marked so: parts of the program are loaded when first used. */
  until(testId: string): Promise<void>;
  press(element: HTMLElement): Promise<void>;
  /** Lets everything under way come to its end. */
  settled(): Promise<void>;
  close(): void;
}

export async function showPane(content: PaneContent): Promise<Screen> {
  const place = document.createElement("div");
  document.body.append(place);
  const root: Root = createRoot(place);
  const settled = () =>
    act(async () => {
      for (let turn = 0; turn < 40; turn += 1) await new Promise((go) => setTimeout(go, 1));
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
      for (let wait = 0; wait < 100 && all(testId).length === 0; wait += 1) await settled();
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
