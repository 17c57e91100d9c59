import { type RefObject, useEffect } from "react";

/** What Excel on the web counts as tabbable: from anything else its Tab key leaves the pane. */
const TABBABLE = ["a[href]", "button", "input", "select", "textarea", "[tabindex]"]
  .map((one) => `${one}:not([disabled]):not([tabindex="-1"])`)
  .join(",");

/** Milliseconds for a view to place the focus itself. */
const OWN_WAY = 100;

/**
 * Under all views: when the element that had the focus is gone or disabled and no view has placed the
 * focus anew, the first tabbable element of the smallest part that is still there takes it. A pane
 * that is not being worked in never takes the keyboard.
 *
 * @param phase with another one the element of `root` is another
 */
export function useFocusNet(root: RefObject<HTMLElement | null>, phase: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another phase it is another element
  useEffect(() => {
    const box = root.current;
    if (box === null) return;
    /** The element that had the focus last, and the parts around it, the smallest first. */
    let around: readonly HTMLElement[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const remember = ({ target }: FocusEvent) => {
      const path: HTMLElement[] = [];
      for (let part = target; part instanceof HTMLElement && part !== box; part = part.parentElement) {
        path.push(part);
      }
      around = [...path, box];
    };
    const isLost = () => {
      const [last] = around;
      const gone = last !== undefined && (!last.isConnected || last.matches(":disabled"));
      return gone && document.hasFocus() && document.activeElement === document.body;
    };
    const rescue = () => {
      if (!isLost()) return;
      const part = around.find((one, position) => position > 0 && one.isConnected);
      for (const candidate of part?.querySelectorAll<HTMLElement>(TABBABLE) ?? []) {
        candidate.focus();
        if (document.activeElement === candidate) return;
      }
    };
    const observer = new MutationObserver(() => {
      if (!isLost()) return;
      clearTimeout(timer);
      timer = setTimeout(rescue, OWN_WAY);
    });
    box.addEventListener("focusin", remember);
    observer.observe(box, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ["disabled"],
    });
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      box.removeEventListener("focusin", remember);
    };
  }, [root, phase]);
}
