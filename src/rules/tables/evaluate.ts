import type { Table } from "../../forms/table-schema.js";
import type { RowCells, TableReport } from "../../report/table-report.js";
import { nearlyEqual } from "../../values/tolerance.js";
import { type Failure, type Finding, findingAt, type Outcome, type TableCellRef } from "../finding.js";
import type { ColumnKey } from "../kinds/columns.js";
import { runRegister } from "../kinds/register.js";
import type { RunContext } from "../kinds/scope.js";
import { cellsOfTableRule } from "../looks-at.js";
import { fails, HOLDS, UNCHECKED } from "../outcome.js";
import { type Check, isRegisterCheck, isRowCheck, type TableCheck, type TableRule } from "../rule.js";
import type { Failing } from "../silence.js";
import { deriveTableRules } from "./derive.js";
import { registeredDocuments } from "./register.js";
import { runRow } from "./run-row.js";
import { runTotal, standsInTotal } from "./run-total.js";

/** What the rules of one table say about it. */
export interface TableOutcome {
  /** Rows from top to bottom, the total row, then the table as a whole. */
  readonly failing: readonly Failing[];
  /** Rules that could not run on a filled row because something is blank or unreadable. */
  readonly unchecked: number;
}

/** Runs every rule of a table. */
export function evaluateTable(table: TableReport, context: TableContext): TableOutcome {
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
  const documents = registeredDocuments(table);
  for (const { kind, row, cells } of table.rows) {
    if (kind === "group") continue;
    const place = { row, cells };
    for (const { rule, check } of rules.ofRow) add(rule, place, runRow(rule, check, cells, table.table));
  }
  const inTotal = { row: null, cells: table.total };
  for (const rule of rules.ofTotal) {
    const outcome = runTotal(rule, table, context.totals);
    if (outcome !== null) add(rule, inTotal, outcome);
  }
  for (const rule of rules.ofTable) {
    const { check } = rule;
    if (check.kind === "agrees") add(rule, wholePlace(table), runAgrees(check, rule, table, context));
    if (!isRegisterCheck(check)) continue;
    for (const { row, outcome, related } of runRegister(rule, check, table, documents, context.report)) {
      add(rule, row, outcome, related);
    }
  }
  return { failing, unchecked };
}

/** The rules of a table by where they run, in the order of its columns. */
interface TableRules {
  readonly all: readonly TableRule[];
  /** On every filled row. */
  readonly ofRow: readonly { readonly rule: TableRule; readonly check: Check<ColumnKey> }[];
  /** On the total row. */
  readonly ofTotal: readonly TableRule[];
  /** On the rows together. */
  readonly ofTable: readonly TableRule[];
}

const derived = new WeakMap<Table, TableRules>();

/** The rules of a table, derived once. */
export function rulesOf(table: Table): TableRules {
  const known = derived.get(table);
  if (known !== undefined) return known;
  const all = deriveTableRules(table);
  const rules: TableRules = {
    all,
    ofRow: all.flatMap((rule) => (isRowCheck(rule.check) ? [{ rule, check: rule.check }] : [])),
    ofTotal: all.filter((rule) => standsInTotal(rule, table)),
    ofTable: all.filter(({ check }) => check.kind === "agrees" || isRegisterCheck(check)),
  };
  derived.set(table, rules);
  return rules;
}

/** What the rules of one table look at beside it. */
type TableContext = Pick<RunContext, "report" | "totals">;

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
  { report, totals }: TableContext,
): Outcome {
  const other = report.tables.get(check.with.table);
  if (other === undefined) return HOLDS;
  const own = totals.total(table, check.columns);
  const expected = totals.total(other, check.with.columns);
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
