import type { Report } from "../../report/report.js";
import type { TableReport, TableRow } from "../../report/table-report.js";
import { type Day, dayOf } from "../../values/day.js";
import type { Finding } from "../finding.js";
import { REGISTER_KINDS } from "../kinds/register.js";
import { once } from "../once.js";
import type { Failing } from "../silence.js";
import { differences } from "./difference.js";
import { evaluateTable, type TableOutcome } from "./evaluate.js";
import { FRESH_TOTALS } from "./numbers.js";

/**
 * The day that somebody may have meant who typed another year (2013 for 2023), or day and month in each
 * other's place, in a register: the only one with which all of its rules hold and none speaks that did not.
 * Null where no such day does, or more than one, and for findings that a day does not mend.
 */
export function meantDay({ rule, place }: Finding, report: Report): Day | null {
  if (
    place.kind !== "table" ||
    (rule !== "period.window" && rule !== "value.order" && rule !== "value.year")
  ) {
    return null;
  }
  const table = report.tables.get(place.table);
  const row = table?.rows.find((one) => one.row === place.row);
  const column = table?.table.register?.date;
  if (table === undefined || row === undefined || column === undefined) return null;
  const reading = row.cells.get(column)?.reading;
  if (reading?.kind !== "date") return null;
  const { day } = reading;
  // Out of order within its year, it is of that year; and any order fits where it would be alone.
  const ofOtherYears = rule === "value.order" ? [] : otherYears(day, report);
  const [meant, ...others] = [...ofOtherYears, ...exchanged(day)].filter((one) =>
    holdsWith(one, { table, row, column }, report),
  );
  return meant === undefined || others.length > 0 ? null : meant;
}

/** The same day of the month in the other years of the report's data, as long as its first and last day are known. */
function otherYears({ year, month, day }: Day, { info: { from, to } }: Report): readonly Day[] {
  if (from === null || to === null) return [];
  const years = Array.from({ length: Math.max(0, to.year - from.year + 1) }, (_, more) => from.year + more);
  return years.flatMap((one) => (one === year ? [] : (dayOf(one, month, day) ?? [])));
}

/** Day and month in each other's place, where that is another day. */
function exchanged({ year, month, day }: Day): readonly Day[] {
  return day === month ? [] : [dayOf(year, day, month) ?? []].flat();
}

interface DatedRow {
  readonly table: TableReport;
  readonly row: TableRow;
  readonly column: string;
}

/** True where no rule on a register speaks of a row any more with another day in it, and none of another row anew. */
function holdsWith(day: Day, { table, row, column }: DatedRow, report: Report): boolean {
  const known = row.cells.get(column);
  if (known === undefined) return false;
  const cells = new Map(row.cells).set(column, { ...known, reading: { kind: "date", day } });
  const rows = table.rows.map((one) => (one === row ? { ...one, cells } : one));
  const id = table.table.id;
  const changed = { ...table, rows };
  const now = { ...report, tables: new Map(report.tables).set(id, changed) };
  const outcome = outcomeOf(table, report);
  const after = evaluateTable(
    changed,
    { report: now, totals: FRESH_TOTALS },
    { outcome, differences: differences(now, report), sameInfo: true },
  );
  const before = new Set(ofRegister(outcome).map(keyOf));
  return ofRegister(after).every((failing) => !isAt(failing, row) && before.has(keyOf(failing)));
}

const REGISTER_RULES: ReadonlySet<string> = new Set(Object.values(REGISTER_KINDS).map(({ rule }) => rule));

function ofRegister({ failing }: TableOutcome): readonly Failing[] {
  return failing.filter(({ finding }) => REGISTER_RULES.has(finding.rule));
}

function keyOf({ finding: { rule }, at }: Failing): string {
  return "form" in at ? rule : `${rule} ${at.row} ${at.column}`;
}

function isAt({ at }: Failing, { row }: TableRow): boolean {
  return !("form" in at) && at.row === row;
}

/** What the rules say of a table as it is, for all of its rows that are asked about. */
function outcomeOf(table: TableReport, report: Report): TableOutcome {
  const ofReport = once(outcomes, report, () => new Map<TableReport, TableOutcome>());
  return once(ofReport, table, () => evaluateTable(table, { report, totals: FRESH_TOTALS }));
}

const outcomes = new WeakMap<Report, Map<TableReport, TableOutcome>>();
