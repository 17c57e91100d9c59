import { calculate } from "./calculate.js";
import { type CellValue, contentValue } from "./cell.js";
import { type Region, VIETNAM } from "./culture.js";
import type { Actor, GridEvent, GridListener } from "./events.js";
import { accessDenied, Fault, itemNotFound } from "./fault.js";
import type { Move } from "./move.js";
import type { DefinedName } from "./names.js";
import { boundingRect, isOneCell, type Rect, rectOf } from "./rect.js";
import { Sheet } from "./sheet.js";
import { shownText } from "./shown-text.js";

export interface GridOptions {
  /** Regional settings of the machine; Viet Nam unless told otherwise. */
  readonly region?: Region;
  /** The day that a date without a year belongs to. */
  readonly today?: () => Date;
  /** Whether an add-in's writes wipe the officer's undo list, as in every Excel before 2025. */
  readonly addinClearsUndo?: boolean;
}

/** Everything that undo brings back. */
interface Memento {
  readonly sheets: readonly Sheet[];
  readonly names: readonly DefinedName[];
  readonly activeId: string;
}

/**
 * A workbook in memory with Excel's behaviour, as far as the add-in meets it. All changes happen
 * inside `act`, which says who makes them, recalculates at the end and then tells the listeners.
 */
export class Grid {
  sheets: Sheet[] = [];
  names: DefinedName[] = [];
  activeId: string;
  name = "Sổ1.xlsx";
  title = "";
  readOnly = false;
  /** No printer, or one whose driver does not know A4: setting the paper is refused. */
  refusesPaper = false;
  /** The structure is protected: sheets can not be added, removed, renamed, moved or hidden. */
  structureProtected = false;
  calculationMode: "Automatic" | "AutomaticExceptTables" | "Manual" = "Automatic";
  region: Region;
  readonly today: () => Date;

  private readonly addinClearsUndo: boolean;
  private readonly listeners = new Set<GridListener>();
  private readonly followers = new Set<(sheet: Sheet, move: Move) => void>();
  private queue: GridEvent[] = [];
  private actors: Actor[] = [];
  private stale = false;
  private undoList: Memento[] = [];
  private redoList: Memento[] = [];
  private sheetCount = 0;
  private conditionCount = 0;
  private chartCount = 0;

  constructor(options: GridOptions = {}) {
    this.region = options.region ?? VIETNAM;
    this.today = options.today ?? (() => new Date());
    this.addinClearsUndo = options.addinClearsUndo ?? true;
    const first = this.newSheet("Sheet1");
    this.sheets.push(first);
    this.activeId = first.id;
  }

  /** Calls back after each act with what happened in it. Returns the way to stop. */
  listen(listener: GridListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * Runs a change as somebody's. A person's change can be undone; an add-in's clears the undo list
   * where Excel does. Acts may nest: the outermost one recalculates and reports.
   */
  act<T>(actor: Actor, work: () => T): T {
    const outermost = this.actors.length === 0;
    const before = outermost && actor.addin === null && actor.source === "Local" ? this.memento() : null;
    this.actors.push(actor);
    try {
      return work();
    } finally {
      this.actors.pop();
      if (outermost) this.finish(actor, before);
    }
  }

  /** Calls back whenever cells move, before anything else happens. Returns the way to stop. */
  onMove(follower: (sheet: Sheet, move: Move) => void): () => void {
    this.followers.add(follower);
    return () => this.followers.delete(follower);
  }

  /** Tells those who hold on to cells that these moved. */
  moveHandles(sheet: Sheet, move: Move): void {
    for (const follower of this.followers) follower(sheet, move);
  }

  /** Who is acting. */
  get actor(): Actor {
    const actor = this.actors.at(-1);
    if (!actor) throw new Error("A workbook is changed inside Grid.act only.");
    return actor;
  }

  /** Notes an event; it is told when the act is over. */
  record(event: GridEvent): void {
    this.queue.push(event);
  }

  /** Formulas need calculating again. */
  markStale(): void {
    this.stale = true;
  }

  /** Brings formula results up to date; `force` also under manual calculation. */
  settle(force = false): void {
    if (!this.stale || (this.calculationMode === "Manual" && !force)) return;
    this.stale = false;
    for (const [sheetId, rect] of calculate(this)) this.record({ kind: "calculated", sheetId, rect });
  }

  sheet(id: string): Sheet {
    const sheet = this.sheets.find((one) => one.id === id);
    if (!sheet) throw itemNotFound("Worksheet");
    return sheet;
  }

  sheetNamed(name: string): Sheet | null {
    const wanted = name.toLowerCase();
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === wanted) ?? null;
  }

  get activeSheet(): Sheet {
    return this.sheet(this.activeId);
  }

  newSheet(name: string): Sheet {
    this.sheetCount += 1;
    const number = String(this.sheetCount).padStart(4, "0");
    return new Sheet(`{00000000-${number}-0000-0000-000000000000}`, name);
  }

  newConditionId(): string {
    this.conditionCount += 1;
    return `{0000C0ND-${String(this.conditionCount).padStart(4, "0")}}`;
  }

  newChartNumber(): number {
    this.chartCount += 1;
    return this.chartCount;
  }

  value(sheet: Sheet, row: number, column: number): CellValue {
    this.settle();
    return contentValue(sheet.content(row, column));
  }

  text(sheet: Sheet, row: number, column: number): string {
    return shownText(this.value(sheet, row, column), sheet.style(row, column).numberFormat, this.region);
  }

  /** Makes a sheet the active one and selects cells on it. */
  select(sheet: Sheet, rect: Rect = sheet.selection): void {
    if (sheet.visibility !== "Visible") {
      throw new Fault("InvalidOperation", "A hidden worksheet cannot be activated.", "Worksheet.activate");
    }
    if (sheet.id !== this.activeId) {
      this.record({ kind: "deactivated", sheetId: this.activeId });
      this.activeId = sheet.id;
      this.record({ kind: "activated", sheetId: sheet.id });
    }
    // A merged cell is selected whole.
    sheet.selection = (isOneCell(rect) && sheet.mergeAt(rect.top, rect.left)) || rect;
    this.record({ kind: "selected", sheetId: sheet.id, rect: sheet.selection });
  }

  /** Refuses when the workbook is open for reading only. */
  mustBeWritable(location: string): void {
    if (this.readOnly) throw accessDenied(location);
  }

  /** Takes back the officer's last change. False when there is none left. */
  undo(): boolean {
    return this.travel(this.undoList, this.redoList);
  }

  /** Does again what was taken back. */
  redo(): boolean {
    return this.travel(this.redoList, this.undoList);
  }

  get undoDepth(): number {
    return this.undoList.length;
  }

  /** Puts another workbook in this one's place, as opening a file does. */
  replaceWith(sheets: readonly Sheet[], names: readonly DefinedName[], activeId?: string): void {
    const visible = sheets.filter((sheet) => sheet.visibility === "Visible");
    const first = visible.find((sheet) => sheet.id === activeId) ?? visible[0];
    if (!first) throw new Error("A workbook needs a visible sheet.");
    this.sheets = [...sheets];
    this.names = [...names];
    this.activeId = first.id;
    this.undoList = [];
    this.redoList = [];
    this.markStale();
    this.record({ kind: "replaced" });
  }

  private finish(actor: Actor, before: Memento | null): void {
    this.settle();
    const events = calculatedLast(this.queue);
    this.queue = [];
    const edits = events.some((event) => !PASSING.has(event.kind));
    if (edits && actor.addin !== null && this.addinClearsUndo) this.undoList = [];
    if (edits && before && !this.travelling) this.undoList.push(before);
    if (edits && !this.travelling) this.redoList = [];
    if (events.length > 0) for (const listener of [...this.listeners]) listener(events);
  }

  private travelling = false;

  private travel(from: Memento[], to: Memento[]): boolean {
    const memento = from.pop();
    if (!memento) return false;
    this.travelling = true;
    try {
      this.act({ source: "Local", addin: null }, () => {
        to.push(this.memento());
        this.restore(memento);
      });
    } finally {
      this.travelling = false;
    }
    return true;
  }

  private memento(): Memento {
    return {
      sheets: this.sheets.map((sheet) => sheet.clone()),
      names: [...this.names],
      activeId: this.activeId,
    };
  }

  private restore(memento: Memento): void {
    const before = this.sheets;
    this.sheets = memento.sheets.map((sheet) => sheet.clone());
    this.names = [...memento.names];
    this.activeId = memento.activeId;
    this.markStale();
    const { actor } = this;
    for (const sheet of this.sheets) {
      const rect =
        sheet.used(false) ?? before.find((one) => one.id === sheet.id)?.used(false) ?? rectOf(0, 0);
      this.record({
        kind: "changed",
        sheetId: sheet.id,
        rect,
        changeType: "RangeEdited",
        shift: "None",
        details: null,
        actor,
      });
      this.record({ kind: "layout", sheetId: sheet.id });
    }
    for (const sheet of before) {
      if (!this.sheets.some((one) => one.id === sheet.id))
        this.record({ kind: "deleted", sheetId: sheet.id, actor });
    }
    this.record({ kind: "names" });
  }
}

/** Events that change nothing in the file. */
const PASSING: ReadonlySet<GridEvent["kind"]> = new Set([
  "activated",
  "deactivated",
  "selected",
  "calculated",
]);

/** Results are told after the edits that caused them, once per sheet. */
function calculatedLast(events: readonly GridEvent[]): readonly GridEvent[] {
  const results = new Map<string, Extract<GridEvent, { kind: "calculated" }>>();
  for (const event of events) {
    if (event.kind !== "calculated") continue;
    const known = results.get(event.sheetId);
    results.set(event.sheetId, known ? { ...event, rect: boundingRect(known.rect, event.rect) } : event);
  }
  return [...events.filter((event) => event.kind !== "calculated"), ...results.values()];
}
