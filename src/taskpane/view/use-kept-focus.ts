import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from "react";

/**
 * For rows that come and go while the pane is worked in: when the one that had the focus is gone, the
 * tabbable one in its place takes it. A pane that is not being worked in never takes the keyboard.
 */
export function useKeptFocus(box: RefObject<HTMLElement | null>) {
  const hadFocus = useRef(false);
  useLayoutEffect(() => {
    if (!hadFocus.current || !document.hasFocus() || document.activeElement !== document.body) return;
    box.current?.querySelector<HTMLElement>('[data-roving][tabindex="0"]')?.focus();
  });
  return {
    onFocus: () => {
      hadFocus.current = true;
    },
    onBlur: ({ relatedTarget, currentTarget }: FocusEvent<HTMLElement>) => {
      if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) hadFocus.current = false;
    },
  };
}
