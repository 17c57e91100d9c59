import type { SheetCells } from "./sheet-cells.js";

/**
 * What this host remembers between two calls: which sheets exist, which of them matter, and the cells
 * of those as last read. With it a renamed sheet is read in the first request, an event tells which
 * sheet it is about, and a sheet of which nothing was told since need not be read again.
 */
export class WorkbookMemory {
  private sheets: ReadonlyMap<string, RememberedSheet> = new Map();
  private readonly cells = new Map<string, SheetCells>();
  /** Sheets of which something was told, or written by us, since they were last asked for. */
  private readonly stale = new Set<string>();
  /** Who is told of changes by Excel; while nobody is, nothing that was read stays true. */
  private watchers = 0;
  /** Writes of ours that are under way. */
  private writing = 0;

  remember(sheets: Iterable<RememberedSheet>): void {
    this.sheets = new Map([...sheets].map((sheet) => [sheet.id, sheet]));
    for (const id of this.cells.keys()) if (!this.sheets.has(id)) this.cells.delete(id);
  }

  /** The sheet of that id as last seen; null for one that was not there. */
  sheet(id: string): RememberedSheet | null {
    return this.sheets.get(id) ?? null;
  }

  get relevantSheets(): readonly RememberedSheet[] {
    return [...this.sheets.values()].filter((sheet) => sheet.relevant);
  }

  /** The cells of a sheet as last read, whether or not they still stand so. */
  cellsOf(id: string): SheetCells | null {
    return this.cells.get(id) ?? null;
  }

  /**
   * The cells that a sheet certainly still has; null when it must be read. A sheet whose formulas name
   * other places is read again whenever anything was told of any sheet.
   */
  freshCells(id: string): SheetCells | null {
    const cells = this.cells.get(id);
    if (this.watchers === 0 || cells === undefined || this.stale.has(id)) return null;
    return cells.dependsOnOthers && this.stale.size > 0 ? null : cells;
  }

  /**
   * Notes that what is not fresh is about to be asked for: what is told from now on makes sheets stale
   * again. The returned function undoes that, for an asking that failed.
   */
  asking(): () => void {
    const before = [...this.stale];
    this.stale.clear();
    return () => {
      for (const id of before) this.stale.add(id);
    };
  }

  keep(id: string, cells: SheetCells): void {
    this.cells.set(id, cells);
  }

  changed(id: string): void {
    this.stale.add(id);
  }

  /** Something happened that may touch any sheet. */
  allChanged(): void {
    for (const id of this.cells.keys()) this.stale.add(id);
  }

  /** Marks the sheets of these names. */
  wrote(names: Iterable<string>): void {
    const wanted = new Set([...names].map((name) => name.toLowerCase()));
    for (const { id, name } of this.sheets.values()) if (wanted.has(name.toLowerCase())) this.stale.add(id);
  }

  /** Excel tells of changes from now on; what happened before is not known. */
  watch(): void {
    this.watchers += 1;
    this.allChanged();
  }

  unwatch(): void {
    this.watchers -= 1;
  }

  get isWriting(): boolean {
    return this.writing > 0;
  }

  /** Runs writes of ours; what Excel tells meanwhile comes from them. */
  async whileWriting<T>(work: () => Promise<T>): Promise<T> {
    this.writing += 1;
    try {
      return await work();
    } finally {
      this.writing -= 1;
    }
  }
}

interface RememberedSheet {
  readonly id: string;
  readonly name: string;
  /** Whether it is one of ours, by its name or by our names on it. */
  readonly relevant: boolean;
}
