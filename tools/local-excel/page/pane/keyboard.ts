/**
 * Where the keyboard goes when the client library lets go of it, by the library's own numbers
 * (`OSF.AgaveHostAction`). It takes Tab, Esc, F2 and Ctrl+F6 from the pane and asks the host.
 */
const EXITS = {
  5: "grid",
  6: "grid",
  13: "after",
  14: "before",
  15: "grid",
  16: "edit",
  17: "after",
  18: "before",
} as const;

/** `grid`: back to the cells; `edit`: there, in the cell itself; `after`, `before`: the page's own next element. */
export type Exit = (typeof EXITS)[keyof typeof EXITS];

/** What a `notifyHost` message asks; null where it is not about the keyboard. */
export function exitOf(data: unknown): Exit | null {
  const action: unknown = Array.isArray(data) ? data[1] : null;
  return typeof action === "number" && Object.hasOwn(EXITS, action)
    ? EXITS[action as keyof typeof EXITS]
    : null;
}

/** The message by which a host gives the pane the keyboard: its first element, or its last. */
export const TAB_IN = { forward: 11, backward: 12 } as const;
