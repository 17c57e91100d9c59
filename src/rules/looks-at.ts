import { refOf } from "../forms/indicators.js";
import type { TableTerm } from "../forms/rule-schema.js";
import type { Report } from "../report/report.js";
import type { TableReport } from "../report/table-report.js";
import type { CellRef, TableCellRef } from "./finding.js";
import { columnsOfKey } from "./kinds/columns.js";
import { cellsOf, type FormRule, isRowCheck, type TableRule } from "./rule.js";
import { cellsOfFeed, cellsOfRows } from "./tables/run-fed.js";

/** All the cells that a rule of the forms looks at, its own first; of tables, the totals or the rows that it adds up. */
export function cellsOfFormRule({ check, inputs }: FormRule, report: Report): readonly CellRef[] {
  const rows = inputs.map(refOf);
  if (check.kind === "fed") return [...rows, ...cellsOfFeed(check.feed, report)];
  if (check.kind !== "relation") return rows;
  const totals = [...check.rule.left.sum, ...check.rule.right.sum].flatMap((term) =>
    typeof term === "object" && "table" in term ? cellsOfTerm(term, report) : [],
  );
  return [...rows, ...totals];
}

/**
 * All the cells of tables that a rule looks at in a row (null: the total row, or the table as a whole),
 * its own first.
 */
export function cellsOfTableRule(
  { table: id, column, check }: TableRule,
  row: number | null,
  { rows }: TableReport,
): readonly TableCellRef[] {
  if (check.kind === "agrees") {
    return [...totalsOf(id, check.columns), ...totalsOf(check.with.table, check.with.columns)];
  }
  const own = { table: id, row, column };
  if (check.kind === "column-total") {
    const records = rows.filter(({ kind }) => kind === "record");
    return [own, ...records.map((record) => ({ table: id, row: record.row, column }))];
  }
  if (!isRowCheck(check)) return [own];
  return [
    own,
    ...cellsOf(check)
      .flatMap(columnsOfKey)
      .map((other) => ({ table: id, row, column: other })),
  ];
}

/** What a rule takes from a table: totals, or the cells of the rows that it names. */
export function cellsOfTerm({ table, columns, rows }: TableTerm, report: Report): readonly TableCellRef[] {
  return rows === undefined ? totalsOf(table, columns) : cellsOfRows({ table, columns, rows }, report);
}

function totalsOf(table: string, columns: readonly string[]): readonly TableCellRef[] {
  return columns.map((column) => ({ table, row: null, column }));
}
