import { evaluateFormula, type FormulaScope } from "../../src/formula/evaluate.js";
import type { Expression } from "../../src/formula/parse.js";
import type { Area } from "../../src/values/address.js";
import { type CellValue, type Content, contentValue, isCellError } from "./cell.js";
import type { Region } from "./culture.js";
import type { Formula } from "./formula.js";
import type { DefinedName } from "./names.js";
import { boundingRect, columnCount, intersection, type Rect, rectOf, rowCount, tableOf } from "./rect.js";
import { placeOf, type Sheet } from "./sheet.js";
import { textToNumber } from "./typed-text.js";

/** What a calculation asks of the workbook. */
interface Calculable {
  readonly sheets: readonly Sheet[];
  readonly names: readonly DefinedName[];
  readonly region: Region;
  readonly today: () => Date;
  sheetNamed(name: string): Sheet | null;
}

/**
 * Calculates every formula of the workbook and stores the results. Gives, per sheet id, the area
 * around the formulas whose result changed. A formula that refers to itself gives 0, as in Excel
 * after its warning.
 */
export function calculate(grid: Calculable): ReadonlyMap<string, Rect> {
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
  grid: Calculable & { value(sheet: Sheet, row: number, column: number): CellValue },
  sheet: Sheet,
  formula: Formula,
  anchor: Rect,
  row: number,
  column: number,
): boolean {
  const offset = { rows: row - anchor.top, columns: column - anchor.left };
  const value = evaluate(
    formula.tree,
    scopeOf(grid, sheet, offset, (at, r, c) => grid.value(at, r, c)),
  );
  return typeof value === "number" ? value !== 0 : value === true;
}

class Calculation {
  private readonly done = new Map<Content, CellValue>();
  private readonly open = new Set<Content>();

  constructor(private readonly grid: Calculable) {}

  value(sheet: Sheet, row: number, column: number): CellValue {
    const content = sheet.content(row, column);
    if (content?.kind !== "formula") return contentValue(content);
    const known = this.done.get(content);
    if (known !== undefined) return known;
    if (this.open.has(content)) return 0;
    this.open.add(content);
    const reader = (at: Sheet, r: number, c: number) => this.value(at, r, c);
    const result = evaluate(content.formula.tree, scopeOf(this.grid, sheet, HERE, reader));
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

/** What the cell shows; what is outside the language shows an error, as in a program without it. */
function evaluate(tree: Expression, scope: FormulaScope): CellValue {
  const outcome = evaluateFormula(tree, scope);
  return outcome.kind === "value" ? outcome.value : { error: outcome.shown };
}

function scopeOf(
  grid: Calculable,
  home: Sheet,
  offset: { readonly rows: number; readonly columns: number },
  value: (sheet: Sheet, row: number, column: number) => CellValue,
): FormulaScope {
  return {
    sheet: home.name,
    offset,
    locale: {
      decimal: grid.region.decimal,
      readNumber: (text) => textToNumber(text, grid.region, grid.today()),
    },
    hasSheet: (name) => grid.sheetNamed(name) !== null,
    cells: ({ sheet: name, top, left, bottom, right }: Area) => {
      const sheet = grid.sheetNamed(name);
      if (!sheet) return [];
      const rect = { top: top - 1, left: left - 1, bottom: bottom - 1, right: right - 1 };
      const large = rowCount(rect) * columnCount(rect) > LARGE;
      const used = large ? sheet.used(true) : rect;
      const part = used && intersection(used, rect);
      return part ? tableOf(part, (row, column) => value(sheet, row, column)) : [];
    },
    name: (name) => {
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
