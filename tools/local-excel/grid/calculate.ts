import { evaluate, type Surroundings } from "../formula/evaluate.js";
import type { Formula } from "../formula/formula.js";
import type { Block } from "../formula/values.js";
import { type CellValue, type Content, contentValue, isCellError } from "./cell.js";
import type { Grid } from "./grid.js";
import { boundingRect, columnCount, intersection, type Rect, rectOf, rowCount, tableOf } from "./rect.js";
import { placeOf, type Sheet } from "./sheet.js";
import { textToNumber } from "./typed-text.js";

/**
 * Calculates every formula of the workbook and stores the results. Gives, per sheet id, the area
 * around the formulas whose result changed. A formula that refers to itself gives 0, as in Excel
 * after its warning.
 */
export function calculate(grid: Grid): ReadonlyMap<string, Rect> {
  const run = new Calculation(grid);
  const changed = new Map<string, Rect>();
  for (const sheet of grid.sheets) {
    for (const [key, cell] of [...sheet.cells]) {
      if (cell.content?.kind !== "formula") continue;
      const { row, column } = placeOf(key);
      const before = cell.content.result;
      if (same(before, run.value(sheet, row, column))) continue;
      const here = rectOf(row, column);
      const area = changed.get(sheet.id);
      changed.set(sheet.id, area ? boundingRect(area, here) : here);
    }
  }
  return changed;
}

/**
 * Whether a formula is true for a cell, as conditional formats ask: `anchor` is the cell for which
 * the formula was written.
 */
export function holdsAt(
  grid: Grid,
  sheet: Sheet,
  formula: Formula,
  anchor: Rect,
  row: number,
  column: number,
): boolean {
  const offset = { rows: row - anchor.top, columns: column - anchor.left };
  const value = evaluate(
    formula.tree,
    surroundings(grid, sheet, offset, (at, r, c) => grid.value(at, r, c)),
  );
  return typeof value === "number" ? value !== 0 : value === true;
}

class Calculation {
  private readonly done = new Map<Content, CellValue>();
  private readonly open = new Set<Content>();

  constructor(private readonly grid: Grid) {}

  value(sheet: Sheet, row: number, column: number): CellValue {
    const content = sheet.content(row, column);
    if (content?.kind !== "formula") return contentValue(content);
    const known = this.done.get(content);
    if (known !== undefined) return known;
    if (this.open.has(content)) return 0;
    this.open.add(content);
    const reader = (at: Sheet, r: number, c: number) => this.value(at, r, c);
    const result = evaluate(content.formula.tree, surroundings(this.grid, sheet, HERE, reader));
    this.open.delete(content);
    const stored = same(content.result, result) ? content : { ...content, result };
    if (stored !== content) sheet.setContent(row, column, stored);
    this.done.set(stored, result);
    this.done.set(content, result);
    return result;
  }
}

const HERE = { rows: 0, columns: 0 };
/** Above this a reference is cut to the used part of its sheet before it is read. */
const LARGE = 4096;

function surroundings(
  grid: Grid,
  home: Sheet,
  offset: Surroundings["offset"],
  value: (sheet: Sheet, row: number, column: number) => CellValue,
): Surroundings {
  return {
    offset,
    decimal: grid.region.decimal,
    readText: (text) => textToNumber(text, grid.region, grid.today()),
    read: (name, rect): Block | null => {
      const sheet = name === null ? home : grid.sheetNamed(name);
      if (!sheet) return null;
      if (rowCount(rect) * columnCount(rect) <= LARGE) {
        return { rows: tableOf(rect, (row, column) => value(sheet, row, column)) };
      }
      const used = sheet.used(true);
      const part = used && intersection(used, rect);
      return { rows: part ? tableOf(part, (row, column) => value(sheet, row, column)) : [[null, null]] };
    },
    named: (name) => {
      const wanted = name.toLowerCase();
      const matching = grid.names.filter((one) => one.name.toLowerCase() === wanted);
      const own = matching.find((one) => one.sheetId === home.id);
      return (own ?? matching.find((one) => one.sheetId === null))?.formula.tree ?? null;
    },
  };
}

function same(a: CellValue, b: CellValue): boolean {
  if (isCellError(a)) return isCellError(b) && a.error === b.error;
  return a === b;
}
