import type { Table } from "../../forms/table-schema.js";
import { findColumn, isNumberColumn } from "../../forms/tables.js";
import type { RowCells, TableReport } from "../../report/table-report.js";
import type { Reading } from "../../values/reading.js";
import { type ColumnKey, columnsOfKey } from "../kinds/columns.js";

const BLANK: Reading = { kind: "blank" };

/** What a cell says, a day as text: checks on days have runners of their own. */
export function readingIn(cells: RowCells, column: string): Reading {
  const reading = cells.get(column)?.reading ?? BLANK;
  return reading.kind === "date" ? { kind: "text", text: "" } : reading;
}

/**
 * What a column, or several added up, says in a row. A cell that should work itself out but stands
 * blank (its formula was deleted, or a row was inserted) counts as what its parts make.
 */
export function numberIn(cells: RowCells, table: Table, key: ColumnKey): Reading {
  const ids = columnsOfKey(key);
  const [only] = ids;
  if (only !== undefined && ids.length === 1) return numberOfColumn(cells, table, only);
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
  const column = findColumn(table, id);
  if (column === null || !isNumberColumn(column) || column.formula === undefined) return BLANK;
  const { formula } = column;
  if (formula.kind === "ratio") return BLANK;
  if (formula.kind === "sum") {
    const parts = numbersOf(formula.of, cells, table);
    return parts.length === 0 ? BLANK : computed(sum(parts));
  }
  const [from, ...minus] = numbersOf([formula.of, ...formula.minus], cells, table);
  return from === undefined || minus.length < formula.minus.length ? BLANK : computed(from - sum(minus));
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

/** The numbers of a column in the filled rows; null while one of them cannot be read. */
export function columnNumbers({ rows, table }: TableReport, key: ColumnKey): readonly number[] | null {
  const numbers: number[] = [];
  for (const { kind, cells } of rows) {
    const reading = kind === "record" ? numberIn(cells, table, key) : BLANK;
    if (reading.kind === "unreadable") return null;
    if (reading.kind === "number") numbers.push(reading.value);
  }
  return numbers;
}

/**
 * The total of columns: what the total row says or, without one, the sum of the rows. Null while
 * there is none or it cannot be read.
 */
export function totalOf(report: TableReport, columns: readonly string[]): number | null {
  const totals = columns.map((column) => {
    const stated = report.total === null ? BLANK : readingIn(report.total, column);
    if (stated.kind === "number") return stated.value;
    const numbers = columnNumbers(report, column);
    return numbers === null || numbers.length === 0 ? null : sum(numbers);
  });
  const known = totals.filter((total) => total !== null);
  return known.length === 0 ? null : sum(known);
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function computed(value: number): Reading {
  return { kind: "number", value, decimals: 0, typed: null, alternative: null };
}
