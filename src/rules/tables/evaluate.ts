import type { RowCells, TableReport, TableRow } from "../../report/table-report.js";
import { nearlyEqual } from "../../values/tolerance.js";
import { type Failure, type Finding, findingAt, type Outcome, type TableCellRef } from "../finding.js";
import {
  type DayCheck,
  documentFailure,
  type Found,
  isDayCheck,
  runOnDay,
  runOnDocuments,
} from "../kinds/register.js";
import { type CountedRow, type CountedRows, countedRow, countedRows, runRows } from "../kinds/rows.js";
import type { RunContext } from "../kinds/scope.js";
import { cellsOfTableRule } from "../looks-at.js";
import { once } from "../once.js";
import { fails, HOLDS, UNCHECKED } from "../outcome.js";
import { isRegisterCheck, isRowsCheck, type TableCheck, type TableRule } from "../rule.js";
import type { Failing } from "../silence.js";
import { rulesOf } from "./derive.js";
import { type TableDifference, touches } from "./difference.js";
import { type Exchanged, type Register, registerAfter, registerOf } from "./kept-register.js";
import { type RegisteredDocument, registeredDocument } from "./register.js";
import { type ColumnRules, runRowRules } from "./run-row.js";
import { runTotal } from "./run-total.js";

/** What some rules of a table say about it. */
interface Said {
  readonly failing: readonly Failing[];
  /** Rules that could not run on a filled row because something is blank or unreadable. */
  readonly unchecked: number;
}

/** What a rule on the rows together says; where it looks at one row at a time, by rows, null where it holds. */
interface WholeSaid extends Said {
  readonly byRow: readonly (Failing | null)[] | null;
}

/** What is known of a row by itself: what its rules say, and what rules on the rows together look at in it. */
interface KnownRow {
  readonly said: Said;
  readonly document: RegisteredDocument | null;
  readonly counted: CountedRow | null;
}

/** What the rules of one table say about it: rows from top to bottom, the total row, then the table as a whole. */
export interface TableOutcome extends Said {
  /** The same apart, so that what an edit does not touch stays as it is: each row, and the rows together ... */
  readonly rows: readonly KnownRow[];
  readonly register: Register | null;
  readonly counted: CountedRows | null;
  /** ... each rule on the total row, and each on the rows together. */
  readonly total: readonly Said[];
  readonly whole: readonly WholeSaid[];
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
  const rows = perRow(table, difference, known?.rows, (row) => knownRow(row, table));
  const register = registerIn(table, rows, difference, before, context);
  const counted = countedIn(table, rows, difference, known);
  const total = totalsSay(table, difference, known?.total, context);
  const whole = rules.ofTable.map((rule, position) => {
    const said = known?.whole[position];
    if (said !== undefined && before !== null && isSame(rule, difference, before)) return said;
    const { check } = rule;
    if (isRegisterCheck(check) && isDayCheck(check)) {
      const byRow = before?.sameInfo === true ? said?.byRow : null;
      return daysSay({ ...rule, check }, table, difference, byRow ?? undefined, context);
    }
    return { ...wholeSays(rule, table, { register, counted }, context), byRow: null };
  });
  const ofRows = rows.map(({ said }) => said);
  return { ...together([ofRows, total, whole]), rows, register, counted, total, whole };
}

function knownRow(row: TableRow, table: TableReport): KnownRow {
  const rules = rulesOf(table.table);
  return {
    said: rowSays(row, table, rules.ofRow),
    document: registeredDocument(row, table.table),
    counted: rules.counts ? countedRow(row, table.table) : null,
  };
}

/** The documents of a register; null for a table that is none. */
function registerIn(
  { table }: TableReport,
  rows: readonly KnownRow[],
  difference: TableDifference | undefined,
  before: Before | null,
  { report: { info } }: TableContext,
): Register | null {
  if (table.register === undefined) return null;
  const known = before?.sameInfo === true ? before.outcome : null;
  if (known?.register != null && difference === undefined) return known.register;
  const documents: RegisteredDocument[] = [];
  for (const row of rows) take(row, documents);
  if (known?.register == null || difference === undefined) return registerOf(documents, info);
  return registerAfter(known.register, documents, exchanged(rows, known.rows, difference), info);
}

/** The documents in rows that are not what they were. */
function exchanged(
  rows: readonly KnownRow[],
  known: readonly KnownRow[],
  { kept }: TableDifference,
): Exchanged {
  const gone: RegisteredDocument[] = [];
  const come: RegisteredDocument[] = [];
  // Rows that stayed did so in their order: what is between them went.
  let position = 0;
  rows.forEach((row, index) => {
    const at = kept[index] ?? null;
    if (at === null) {
      take(row, come);
      return;
    }
    for (; position < at; position++) take(known[position], gone);
    position = at + 1;
  });
  for (; position < known.length; position++) take(known[position], gone);
  return { gone, come };
}

function take(row: KnownRow | undefined, documents: RegisteredDocument[]): void {
  const document = row?.document ?? null;
  if (document !== null) documents.push(document);
}

/** The rows as they are counted; null in a table whose rows owe nothing as wholes. */
function countedIn(
  { table }: TableReport,
  rows: readonly KnownRow[],
  difference: TableDifference | undefined,
  known: TableOutcome | undefined,
): CountedRows | null {
  if (!rulesOf(table).counts) return null;
  if (known?.counted != null && difference === undefined) return known.counted;
  // Where no row came or went, each has the position that it had.
  const same = difference !== undefined && difference.columns !== null ? known?.counted : null;
  return countedRows(
    rows.map(({ counted }) => counted),
    same ?? null,
  );
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
  { register, counted }: Pick<TableOutcome, "register" | "counted">,
  context: TableContext,
): Said {
  const { check, severity, column, table: id } = rule;
  if (check.kind === "agrees") {
    return saysOne(rule, table, wholePlace(table), runAgrees(check, rule, table, context));
  }
  if (isRowsCheck(check)) {
    if (counted === null) return NOTHING;
    return all(
      runRows(check, severity, table, counted).map(({ row, outcome }) =>
        failingOf(rule, table, row, outcome),
      ),
    );
  }
  if (!isRegisterCheck(check) || isDayCheck(check) || register === null) return NOTHING;
  return all(
    runOnDocuments(check, register).map((found) =>
      once(madeOf, found, () => {
        const { row, outcome, other } = documentFailure(found, check, severity);
        const related = other === null ? [] : [{ table: id, row: other.row, column }];
        return failingOf(rule, table, row, outcome, related);
      }),
    ),
  );
}

/** What was made of each thing that a rule found among documents, for as long as that is so. */
const madeOf = new WeakMap<Found, Failing>();

/** What a rule on the day in each row says. */
function daysSay(
  rule: TableRule & { readonly check: DayCheck },
  table: TableReport,
  difference: TableDifference | undefined,
  known: readonly (Failing | null)[] | undefined,
  { report: { info } }: TableContext,
): WholeSaid {
  const byRow = perRow(table, difference, known, (row) => {
    const outcome = runOnDay(rule.check, rule, row, table.table, info);
    return outcome === null ? null : failingOf(rule, table, row, outcome);
  });
  return { ...all(byRow.filter((failing) => failing !== null)), byRow };
}

function all(failing: readonly Failing[]): Said {
  return failing.length === 0 ? NOTHING : { failing, unchecked: 0 };
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
        by: { kind: "table", ...check.with, from: "total" },
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
