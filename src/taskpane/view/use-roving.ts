import { type KeyboardEvent, useState } from "react";

/** Which keys go to the one before, the one after, the first and the last. */
const KEYS: Readonly<
  Record<"horizontal" | "vertical", Readonly<Record<string, "next" | "last" | "before" | "first">>>
> = {
  horizontal: { ArrowRight: "next", ArrowLeft: "before", Home: "first", End: "last" },
  vertical: { ArrowDown: "next", ArrowUp: "before", Home: "first", End: "last" },
};

/**
 * One stop of the Tab key for several controls in a row, between which the arrow keys go. The control
 * that has the focus is always the tabbable one: Excel on the web loses the keyboard on any other.
 */
export function useRoving(count: number, direction: "horizontal" | "vertical" = "horizontal") {
  const [wanted, setWanted] = useState(0);
  const current = Math.min(wanted, Math.max(0, count - 1));
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const key = KEYS[direction][event.key];
    if (key === undefined || count === 0) return;
    const goal = { next: current + 1, before: current - 1, first: 0, last: count - 1 }[key];
    const target = Math.max(0, Math.min(count - 1, goal));
    event.preventDefault();
    setWanted(target);
    const controls = event.currentTarget.querySelectorAll<HTMLElement>("[data-roving]");
    const control = controls[target];
    if (control === undefined) return;
    // Before the focus comes: the next rendering would be too late for Excel's own list.
    control.tabIndex = 0;
    control.focus();
  };
  /** What the control at a position needs. */
  const control = (position: number) => ({
    "data-roving": "",
    tabIndex: position === current ? 0 : -1,
    onFocus: () => setWanted(position),
  });
  return { current, onKeyDown, control };
}
