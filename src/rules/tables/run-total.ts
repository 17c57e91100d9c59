import type { RowCells, TableReport } from "../../report/table-report.js";
import { nearlyEqual } from "../../values/tolerance.js";
import { fails, HOLDS, type Outcome, UNCHECKED } from "../outcome.js";
import { isAmong, isRowCheck, type TableRule } from "../rule.js";
import { columnNumbers, computedIn, readingIn, sum } from "./numbers.js";
import { runRow } from "./run-row.js";

/** The total row: its columns against the rows, and what each of its cells owes to its neighbours. */
export function totalOutcomes(
  rules: readonly TableRule[],
  report: TableReport,
): readonly (readonly [TableRule, Outcome])[] {
  const { total, table } = report;
  if (total === null) return [];
  /** Columns whose total follows from the rows, or does not. */
  const settled = new Set<string>();
  const outcomes: (readonly [TableRule, Outcome])[] = [];
  for (const rule of rules) {
    const column = table.columns.find(({ id }) => id === rule.column);
    if (column === undefined || !("total" in column) || column.total === "none") continue;
    const { check } = rule;
    if (check.kind === "column-total") {
      const outcome = runColumnTotal(rule, report, total);
      const numbers = columnNumbers(report, rule.column);
      if (numbers !== null && numbers.length > 0) settled.add(rule.column);
      outcomes.push([rule, outcome]);
    } else if (isRowCheck(check) && check.kind !== "filled" && check.kind !== "computed") {
      // A total that is compared with its rows owes its neighbours nothing that a row does not owe.
      if (settled.has(rule.column) && isAmong(check)) continue;
      outcomes.push([rule, runRow(rule, check, total, table)]);
    }
  }
  return outcomes;
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
