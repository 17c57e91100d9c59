import { type InsertedRows, insertRowsInFormula, movedRow } from "../../formula/insert-rows.js";
import { shiftFormula } from "../../formula/shift.js";
import { areaA1, columnNumber, type Rectangle } from "../../values/address.js";
import { type Book, findSheet } from "./book.js";
import { cellValue, eachCell, formulaOf, isArrayFormula, setResult } from "./cells.js";
import { isCovered, type LibrarySheet } from "./library.js";

/**
 * Inserts rows as Excel does: what stands below moves down, references and names follow, and each new
 * row takes look, height, validations and formulas (not values) from the row above.
 *
 * @returns false when there is no such sheet
 */
export function insertRows(book: Book, inserted: InsertedRows): boolean {
  const sheet = findSheet(book, inserted.sheet);
  if (sheet === null) return false;
  const exact = { ...inserted, sheet: sheet.name };
  moveReferences(book, exact);
  const merges = takeMerges(sheet, exact.before);
  moveRows(sheet, exact);
  for (const merge of merges) {
    sheet.mergeCells(merge.top + exact.count, merge.left, merge.bottom + exact.count, merge.right);
  }
  growConditions(sheet, exact);
  growValidations(book, exact);
  const fitting = book.fitting.get(sheet.name);
  if (fitting) book.fitting.set(sheet.name, movedFitting(fitting, exact));
  return true;
}

function moveReferences(book: Book, inserted: InsertedRows): void {
  for (const sheet of book.library.worksheets) {
    eachCell(sheet, (cell) => {
      const formula = formulaOf(cell);
      if (formula === null || isArrayFormula(cell)) return;
      const moved = insertRowsInFormula(formula, sheet.name, inserted);
      if (moved !== formula) setResult(cell, moved, cellValue(cell));
    });
  }
  book.names = book.names.map((name) => ({
    ...name,
    refersTo: insertRowsInFormula(name.refersTo, null, inserted),
  }));
}

/** Undoes the merged areas from a row on and tells where they were. */
function takeMerges(sheet: LibrarySheet, before: number): readonly Rectangle[] {
  const areas = sheet.model.merges.flatMap((range) => rectangleOf(range) ?? []);
  const below = areas.filter(({ top }) => top >= before);
  for (const { top, left, bottom, right } of below) sheet.unMergeCells(top, left, bottom, right);
  return below;
}

function moveRows(sheet: LibrarySheet, { before, count }: InsertedRows): void {
  const columns = sheet.columnCount;
  for (let row = sheet.rowCount; row >= before; row--) {
    const [from, to] = [sheet.getRow(row), sheet.getRow(row + count)];
    to.height = from.height;
    for (let column = 1; column <= columns; column++) {
      const [source, target] = [from.getCell(column), to.getCell(column)];
      target.value = source.value;
      target.style = source.style;
    }
  }
  const above = sheet.getRow(before - 1);
  for (let row = before; row < before + count; row++) {
    const fresh = sheet.getRow(row);
    fresh.height = above.height;
    for (let column = 1; column <= columns; column++) {
      const [source, target] = [above.getCell(column), fresh.getCell(column)];
      const formula = isCovered(source) ? null : formulaOf(source);
      target.style = source.style;
      target.value = formula === null ? null : { formula: shiftFormula(formula, row - before + 1, 0) };
    }
  }
}

/** An area after the insertion; one that ends just above the new rows takes them in. */
function grown(area: Rectangle, { before, count }: InsertedRows): Rectangle {
  const bottom = area.bottom === before - 1 ? area.bottom + count : movedRow(area.bottom, { before, count });
  return { ...area, top: movedRow(area.top, { before, count }), bottom };
}

function growConditions(sheet: LibrarySheet, inserted: InsertedRows): void {
  // The library keeps them in a list that its declarations do not name.
  const held: unknown = Reflect.get(sheet, "conditionalFormattings");
  if (!Array.isArray(held)) return;
  for (const condition of held) {
    condition.ref = grownRanges(String(condition.ref), inserted);
    for (const rule of Array.isArray(condition.rules) ? condition.rules : []) {
      if (!Array.isArray(rule.formulae)) continue;
      rule.formulae = rule.formulae.map((formula: unknown) =>
        insertRowsInFormula(String(formula), sheet.name, inserted),
      );
    }
  }
}

function growValidations(book: Book, inserted: InsertedRows): void {
  const carried = book.carried.get(inserted.sheet);
  const element = carried?.get("dataValidations");
  if (carried === undefined || element === undefined) return;
  const moved = element.replace(
    /(\ssqref\s*=\s*")([^"]*)(")/g,
    (_, start: string, ranges: string, end: string) => start + grownRanges(ranges, inserted) + end,
  );
  book.carried.set(inserted.sheet, new Map([...carried, ["dataValidations", moved]]));
}

/** `D8:D22 F8` */
function grownRanges(ranges: string, inserted: InsertedRows): string {
  return ranges
    .split(/\s+/)
    .map((range) => {
      const area = rectangleOf(range);
      return area === null ? range : areaA1(grown(area, inserted));
    })
    .join(" ");
}

function rectangleOf(range: string): Rectangle | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/i.exec(range);
  if (match === null) return null;
  const [, left = "", top = "", right = left, bottom = top] = match;
  return { top: Number(top), left: columnNumber(left), bottom: Number(bottom), right: columnNumber(right) };
}

function movedFitting(fitting: ReadonlySet<number>, { before, count }: InsertedRows): ReadonlySet<number> {
  const rows = new Set([...fitting].map((row) => movedRow(row, { before, count })));
  if (fitting.has(before - 1)) for (let row = before; row < before + count; row++) rows.add(row);
  return rows;
}
