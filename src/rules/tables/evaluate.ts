import type { Table } from "../../forms/table-schema.js";
import type { Report } from "../../report/report.js";
import type { RowCells, TableReport } from "../../report/table-report.js";
import { nearlyEqual } from "../../values/tolerance.js";
import { type Failure, type Finding, findingAt, type Outcome, type TableCellRef } from "../finding.js";
import { runRegister } from "../kinds/register.js";
import { cellsOfTableRule } from "../looks-at.js";
import { fails, HOLDS, UNCHECKED } from "../outcome.js";
import { isRegisterCheck, isRowCheck, type TableCheck, type TableRule } from "../rule.js";
import type { Failing } from "../silence.js";
import { deriveTableRules } from "./derive.js";
import { totalOf } from "./numbers.js";
import { runRow } from "./run-row.js";
import { totalOutcomes } from "./run-total.js";

/** What the rules of one table say about it. */
export interface TableOutcome {
  /** Rows from top to bottom, the total row, then the table as a whole. */
  readonly failing: readonly Failing[];
  /** Rules that could not run on a filled row because something is blank or unreadable. */
  readonly unchecked: number;
}

/** Runs every rule of a table. */
export function evaluateTable(table: TableReport, report: Report): TableOutcome {
  const failing: Failing[] = [];
  let unchecked = 0;
  const add = (rule: TableRule, place: Place, outcome: Outcome, related: readonly TableCellRef[] = []) => {
    if (outcome.kind === "unchecked") unchecked += 1;
    if (outcome.kind !== "fails") return;
    const { row } = place;
    failing.push({
      finding: findingOf(rule, place, outcome, related),
      check: rule.check,
      at: { table: rule.table, row, column: rule.column },
      looksAt: () => cellsOfTableRule(rule, row, table),
    });
  };
  const rules = rulesOf(table.table);
  for (const { kind, row, cells } of table.rows) {
    if (kind === "group") continue;
    for (const rule of rules) {
      if (isRowCheck(rule.check)) add(rule, { row, cells }, runRow(rule, rule.check, cells, table.table));
    }
  }
  for (const [rule, outcome] of totalOutcomes(rules, table)) {
    add(rule, { row: null, cells: table.total }, outcome);
  }
  for (const rule of rules) {
    const { check } = rule;
    if (check.kind === "agrees") add(rule, wholePlace(table), runAgrees(check, rule, table, report));
    if (!isRegisterCheck(check)) continue;
    for (const { row, outcome, related } of runRegister(rule, check, table, report)) {
      add(rule, row, outcome, related);
    }
  }
  return { failing, unchecked };
}

const derived = new WeakMap<Table, readonly TableRule[]>();

/** The rules of a table, derived once. */
export function rulesOf(table: Table): readonly TableRule[] {
  const known = derived.get(table);
  if (known !== undefined) return known;
  const rules = deriveTableRules(table);
  derived.set(table, rules);
  return rules;
}

interface Place {
  readonly row: number | null;
  readonly cells: RowCells | null;
}

/** Where a finding about the whole table stands: at its total, or at its only row. */
function wholePlace({ total, rows }: TableReport): Place {
  const [first] = rows;
  return total === null && first !== undefined ? first : { row: null, cells: total };
}

/** Compares totals of two tables. Silent while the workbook has no such other table. */
export function runAgrees(
  check: Extract<TableCheck, { kind: "agrees" }>,
  { severity }: TableRule,
  table: TableReport,
  report: Report,
): Outcome {
  const other = report.tables.get(check.with.table);
  if (other === undefined) return HOLDS;
  const own = totalOf(table, check.columns);
  const expected = totalOf(other, check.with.columns);
  if (own === null || expected === null) return UNCHECKED;
  return nearlyEqual(own, expected)
    ? HOLDS
    : fails(severity, {
        rule: "cross.mismatch",
        actual: own,
        expected,
        by: { kind: "table", ...check.with },
      });
}

function findingOf(
  { table, column }: TableRule,
  { row, cells }: Place,
  { severity, told }: Failure,
  related: readonly TableCellRef[],
): Finding {
  const address = cells?.get(column)?.address ?? null;
  return findingAt({ kind: "table", form: null, table, row, column, address }, severity, told, related);
}
