import type { Edition } from "../../../forms/schema.js";
import { columnNumbers, headerDepth } from "../../../forms/table-header.js";
import type { Column, Table } from "../../../forms/table-schema.js";
import { allTables, orderColumn, printedTable } from "../../../forms/tables.js";
import type { LayoutFault } from "../../../report/report.js";
import type { Area } from "../../../values/address.js";
import { looseText, sameLoosely } from "../../../values/loose-text.js";
import type { SheetSnapshot } from "../../snapshot.js";
import { cellAt, cellText, type SnapshotIndex } from "../../snapshot-index.js";
import { HEADER_ROWS } from "../head-texts.js";

/** A table as it stands on a sheet now: rows and columns may have been inserted. */
export interface FoundTable {
  readonly sheet: SheetSnapshot;
  /** False when the body's name is gone and the header tells where the table is. */
  readonly named: boolean;
  readonly firstRow: number;
  /** The last row that may hold a record. */
  readonly lastRow: number;
  /** The thin row that closes the body, above which rows are inserted; null for one-row tables. */
  readonly closingRow: number | null;
  readonly totalRow: number | null;
  /** Where each column stands; one that was not found is absent. */
  readonly columns: ReadonlyMap<string, number>;
}

/** The total row stands within this many rows of the body. */
const TOTAL_ROWS = 20;

/** A table in an edition's words, and where it stands. */
export interface EditionTableFound {
  readonly table: Table;
  readonly found: FoundTable;
}

/** The tables of an edition that a workbook holds, and what happened to them. One that is not there is no fault. */
export function findTables(
  index: SnapshotIndex,
  edition: Edition,
): { readonly tables: readonly EditionTableFound[]; readonly faults: readonly LayoutFault[] } {
  const tables = allTables().flatMap((shared) => findEditionTable(index, edition, shared) ?? []);
  // An office's own table may lack columns of ours: they are not lost.
  if (index.adoptedAs !== null) return { tables, faults: [] };
  return { tables, faults: tables.flatMap(({ table, found }) => faultsOf(found, table)) };
}

/** A table as an edition prints it and as it stands in a workbook; null when it is not there. */
export function findEditionTable(
  index: SnapshotIndex,
  edition: Edition,
  shared: Table,
): EditionTableFound | null {
  const table = printedTable(edition, shared);
  const found = findTableOnSheets(index, table);
  return found === null ? null : { table, found };
}

/** The table, found by the name of its body or, where that is lost, by its sheet and its header. */
function findTableOnSheets(index: SnapshotIndex, table: Table): FoundTable | null {
  const area = index.area({ kind: "table", table: table.id });
  const sheet = area === null ? null : index.sheet(area.sheet);
  if (area !== null && sheet !== null) return locate(sheet, table, area, true);
  const called = index.snapshot.sheets.find(({ name }) => sameLoosely(name, table.sheet));
  const numbers = called === undefined ? null : numberRow(called, table, HEADER_ROWS + 1);
  if (called === undefined || numbers === null) return null;
  const width = table.columns.length;
  const body = { top: numbers.row + 1, left: numbers.column, right: numbers.column + width - 1 };
  const bottom = Math.max(body.top, table.body.kind === "one" ? body.top : lastUsedRow(called));
  return locate(called, table, { ...body, bottom, sheet: called.name }, false);
}

function locate(sheet: SheetSnapshot, table: Table, area: Area, named: boolean): FoundTable {
  const numbers = numberRow(sheet, table, area.top);
  // Rows inserted above the first one push the name down; those under the last one stay below it.
  const firstRow = numbers === null ? area.top : numbers.row + 1;
  const totalRow = findTotal(sheet, table, firstRow, area, named);
  const lastRow = table.body.kind === "one" ? firstRow : lastRecordRow(sheet, area, totalRow);
  // A stranger's table may have no row that closes it: its last record is none.
  const closing = rowTexts(sheet, area.bottom).some((text) => text !== "") ? area.bottom + 1 : area.bottom;
  const headerBottom = numbers === null ? area.top - 1 : numbers.row - 1;
  return {
    sheet,
    named,
    firstRow,
    lastRow,
    closingRow: table.body.kind === "one" ? null : named ? closing : lastRow,
    totalRow,
    columns: columnPlaces(sheet, table, area, headerBottom),
  };
}

/** The nearest row above `below` that numbers the columns: `(1)`, `(2)`, `(3) = ...`. */
function numberRow(
  sheet: SheetSnapshot,
  table: Table,
  below: number,
): { readonly row: number; readonly column: number } | null {
  const numbers = columnNumbers(table).map((text) => looseText(text.split("=")[0] ?? ""));
  for (let row = below - 1; row >= Math.max(1, below - HEADER_ROWS); row--) {
    const texts = rowTexts(sheet, row).map((text) => looseText(text.split("=")[0] ?? ""));
    const first = texts.indexOf(numbers[0] ?? "");
    const known = texts.filter((text) => numbers.includes(text)).length;
    if (first >= 0 && 2 * known >= numbers.length) return { row, column: sheet.left + first };
  }
  return null;
}

function findTotal(
  sheet: SheetSnapshot,
  table: Table,
  firstRow: number,
  area: Area,
  named: boolean,
): number | null {
  const label = table.total === undefined ? null : looseText(table.total);
  if (label === null) return null;
  const from = named ? area.bottom + 1 : firstRow;
  for (let row = from; row <= area.bottom + TOTAL_ROWS; row++) {
    if (rowTexts(sheet, row).some((text) => looseText(text) === label)) return row;
  }
  return null;
}

/** The row above the total row; without one, the last of the filled rows that follow the body at once. */
function lastRecordRow(sheet: SheetSnapshot, area: Area, totalRow: number | null): number {
  if (totalRow !== null) return totalRow - 1;
  let last = area.bottom;
  while (rowTexts(sheet, last + 1).some((text) => text !== "")) last += 1;
  return last;
}

function columnPlaces(
  sheet: SheetSnapshot,
  table: Table,
  area: Area,
  headerBottom: number,
): ReadonlyMap<string, number> {
  const width = area.right - area.left + 1;
  const headings = Array.from({ length: width }, (_, offset) =>
    leafText(sheet, headerBottom, headerDepth(table), area.left + offset),
  );
  const matches = alignment(table.columns.map(leafOf), headings);
  const places = new Map<string, number>();
  const taken = new Set(matches.values());
  table.columns.forEach((column, position) => {
    const match = matches.get(position);
    if (match !== undefined) places.set(column.id, area.left + match);
    // A renamed heading counts as long as no column was added or taken away.
    else if (width === table.columns.length && !taken.has(position)) {
      places.set(column.id, area.left + position);
    }
  });
  return places;
}

function leafOf(column: Column): string {
  return looseText(column.path.at(-1) ?? "");
}

/** The lowest heading over a column. */
function leafText(sheet: SheetSnapshot, bottom: number, depth: number, column: number): string {
  for (let row = bottom; row > bottom - depth && row >= 1; row--) {
    const text = cellText(cellAt(sheet, row, column));
    if (text !== "") return looseText(text);
  }
  return "";
}

/** The longest way to find the wanted texts among those there without changing their order, by position. */
function alignment(wanted: readonly string[], there: readonly string[]): ReadonlyMap<number, number> {
  const lengths = Array.from({ length: wanted.length + 1 }, () => Array<number>(there.length + 1).fill(0));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = wanted.length - 1; i >= 0; i--) {
    for (let j = there.length - 1; j >= 0; j--) {
      const row = lengths[i];
      if (row === undefined) continue;
      row[j] = wanted[i] === there[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const matches = new Map<number, number>();
  for (let i = 0, j = 0; i < wanted.length && j < there.length; ) {
    if (wanted[i] === there[j]) matches.set(i++, j++);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return matches;
}

function rowTexts(sheet: SheetSnapshot, row: number): readonly string[] {
  const values = sheet.values[row - sheet.top] ?? [];
  return values.map((value) => (typeof value === "string" ? value.trim() : value === null ? "" : "?"));
}

function lastUsedRow(sheet: SheetSnapshot): number {
  return sheet.top + sheet.values.length - 1;
}

function faultsOf(found: FoundTable, table: Table): readonly LayoutFault[] {
  const sheet = found.sheet.name;
  const [first] = [...found.columns.values()];
  const lost: readonly LayoutFault[] = found.named
    ? []
    : [
        {
          kind: "table-name-lost",
          table: table.id,
          address: { sheet, row: found.firstRow, column: first ?? 1 },
        },
      ];
  const order = orderColumn(table);
  const missing = table.columns.filter(
    (column) => column !== order && !column.later && !found.columns.has(column.id),
  );
  return [
    ...lost,
    ...missing.map(({ id }): LayoutFault => ({ kind: "column-missing", table: table.id, column: id, sheet })),
  ];
}
