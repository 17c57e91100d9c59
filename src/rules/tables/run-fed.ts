import type { TableTerm } from "../../forms/rule-schema.js";
import type { Table } from "../../forms/table-schema.js";
import { labelColumn, printedLabels, type TableFeed } from "../../forms/tables.js";
import type { Report, ReportInfo } from "../../report/report.js";
import type { RowCells, TableReport } from "../../report/table-report.js";
import { compareDays } from "../../values/day.js";
import type { Reading } from "../../values/reading.js";
import { agrees, nearlyEqual, roundHalfUp } from "../../values/tolerance.js";
import { plainWords } from "../../values/words.js";
import type { Severity } from "../facts.js";
import type { Outcome, TableCellRef } from "../finding.js";
import type { RunContext } from "../kinds/scope.js";
import { fails, HOLDS, UNCHECKED } from "../outcome.js";
import { numberIn, readingIn, sum, type Totals } from "./numbers.js";

/** Decimals of an expected value, in a unit such as triệu đồng. */
const SHOWN_DECIMALS = 6;

/**
 * Compares a form cell with the table that feeds it. Nothing is promised while the workbook has no
 * such table. Where units differ or a ratio is taken, the form may round or cut.
 */
export function runFed(
  feed: TableFeed,
  severity: Severity,
  own: Reading,
  { report, totals }: RunContext,
): Outcome {
  const table = report.tables.get(feed.table);
  if (table === undefined) return HOLDS;
  const exact = fedNumber(feed, table, report.info, totals);
  if (exact === null || own.kind !== "number") return UNCHECKED;
  const rounds = feed.from === "ratio" || feed.scale !== undefined;
  const same = rounds ? agrees(own.value, exact, own.decimals) : nearlyEqual(own.value, exact);
  if (same) return HOLDS;
  const expected = roundHalfUp(exact, feed.from === "ratio" ? 2 : SHOWN_DECIMALS);
  const rows = typeof feed.from === "object" && "rows" in feed.from ? { rows: feed.from.rows } : {};
  const by = { kind: "table", table: feed.table, columns: feed.columns, ...rows, from: feed.from } as const;
  return fails(severity, { rule: "cross.mismatch", actual: own.value, expected, by });
}

/** The number that a table gives to a form; null while it holds none. */
export function fedNumber(
  feed: TableFeed,
  table: TableReport,
  window: DataWindow,
  totals: Totals,
): number | null {
  const { from, columns } = feed;
  const [first = "", second = ""] = columns;
  if (from === "total") return scaled(totals.total(table, columns), feed);
  if (from === "count") return countOf(table, first);
  if (from === "ratio") {
    const [part, whole] = [totals.total(table, [first]), totals.total(table, [second])];
    return part === null || whole === null || whole === 0 ? null : (100 * part) / whole;
  }
  if ("countInWindow" in from) {
    const all = countOf(table, first);
    return all === null ? null : Math.max(0, all - countOutside(table, from.countInWindow, window));
  }
  if ("equals" in from) {
    const numbers = totals.numbers(table, first);
    if (numbers === null || numbers.length === 0) return null;
    return numbers.filter((number) => nearlyEqual(number, from.equals)).length;
  }
  return scaled(sumOfRows(table, from.rows, columns), feed);
}

/** First and last day of the data. */
type DataWindow = Pick<ReportInfo, "from" | "to">;

function countOf({ rows }: TableReport, column: string): number | null {
  let count = 0;
  for (const { kind, cells } of rows) {
    if (kind === "record" && readingIn(cells, column).kind !== "blank") count += 1;
  }
  return count === 0 ? null : count;
}

/** Rows dated outside of a window, as the form's formula counts them; those without a day are not. */
function countOutside({ rows }: TableReport, column: string, { from, to }: DataWindow): number {
  let count = 0;
  for (const { kind, cells } of rows) {
    const reading = cells.get(column)?.reading;
    if (kind !== "record" || reading?.kind !== "date") continue;
    const { day } = reading;
    const isOutside =
      (from !== null && compareDays(day, from) < 0) || (to !== null && compareDays(day, to) > 0);
    if (isOutside) count += 1;
  }
  return count;
}

function records({ rows }: TableReport): TableReport["rows"] {
  return rows.filter(({ kind }) => kind === "record");
}

/**
 * The rows of these labels added up; one that is not there has none. Null where it may stand there under a
 * name of the office's own.
 */
export function sumOfRows(
  report: TableReport,
  labels: readonly string[],
  columns: readonly string[],
): number | null {
  const rows = labelledRows(report, labels);
  const found = new Set(rows.map(({ cells }) => labelOf(report, cells)));
  if (labels.some((label) => !found.has(plainWords(label))) && hasOwnNames(report)) return null;
  const numbers: number[] = [];
  for (const { cells } of rows) {
    for (const column of columns) {
      const reading = numberIn(cells, report.table, column);
      if (reading.kind === "unreadable") return null;
      if (reading.kind === "number") numbers.push(reading.value);
    }
  }
  return numbers.length === 0 ? null : sum(numbers);
}

/** True where a row is about something that is not printed there beforehand. */
function hasOwnNames(report: TableReport): boolean {
  const printed = new Set(printedLabels(report.table).map(plainWords));
  return records(report).some(({ cells }) => !printed.has(labelOf(report, cells)));
}

/** The rows that say what they are about in one of these ways. */
function labelledRows(report: TableReport, labels: readonly string[]): TableReport["rows"] {
  const wanted = new Set(labels.map(plainWords));
  return records(report).filter(({ cells }) => wanted.has(labelOf(report, cells)));
}

/** What a row says that it is about, in plain words. */
function labelOf({ table }: TableReport, cells: RowCells): string {
  const said = readingIn(cells, labelColumn(table)?.id ?? "");
  return said.kind === "text" ? plainWords(said.text) : "";
}

/** The columns of its table that decide what a feed gives, those apart that formulas take their numbers from. */
export function columnsOfFeed({ columns, from }: TableFeed, table: Table): readonly string[] {
  if (typeof from !== "object" || "equals" in from) return columns;
  return "countInWindow" in from
    ? [...columns, from.countInWindow]
    : columnsOfTerm({ columns, rows: from.rows }, table);
}

/** The same of a term of a relation: single rows are found by what they say that they are about. */
export function columnsOfTerm(
  { columns, rows }: Pick<TableTerm, "columns" | "rows">,
  table: Table,
): readonly string[] {
  const label = labelColumn(table);
  return rows === undefined || label === null ? columns : [...columns, label.id];
}

/** The cells that a form's number comes from: totals, or the cells of rows where it takes those alone. */
export function cellsOfFeed({ table, columns, from }: TableFeed, report: Report): readonly TableCellRef[] {
  const known = report.tables.get(table);
  const totals = columns.map((column) => ({ table, row: null, column }));
  if (typeof from !== "object" || known === undefined) return totals;
  if ("rows" in from) return cellsOfRows({ table, columns, rows: from.rows }, report);
  return "equals" in from ? cellsIn(table, records(known), columns) : totals;
}

/** The cells that a rule takes from the rows of a table that have these labels. */
export function cellsOfRows(
  { table, columns, rows }: TableTerm & { readonly rows: readonly string[] },
  report: Report,
): readonly TableCellRef[] {
  const known = report.tables.get(table);
  return known === undefined ? [] : cellsIn(table, labelledRows(known, rows), columns);
}

function cellsIn(
  table: string,
  rows: TableReport["rows"],
  columns: readonly string[],
): readonly TableCellRef[] {
  return rows.flatMap(({ row }) => columns.map((column) => ({ table, row, column })));
}

function scaled(number: number | null, { scale }: TableFeed): number | null {
  return number === null || scale === undefined ? number : number * scale;
}
