import type { Area, CellAddress } from "../values/address.js";
import { BLANK_CELL, type Cell } from "../values/cell.js";
import { remembered } from "../values/remembered.js";
import { EDITION_NAME, type NamedThing, nameKey, nameOf, parseName, sheetKey } from "./layout/names.js";
import type { SheetSnapshot, WorkbookSnapshot } from "./snapshot.js";

/** A snapshot with its sheets and our names at hand. */
export interface SnapshotIndex {
  readonly snapshot: WorkbookSnapshot;
  /** The sheet of that name, case aside, or null. */
  sheet(name: string): SheetSnapshot | null;
  /** The cell, blank where the snapshot does not reach. */
  cell(address: CellAddress): Cell;
  /** Where the thing's name points to: null when the name is gone, points nowhere or to no sheet. */
  find(thing: NamedThing): CellAddress | null;
  /** The whole area that the thing's name points to; null as with `find`. */
  area(thing: NamedThing): Area | null;
  /** Everything that our names stand for, also names that point nowhere any more. */
  readonly things: readonly NamedThing[];
  /** The edition's id where the workbook was adopted, or null. */
  readonly adoptedAs: string | null;
}

const indexed = new WeakMap<WorkbookSnapshot, SnapshotIndex>();

/** Makes a snapshot quick to look things up in; once, however often it is asked. */
export function indexSnapshot(snapshot: WorkbookSnapshot): SnapshotIndex {
  const index = indexed.get(snapshot) ?? makeIndex(snapshot);
  indexed.set(snapshot, index);
  return index;
}

function makeIndex(snapshot: WorkbookSnapshot): SnapshotIndex {
  const sheets = new Map(snapshot.sheets.map((sheet) => [sheetKey(sheet.name), sheet]));
  const named = new Map<string, Area>();
  const things = new Map<string, NamedThing>();
  for (const { name, area } of snapshot.names) {
    const { thing, key } = parsed(name);
    if (thing === null) continue;
    things.set(key, thing);
    // A copied sheet brings the same names again: the first that points somewhere counts.
    if (area === null || named.has(key)) continue;
    const sheet = sheets.get(sheetKey(area.sheet));
    if (sheet !== undefined) named.set(key, { ...area, sheet: sheet.name });
  }
  const sheet = (name: string) => sheets.get(sheetKey(name)) ?? null;
  return {
    snapshot,
    sheet,
    cell: (address) => {
      const found = sheet(address.sheet);
      return found === null ? BLANK_CELL : cellAt(found, address.row, address.column);
    },
    find: (thing) => {
      const area = named.get(nameKey(nameOf(thing)));
      return area === undefined ? null : { sheet: area.sheet, row: area.top, column: area.left };
    },
    area: (thing) => named.get(nameKey(nameOf(thing))) ?? null,
    things: [...things.values()],
    adoptedAs: (snapshot.constants ?? []).find(({ name }) => nameKey(name) === EDITION_NAME)?.text ?? null,
  };
}

/** What a defined name stands for, and under which key it is kept. */
const parsed = remembered((name): { readonly thing: NamedThing | null; readonly key: string } => {
  const thing = parseName(name);
  return { thing, key: thing === null ? "" : nameKey(nameOf(thing)) };
});

/** One cell of a sheet, blank outside its used part. */
export function cellAt(sheet: SheetSnapshot, row: number, column: number): Cell {
  const i = row - sheet.top;
  const j = column - sheet.left;
  const value = sheet.values[i]?.[j];
  if (value === undefined) return BLANK_CELL;
  return { value, format: sheet.formats[i]?.[j] ?? "General", formula: sheet.formulas[i]?.[j] ?? "" };
}

/** What a cell shows as text; an empty string for blanks, errors and truth values. */
export function cellText(cell: Cell): string {
  const { value } = cell;
  return typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";
}
