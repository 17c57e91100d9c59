import { formulaOf, totalFormulaOf } from "../../../rules/formula-of.js";
import { columnsOfKey } from "../../../rules/kinds/columns.js";
import { isAmong, isRowCheck, type TableRule } from "../../../rules/rule.js";
import { deriveTableRules } from "../../../rules/tables/derive.js";
import type { ConditionPlan } from "../../plan.js";
import { condition } from "../forms/conditions.js";
import { rectangle } from "../plan-cells.js";
import { cellIn, columnOf, summedRange, type TableLayout } from "./layout.js";

/**
 * What a table's sheet shows by itself: cells that turn pink, or amber, while a rule of their row
 * fails that a formula can tell, in the rows and in the total row.
 */
export function tableConditions(layout: TableLayout): readonly ConditionPlan[] {
  return deriveTableRules(layout.table).flatMap((rule) => [
    ...rowConditions(layout, rule),
    ...totalConditions(layout, rule),
  ]);
}

function rowConditions(layout: TableLayout, rule: TableRule): readonly ConditionPlan[] {
  const formula = formulaIn(layout, rule, layout.firstRow);
  if (formula === null) return [];
  const at = columnOf(layout.table, rule.column);
  return [condition(rectangle(layout.firstRow, at, layout.lastRow, at), formula, rule.severity)];
}

/** The total row against the rows above; to its neighbours it owes only what the rows do not settle. */
function totalConditions(layout: TableLayout, rule: TableRule): readonly ConditionPlan[] {
  const { totalRow, table } = layout;
  const column = table.columns.find(({ id }) => id === rule.column);
  if (totalRow === null || column === undefined || !("total" in column) || column.total === "none") return [];
  const at = columnOf(table, rule.column);
  const area = rectangle(totalRow, at, totalRow, at);
  const range = summedRange(layout, rule.column);
  if (rule.check.kind === "column-total") {
    return [condition(area, totalFormulaOf(cellIn(table, rule.column, totalRow), range))];
  }
  const formula = formulaIn(layout, rule, totalRow);
  if (formula === null) return [];
  const settled = column.total === "sum" && isAmong(rule.check);
  return [condition(area, settled ? `AND(COUNT(${range})=0,${formula})` : formula, rule.severity)];
}

function formulaIn({ table }: TableLayout, { check, column }: TableRule, row: number): string | null {
  if (!isRowCheck(check)) return null;
  return formulaOf(check, {
    own: cellIn(table, column, row),
    cells: (key) => columnsOfKey(key).map((id) => cellIn(table, id, row)),
  });
}
