import type { Table } from "../forms/table-schema.js";
import type { CellAddress } from "../values/address.js";
import type { Cell } from "../values/cell.js";
import type { TableReading } from "./table-reading.js";

/** One supplementary table as filled. */
export interface TableReport {
  readonly table: Table;
  /** The sheet it stands on. */
  readonly sheet: string;
  /** The filled rows from top to bottom; blank ones, and prefilled ones without a number, are absent. */
  readonly rows: readonly TableRow[];
  /** The total row's cells, or null where the table has none or it was not found. */
  readonly total: RowCells | null;
}

/** One filled row. */
export interface TableRow {
  /** `group`: a heading over the rows below it. */
  readonly kind: "record" | "group";
  /** Position in the body, from 1; blank rows count. */
  readonly row: number;
  readonly cells: RowCells;
}

/** The cells of a row by column id; a column that was not found is absent, and so is the row's number. */
export type RowCells = ReadonlyMap<string, TableCell>;

/** What stands in one cell of a table. */
export interface TableCell {
  readonly address: CellAddress;
  readonly cell: Cell;
  readonly reading: TableReading;
}
