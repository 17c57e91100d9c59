import type { Result } from "../forms/result.js";
import type { CellEdit, WorkbookHost } from "../hosts/port.js";
import {
  type DataFault,
  editionsWithRows,
  type PlacedData,
  placeData,
} from "../workbook/filling/fill-data.js";
import { type GivenTables, placeTable, type TableObstacle } from "../workbook/filling/fill-tables.js";
import { fedEntries, planTables } from "../workbook/planning/tables/plan-tables.js";
import { findTextCells } from "../workbook/reading/read-texts.js";
import { indexSnapshot, type SnapshotIndex } from "../workbook/snapshot-index.js";
import { asked, type JobFault, type JobResult } from "./guard.js";
import type { FormsBook } from "./open.js";

export { editionsWithRows };

/** Data that have a place in a workbook, or every reason why some have none. */
export type PreparedData = Result<PlacedData, readonly DataFault[]>;

/**
 * Finds the cells of given data in a workbook. Nothing is written.
 *
 * @param json as DATA.json has it (DESIGN section 8)
 */
export function prepareFill({ report, snapshot }: FormsBook, json: unknown): PreparedData {
  return placeData(json, report, findTextCells(indexSnapshot(snapshot)));
}

/** What came of filling. */
export type Filled =
  | { readonly kind: "done" /** Cells that were written. */; readonly cells: number }
  /** The workbook cannot take the rows of a table. */
  | { readonly kind: "unfit"; readonly obstacle: TableObstacle }
  /** The host failed; with `begun`, some of the work is in the workbook. */
  | { readonly kind: "refused"; readonly fault: JobFault; readonly begun: boolean };

/**
 * Writes prepared data: information, forms and texts first, then table by table. Tables that the
 * workbook lacks are added with the formulas of the form cells that they feed; rows that a table
 * lacks are inserted.
 *
 * @param book what the data were prepared for, as it still stands
 */
export async function fill(host: WorkbookHost, book: FormsBook, data: PlacedData): Promise<Filled> {
  const { report } = book;
  const { edition } = report;
  const there: GivenTables = Object.fromEntries(
    Object.entries(data.tables).filter(([id]) => report.tables.has(id)),
  );
  const obstacle = obstacleTo(indexSnapshot(book.snapshot), book, there);
  if (obstacle !== null) return { kind: "unfit", obstacle };

  let begun = false;
  const refused = (fault: JobFault): Filled => ({ kind: "refused", fault, begun });
  const missing = Object.entries(data.tables).filter(([id]) => !report.tables.has(id));
  const planned = planTables(
    edition,
    missing.map(([id, rows]) => ({ id, rows: rows.length })),
  );
  if (missing.length > 0) {
    const applied = await asked(() => host.apply({ sheets: planned.sheets, names: planned.names }));
    if (!applied.ok) return refused(applied.fault);
    begun = true;
  }
  const written = await write(host, [
    ...withoutGiven(fedEntries(planned, report), data.edits),
    ...data.edits,
  ]);
  if (!written.ok) return refused(written.fault);
  begun = true;

  let cells = data.edits.length;
  let index: SnapshotIndex | null = missing.length > 0 ? null : indexSnapshot(book.snapshot);
  for (const [id, rows] of Object.entries(data.tables)) {
    if (index === null) {
      const captured = await asked(() => host.capture());
      if (!captured.ok) return refused(captured.fault);
      index = indexSnapshot(captured.value);
    }
    const placement = placeTable(index, edition, id, rows);
    if (placement.kind !== "placed") return { kind: "unfit", obstacle: placement };
    for (const { before, count } of placement.insertions) {
      const inserted = await asked(() => host.insertRows({ sheet: placement.sheet, before, count }));
      if (!inserted.ok) return refused(inserted.fault);
      // What stands below has moved.
      index = null;
    }
    const filled = await write(host, placement.entries);
    if (!filled.ok) return refused(filled.fault);
    cells += placement.entries.length;
  }
  return { kind: "done", cells };
}

/** Why the tables that are there cannot take their rows, or null. */
function obstacleTo(index: SnapshotIndex, { report }: FormsBook, tables: GivenTables): TableObstacle | null {
  for (const [id, rows] of Object.entries(tables)) {
    const placement = placeTable(index, report.edition, id, rows);
    if (placement.kind !== "placed") return placement;
  }
  return null;
}

/** A value that was given for a cell stands in the place of the formula that a table would feed it. */
function withoutGiven(fed: readonly CellEdit[], given: readonly CellEdit[]): readonly CellEdit[] {
  const key = ({ cell }: CellEdit) => `${cell.sheet}!${cell.row}:${cell.column}`;
  const taken = new Set(given.map(key));
  return fed.filter((edit) => !taken.has(key(edit)));
}

function write(host: WorkbookHost, edits: readonly CellEdit[]): Promise<JobResult<void>> {
  return edits.length === 0
    ? Promise.resolve({ ok: true, value: undefined })
    : asked(() => host.write(edits));
}
