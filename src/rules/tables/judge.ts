import type { Report } from "../../report/report.js";
import type { TableReading } from "../../report/table-reading.js";
import type { RowCells, TableReport } from "../../report/table-report.js";
import type { RunContext } from "../kinds/scope.js";
import { evaluateTable, type TableOutcome } from "./evaluate.js";

/** What the rules of every table of a workbook say. */
export interface TableOutcomes {
  readonly outcomes: ReadonlyMap<string, TableOutcome>;
  /** Tables that differ from the report before: all of them where there is none. */
  readonly changed: ReadonlySet<string>;
}

/**
 * Runs the rules of the tables, only of those that differ from the report before or look at a table
 * or at a data window that does.
 */
export function judgeTables(
  context: RunContext,
  before: { readonly report: Report; readonly outcomes: TableOutcomes } | null,
): TableOutcomes {
  const { report } = context;
  const changed = changedTables(report, before?.report ?? null);
  const window = before === null || !sameWindow(report, before.report);
  const outcomes = new Map<string, TableOutcome>();
  for (const [id, table] of report.tables) {
    const known = before?.outcomes.outcomes.get(id);
    const others = table.table.agrees.map((agreement) => agreement.with.table);
    const stale =
      [id, ...others].some((other) => changed.has(other)) || (window && table.table.register !== undefined);
    outcomes.set(id, known === undefined || stale ? evaluateTable(table, context) : known);
  }
  return { outcomes, changed };
}

function changedTables(after: Report, before: Report | null): ReadonlySet<string> {
  const changed = new Set<string>();
  for (const [id, table] of after.tables) {
    const earlier = before?.tables.get(id);
    if (earlier === undefined || !sameTable(earlier, table)) changed.add(id);
  }
  for (const id of before?.tables.keys() ?? []) if (!after.tables.has(id)) changed.add(id);
  return changed;
}

function sameWindow(a: Report, b: Report): boolean {
  return JSON.stringify([a.info.from, a.info.to]) === JSON.stringify([b.info.from, b.info.to]);
}

function sameTable(a: TableReport, b: TableReport): boolean {
  if (a.sheet !== b.sheet || a.rows.length !== b.rows.length) return false;
  if ((a.total === null) !== (b.total === null)) return false;
  if (a.total !== null && b.total !== null && !sameCells(a.total, b.total)) return false;
  return a.rows.every((row, index) => {
    const other = b.rows[index];
    return (
      other !== undefined &&
      row.kind === other.kind &&
      row.row === other.row &&
      sameCells(row.cells, other.cells)
    );
  });
}

function sameCells(a: RowCells, b: RowCells): boolean {
  if (a.size !== b.size) return false;
  for (const [id, cell] of a) {
    const other = b.get(id);
    if (other === undefined || !sameReading(cell.reading, other.reading)) return false;
    if (cell.address.row !== other.address.row || cell.address.column !== other.address.column) return false;
  }
  return true;
}

/** Readings are small plain values. */
function sameReading(a: TableReading, b: TableReading): boolean {
  return a === b || (a.kind === b.kind && JSON.stringify(a) === JSON.stringify(b));
}
