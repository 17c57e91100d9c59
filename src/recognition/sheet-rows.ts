import type { CellValue } from "../values/cell.js";
import type { SheetSnapshot } from "../workbook/snapshot.js";
import { cellAt, cellText } from "../workbook/snapshot-index.js";

/** What stands in one row of a sheet, blanks left out. */
interface FilledCell {
  readonly column: number;
  readonly value: CellValue;
  readonly text: string;
}

export interface SheetRow {
  readonly row: number;
  readonly cells: readonly FilledCell[];
}

/** The rows of a sheet in which something stands. */
export function filledRows(sheet: SheetSnapshot): readonly SheetRow[] {
  return sheet.values.flatMap((line, i) => {
    const row = sheet.top + i;
    const cells = line.flatMap((value, j) => {
      const column = sheet.left + j;
      const text = cellText(cellAt(sheet, row, column));
      return value === null || (typeof value === "string" && text === "") ? [] : [{ column, value, text }];
    });
    return cells.length === 0 ? [] : [{ row, cells }];
  });
}

/** A row that only numbers the columns: "(1) (2) (3)", "A B 1 2 3". */
export function isColumnNumbering({ cells }: SheetRow): boolean {
  return cells.length >= 3 && cells.every(({ text }) => /^\(?(?:[A-E]|\d{1,2})\)?$/.test(text));
}

/** A page's number or mark alone on its row: "7", "Trang 7/12", "- 7 -". */
export function isPageNumber({ cells }: SheetRow): boolean {
  const [only] = cells;
  return (
    cells.length === 1 && /^(?:trang\s*)?[-–]?\s*\d{1,3}\s*[-–]?(?:\s*\/\s*\d{1,3})?$/i.test(only?.text ?? "")
  );
}
