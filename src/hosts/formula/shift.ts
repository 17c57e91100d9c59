import { columnLetters, quoteSheet } from "../../values/address.js";
import type { Corner } from "./tokens.js";
import { tokenize } from "./tokens.js";

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/**
 * The formula as Excel writes it into a cell `rows` below and `columns` to the right of the one it
 * was made for: relative references move along, `$` ones stay, those pushed off the sheet become
 * `#REF!`. Needed for shared formulas, of which a file spells out only the first.
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return tokenize(formula)
    .map((token) => {
      if (token.kind !== "reference") return token.text;
      const from = shiftedCorner(token.from, rows, columns);
      const to = token.to === token.from ? null : shiftedCorner(token.to, rows, columns);
      if (from === null || (token.to !== token.from && to === null)) return "#REF!";
      const sheet = token.sheet === null ? "" : `${quoteSheet(token.sheet)}!`;
      return `${sheet}${from}${to === null ? "" : `:${to}`}`;
    })
    .join("");
}

function shiftedCorner(corner: Corner, rows: number, columns: number): string | null {
  const row = corner.fixedRow ? corner.row : corner.row + rows;
  const column = corner.fixedColumn ? corner.column : corner.column + columns;
  if (row < 1 || row > LAST_ROW || column < 1 || column > LAST_COLUMN) return null;
  return `${corner.fixedColumn ? "$" : ""}${columnLetters(column)}${corner.fixedRow ? "$" : ""}${row}`;
}
