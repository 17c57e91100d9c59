import type { Column, ColumnFormula, Table } from "../../forms/table-schema.js";
import { labelColumn } from "../../forms/tables.js";
import type { Report } from "../../report/report.js";
import type { RowCells, TableReport, TableRow } from "../../report/table-report.js";
import { a1, areaA1 } from "../../values/address.js";
import { rowFormula } from "../planning/tables/formulas.js";
import { clearing, formulaEdit, isTyped, type NextEdit } from "./edits.js";

/** What happens to the supplementary tables. */
export interface ClearedTables {
  readonly edits: readonly NextEdit[];
  /** Names of the sheets whose rows are blanked. */
  readonly clearedTables: readonly string[];
  /** Names of the sheets whose rows go on within the year. */
  readonly carriedTables: readonly string[];
}

/**
 * Blanks the rows of the tables, but for the labels of tables whose rows stand there from the
 * beginning (fields, groups of staff, also those that the officer added). A table that is kept for a
 * whole year goes on within it, and leaves only its group headings to the next.
 */
export function clearTables(report: Report, sameYear: boolean): ClearedTables {
  const edits: NextEdit[] = [];
  const clearedTables: string[] = [];
  const carriedTables: string[] = [];
  for (const { table, sheet, rows, total } of report.tables.values()) {
    if (table.span === "year" && sameYear) {
      if (rows.some(({ kind }) => kind === "record")) carriedTables.push(sheet);
      continue;
    }
    const changed = [...rows.flatMap((row) => rowEdits(table, row)), ...totalEdits({ table, rows, total })];
    if (changed.length > 0) clearedTables.push(sheet);
    edits.push(...changed);
  }
  return { edits, clearedTables, carriedTables };
}

function rowEdits(table: Table, { kind, cells }: TableRow): readonly NextEdit[] {
  const label = labelColumn(table);
  const keepsLabel = kind === "group" || hasOwnRows(table);
  return table.columns.flatMap((column) =>
    column === label && keepsLabel ? [] : cellEdits(column, cells, ownFormula(column, cells)),
  );
}

/** True for a table that is printed with rows: what they are about stays the same. */
function hasOwnRows({ body }: Table): boolean {
  return body.kind === "many" && body.prefilled.length > 0 && !body.groups;
}

/** What was typed over the total row's formulas gives way to them. */
function totalEdits({
  table,
  rows,
  total,
}: Pick<TableReport, "table" | "rows" | "total">): readonly NextEdit[] {
  if (total === null) return [];
  return table.columns.flatMap((column) => {
    if (!("total" in column) || column.total === "none") return [];
    const formula = column.kind === "percent" ? ownFormula(column, total) : sumAbove(column, rows, total);
    return cellEdits(column, total, formula);
  });
}

/** The sum of a column from the row under the header to the row above the total, as it is planned. */
function sumAbove(column: Column, rows: readonly TableRow[], total: RowCells): string | null {
  const [first] = rows;
  const top = first?.cells.get(column.id)?.address.row;
  const bottom = total.get(column.id)?.address;
  if (first === undefined || top === undefined || bottom === undefined) return null;
  const above = { top: top - first.row, bottom: bottom.row - 1, left: bottom.column, right: bottom.column };
  return `IF(COUNT(${areaA1(above)})=0,"",SUM(${areaA1(above)}))`;
}

/** Blanks a typed cell, or gives it its formula back. */
function cellEdits(column: Column, cells: RowCells, formula: string | null): readonly NextEdit[] {
  const found = cells.get(column.id);
  if (found === undefined || !isTyped(found.cell)) return [];
  const { address, cell } = found;
  if (formula !== null) return [formulaEdit(address, cell.format, formula)];
  const shown = column.kind === "percent" || column.kind === "date" ? column.kind : "number";
  return [clearing(address, cell.format, shown)];
}

/** What a column declares, for the cells of one row. */
function ownFormula(column: Column, cells: RowCells): string | null {
  const formula = "formula" in column ? column.formula : undefined;
  if (formula === undefined || partsOf(formula).some((id) => !cells.has(id))) return null;
  return rowFormula(formula, (id) => {
    const address = cells.get(id)?.address;
    return address === undefined ? "" : a1(address);
  });
}

function partsOf(formula: ColumnFormula): readonly string[] {
  switch (formula.kind) {
    case "sum":
      return formula.of;
    case "difference":
      return [formula.of, ...formula.minus];
    case "ratio":
      return [...formula.numerator, ...formula.denominator];
  }
}
