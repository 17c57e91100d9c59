import type { Column, ColumnFormula } from "../../../forms/table-schema.js";
import { columnOf, rangeDownTo, summedRange, type TableLayout } from "./layout.js";

/** Formulas are en-US and come without their leading `=`. */

/**
 * What a column declares, for one row. Blank until its parts are there: a sum while all of them are
 * blank, a difference or a ratio while any is.
 *
 * @param cellOf reference of a column's cell in that row
 */
export function rowFormula(formula: ColumnFormula, cellOf: (id: string) => string): string {
  switch (formula.kind) {
    case "sum": {
      const parts = references(formula.of, cellOf);
      return `IF(COUNT(${parts})=0,"",SUM(${parts}))`;
    }
    case "difference": {
      const all = [formula.of, ...formula.minus].map(cellOf);
      return `IF(COUNT(${all.join(",")})<${all.length},"",${all.join("-")})`;
    }
    case "ratio": {
      const { numerator, denominator } = formula;
      const [upper, lower] = [references(numerator, cellOf), references(denominator, cellOf)];
      return `IFERROR(IF(OR(COUNT(${upper})=0,COUNT(${lower})=0),"",ROUND(${quotient(formula, cellOf)},2)),"")`;
    }
  }
}

/** The unrounded ratio in per cent. */
function quotient(
  { numerator, denominator }: Extract<ColumnFormula, { kind: "ratio" }>,
  cellOf: (id: string) => string,
): string {
  return `100*${total(numerator, cellOf)}/${total(denominator, cellOf)}`;
}

function total(ids: readonly string[], cellOf: (id: string) => string): string {
  const cells = references(ids, cellOf);
  return ids.length === 1 ? cells : `SUM(${cells})`;
}

/** `D8:F8` for neighbours, `D8,G8` for others. */
function references(ids: readonly string[], cellOf: (id: string) => string): string {
  return ids.map(cellOf).join(",");
}

/** The cell of a column in the total row, or null where the column has no total. */
export function totalFormula(
  column: Column,
  layout: TableLayout,
  cellOf: (id: string) => string,
): string | null {
  if (!("total" in column) || column.total === "none") return null;
  if (column.kind === "percent") {
    return column.formula === undefined ? null : rowFormula(column.formula, cellOf);
  }
  const range = summedRange(layout, column.id);
  return `IF(COUNT(${range})=0,"",SUM(${range}))`;
}

/** The row's number (STT), which shows once the row says what it is about. */
export function orderFormula(layout: TableLayout, label: string, cell: string, row: number): string {
  return `IF(${cell}="","",COUNTA(${rangeDownTo(layout, label, row)})-1)`;
}

/** True when a column stands left of every column with a total: there the total row has its label. */
export function isBeforeTotals(layout: TableLayout, column: Column): boolean {
  const { columns } = layout.table;
  const first = columns.findIndex((other) => "total" in other && other.total !== "none");
  return first < 0 || columnOf(layout.table, column.id) <= first;
}
