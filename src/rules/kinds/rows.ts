import type { Column, Table } from "../../forms/table-schema.js";
import { isNumberColumn, labelColumn } from "../../forms/tables.js";
import type { TableCell, TableReport, TableRow } from "../../report/table-report.js";
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

/** Runs one of the rules on whole rows. */
export function runRows({ kind }: RowsCheck, severity: Severity, report: TableReport): readonly RowFailure[] {
  const rows = once(countedRows, report, () => countedIn(report));
  return kind === "no-sum-row" ? sumRows(rows, severity) : repeatedRows(rows, severity);
}

/** Both rules look at the same of a table. */
const countedRows = new WeakMap<TableReport, readonly CountedRow[]>();

function countedIn({ table, rows }: TableReport): readonly CountedRow[] {
  const label = labelColumn(table);
  const columns = summed(table);
  return rows.flatMap((row): readonly CountedRow[] => {
    if (row.kind === "group" || label === null) return [];
    const reading = row.cells.get(label.id)?.reading;
    const words = reading?.kind === "text" ? reading.text : "";
    const numbers = columns.map((column) => numberAt(row, column));
    return [{ row, words, numbers, filled: numbers.filter((number) => number !== 0).length }];
  });
}

interface CountedRow {
  readonly row: TableRow;
  readonly words: string;
  /** By summed column; 0 where nothing is. */
  readonly numbers: readonly number[];
  /** How many of them are not 0. */
  readonly filled: number;
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

function sumRows(rows: readonly CountedRow[], severity: Severity): readonly RowFailure[] {
  const filled = rows.filter((row) => row.filled > 0);
  const others = filled.length - 1;
  if (others < 2) return [];
  const called = filled.find(({ words }) => isTotal(words));
  const found = called ?? (others < ENOUGH ? undefined : filled.find((row) => addsUp(row, filled)));
  if (found === undefined) return [];
  const named = called !== undefined;
  const told = { actual: found.words, expected: null, rows: others, named } as const;
  return [{ row: found.row, outcome: fails(named ? severity : "warning", { rule: "row.total", ...told }) }];
}

function isTotal(words: string): boolean {
  return TOTALS.has(plainWords(words).replace(/\s*[:.]$/, ""));
}

/** True where a row is in every column what all the others make together, in enough of them too much for chance. */
function addsUp({ numbers }: CountedRow, rows: readonly CountedRow[]): boolean {
  const telling = numbers.filter((number) => number >= TELLING).length;
  return telling >= ENOUGH && numbers.every((number, at) => nearlyEqual(number, total(rows, at) - number));
}

function total(rows: readonly CountedRow[], column: number): number {
  return rows.reduce((sum, { numbers }) => sum + (numbers[column] ?? 0), 0);
}

function repeatedRows(rows: readonly CountedRow[], severity: Severity): readonly RowFailure[] {
  const known = new Map<string, TableRow[]>();
  return rows.flatMap(({ row, words, filled }) => {
    // One number is soon the same; two with the same words are seldom two things.
    if (words === "" || filled < 2) return [];
    const alike = once(known, plainWords(words), () => []);
    const other = alike.find((one) => saysTheSame(row, one));
    alike.push(row);
    if (other === undefined) return [];
    const told = { actual: words, expected: null, other: other.row } as const;
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
function numberAt({ cells }: TableRow, column: string): number {
  const reading = cells.get(column)?.reading;
  return reading?.kind === "number" ? reading.value : 0;
}
