import type { Column, Table } from "../../forms/table-schema.js";
import { isNumberColumn, labelColumn } from "../../forms/tables.js";
import type { RowCells, TableCell, TableReport, TableRow } from "../../report/table-report.js";
import type { CellValue } from "../../values/cell.js";
import { nearlyEqual } from "../../values/tolerance.js";
import { plainWords } from "../../values/words.js";
import type { Severity, Stated, ToldBy } from "../facts.js";
import { once } from "../once.js";
import { type FailureOf, fails } from "../outcome.js";
import type { Declared, Kind } from "./kind.js";

/** What the rules about whole rows of a table know when they do not hold. */
export interface RowFacts {
  /** A row's words, how many others it adds up, and whether the words say so or its numbers alone. */
  "row.total": Stated<string> & { readonly rows: number; readonly named: boolean };
  /** A row's words, and the row above that says all the same. */
  "row.repeated": Stated<string> & { readonly other: number };
}

/** A check of the rows of a table that has a total row, which adds up all that stands above it. */
export type RowsCheck =
  /** No row is the sum of the others: it would be counted twice. */
  | { readonly kind: "no-sum-row" }
  /** No row is there twice. */
  | { readonly kind: "row-once" };

const KINDS = {
  "no-sum-row": { rule: "row.total" },
  "row-once": { rule: "row.repeated" },
} as const satisfies Readonly<Record<RowsCheck["kind"], Kind<keyof RowFacts>>>;

export const ROW_KINDS: Readonly<Record<keyof typeof KINDS, Kind<keyof RowFacts>>> = KINDS;

/** What a table owes whose total row adds up its rows; told at the words of a row. Registers have rules of their own. */
export function rowRules(table: Table, column: Column): readonly Declared<RowsCheck, keyof RowFacts>[] {
  const isOwed = table.total !== undefined && table.register === undefined && summed(table).length > 0;
  if (!isOwed || labelColumn(table)?.id !== column.id) return [];
  return [
    { id: "row.total", severity: "error", check: { kind: "no-sum-row" } },
    { id: "row.repeated", severity: "warning", check: { kind: "row-once" } },
  ];
}

/** The columns of amounts that are typed and that a total row adds up. */
function summed(table: Table): readonly string[] {
  return once(typedColumns, table, () =>
    table.columns.flatMap((column) => {
      const isTyped = isNumberColumn(column) && column.formula === undefined;
      return isTyped && column.total === "sum" ? [column.id] : [];
    }),
  );
}

const typedColumns = new WeakMap<Table, readonly string[]>();

/** A row that breaks a rule. */
interface RowFailure {
  readonly row: TableRow;
  readonly outcome: FailureOf<ToldBy<RowFacts>>;
}

/** What the rules on whole rows look at in a row of amounts. */
export interface CountedRow {
  readonly words: string;
  /** The same however they are typed, by which a row is found again: one number is soon the same, two with the same words are seldom two things. Empty where it is not looked for. */
  readonly key: string;
  /** True where these are what offices call a total. */
  readonly isTotal: boolean;
  /** By summed column; 0 where nothing is. */
  readonly numbers: readonly number[];
  /** How many of them are not 0, and how many are more than chance soon makes. */
  readonly filled: number;
  readonly telling: number;
}

/** The rows of a table as they are counted; null for those that head others. */
export interface CountedRows {
  readonly rows: readonly (CountedRow | null)[];
  /** For each row the positions of all that have its words, from top to bottom; null where it is the only one. */
  readonly alike: readonly (readonly number[] | null)[];
}

/** What is counted in a row; null where it heads others. */
export function countedRow({ kind, cells }: TableRow, table: Table): CountedRow | null {
  const label = labelColumn(table);
  if (kind === "group" || label === null) return null;
  const reading = cells.get(label.id)?.reading;
  const words = reading?.kind === "text" ? reading.text : "";
  const numbers = summed(table).map((column) => numberAt(cells, column));
  const filled = numbers.filter((number) => number !== 0).length;
  const telling = numbers.filter((number) => number >= TELLING).length;
  return {
    words,
    key: filled < 2 ? "" : plainWords(words),
    isTotal: isTotal(words),
    numbers,
    filled,
    telling,
  };
}

/**
 * The counted rows of a table together.
 *
 * @param known the same of these rows before some of them changed, where none came or went
 */
export function countedRows(rows: readonly (CountedRow | null)[], known: CountedRows | null): CountedRows {
  const isSame = known?.rows.every((before, at) => before === rows[at] || before?.key === rows[at]?.key);
  return { rows, alike: known !== null && isSame === true ? known.alike : alikeAmong(rows) };
}

function alikeAmong(rows: readonly (CountedRow | null)[]): CountedRows["alike"] {
  const groups = new Map<string, number[]>();
  rows.forEach((row, at) => {
    if (row !== null && row.key !== "") once(groups, row.key, () => []).push(at);
  });
  return rows.map((row) => {
    const group = groups.get(row?.key ?? "");
    return group === undefined || group.length < 2 ? null : group;
  });
}

/** Runs one of the rules on whole rows. */
export function runRows(
  { kind }: RowsCheck,
  severity: Severity,
  { rows }: TableReport,
  counted: CountedRows,
): readonly RowFailure[] {
  return kind === "no-sum-row" ? sumRows(rows, counted, severity) : repeatedRows(rows, counted, severity);
}

/** What offices call a total, and nothing else. */
const TOTALS: ReadonlySet<string> = new Set([
  ...["tổng", "tổng cộng", "tổng số", "cộng", "tổng toàn xã", "toàn xã"],
  ...["toàn phường", "toàn thị trấn", "cộng toàn xã"],
]);
/** So many columns and rows at least must agree for numbers alone to show that one row adds up the others. */
const ENOUGH = 3;
/** Below this numbers are soon what others make together: 3, 2 and 1 beside 1, 1, 0 and so on. */
const TELLING = 10;

function sumRows(rows: readonly TableRow[], counted: CountedRows, severity: Severity): readonly RowFailure[] {
  const filled = counted.rows.filter((row): row is CountedRow => row !== null && row.filled > 0);
  const others = filled.length - 1;
  if (others < 2) return [];
  const totals: number[] = [];
  const totalOf = (column: number) => {
    totals[column] ??= filled.reduce((sum, { numbers }) => sum + (numbers[column] ?? 0), 0);
    return totals[column];
  };
  const called = filled.find((row) => row.isTotal);
  const found = called ?? (others < ENOUGH ? undefined : filled.find((row) => addsUp(row, totalOf)));
  const row = found === undefined ? undefined : rows[counted.rows.indexOf(found)];
  if (found === undefined || row === undefined) return [];
  const named = called !== undefined;
  const told = { actual: found.words, expected: null, rows: others, named } as const;
  return [{ row, outcome: fails(named ? severity : "warning", { rule: "row.total", ...told }) }];
}

function isTotal(words: string): boolean {
  return TOTALS.has(plainWords(words).replace(/\s*[:.]$/, ""));
}

/** True where a row is in every column what all the others make together, in enough of them too much for chance. */
function addsUp({ numbers, telling }: CountedRow, totalOf: (column: number) => number): boolean {
  return telling >= ENOUGH && numbers.every((number, at) => nearlyEqual(number, totalOf(at) - number));
}

function repeatedRows(
  rows: readonly TableRow[],
  { alike, rows: counted }: CountedRows,
  severity: Severity,
): readonly RowFailure[] {
  return rows.flatMap((row, at) => {
    const before = alike[at]?.find((one) => one >= at || saysTheSame(row, rows[one] ?? row)) ?? at;
    const other = rows[before];
    if (before >= at || other === undefined) return [];
    const told = { actual: counted[at]?.words ?? "", expected: null, other: other.row } as const;
    return [{ row, outcome: fails(severity, { rule: "row.repeated", ...told }) }];
  });
}

/** What formulas make of the same cells is the same, and so is no matter. */
function saysTheSame({ cells }: TableRow, other: TableRow): boolean {
  return [...cells].every(
    ([column, cell]) => cell.cell.formula !== "" || saidIn(cell) === saidIn(other.cells.get(column)),
  );
}

/** What a cell says, however it is typed: a number as text, words with another space. */
function saidIn(cell: TableCell | undefined): CellValue {
  if (cell === undefined) return null;
  const { reading } = cell;
  if (reading.kind === "number") return reading.value;
  return reading.kind === "text" ? plainWords(reading.text) : cell.cell.value;
}

/** The number in a cell of a row; 0 where there is none. */
function numberAt(cells: RowCells, column: string): number {
  const reading = cells.get(column)?.reading;
  return reading?.kind === "number" ? reading.value : 0;
}
