import { calculate, type FormulaGrid } from "../../formula/calculate.js";
import { parseFormula, UNREADABLE } from "../../formula/parse.js";
import type { CellAddress } from "../../values/address.js";
import { type CellValue, isCellError } from "../../values/cell.js";
import { sheetKey } from "../../workbook/layout/names.js";
import type { Book } from "./book.js";
import { cellKey, type FreshResult, type SheetReading } from "./read/snapshot.js";
import type { SheetPlace } from "./read/workbook-part.js";

/** Results by path of the sheet and place of the cell. */
export type Results = ReadonlyMap<string, ReadonlyMap<number, CellValue>>;

/**
 * Works out the formulas that their program left without a result. The others are as it left them, and
 * the file gets nothing of this.
 */
export function fillMissingResults(book: Book): void {
  const missing = (sheet: SheetReading, row: number, column: number) => valueAt(sheet, row, column) === null;
  const results = workOut(book, missing);
  for (const sheet of book.sheets) book.setFreshResults(sheet, freshOf(results.get(sheet.path), false));
}

/** What the formulas give as the workbook stands. */
export function resultsOf(book: Book): Results {
  return workOut(book, () => true);
}

/**
 * Gives formulas their new results after a change: those whose result the change made another, and new
 * ones. What a formula gave before the change (`before`) it gives to the file no second time: the
 * program that made the file may have rounded otherwise.
 *
 * @returns the results now
 */
export function refreshResults(book: Book, before: Results): Results {
  const after = resultsOf(book);
  for (const sheet of book.sheets) {
    const [old, now] = [before.get(sheet.path), after.get(sheet.path)];
    const standing = book.freshResults(sheet);
    const shown = book.partReading(sheet);
    const fresh = new Map<number, FreshResult>();
    for (const { row, column } of shown.formulas) {
      const key = cellKey(row, column);
      const value = now?.get(key);
      if (value === undefined) continue;
      const stored = valueAt(shown, row, column);
      const isChanged =
        !old?.has(key) || !isSame(old.get(key) ?? null, value) || standing.get(key)?.stored === true;
      if (isSame(stored, value) || (!isChanged && stored !== null)) continue;
      fresh.set(key, { row, column, value, stored: isChanged });
    }
    book.setFreshResults(sheet, fresh);
  }
  return after;
}

function workOut(book: Book, which: (sheet: SheetReading, row: number, column: number) => boolean): Results {
  const byKey = new Map<string, SheetPlace>(book.sheets.map((sheet) => [sheetKey(sheet.name), sheet]));
  const cells: CellAddress[] = [];
  for (const sheet of book.sheets) {
    const reading = book.reading(sheet);
    for (const { row, column } of reading.formulas) {
      if (which(reading, row, column)) cells.push({ sheet: sheet.name, row, column });
    }
  }
  const results = new Map<string, Map<number, CellValue>>();
  if (cells.length === 0) return results;
  for (const { cell, value } of calculate(gridOf(book, byKey), cells)) {
    const path = byKey.get(sheetKey(cell.sheet))?.path;
    if (path === undefined) continue;
    const inSheet = results.get(path) ?? new Map<number, CellValue>();
    inSheet.set(cellKey(cell.row, cell.column), value);
    results.set(path, inSheet);
  }
  return results;
}

function gridOf(book: Book, byKey: ReadonlyMap<string, SheetPlace>): FormulaGrid {
  const readings = new Map<string, SheetReading>();
  const arrays = new Map<SheetReading, ReadonlySet<number>>();
  const reading = (name: string): SheetReading | null => {
    const known = readings.get(name);
    if (known !== undefined) return known;
    const sheet = byKey.get(sheetKey(name));
    if (sheet === undefined) return null;
    const read = book.reading(sheet);
    readings.set(name, read);
    arrays.set(read, new Set(read.filled.map(({ top, left }) => cellKey(top, left))));
    return read;
  };
  const names = new Map(
    [...book.names]
      .reverse()
      .flatMap(({ name, sheet, refersTo }) =>
        sheet === null ? [[name.toLowerCase(), refersTo] as const] : [],
      ),
  );
  return {
    extent: (name) => {
      const sheet = reading(name);
      if (sheet === null) return null;
      if (sheet.snapshot === null) return { rows: 0, columns: 0 };
      const { top, left, values } = sheet.snapshot;
      return { rows: top + values.length - 1, columns: left + (values[0]?.length ?? 0) - 1 };
    },
    value: ({ sheet, row, column }) => {
      const found = reading(sheet);
      return found && valueAt(found, row, column);
    },
    formula: ({ sheet, row, column }) => {
      const found = reading(sheet);
      if (!found?.snapshot) return null;
      const { top, left, formulas } = found.snapshot;
      const formula = formulas[row - top]?.[column - left] ?? "";
      if (formula === "" || arrays.get(found)?.has(cellKey(row, column))) return null;
      return formula.slice(1);
    },
    name: (name) => {
      const refersTo = names.get(name.toLowerCase());
      return refersTo === undefined ? null : (parseFormula(refersTo.replace(/^=/, "")) ?? UNREADABLE);
    },
  };
}

function valueAt({ snapshot }: SheetReading, row: number, column: number): CellValue {
  return snapshot?.values[row - snapshot.top]?.[column - snapshot.left] ?? null;
}

function freshOf(
  results: ReadonlyMap<number, CellValue> | undefined,
  stored: boolean,
): ReadonlyMap<number, FreshResult> {
  return new Map(
    [...(results ?? [])].map(([key, value]) => [
      key,
      { row: Math.floor(key / 16_384), column: (key % 16_384) + 1, value, stored },
    ]),
  );
}

/** Programs differ in the last digits of a number; nobody sees those. */
function isSame(a: CellValue, b: CellValue): boolean {
  if (typeof a === "number" && typeof b === "number") {
    return Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
  }
  return isCellError(a) && isCellError(b) ? a.error === b.error : a === b;
}
