import type { Rectangle } from "../../../values/address.js";
import type { CellValue } from "../../../values/cell.js";
import { DAYS_TO_1904 } from "../../../values/day.js";
import { isDateFormat } from "../../../values/number-format.js";
import type { SheetSnapshot } from "../../../workbook/snapshot.js";
import type { SheetFormula, SheetPart } from "./sheet-part.js";
import { type CellLook, GENERAL } from "./styles.js";
import type { SheetPlace } from "./workbook-part.js";

/** Cells of one sheet's grid beyond which a stray entry far out, not a form, makes the sheet large. */
const MAX_GRID = 5_000_000;

/** A sheet as it was read. */
export interface SheetReading {
  /** Null when the used part is too large for a grid. */
  readonly snapshot: SheetSnapshot | null;
  /** Cells with a formula of their own cell alone, in reading order. */
  readonly formulas: readonly FormulaCell[];
  readonly merges: readonly Rectangle[];
  /** Areas that array formulas and data tables fill. */
  readonly filled: readonly Rectangle[];
}

interface FormulaCell {
  readonly row: number;
  readonly column: number;
}

/** A result of a formula that is not the one in the sheet's part. */
export interface FreshResult extends FormulaCell {
  readonly value: CellValue;
  /** Whether the part gets it: results that other programs left out stay left out until they change. */
  readonly stored: boolean;
}

/** What a sheet shows: the used part, from the first to the last cell with content. */
export function readSheet(
  place: SheetPlace,
  part: SheetPart,
  looks: readonly CellLook[],
  date1904: boolean,
): SheetReading {
  const covered = coveredCells(part.merges);
  const formulas: FormulaCell[] = [];
  const filled: Rectangle[] = [];
  const isCovered = (index: number) =>
    covered?.has(cellKey(part.rows[index] ?? 0, part.columns[index] ?? 0)) === true;
  for (const [index, formula] of part.formulas) {
    if (formula.fills !== null) filled.push(formula.fills);
    else if (!isCovered(index)) {
      formulas.push({ row: part.rows[index] ?? 0, column: part.columns[index] ?? 0 });
    }
  }
  const snapshot = snapshotOf(place, part, looks, date1904, isCovered);
  return { snapshot, formulas, merges: part.merges, filled };
}

function snapshotOf(
  { name, visible }: SheetPlace,
  part: SheetPart,
  looks: readonly CellLook[],
  date1904: boolean,
  isCovered: (index: number) => boolean,
): SheetSnapshot | null {
  const { rows, columns, values, styles } = part;
  const about = { name, visible, protected: part.protected };
  const count = rows.length;
  const shown = (index: number): CellValue => (isCovered(index) ? null : (values[index] ?? null));
  const formulaAt = (index: number): SheetFormula | undefined =>
    isCovered(index) ? undefined : part.formulas.get(index);

  let top = Number.POSITIVE_INFINITY;
  let left = Number.POSITIVE_INFINITY;
  let bottom = 0;
  let right = 0;
  for (let index = 0; index < count; index += 1) {
    if (values[index] === null && !part.formulas.has(index)) continue;
    if (shown(index) === null && formulaAt(index) === undefined) continue;
    const row = rows[index] ?? 0;
    const column = columns[index] ?? 0;
    if (row < top) top = row;
    if (row > bottom) bottom = row;
    if (column < left) left = column;
    if (column > right) right = column;
  }
  if (bottom === 0) return { ...about, top: 1, left: 1, values: [], formats: [], formulas: [] };

  const width = right - left + 1;
  const blank = {
    values: Array<CellValue>(width).fill(null),
    formats: Array<string>(width).fill(GENERAL),
    formulas: Array<string>(width).fill(""),
  };
  // Rows without cells share one blank row: a stray entry in row 1048576 is cheap.
  const height = bottom - top + 1;
  const grid = {
    values: Array<CellValue[]>(height).fill(blank.values),
    formats: Array<string[]>(height).fill(blank.formats),
    formulas: Array<string[]>(height).fill(blank.formulas),
  };
  let size = 0;
  let current = { row: 0, ...blank };
  for (let index = 0; index < count; index += 1) {
    const row = rows[index] ?? 0;
    const column = columns[index] ?? 0;
    if (row < top || row > bottom || column < left || column > right) continue;
    if (row !== current.row) {
      size += width;
      if (size > MAX_GRID) return null;
      const fresh = {
        values: blank.values.slice(),
        formats: blank.formats.slice(),
        formulas: blank.formulas.slice(),
      };
      current = { row, ...fresh };
      grid.values[row - top] = fresh.values;
      grid.formats[row - top] = fresh.formats;
      grid.formulas[row - top] = fresh.formulas;
    }
    const value = shown(index);
    const format = looks[styles[index] ?? 0]?.format ?? GENERAL;
    const formula = formulaAt(index);
    const dated = date1904 && typeof value === "number" && isDateFormat(format);
    current.values[column - left] = dated ? value + DAYS_TO_1904 : value;
    current.formats[column - left] = format;
    if (formula !== undefined) current.formulas[column - left] = `=${formula.text}`;
  }
  return { ...about, top, left, ...grid };
}

/** Cells that lie in a merged area without being its first, or null when there are none. */
function coveredCells(merges: readonly Rectangle[]): ReadonlySet<number> | null {
  if (merges.length === 0) return null;
  const covered = new Set<number>();
  for (const { top, left, bottom, right } of merges) {
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        if (row !== top || column !== left) covered.add(cellKey(row, column));
      }
    }
  }
  return covered;
}

/** A sheet that shows fresh results in the place of those of its part. */
export function withResults(reading: SheetReading, results: ReadonlyMap<number, FreshResult>): SheetReading {
  const { snapshot } = reading;
  if (snapshot === null || results.size === 0) return reading;
  const values = [...snapshot.values];
  const fresh = new Map<number, CellValue[]>();
  for (const { row, column, value } of results.values()) {
    const index = row - snapshot.top;
    const cells = fresh.get(index) ?? [...(values[index] ?? [])];
    cells[column - snapshot.left] = value;
    fresh.set(index, cells);
  }
  for (const [index, cells] of fresh) values[index] = cells;
  return { ...reading, snapshot: { ...snapshot, values } };
}

/** A cell's place as one number. */
export function cellKey(row: number, column: number): number {
  return row * 16_384 + column - 1;
}
