/**
 * What this host remembers between two calls: which sheets exist, and which of them matter. With it
 * a renamed sheet is read in the first request, and an event tells which sheet it is about.
 */
export class WorkbookMemory {
  private sheets: ReadonlyMap<string, RememberedSheet> = new Map();
  /** Writes of ours that are under way. */
  private writing = 0;

  remember(sheets: Iterable<RememberedSheet>): void {
    this.sheets = new Map([...sheets].map((sheet) => [sheet.id, sheet]));
  }

  /** The sheet of that id as last seen; null for one that was not there. */
  sheet(id: string): RememberedSheet | null {
    return this.sheets.get(id) ?? null;
  }

  get relevantSheets(): readonly RememberedSheet[] {
    return [...this.sheets.values()].filter((sheet) => sheet.relevant);
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

export interface RememberedSheet {
  readonly id: string;
  readonly name: string;
  /** Whether it is one of ours, by its name or by our names on it. */
  readonly relevant: boolean;
}
