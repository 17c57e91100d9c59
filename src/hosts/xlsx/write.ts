import { LAST_COLUMN, LAST_ROW } from "../../values/sheet-size.js";
import { LONGEST_TEXT } from "../../workbook/layout/cell-limits.js";
import { protectedSheets, unwritable } from "../faults.js";
import type { CellEdit, FormulaInput, HostFault } from "../port.js";
import { MAX_FORMULA } from "./apply/check-plan.js";
import { type Book, findSheet, isProtected } from "./book.js";
import { growRow } from "./grow-row.js";
import { missingCell } from "./host-faults.js";

/**
 * Writes values and formulas into cells, keeping formats unless an edit gives one. Everything is
 * checked first: with a fault, nothing has changed. An empty string clears the cell, as it does in Excel.
 */
export function writeEdits(book: Book, edits: readonly CellEdit[]): HostFault | null {
  for (const edit of edits) {
    const fault = faultOf(book, edit);
    if (fault) return fault;
  }
  for (const { cell, value, format } of edits) {
    const target = findSheet(book, cell.sheet)?.getCell(cell.row, cell.column);
    if (!target) continue;
    // Cells share their style objects: a changed one has to be new.
    if (format !== undefined) target.style = { ...target.style, numFmt: format };
    target.value = isFormula(value) ? { formula: value.formula } : value === "" ? null : value;
    if (typeof value === "string") growRow(book, target.worksheet.name, target, value);
  }
  return null;
}

function isFormula(value: CellEdit["value"]): value is FormulaInput {
  return typeof value === "object" && value !== null;
}

function faultOf(book: Book, { cell, value }: CellEdit): HostFault | null {
  const sheet = findSheet(book, cell.sheet);
  const inside = cell.row >= 1 && cell.row <= LAST_ROW && cell.column >= 1 && cell.column <= LAST_COLUMN;
  if (sheet === null || !inside) return missingCell(cell);
  if (typeof value === "number" && !Number.isFinite(value)) return unwritable(cell);
  if (typeof value === "string" && value.length > LONGEST_TEXT) return unwritable(cell);
  if (isFormula(value) && value.formula.length > MAX_FORMULA) return unwritable(cell);
  const locked = sheet.findCell(cell.row, cell.column)?.protection?.locked !== false;
  return isProtected(book, sheet.name) && locked ? protectedSheets([sheet.name]) : null;
}
