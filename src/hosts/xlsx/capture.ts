import type { CellValue } from "../../values/cell.js";
import type { NamedText, NameSnapshot, SheetSnapshot, WorkbookSnapshot } from "../../workbook/snapshot.js";
import { type Book, countsFrom1904, findSheet, isProtected } from "./book.js";
import { cellValue, eachCell, formulaOf } from "./cells.js";
import type { LibraryRow, LibrarySheet } from "./library.js";
import { areaOfName, textOfName } from "./package/names.js";
import { DAYS_TO_1904, isDateFormat } from "./serial.js";

/** Cells of one sheet's grid beyond which a stray entry far out, not a form, makes the sheet large. */
const MAX_GRID = 5_000_000;

interface Box {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Reads the whole workbook. Null when a sheet's used part is too large for a grid. */
export function captureBook(book: Book): WorkbookSnapshot | null {
  const sheets: SheetSnapshot[] = [];
  for (const sheet of book.library.worksheets) {
    const snapshot = captureSheet(book, sheet);
    if (snapshot === null) return null;
    sheets.push(snapshot);
  }
  return { sheets, names: captureNames(book), constants: captureTexts(book), culture: null };
}

function captureTexts(book: Book): readonly NamedText[] {
  return book.names.flatMap((name) => {
    const text = name.sheet === null ? textOfName(name) : null;
    return text === null ? [] : [{ name: name.name, text }];
  });
}

function captureNames(book: Book): readonly NameSnapshot[] {
  return book.names
    .filter(({ name, sheet }) => sheet === null && !name.startsWith("_xlnm."))
    .map((name) => ({ name: name.name, area: areaOfName(name, (sheet) => findSheet(book, sheet) !== null) }));
}

function captureSheet(book: Book, sheet: LibrarySheet): SheetSnapshot | null {
  const about = {
    name: sheet.name,
    visible: sheet.state === "visible",
    protected: isProtected(book, sheet.name),
  };
  const box = usedBox(sheet);
  if (box === null) return { ...about, top: 1, left: 1, values: [], formats: [], formulas: [] };
  const columns = box.right - box.left + 1;
  const blank = blankRow(columns);
  // Rows without cells share one blank row: a stray entry in row 1048576 is cheap.
  const rows: RowSnapshot[] = Array<RowSnapshot>(box.bottom - box.top + 1).fill(blank);
  const offset = countsFrom1904(book.library) ? DAYS_TO_1904 : 0;
  let size = 0;
  for (let row = box.top; row <= box.bottom; row += 1) {
    const found = sheet.findRow(row);
    if (!found) continue;
    size += columns;
    if (size > MAX_GRID) return null;
    rows[row - box.top] = captureRow(found, box, offset);
  }
  return {
    ...about,
    top: box.top,
    left: box.left,
    values: rows.map(({ values }) => values),
    formats: rows.map(({ formats }) => formats),
    formulas: rows.map(({ formulas }) => formulas),
  };
}

/** From the first to the last cell with content; cells that only have a format do not count. */
function usedBox(sheet: LibrarySheet): Box | null {
  let top = Number.POSITIVE_INFINITY;
  let left = Number.POSITIVE_INFINITY;
  let bottom = 0;
  let right = 0;
  eachCell(sheet, (cell) => {
    if (cellValue(cell) === null && formulaOf(cell) === null) return;
    const { row, col } = cell.fullAddress;
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
    left = Math.min(left, col);
    right = Math.max(right, col);
  });
  return bottom === 0 ? null : { top, left, bottom, right };
}

interface RowSnapshot {
  readonly values: CellValue[];
  readonly formats: string[];
  readonly formulas: string[];
}

function blankRow(columns: number): RowSnapshot {
  return {
    values: Array<CellValue>(columns).fill(null),
    formats: Array<string>(columns).fill("General"),
    formulas: Array<string>(columns).fill(""),
  };
}

/** One row of the box; `offset` turns dates of the 1904 system into those of the 1900 system. */
function captureRow(row: LibraryRow, box: Box, offset: number): RowSnapshot {
  const snapshot = blankRow(box.right - box.left + 1);
  for (let column = box.left; column <= box.right; column += 1) {
    const cell = row.findCell(column);
    if (!cell) continue;
    const index = column - box.left;
    const value = cellValue(cell);
    const format = cell.numFmt ?? "General";
    const formula = formulaOf(cell);
    const dated = offset !== 0 && typeof value === "number" && isDateFormat(format);
    snapshot.values[index] = dated ? value + offset : value;
    snapshot.formats[index] = format;
    snapshot.formulas[index] = formula === null ? "" : `=${formula}`;
  }
  return snapshot;
}
