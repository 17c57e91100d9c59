import { headerDepth } from "../../../forms/table-header.js";
import type { Table } from "../../../forms/table-schema.js";
import { type Area, a1, areaA1, columnLetters } from "../../../values/address.js";

/**
 * Where a freshly written table stands on its sheet: title, unit, header, a row of column numbers,
 * the body, a thin row that closes it, the total row.
 *
 * Sums run from the row of column numbers (text, which no sum counts) to the thin row, so that a row
 * inserted anywhere between header and total row lies inside them.
 */
export interface TableLayout {
  readonly table: Table;
  readonly titleRow: number;
  readonly unitRow: number;
  readonly headerRow: number;
  readonly numberRow: number;
  readonly firstRow: number;
  /** The last row that is to be filled. */
  readonly lastRow: number;
  /** Null for tables with one row. */
  readonly closingRow: number | null;
  readonly totalRow: number | null;
}

const TITLE_ROW = 1;
const UNIT_ROW = 2;
const HEADER_ROW = 3;

/**
 * @param rows how many rows are to be filled; there are never fewer than the table's own
 */
export function tableLayout(table: Table, rows = 0): TableLayout {
  const numberRow = HEADER_ROW + headerDepth(table);
  const firstRow = numberRow + 1;
  const { body } = table;
  const places = {
    table,
    titleRow: TITLE_ROW,
    unitRow: UNIT_ROW,
    headerRow: HEADER_ROW,
    numberRow,
    firstRow,
  };
  if (body.kind === "one") return { ...places, lastRow: firstRow, closingRow: null, totalRow: null };
  const lastRow = firstRow - 1 + Math.max(rows, body.prefilled.length + body.spare);
  const closingRow = lastRow + 1;
  return { ...places, lastRow, closingRow, totalRow: table.total === undefined ? null : closingRow + 1 };
}

/** Position of a column, from 1. @throws for an id that is none of the table's */
export function columnOf(table: Table, id: string): number {
  const position = table.columns.findIndex((column) => column.id === id);
  if (position < 0) throw new Error(`${table.id} has no column ${id}`);
  return position + 1;
}

/** `D8`: the cell of a column in a row. */
export function cellIn(table: Table, id: string, row: number): string {
  return a1({ row, column: columnOf(table, id) });
}

/** `D7:D24`: what a column's total is made from. */
export function summedRange(layout: TableLayout, id: string): string {
  const column = columnOf(layout.table, id);
  const bottom = layout.closingRow ?? layout.lastRow;
  return areaA1({ top: layout.numberRow, bottom, left: column, right: column });
}

/** `D$7:D8`: the column from the row of column numbers down to a row. */
export function rangeDownTo(layout: TableLayout, id: string, row: number): string {
  const letters = columnLetters(columnOf(layout.table, id));
  return `${letters}$${layout.numberRow}:${letters}${row}`;
}

/** The body, the closing row with it: what the table's name stands for. */
export function bodyArea(layout: TableLayout): Area {
  return {
    sheet: layout.table.sheet,
    top: layout.firstRow,
    bottom: layout.closingRow ?? layout.lastRow,
    left: 1,
    right: layout.table.columns.length,
  };
}
