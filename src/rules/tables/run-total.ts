import type { Table } from "../../forms/table-schema.js";
import { findColumn } from "../../forms/tables.js";
import type { RowCells, TableReport } from "../../report/table-report.js";
import { nearlyEqual } from "../../values/tolerance.js";
import type { Outcome } from "../finding.js";
import { fails, HOLDS, UNCHECKED } from "../outcome.js";
import { isAmong, isRowCheck, type TableRule } from "../rule.js";
import { computedIn, readingIn, sum, type Totals } from "./numbers.js";
import { runRow } from "./run-row.js";

/** Runs one rule on the total row, of those that stand there; null where it says nothing of this one. */
export function runTotal(rule: TableRule, report: TableReport, totals: Totals): Outcome | null {
  const { check } = rule;
  if (report.total === null) return null;
  if (check.kind === "column-total") return runColumnTotal(rule, report, report.total, totals);
  if (!isRowCheck(check) || isSettled(rule, report, totals)) return null;
  return runRow(rule, check, report.total, report.table);
}

/** True for rules on a column that has a total. Rows and formulas say what is missing there. */
export function standsInTotal({ column: id, check }: TableRule, table: Table): boolean {
  const column = findColumn(table, id);
  if (column === null || !("total" in column) || column.total === "none") return false;
  return (
    check.kind === "column-total" ||
    (isRowCheck(check) && check.kind !== "filled" && check.kind !== "computed")
  );
}

/** A total that is compared with its rows owes its neighbours nothing that a row does not owe. */
function isSettled({ column: id, check }: TableRule, report: TableReport, totals: Totals): boolean {
  if (!isAmong(check)) return false;
  const column = findColumn(report.table, id);
  if (column === null || !("total" in column) || column.total !== "sum") return false;
  const numbers = totals.numbers(report, id);
  return numbers !== null && numbers.length > 0;
}

/** Blank rows count as 0; a column with nothing in it promises nothing. */
function runColumnTotal(rule: TableRule, report: TableReport, total: RowCells, totals: Totals): Outcome {
  const numbers = totals.numbers(report, rule.column);
  if (numbers === null) return UNCHECKED;
  if (numbers.length === 0) return HOLDS;
  const own = readingIn(total, rule.column);
  const expected = sum(numbers);
  const made = { kind: "rows", terms: numbers } as const;
  if (own.kind === "blank") {
    const computed = computedIn(total, report.table, rule.column);
    const pending = total.get(rule.column)?.cell.formula !== "";
    return pending || computed.kind === "number"
      ? HOLDS
      : fails(rule.severity, { rule: "total.mismatch", actual: null, expected, made });
  }
  if (own.kind !== "number") return UNCHECKED;
  return nearlyEqual(own.value, expected)
    ? HOLDS
    : fails(rule.severity, { rule: "total.mismatch", actual: own.value, expected, made });
}
