import type { SheetsMessages } from "./messages.js";
import type { SheetsSurroundings } from "./surroundings.js";

/** How often the stamp is asked, in milliseconds: while there is work, and while there is none. */
export const ACTIVE_PAUSE = 3_000;
export const IDLE_PAUSE = 10_000;
/** How long after the last change or touch the work counts as gone on. */
export const ACTIVE_FOR = 120_000;

/**
 * Notices changes by asking for the stamp, since Google tells a sidebar nothing. Asked is every few
 * seconds while somebody works, seldom while nobody does, never while the pane is hidden, and at once
 * when she comes back to it. One question at a time; a failure is asked again at the next turn.
 */
export class StampWatch {
  private known: string | null = null;
  private cancelTimer: (() => void) | null = null;
  private readonly stopAttention: () => void;
  private asking = false;
  private stopped = false;
  private activeUntil: number;

  constructor(
    private readonly messages: Pick<SheetsMessages, "stamp">,
    private readonly surroundings: SheetsSurroundings,
    known: string | null,
    /** Is told the new stamp. */
    private readonly changed: (stamp: string) => void,
  ) {
    this.known = known;
    this.activeUntil = surroundings.now() + ACTIVE_FOR;
    this.stopAttention = surroundings.onAttention((kind) => {
      this.activeUntil = surroundings.now() + ACTIVE_FOR;
      if (kind === "returned") void this.ask();
      else if (this.cancelTimer !== null) this.schedule();
    });
    this.schedule();
  }

  /** The stamp after a writing of our own, which is no news. */
  settle(stamp: string): void {
    this.known = stamp;
  }

  stop(): void {
    if (this.stopped) return;
    this.stopped = true;
    this.cancelTimer?.();
    this.stopAttention();
  }

  private schedule(): void {
    this.cancelTimer?.();
    this.cancelTimer = null;
    if (this.stopped || this.surroundings.isHidden()) return;
    const isActive = this.surroundings.now() < this.activeUntil;
    this.cancelTimer = this.surroundings.after(isActive ? ACTIVE_PAUSE : IDLE_PAUSE, () => void this.ask());
  }

  private async ask(): Promise<void> {
    this.cancelTimer?.();
    this.cancelTimer = null;
    if (this.asking || this.stopped || this.surroundings.isHidden()) return;
    this.asking = true;
    const before = this.known;
    try {
      const stamp = await this.messages.stamp();
      // What came from a writing of ours meanwhile is known already.
      if (!this.stopped && this.known === before) this.notice(stamp);
    } catch {
      // No network, or a quota: the next reading says so.
    } finally {
      this.asking = false;
      this.schedule();
    }
  }

  private notice(stamp: string): void {
    const isNews = this.known !== null && stamp !== this.known;
    this.known = stamp;
    if (!isNews) return;
    this.activeUntil = this.surroundings.now() + ACTIVE_FOR;
    this.changed(stamp);
  }
}
