import type { ColumnFormula, Table } from "../../forms/table-schema.js";
import { isNumberColumn } from "../../forms/tables.js";
import type { RowCells, TableCell, TableReport, TableRow } from "../../report/table-report.js";
import type { Reading } from "../../values/reading.js";
import { type ColumnKey, columnsOfKey, isOneColumn } from "../kinds/columns.js";
import { once } from "../once.js";

const BLANK: Reading = { kind: "blank" };
const DAY: Reading = { kind: "text", text: "" };

/** What a cell says, a day as text: checks on days have runners of their own. */
export function readingIn(cells: RowCells, column: string): Reading {
  const cell = cells.get(column);
  return cell === undefined ? BLANK : plainReading(cell);
}

/** The same of a cell that is at hand. */
export function plainReading({ reading }: TableCell): Reading {
  return reading.kind === "date" ? DAY : reading;
}

/**
 * What a column, or several added up, says in a row. A cell that should work itself out but stands
 * blank (its formula was deleted, or a row was inserted) counts as what its parts make.
 */
export function numberIn(cells: RowCells, table: Table, key: ColumnKey): Reading {
  if (isOneColumn(key)) return numberOfColumn(cells, table, key);
  const ids = columnsOfKey(key);
  const readings = ids.map((id) => numberOfColumn(cells, table, id));
  const broken = readings.find((reading) => reading.kind === "unreadable");
  if (broken !== undefined) return broken;
  const numbers = readings.flatMap((reading) => (reading.kind === "number" ? [reading.value] : []));
  return numbers.length === 0 ? BLANK : computed(sum(numbers));
}

function numberOfColumn(cells: RowCells, table: Table, id: string): Reading {
  const stated = readingIn(cells, id);
  return stated.kind === "blank" ? computedIn(cells, table, id) : stated;
}

/** What a column's formula makes of a row's cells; blank where it has none or its parts are missing. */
export function computedIn(cells: RowCells, table: Table, id: string): Reading {
  const formula = formulasOf(table).get(id);
  if (formula === undefined) return BLANK;
  if (formula.kind === "sum") {
    const parts = numbersOf(formula.of, cells, table);
    return parts.length === 0 ? BLANK : computed(sum(parts));
  }
  const [from, ...minus] = numbersOf([formula.of, ...formula.minus], cells, table);
  return from === undefined || minus.length < formula.minus.length ? BLANK : computed(from - sum(minus));
}

type ExactFormula = Exclude<ColumnFormula, { kind: "ratio" }>;

const formulas = new WeakMap<Table, ReadonlyMap<string, ExactFormula>>();

/** The sums and differences among the columns of a table, by column; worked out once. */
function formulasOf(table: Table): ReadonlyMap<string, ExactFormula> {
  return once(
    formulas,
    table,
    () =>
      new Map(
        table.columns.flatMap((column) => {
          const formula = isNumberColumn(column) ? column.formula : undefined;
          return formula === undefined || formula.kind === "ratio" ? [] : [[column.id, formula] as const];
        }),
      ),
  );
}

/** The numbers that stand in columns of a row; a column without one is left out. */
function numbersOf(ids: readonly string[], cells: RowCells, table: Table): readonly number[] {
  const numbers: number[] = [];
  for (const id of ids) {
    const reading = numberOfColumn(cells, table, id);
    if (reading.kind === "number") numbers.push(reading.value);
  }
  return numbers;
}

/** What the columns of tables add up to. */
export interface Totals {
  /** The numbers of a column in the filled rows; null while one of them cannot be read. */
  numbers(report: TableReport, key: ColumnKey): readonly number[] | null;
  /**
   * The total of columns: what the total row says or, without one, the sum of the rows. Null while
   * there is none or it cannot be read.
   */
  total(report: TableReport, columns: readonly string[]): number | null;
}

/** Adds up anew each time: for tables whose numbers change under it. */
export const FRESH_TOTALS: Totals = {
  numbers: columnNumbers,
  total: (report, columns) => totalOf(report, columns, FRESH_TOTALS),
};

function columnNumbers({ rows, table }: TableReport, key: ColumnKey): readonly number[] | null {
  return numbersAmong(rows.map((row) => recordNumber(row, table, key)));
}

/** What a column says in a row, which is nothing in one that heads others. */
export function recordNumber({ kind, cells }: TableRow, table: Table, key: ColumnKey): Reading {
  return kind === "record" ? numberIn(cells, table, key) : BLANK;
}

/** The numbers among what rows say; null while one of them cannot be read. */
export function numbersAmong(readings: readonly Reading[]): readonly number[] | null {
  const numbers: number[] = [];
  for (const reading of readings) {
    if (reading.kind === "unreadable") return null;
    if (reading.kind === "number") numbers.push(reading.value);
  }
  return numbers;
}

/** The total of columns, with the numbers of each as `totals` has them. */
export function totalOf(report: TableReport, columns: readonly string[], totals: Totals): number | null {
  let known: number | null = null;
  for (const column of columns) {
    const stated = report.total === null ? BLANK : readingIn(report.total, column);
    const numbers = stated.kind === "number" ? [stated.value] : totals.numbers(report, column);
    if (numbers !== null && numbers.length > 0) known = (known ?? 0) + sum(numbers);
  }
  return known;
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function computed(value: number): Reading {
  return { kind: "number", value, decimals: 0, typed: null, alternative: null };
}
