import type { Rectangle } from "../../values/address.js";
import { LAST_COLUMN, LAST_ROW, LONGEST_TEXT } from "../../values/sheet-limits.js";
import { rowHeight } from "../../workbook/planning/row-heights.js";
import { protectedSheets, unwritable } from "../faults.js";
import type { CellEdit, FormulaInput, HostFault } from "../port.js";
import { MAX_FORMULA } from "./apply/check-plan.js";
import { WIDTH_PADDING } from "./apply/planned-sheet.js";
import type { Book } from "./book.js";
import { coveredCell, missingCell, partOfArray, tableHeader } from "./host-faults.js";
import type { NewContent } from "./patch/cell-xml.js";
import type { CellChange } from "./patch/set-cells.js";
import { cellKey } from "./read/snapshot.js";
import { tableHeaders } from "./read/tables.js";
import type { SheetPlace } from "./read/workbook-part.js";

/**
 * Writes values and formulas into cells, keeping formats unless an edit gives one. Everything is
 * checked first: with a fault, nothing has changed. An empty string clears the cell, as it does in Excel.
 */
export function writeEdits(book: Book, edits: readonly CellEdit[]): HostFault | null {
  const sheets = new Map<string, { readonly sheet: SheetPlace; readonly edits: CellEdit[] }>();
  for (const edit of edits) {
    const sheet = book.find(edit.cell.sheet);
    if (sheet === null) return missingCell(edit.cell);
    const known = sheets.get(sheet.path);
    if (known === undefined) sheets.set(sheet.path, { sheet, edits: [edit] });
    else known.edits.push(edit);
  }
  for (const one of sheets.values()) {
    const fault = faultOf(book, one.sheet, one.edits);
    if (fault !== null) return fault;
  }
  for (const one of sheets.values()) {
    // Of several edits of one cell the last counts.
    const last = new Map(one.edits.map((edit) => [cellKey(edit.cell.row, edit.cell.column), edit]));
    book.setCells(
      one.sheet,
      [...last.values()].map((edit) => changeOf(book, edit)),
    );
  }
  return null;
}

function changeOf(book: Book, { cell, value, format }: CellEdit): CellChange {
  const { row, column } = cell;
  return {
    row,
    column,
    content: contentOf(book, value),
    ...(format === undefined ? {} : { style: (present: number) => book.styles.withFormat(present, format) }),
    ...(typeof value === "string" ? { height: heightFor(book, value) } : {}),
  };
}

function contentOf(book: Book, value: CellEdit["value"]): NewContent {
  if (value === null || value === "") return { kind: "blank" };
  switch (typeof value) {
    case "string":
      return { kind: "text", shared: book.strings.indexOf(value) };
    case "number":
      return { kind: "number", number: value };
    case "boolean":
      return { kind: "truth", truth: value };
    default:
      return { kind: "formula", formula: value.formula, result: null };
  }
}

/** The height that a row needs for a text in a cell that wraps it. */
function heightFor(book: Book, text: string): (style: number, width: number) => number | null {
  return (style, width) => {
    const { wraps, fontSize, bold } = book.styles.look(style);
    const characters = width - WIDTH_PADDING;
    return wraps && characters > 0 ? rowHeight([{ text, width: characters, fontSize, bold }]) : null;
  };
}

function isFormula(value: CellEdit["value"]): value is FormulaInput {
  return typeof value === "object" && value !== null;
}

function faultOf(book: Book, sheet: SheetPlace, edits: readonly CellEdit[]): HostFault | null {
  const { merges, filled, snapshot } = book.partReading(sheet);
  const inside = ({ cell }: CellEdit, { top, left, bottom, right }: Rectangle) =>
    cell.row >= top && cell.row <= bottom && cell.column >= left && cell.column <= right;
  const arrays = filled.filter(({ top, left, bottom, right }) => top !== bottom || left !== right);
  const headers = tableHeaders(book.pack, sheet.path);
  const locked = snapshot?.protected === true ? lockedCells(book, sheet) : null;
  for (const edit of edits) {
    const { cell, value } = edit;
    const isThere = cell.row >= 1 && cell.row <= LAST_ROW && cell.column >= 1 && cell.column <= LAST_COLUMN;
    if (!isThere) return missingCell(cell);
    if (typeof value === "number" && !Number.isFinite(value)) return unwritable(cell);
    if (typeof value === "string" && value.length > LONGEST_TEXT) return unwritable(cell);
    if (isFormula(value) && value.formula.length > MAX_FORMULA) return unwritable(cell);
    if (locked?.(cell.row, cell.column)) return protectedSheets([sheet.name]);
    const merge = merges.find((area) => inside(edit, area));
    if (merge && (merge.top !== cell.row || merge.left !== cell.column)) return coveredCell(cell);
    if (arrays.some((area) => inside(edit, area))) return partOfArray(cell);
    if (headers.some((area) => inside(edit, area))) return tableHeader(cell);
  }
  return null;
}

/** Which cells of a protected sheet are closed; cells that the file does not have are. */
function lockedCells(book: Book, sheet: SheetPlace): (row: number, column: number) => boolean {
  const { rows, columns, styles } = book.sheetPart(sheet);
  const open = new Set<number>();
  for (const [index, style] of styles.entries()) {
    if (!book.styles.look(style).locked) open.add(cellKey(rows[index] ?? 0, columns[index] ?? 0));
  }
  return (row, column) => !open.has(cellKey(row, column));
}
