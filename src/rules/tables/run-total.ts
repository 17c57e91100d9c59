import type { RowCells, TableReport } from "../../report/table-report.js";
import { nearlyEqual } from "../../values/tolerance.js";
import type { Outcome } from "../finding.js";
import { fails, HOLDS, UNCHECKED } from "../outcome.js";
import { isAmong, isRowCheck, type TableRule } from "../rule.js";
import { columnNumbers, computedIn, readingIn, sum } from "./numbers.js";
import { runRow } from "./run-row.js";

/** The total row: its columns against the rows, and what each of its cells owes to its neighbours. */
export function totalOutcomes(
  rules: readonly TableRule[],
  report: TableReport,
): readonly (readonly [TableRule, Outcome])[] {
  if (report.total === null) return [];
  return rules.flatMap((rule) => {
    const told = standsInTotal(rule, report) && !isSettled(rule, report);
    return told ? [[rule, runTotal(rule, report)] as const] : [];
  });
}

/** Runs one rule on the total row. */
export function runTotal(rule: TableRule, report: TableReport): Outcome {
  const { check } = rule;
  if (report.total === null || !standsInTotal(rule, report)) return HOLDS;
  if (check.kind === "column-total") return runColumnTotal(rule, report, report.total);
  if (!isRowCheck(check) || isSettled(rule, report)) return HOLDS;
  return runRow(rule, check, report.total, report.table);
}

/** True for rules on a column that has a total. Rows and formulas say what is missing there. */
function standsInTotal({ column: id, check }: TableRule, { table }: TableReport): boolean {
  const column = table.columns.find((candidate) => candidate.id === id);
  if (column === undefined || !("total" in column) || column.total === "none") return false;
  return (
    check.kind === "column-total" ||
    (isRowCheck(check) && check.kind !== "filled" && check.kind !== "computed")
  );
}

/** A total that is compared with its rows owes its neighbours nothing that a row does not owe. */
function isSettled({ column: id, check }: TableRule, report: TableReport): boolean {
  const column = report.table.columns.find((candidate) => candidate.id === id);
  if (!isAmong(check) || column === undefined || !("total" in column) || column.total !== "sum") return false;
  const numbers = columnNumbers(report, id);
  return numbers !== null && numbers.length > 0;
}

/** Blank rows count as 0; a column with nothing in it promises nothing. */
function runColumnTotal(rule: TableRule, report: TableReport, total: RowCells): Outcome {
  const numbers = columnNumbers(report, rule.column);
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
