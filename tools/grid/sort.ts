import type { CellValue } from "./cell.js";
import { mustBeEditable } from "./edit.js";
import type { Grid } from "./grid.js";
import { type Rect, rowCount } from "./rect.js";
import type { Sheet } from "./sheet.js";

/** Sorts the rows of an area by the values of a column, upwards: numbers, then texts, blanks last. */
export function sortRows(grid: Grid, sheet: Sheet, rect: Rect, column: number): void {
  mustBeEditable(grid, sheet, rect, "Sort");
  grid.settle();
  const rows = Array.from({ length: rowCount(rect) }, (_, index) => rect.top + index);
  const lines = rows.map((row) => ({
    key: grid.value(sheet, row, column),
    contents: Array.from({ length: rect.right - rect.left + 1 }, (_, at) =>
      sheet.content(row, rect.left + at),
    ),
  }));
  lines.sort((a, b) => compare(a.key, b.key));
  for (const [index, { contents }] of lines.entries()) {
    for (const [at, content] of contents.entries())
      sheet.setContent(rect.top + index, rect.left + at, content);
  }
  grid.markStale();
  grid.record({ kind: "sorted", sheetId: sheet.id, rect, actor: grid.actor });
}

function compare(a: CellValue, b: CellValue): number {
  const rank = (value: CellValue) => (value === null ? 2 : typeof value === "number" ? 0 : 1);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a === "number" && typeof b === "number") return a - b;
  return a === null ? 0 : String(a).localeCompare(String(b), "vi");
}
