import type { RowCells, TableReport, TableRow } from "../../report/table-report.js";
import { nearlyEqual } from "../../values/tolerance.js";
import { type Failure, type Finding, findingAt, type Outcome, type TableCellRef } from "../finding.js";
import { runRegister } from "../kinds/register.js";
import { runRows } from "../kinds/rows.js";
import type { RunContext } from "../kinds/scope.js";
import { cellsOfTableRule } from "../looks-at.js";
import { fails, HOLDS, UNCHECKED } from "../outcome.js";
import { isRegisterCheck, isRowsCheck, type TableCheck, type TableRule } from "../rule.js";
import type { Failing } from "../silence.js";
import { rulesOf } from "./derive.js";
import { type TableDifference, touches } from "./difference.js";
import { type RegisteredDocument, registeredDocument } from "./register.js";
import { type ColumnRules, runRowRules } from "./run-row.js";
import { runTotal } from "./run-total.js";

/** What some rules of a table say about it. */
interface Said {
  readonly failing: readonly Failing[];
  /** Rules that could not run on a filled row because something is blank or unreadable. */
  readonly unchecked: number;
}

/** What the rules of one table say about it: rows from top to bottom, the total row, then the table as a whole. */
export interface TableOutcome extends Said {
  /** The same apart, so that what an edit does not touch stays as it is: each row, and the document in it ... */
  readonly rows: readonly Said[];
  readonly documents: readonly (RegisteredDocument | null)[];
  /** ... each rule on the total row, and each on the rows together. */
  readonly total: readonly Said[];
  readonly whole: readonly Said[];
}

/** What is known of a table from an evaluation before, and what is otherwise now. */
interface Before {
  readonly outcome: TableOutcome;
  readonly differences: ReadonlyMap<string, TableDifference>;
  /** True while the report's information that registers are compared with is the same. */
  readonly sameInfo: boolean;
}

/** Runs the rules of a table: all of them or, after an edit, those that look at what is otherwise. */
export function evaluateTable(
  table: TableReport,
  context: TableContext,
  before: Before | null = null,
): TableOutcome {
  const known = before?.outcome;
  const difference = before?.differences.get(table.table.id);
  const rules = rulesOf(table.table);
  const rows = perRow(table, difference, known?.rows, (row) => rowSays(row, table, rules.ofRow));
  const documents = perRow(table, difference, known?.documents, (row) =>
    registeredDocument(row, table.table),
  );
  const total = totalsSay(table, difference, known?.total, context);
  const named = documents.filter((document) => document !== null);
  const whole = rules.ofTable.map((rule, position) => {
    const said = before !== null && isSame(rule, difference, before) ? known?.whole[position] : undefined;
    return said ?? wholeSays(rule, table, named, context);
  });
  return { ...together([rows, total, whole]), rows, documents, total, whole };
}

/** Something of each row: what is known of those that are the same, and the rest made anew. */
function perRow<T>(
  { rows }: TableReport,
  difference: TableDifference | undefined,
  known: readonly T[] | undefined,
  make: (row: TableRow) => T,
): readonly T[] {
  if (known === undefined) return rows.map(make);
  if (difference === undefined) return known;
  return rows.map((row, position) => {
    const at = difference.kept[position];
    const same = at === null || at === undefined ? undefined : known[at];
    return same === undefined ? make(row) : same;
  });
}

/** What the rules on the total row say; those whose columns are the same say what they said. */
function totalsSay(
  table: TableReport,
  difference: TableDifference | undefined,
  known: readonly Said[] | undefined,
  context: TableContext,
): readonly Said[] {
  const { ofTotal, totalsBy } = rulesOf(table.table);
  if (known !== undefined && difference === undefined) return known;
  const columns = difference?.columns ?? null;
  if (known === undefined || columns === null) return ofTotal.map((rule) => totalSays(rule, table, context));
  const said = [...known];
  const positions = new Set([...columns].flatMap((column) => totalsBy.get(column) ?? []));
  for (const position of positions) {
    const rule = ofTotal[position];
    if (rule !== undefined) said[position] = totalSays(rule, table, context);
  }
  return said;
}

/** True where all is the same that a rule on the rows together looks at. */
function isSame(
  { check, inputs }: TableRule,
  difference: TableDifference | undefined,
  { differences, sameInfo }: Before,
): boolean {
  if (touches(difference, inputs)) return false;
  if (check.kind === "agrees") return !differences.has(check.with.table);
  return isRowsCheck(check) || sameInfo;
}

function together(parts: readonly (readonly Said[])[]): Said {
  const failing: Failing[] = [];
  let unchecked = 0;
  for (const part of parts) {
    for (const said of part) {
      if (said === NOTHING) continue;
      failing.push(...said.failing);
      unchecked += said.unchecked;
    }
  }
  return { failing, unchecked };
}

const NOTHING: Said = { failing: [], unchecked: 0 };
const ONE_UNCHECKED: Said = { failing: [], unchecked: 1 };

function rowSays({ kind, row, cells }: TableRow, table: TableReport, rules: readonly ColumnRules[]): Said {
  if (kind === "group") return NOTHING;
  const failing: Failing[] = [];
  let unchecked = 0;
  runRowRules(rules, cells, table.table, (rule, outcome) => {
    if (outcome.kind === "unchecked") unchecked += 1;
    if (outcome.kind === "fails") failing.push(failingOf(rule, table, { row, cells }, outcome));
  });
  return failing.length === 0 && unchecked === 0 ? NOTHING : { failing, unchecked };
}

function totalSays(rule: TableRule, table: TableReport, { totals }: TableContext): Said {
  return saysOne(rule, table, { row: null, cells: table.total }, runTotal(rule, table, totals) ?? HOLDS);
}

function wholeSays(
  rule: TableRule,
  table: TableReport,
  documents: readonly RegisteredDocument[],
  context: TableContext,
): Said {
  const { check } = rule;
  if (check.kind === "agrees") {
    return saysOne(rule, table, wholePlace(table), runAgrees(check, rule, table, context));
  }
  if (isRowsCheck(check)) {
    const failing = runRows(check, rule.severity, table).map(({ row, outcome }) =>
      failingOf(rule, table, row, outcome),
    );
    return failing.length === 0 ? NOTHING : { failing, unchecked: 0 };
  }
  if (!isRegisterCheck(check)) return NOTHING;
  const failures = runRegister(rule, check, table, documents, context.report);
  if (failures.length === 0) return NOTHING;
  const failing = failures.map(({ row, outcome, related }) => failingOf(rule, table, row, outcome, related));
  return { failing, unchecked: 0 };
}

function saysOne(rule: TableRule, table: TableReport, place: Place, outcome: Outcome): Said {
  switch (outcome.kind) {
    case "holds":
      return NOTHING;
    case "unchecked":
      return ONE_UNCHECKED;
    case "fails":
      return { failing: [failingOf(rule, table, place, outcome)], unchecked: 0 };
  }
}

function failingOf(
  rule: TableRule,
  table: TableReport,
  place: Place,
  outcome: Failure,
  related: readonly TableCellRef[] = [],
): Failing {
  const { row } = place;
  return {
    finding: findingOf(rule, place, outcome, related),
    check: rule.check,
    at: { table: rule.table, row, column: rule.column },
    looksAt: () => cellsOfTableRule(rule, row, table),
  };
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
