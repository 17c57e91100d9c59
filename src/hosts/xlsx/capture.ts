import type { CellValue } from "../../values/cell.js";
import type { NameSnapshot, SheetSnapshot, WorkbookSnapshot } from "../../workbook/snapshot.js";
import { type Book, countsFrom1904, findSheet, isProtected } from "./book.js";
import { cellValue, eachCell, formulaOf } from "./cells.js";
import type { LibrarySheet } from "./library.js";
import { areaOfName } from "./package/names.js";
import { DAYS_TO_1904, isDateFormat } from "./serial.js";

/** Cells of one sheet's grid beyond which a stray entry far out, not a form, makes the sheet large. */
const MAX_GRID = 5_000_000;

interface Found {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly format: string;
  readonly formula: string;
}

/** Reads the whole workbook. Null when a sheet's used part is too large for a grid. */
export function captureBook(book: Book): WorkbookSnapshot | null {
  const sheets: SheetSnapshot[] = [];
  for (const sheet of book.library.worksheets) {
    const snapshot = captureSheet(book, sheet);
    if (snapshot === null) return null;
    sheets.push(snapshot);
  }
  return { sheets, names: captureNames(book), culture: null };
}

function captureNames(book: Book): readonly NameSnapshot[] {
  return book.names
    .filter(({ name, sheet }) => sheet === null && !name.startsWith("_xlnm."))
    .map((name) => ({ name: name.name, area: areaOfName(name, (sheet) => findSheet(book, sheet) !== null) }));
}

function captureSheet(book: Book, sheet: LibrarySheet): SheetSnapshot | null {
  const offset = countsFrom1904(book.library) ? DAYS_TO_1904 : 0;
  const found: Found[] = [];
  let top = Number.POSITIVE_INFINITY;
  let left = Number.POSITIVE_INFINITY;
  let bottom = 0;
  let right = 0;
  eachCell(sheet, (cell) => {
    const formula = formulaOf(cell);
    const value = cellValue(cell);
    const format = cell.numFmt ?? "General";
    if (value === null && formula === null && format === "General") return;
    const { row, col: column } = cell.fullAddress;
    const dated = offset !== 0 && typeof value === "number" && isDateFormat(format);
    found.push({
      row,
      column,
      value: dated ? value + offset : value,
      format,
      formula: formula === null ? "" : `=${formula}`,
    });
    // Cells that only have a format do not make the used part larger.
    if (value === null && formula === null) return;
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
    left = Math.min(left, column);
    right = Math.max(right, column);
  });
  const about = {
    name: sheet.name,
    visible: sheet.state === "visible",
    protected: isProtected(book, sheet.name),
  };
  if (bottom === 0) return { ...about, top: 1, left: 1, values: [], formats: [], formulas: [] };
  const within = found.filter(
    (cell) => cell.row >= top && cell.row <= bottom && cell.column >= left && cell.column <= right,
  );
  const grid = new Grid(bottom - top + 1, right - left + 1);
  if (grid.size(within, top) > MAX_GRID) return null;
  for (const cell of within) grid.put(cell, cell.row - top, cell.column - left);
  return { ...about, top, left, values: grid.values, formats: grid.formats, formulas: grid.formulas };
}

/** Three grids of one shape. Rows without cells share one blank row: a stray entry in row 1048576 is cheap. */
class Grid {
  readonly values: CellValue[][];
  readonly formats: string[][];
  readonly formulas: string[][];
  private readonly blankValues: CellValue[];
  private readonly blankFormats: string[];
  private readonly blankFormulas: string[];

  constructor(
    rows: number,
    private readonly columns: number,
  ) {
    this.blankValues = Array<CellValue>(columns).fill(null);
    this.blankFormats = Array<string>(columns).fill("General");
    this.blankFormulas = Array<string>(columns).fill("");
    this.values = Array<CellValue[]>(rows).fill(this.blankValues);
    this.formats = Array<string[]>(rows).fill(this.blankFormats);
    this.formulas = Array<string[]>(rows).fill(this.blankFormulas);
  }

  /** Cells that the grid will really hold. */
  size(found: readonly Found[], top: number): number {
    return new Set(found.map((cell) => cell.row - top)).size * this.columns;
  }

  put(cell: Found, row: number, column: number): void {
    ownRow(this.values, row, this.blankValues)[column] = cell.value;
    ownRow(this.formats, row, this.blankFormats)[column] = cell.format;
    ownRow(this.formulas, row, this.blankFormulas)[column] = cell.formula;
  }
}

function ownRow<Item>(grid: Item[][], row: number, blank: Item[]): Item[] {
  const current = grid[row] ?? blank;
  if (current !== blank) return current;
  const own = [...blank];
  grid[row] = own;
  return own;
}
