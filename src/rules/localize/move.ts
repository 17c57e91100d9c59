import type { CellRef } from "../finding.js";
import type { Put } from "./trial.js";

/** A number that stands in one cell and belongs into another. */
export interface MovedNumber {
  readonly value: number;
  readonly from: CellRef;
  readonly to: CellRef;
}

/** A cell that changes: what it is to hold, and what stands there now; null for nothing. */
export interface Change extends Put {
  readonly now: number | null;
}

/** Numbers that stand in the wrong cells together, and the one change that puts all of them back. */
export type Move = Shift | ColumnsExchanged | GroupsExchanged;

/** One number, or a run of them, in the cells one further than those that are to hold them. */
export interface Shift extends Together {
  readonly kind: "shift";
  /** Down the rows of a form or a table, or along the columns of a table's row. */
  readonly along: "rows" | "columns";
  /** 1 where they stand too far down or right, -1 too far up or left. */
  readonly off: 1 | -1;
  /** From the blank cell on. */
  readonly numbers: readonly MovedNumber[];
  /** True where nothing stands beyond the last of them: a number that was typed over was the last, too. */
  readonly ends: boolean;
  /** What the last cell is to hold, whose own number was typed over; null where it is to be blank. */
  readonly lost: number | null;
}

/** Two columns of a table with one another's numbers. */
export interface ColumnsExchanged extends Together {
  readonly kind: "columns";
  readonly table: string;
  readonly columns: readonly [string, string];
}

/** The rows under two headings of a form with one another's numbers. */
export interface GroupsExchanged extends Together {
  readonly kind: "groups";
  readonly form: number;
  /** The codes of the rows above them. */
  readonly groups: readonly [string, string];
}

interface Together {
  /** All cells that change. */
  readonly puts: readonly Change[];
}
