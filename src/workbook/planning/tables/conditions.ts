import type { Column, ColumnFormula } from "../../../forms/table-schema.js";
import { isNumberColumn } from "../../../forms/tables.js";
import type { ConditionPlan, Rectangle } from "../../plan.js";
import { condition, EPSILON, exceeds, ratioDisagrees } from "../forms/conditions.js";
import { rectangle } from "../plan-cells.js";
import { quotient } from "./formulas.js";
import { cellIn, columnOf, summedRange, type TableLayout } from "./layout.js";

/**
 * What a table's sheet shows by itself: cells that turn pink. The conditions say what the rules
 * `value.negative`, `total.mismatch`, `ratio.mismatch` and `part.exceeds` say, for cells that hold
 * numbers.
 */
export function tableConditions(layout: TableLayout): readonly ConditionPlan[] {
  return layout.table.columns.filter(isNumberColumn).flatMap((column) => {
    const cellOf = (id: string) => cellIn(layout.table, id, layout.firstRow);
    const own = cellOf(column.id);
    const formulas = [`AND(ISNUMBER(${own}),${own}<0)`, ...rowFormulas(column, own, cellOf)];
    return [
      ...formulas.map((formula) => condition(columnArea(layout, column), formula)),
      ...totalConditions(layout, column),
    ];
  });
}

function rowFormulas(column: Column, own: string, cellOf: (id: string) => string): readonly string[] {
  const formulas: string[] = [];
  if (!isNumberColumn(column)) return formulas;
  if (column.formula !== undefined) formulas.push(disagrees(column.formula, own, cellOf));
  if (column.kind === "percent") return formulas;
  if (column.check !== undefined) formulas.push(disagrees(column.check, own, cellOf));
  if (column.atMost !== undefined) formulas.push(exceeds(own, cellOf(column.atMost)));
  if (column.covers !== undefined) {
    const parts = column.covers.map(cellOf).join(",");
    formulas.push(`AND(ISNUMBER(${own}),SUM(${parts})-${own}>${EPSILON})`);
  }
  return formulas;
}

/** True when a stated value is not what the declaration makes of the other cells. */
function disagrees(formula: ColumnFormula, own: string, cellOf: (id: string) => string): string {
  switch (formula.kind) {
    case "sum": {
      const parts = formula.of.map(cellOf).join(",");
      return `AND(ISNUMBER(${own}),COUNT(${parts})>0,ABS(SUM(${parts})-${own})>${EPSILON})`;
    }
    case "difference": {
      const all = [formula.of, ...formula.minus].map(cellOf);
      const known = `COUNT(${own},${all.join(",")})=${all.length + 1}`;
      return `AND(${known},ABS(${all.join("-")}-${own})>${EPSILON})`;
    }
    case "ratio":
      return ratioDisagrees(own, cellOf(formula.numerator[0] ?? ""), quotient(formula, cellOf));
  }
}

/** The total row's own number against the rows above. */
function totalConditions(layout: TableLayout, column: Column): readonly ConditionPlan[] {
  const { totalRow, table } = layout;
  if (totalRow === null || !("total" in column) || column.total !== "sum") return [];
  const own = cellIn(table, column.id, totalRow);
  const range = summedRange(layout, column.id);
  const at = columnOf(table, column.id);
  const formula = `AND(ISNUMBER(${own}),COUNT(${range})>0,ABS(SUM(${range})-${own})>${EPSILON})`;
  return [condition(rectangle(totalRow, at, totalRow, at), formula)];
}

/** The column's cells from the first row to the total row. */
function columnArea(layout: TableLayout, column: Column): Rectangle {
  const at = columnOf(layout.table, column.id);
  return rectangle(layout.firstRow, at, layout.totalRow ?? layout.lastRow, at);
}
