import { rowHeight } from "../../workbook/planning/row-heights.js";
import type { Book } from "./book.js";
import type { LibraryCell } from "./library.js";

/** What a file adds to a width in characters for the cell's padding (see `addSheet`). */
const WIDTH_PADDING = 0.7109375;
const DEFAULT_SIZE = 11;

/**
 * Makes a row that fits its content high enough for a text that was written into it: programs fit
 * such a row when somebody types there, not when they open the file.
 */
export function growRow(book: Book, sheet: string, cell: LibraryCell, text: string): void {
  const { row: position, col } = cell.fullAddress;
  if (book.fitting.get(sheet)?.has(position) !== true || cell.alignment?.wrapText !== true) return;
  const row = cell.worksheet.getRow(position);
  const width = (cell.worksheet.getColumn(col).width ?? 0) - WIDTH_PADDING;
  if (width <= 0) return;
  const { size = DEFAULT_SIZE, bold = false } = cell.font ?? {};
  row.height = Math.max(row.height ?? 0, rowHeight([{ text, width, fontSize: size, bold }]));
}
