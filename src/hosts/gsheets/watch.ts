import type { CellAddress } from "../../values/address.js";
import type { SheetsMessages, Stamp } from "./messages.js";
import type { SheetsSurroundings } from "./surroundings.js";

/** How often the stamp is asked, in milliseconds: while there is work, and while there is none. */
export const ACTIVE_PAUSE = 3_000;
export const IDLE_PAUSE = 10_000;
/** How long after the last change, move or touch the work counts as gone on. */
export const ACTIVE_FOR = 120_000;

/**
 * Notices changes, and where the cursor goes, by asking for the stamp, since Google tells a sidebar
 * nothing. Asked is every few seconds while somebody works, seldom while nobody does, never while the
 * pane is hidden or nobody listens, and at once when she comes back to it. One question at a time; a
 * failure is asked again at the next turn.
 */
export class StampWatch {
  /** The version before the last reading, or after the last writing; null before either. */
  private known: string | null = null;
  private cursor: CellAddress | null = null;
  /** How often this pane moved the cursor itself: an answer from before is no news of it. */
  private moves = 0;
  private readonly changeListeners = new Set<() => void>();
  private readonly cursorListeners = new Set<(cell: CellAddress) => void>();
  private cancelTimer: (() => void) | null = null;
  private stopAttention: (() => void) | null = null;
  private asking = false;
  private activeUntil = 0;

  constructor(
    private readonly messages: Pick<SheetsMessages, "stamp">,
    private readonly surroundings: SheetsSurroundings,
  ) {}

  /** Whether `version` follows the spreadsheet by itself. */
  get followsChanges(): boolean {
    return this.changeListeners.size > 0;
  }

  get version(): string | null {
    return this.known;
  }

  /** The version before a reading or after a writing of our own, which is no news. */
  settle(version: string | null): void {
    this.known = version;
  }

  /** Calls back when somebody else changed something. Returns the way to stop. */
  onChange(listener: () => void): () => void {
    return this.follow(this.changeListeners, listener);
  }

  /** Calls back with the cursor's cell, at once and after each move. Returns the way to stop. */
  async onSelect(listener: (cell: CellAddress) => void): Promise<() => void> {
    const moves = this.moves;
    const stamp = await this.messages.stamp();
    const stop = this.follow(this.cursorListeners, listener);
    const known = this.cursor;
    this.take(stamp, moves);
    // A cursor that others know of already is told to this one too.
    if (this.cursor !== null && this.cursor === known) listener(this.cursor);
    return stop;
  }

  /** This pane selected a cell. */
  moved(cell: CellAddress): void {
    this.moves += 1;
    this.tellCursor(cell);
  }

  private follow<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
    listeners.add(listener);
    if (!this.isOn) this.start();
    return () => {
      listeners.delete(listener);
      if (this.changeListeners.size + this.cursorListeners.size === 0) this.stop();
    };
  }

  private start(): void {
    this.stayActive();
    this.stopAttention = this.surroundings.onAttention((kind) => {
      this.stayActive();
      if (kind === "returned") void this.ask();
      else if (this.cancelTimer !== null) this.schedule();
    });
    this.schedule();
  }

  private stop(): void {
    this.cancelTimer?.();
    this.cancelTimer = null;
    this.stopAttention?.();
    this.stopAttention = null;
  }

  private get isOn(): boolean {
    return this.stopAttention !== null;
  }

  private stayActive(): void {
    this.activeUntil = this.surroundings.now() + ACTIVE_FOR;
  }

  private schedule(): void {
    this.cancelTimer?.();
    this.cancelTimer = null;
    if (!this.isOn || this.surroundings.isHidden()) return;
    const isActive = this.surroundings.now() < this.activeUntil;
    this.cancelTimer = this.surroundings.after(isActive ? ACTIVE_PAUSE : IDLE_PAUSE, () => void this.ask());
  }

  private async ask(): Promise<void> {
    this.cancelTimer?.();
    this.cancelTimer = null;
    if (this.asking || !this.isOn || this.surroundings.isHidden()) return;
    this.asking = true;
    const { known, moves } = this;
    try {
      const stamp = await this.messages.stamp();
      // What came from a writing of ours meanwhile is known already; what nobody sees is told when she is back.
      if (this.isOn && this.known === known && !this.surroundings.isHidden()) this.take(stamp, moves);
    } catch {
      // No network, or a quota: the next reading says so.
    } finally {
      this.asking = false;
      this.schedule();
    }
  }

  private take({ version, cursor }: Stamp, moves: number): void {
    const isNews = this.known !== null && version !== this.known;
    // News that nobody was told yet stays news.
    if (!isNews || this.followsChanges) this.known = version;
    if (cursor !== null && moves === this.moves) this.tellCursor(cursor);
    if (!isNews || !this.followsChanges) return;
    this.stayActive();
    for (const listener of [...this.changeListeners]) listener();
  }

  private tellCursor(cell: CellAddress): void {
    const { cursor } = this;
    if (cursor?.sheet === cell.sheet && cursor.row === cell.row && cursor.column === cell.column) return;
    this.cursor = cell;
    this.stayActive();
    for (const listener of [...this.cursorListeners]) listener(cell);
  }
}
