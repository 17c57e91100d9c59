import type { Actor } from "../grid/events.js";
import { Fault } from "../grid/fault.js";
import type { Grid } from "../grid/grid.js";
import { type Rect, spansColumns, spansRows } from "../grid/rect.js";
import type { Sheet } from "../grid/sheet.js";
import { addSheet, deleteSheet } from "../grid/sheets.js";

/** What a sheet has at Google from the start. */
const NEW_SIZE = { rows: 1000, columns: 26 };

/** A protection of a whole sheet, made by a script. */
export interface SheetProtection {
  description: string;
  warningOnly: boolean;
  unprotected: readonly Rect[];
}

/** A text kept with the spreadsheet, in no cell. */
export interface Metadata {
  readonly key: string;
  value: string;
}

/**
 * A spreadsheet of Google's: the grid, and what a grid does not have. Scripts change it inside
 * `run`, which may be told to fail at a certain writing.
 */
export class SheetsBook {
  readonly metadata: Metadata[] = [];
  /** Writings of scripts so far: members of the services, or requests. */
  writings = 0;
  /** The writing at which the next one fails, counted from 1; null for none. */
  failAt: number | null = null;
  /** Whether scripts are refused where the cursor stands. */
  cursorRefused = false;
  /** Is called before each writing of a script, and before it fails. */
  beforeWriting: () => void = () => {};
  readonly protections = new Map<string, SheetProtection[]>();

  private readonly ids = new Map<string, number>();
  private readonly sizes = new Map<string, { rows: number; columns: number }>();
  private readonly script: Actor = { source: "Local", addin: Symbol("script") };
  private nextId = 0;

  constructor(readonly grid: Grid) {
    grid.onMove((sheet, move) => {
      const size = this.size(sheet);
      const sign = move.insert ? 1 : -1;
      if (move.axis === "rows" && spansRows(move.area)) {
        size.rows += sign * (move.area.bottom - move.area.top + 1);
      }
      if (move.axis === "columns" && spansColumns(move.area)) {
        size.columns += sign * (move.area.right - move.area.left + 1);
      }
    });
  }

  /** `vi_VN` */
  get locale(): string {
    return this.grid.region.name.replace("-", "_");
  }

  /** Runs a script's call as its act. */
  run<T>(work: () => T): T {
    return this.grid.act(this.script, work);
  }

  /** One writing of a script; refusals of the grid become Google's. */
  write<T>(work: () => T): T {
    this.beforeWriting();
    this.writings += 1;
    if (this.failAt === this.writings) {
      this.failAt = null;
      throw new Error("Service Spreadsheets failed while accessing document with id local.");
    }
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      throw new Error(error.code === "AccessDenied" ? PROTECTED : `${error.code}: ${error.message}`);
    }
  }

  /**
   * Remembers the whole spreadsheet. Gives the way back, which may be taken more than once; the objects
   * that scripts hold stay the same ones.
   */
  remember(): () => void {
    const { grid, metadata, protections } = this;
    const { activeId, names } = grid;
    const sheets = grid.sheets.map((sheet) => ({ sheet, was: sheet.clone() }));
    const texts = metadata.map((one) => ({ one, was: { ...one } }));
    const closed = [...protections].map(([id, list]) => ({
      id,
      list: list.map((one) => ({ one, was: { ...one } })),
    }));
    const sizes = [...this.sizes].map(([id, size]) => ({ id, size, was: { ...size } }));
    const ids = [...this.ids];
    return () => {
      grid.sheets = sheets.map(({ sheet, was }) => Object.assign(sheet, was.clone()));
      grid.names = names;
      grid.activeId = activeId;
      metadata.splice(0, metadata.length, ...texts.map(({ one, was }) => Object.assign(one, was)));
      protections.clear();
      for (const { id, list } of closed) {
        protections.set(
          id,
          list.map(({ one, was }) => Object.assign(one, was)),
        );
      }
      refill(
        this.sizes,
        sizes.map(({ id, size, was }) => [id, Object.assign(size, was)]),
      );
      refill(this.ids, ids);
      grid.markStale();
      grid.record({ kind: "replaced" });
    };
  }

  id(sheet: Sheet): number {
    const known = this.ids.get(sheet.id);
    if (known !== undefined) return known;
    const id = this.nextId;
    this.nextId = id === 0 ? 1_000_001 : id + 1;
    this.ids.set(sheet.id, id);
    return id;
  }

  /** Gives a sheet the id that a request chose for it. */
  setId(sheet: Sheet, id: number): void {
    if (this.grid.sheets.some((one) => one !== sheet && this.id(one) === id)) {
      throw new Error(`Invalid requests: sheet id ${id} already exists.`);
    }
    this.ids.set(sheet.id, id);
  }

  sheetOf(id: number): Sheet {
    const sheet = this.grid.sheets.find((one) => this.id(one) === id);
    if (sheet === undefined) throw new Error(`No grid with id: ${id}`);
    return sheet;
  }

  size(sheet: Sheet): { rows: number; columns: number } {
    const known = this.sizes.get(sheet.id);
    if (known !== undefined) return known;
    const used = sheet.used(true);
    const size = {
      rows: Math.max(NEW_SIZE.rows, (used?.bottom ?? 0) + 1),
      columns: Math.max(NEW_SIZE.columns, (used?.right ?? 0) + 1),
    };
    this.sizes.set(sheet.id, size);
    return size;
  }

  addSheet(title: string): Sheet {
    if (this.grid.sheetNamed(title) !== null) {
      throw new Error(`A sheet with the name "${title}" already exists. Please enter another name.`);
    }
    return addSheet(this.grid, title);
  }

  deleteSheet(sheet: Sheet): void {
    deleteSheet(this.grid, sheet);
    this.protections.delete(sheet.id);
  }

  /** Whether the officer of this pane may change the sheet. */
  isClosed(sheet: Sheet): boolean {
    return sheet.protection !== null;
  }
}

function refill<K, V>(map: Map<K, V>, entries: readonly (readonly [K, V])[]): void {
  map.clear();
  for (const [key, value] of entries) map.set(key, value);
}

const PROTECTED =
  "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.";
