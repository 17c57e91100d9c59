/** What this host needs to know of the pane around it. Tests give a clock and an eye of their own. */
export interface SheetsSurroundings {
  /** Milliseconds; only differences count. */
  now(): number;
  /** Calls back once after some milliseconds. Returns the way to call it off. */
  after(milliseconds: number, work: () => void): () => void;
  /** Whether nobody can see the pane. */
  isHidden(): boolean;
  /**
   * Calls back when somebody comes back to the pane (it is shown again, or takes the keyboard) or
   * touches it. Returns the way to stop.
   */
  onAttention(listener: (kind: "returned" | "touched") => void): () => void;
}

/** The surroundings of a pane in a browser. */
export function pageSurroundings(page: Document, view: Window): SheetsSurroundings {
  return {
    now: () => performance.now(),
    after: (milliseconds, work) => {
      const timer = view.setTimeout(work, milliseconds);
      return () => view.clearTimeout(timer);
    },
    isHidden: () => page.visibilityState === "hidden",
    onAttention: (listener) => {
      const returned = () => listener("returned");
      const touched = () => listener("touched");
      page.addEventListener("visibilitychange", returned);
      view.addEventListener("focus", returned);
      page.addEventListener("pointerdown", touched);
      page.addEventListener("keydown", touched);
      return () => {
        page.removeEventListener("visibilitychange", returned);
        view.removeEventListener("focus", returned);
        page.removeEventListener("pointerdown", touched);
        page.removeEventListener("keydown", touched);
      };
    },
  };
}
