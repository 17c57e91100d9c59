/** A cell error as Excel names it: `#DIV/0!`, `#REF!`, `#N/A` ... */
export interface CellError {
  readonly error: string;
}

/** What a cell holds. Null is a blank cell; dates are serial numbers with a date format. */
export type CellValue = string | number | boolean | null | CellError;

/** One cell as read from a sheet: its value, its number format and its formula (or an empty string). */
export interface Cell {
  readonly value: CellValue;
  readonly format: string;
  readonly formula: string;
}

export const BLANK_CELL: Cell = { value: null, format: "General", formula: "" };

export function isCellError(value: CellValue): value is CellError {
  return typeof value === "object" && value !== null;
}
