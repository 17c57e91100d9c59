import { shiftFormula } from "../../formula/shift.js";
import type { CellValue } from "../../values/cell.js";
import { countsFrom1904 } from "./book.js";
import type { LibraryBook, LibraryCell, LibrarySheet, LibraryValue } from "./library.js";
import { isCovered } from "./library.js";
import { DAYS_TO_1904, serialOfDate } from "./serial.js";

/** Runs over the cells that the file has, in reading order. */
export function eachCell(sheet: LibrarySheet, visit: (cell: LibraryCell) => void): void {
  sheet.eachRow({ includeEmpty: false }, (row) => {
    row.eachCell({ includeEmpty: false }, (cell) => visit(cell));
  });
}

/** What a cell holds; a cell covered by a merged area holds nothing. */
export function cellValue(cell: LibraryCell): CellValue {
  if (isCovered(cell)) return null;
  return isFormula(cell.value) ? resultOf(cell) : plainValue(cell.value);
}

function isFormula(value: LibraryValue | undefined): boolean {
  return typeof value === "object" && value !== null && ("formula" in value || "sharedFormula" in value);
}

/** Result of a formula cell. The cell's `value` leaves out results of 0, FALSE and "", `result` does not. */
function resultOf(cell: LibraryCell): CellValue {
  const result: LibraryValue | undefined = cell.result;
  return result === "" ? "" : plainValue(result);
}

function plainValue(value: LibraryValue | undefined): CellValue {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (value instanceof Date) return serialOfDate(value);
  if ("error" in value) return { error: value.error };
  if ("richText" in value) return value.richText.map((run) => run.text).join("");
  // A link's text may be rich text although the library's declaration says otherwise.
  return "hyperlink" in value ? plainValue(value.text as LibraryValue) : null;
}

/** Formula of a cell without its leading `=`, or null. */
export function formulaOf(cell: LibraryCell): string | null {
  return isCovered(cell) ? null : (cell.formula ?? null);
}

/** Whether the cell's formula fills an area: then its neighbours hold parts of one result. */
export function isArrayFormula(cell: LibraryCell): boolean {
  const { value } = cell;
  return typeof value === "object" && value !== null && "shareType" in value && value.shareType === "array";
}

/** Gives a formula cell its result. */
export function setResult(cell: LibraryCell, formula: string, result: CellValue): void {
  cell.value = (result === null ? { formula } : { formula, result }) as LibraryValue;
}

/**
 * Undoes what the library makes of some cells while reading: dates become serial numbers again, and
 * shared formulas are spelled out, so that changing the first of them does not break the others.
 */
export function plainCells(book: LibraryBook): void {
  // Within the file's own date system, so that saving gives the same number.
  const offset = countsFrom1904(book) ? DAYS_TO_1904 : 0;
  const numberOf = (date: Date) => {
    const serial = serialOfDate(date);
    return serial === null ? null : serial - offset;
  };
  for (const sheet of book.worksheets) {
    eachCell(sheet, (cell) => {
      if (isCovered(cell)) return;
      const { value } = cell;
      if (value instanceof Date) cell.value = numberOf(value);
      else if (isFormula(value) && !isArrayFormula(cell)) {
        const result: LibraryValue | undefined = cell.result;
        const plain = result instanceof Date ? numberOf(result) : resultOf(cell);
        const formula = spelledOut(sheet, cell);
        if (formula === null) cell.value = plain as LibraryValue;
        else setResult(cell, formula, plain);
      }
    });
  }
}

/** Formula of a cell, moved from the first of its shared group; null when the file does not give it. */
function spelledOut(sheet: LibrarySheet, cell: LibraryCell): string | null {
  const { value } = cell;
  if (typeof value !== "object" || value === null) return null;
  if ("formula" in value && typeof value.formula === "string") return value.formula;
  if (!("sharedFormula" in value) || !value.sharedFormula) return null;
  const first = sheet.getCell(value.sharedFormula);
  if (!first.formula) return null;
  const { row, col } = cell.fullAddress;
  return shiftFormula(first.formula, row - first.fullAddress.row, col - first.fullAddress.col);
}
