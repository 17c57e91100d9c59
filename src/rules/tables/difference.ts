import type { Report } from "../../report/report.js";
import { sameReading } from "../../report/same-reading.js";
import type { RowCells, TableCell, TableReport, TableRow } from "../../report/table-report.js";

/** What of a table is otherwise than it was, for rules that look at single rows and at columns. */
export interface TableDifference {
  /** For each row now the position of the same row before; null for a row that says something else or is new. */
  readonly kept: readonly (number | null)[];
  /** The columns with another cell in some row or in the total; null where rows or the whole table came or went. */
  readonly columns: ReadonlySet<string> | null;
}

/** The tables of a report that are otherwise than in the one before, by id; those that went too. */
export function differences(after: Report, before: Report): ReadonlyMap<string, TableDifference> {
  const found = new Map<string, TableDifference>();
  for (const [id, table] of after.tables) {
    const earlier = before.tables.get(id);
    const difference = earlier === undefined ? NEW : differenceOf(table, earlier);
    if (difference !== null) found.set(id, difference);
  }
  for (const id of before.tables.keys()) if (!after.tables.has(id)) found.set(id, NEW);
  return found;
}

/** True where one of the columns is otherwise, as far as a difference tells. */
export function touches(difference: TableDifference | undefined, columns: readonly string[]): boolean {
  if (difference === undefined) return false;
  const { columns: changed } = difference;
  return changed === null || columns.some((column) => changed.has(column));
}

/** A table that came or went. */
export const NEW: TableDifference = { kept: [], columns: null };

/** Null where nothing differs. */
function differenceOf(after: TableReport, before: TableReport): TableDifference | null {
  if (after === before) return null;
  // A place on another sheet is another place, and other rules are other rules.
  if (after.sheet !== before.sheet || after.table !== before.table) return NEW;
  const columns = new Set<string>();
  const { kept, matched } = keptRows(after.rows, before.rows, columns);
  const whole =
    matched < after.rows.length ||
    matched < before.rows.length ||
    (after.total === null) !== (before.total === null);
  if (whole) return { kept, columns: null };
  if (after.total !== null && before.total !== null) compareCells(after.total, before.total, columns);
  return columns.size === 0 ? null : { kept, columns };
}

/** Rows are matched by where they stand in the body; `matched` counts those, kept or not. */
function keptRows(
  after: readonly TableRow[],
  before: readonly TableRow[],
  columns: Set<string>,
): { readonly kept: readonly (number | null)[]; readonly matched: number } {
  let matched = 0;
  let position = 0;
  const kept = after.map((row) => {
    while ((before[position]?.row ?? row.row) < row.row) position += 1;
    const earlier = before[position];
    if (earlier === undefined || earlier.row !== row.row || earlier.kind !== row.kind) return null;
    matched += 1;
    position += 1;
    const same = earlier === row || compareCells(row.cells, earlier.cells, columns);
    return same ? position - 1 : null;
  });
  return { kept, matched };
}

/** True where all cells are the same; the columns of the others are added. */
function compareCells(after: RowCells, before: RowCells, columns: Set<string>): boolean {
  if (after === before) return true;
  let same = true;
  for (const [id, cell] of after) {
    const earlier = before.get(id);
    if (earlier !== undefined && (cell === earlier || sameCell(cell, earlier))) continue;
    columns.add(id);
    same = false;
  }
  for (const id of before.keys()) {
    if (after.has(id)) continue;
    columns.add(id);
    same = false;
  }
  return same;
}

/** Whether a formula is there decides what a blank cell owes. */
function sameCell(a: TableCell, b: TableCell): boolean {
  return (
    sameReading(a.reading, b.reading) &&
    a.address.row === b.address.row &&
    a.address.column === b.address.column &&
    (a.cell.formula === "") === (b.cell.formula === "")
  );
}
