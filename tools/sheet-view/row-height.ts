import type { Grid } from "../grid/grid.js";
import { placeOf, type Sheet } from "../grid/sheet.js";

/**
 * Rows without a height of their own grow with their wrapped text, as in Excel. Only the picture on
 * the page needs this: to an add-in such a row has the standard height.
 */
export function needsHeight(sheet: Sheet): ReadonlySet<number> {
  const rows = new Set<number>();
  for (const [key, cell] of sheet.cells) {
    const { row, column } = placeOf(key);
    if (!cell.content || sheet.rowHeights.has(row) || rows.has(row)) continue;
    const style = sheet.style(row, column);
    if (style.wrap || style.fontSize > 12) rows.add(row);
  }
  return rows;
}

/** The height in points that the row's contents need. Merged cells do not count, as in Excel. */
export function neededHeight(grid: Grid, sheet: Sheet, row: number): number {
  let height = sheet.rowHeight;
  const used = sheet.used(true);
  for (let column = used?.left ?? 0; column <= (used?.right ?? -1); column += 1) {
    if (!sheet.content(row, column) || sheet.mergeAt(row, column)) continue;
    const style = sheet.style(row, column);
    const width = (sheet.columnWidths.get(column) ?? sheet.columnWidth) - 5;
    const font = `${style.italic ? "italic " : ""}${style.bold ? "bold " : ""}${style.fontSize}pt "${style.fontName}"`;
    const lines = style.wrap ? lineCount(grid.text(sheet, row, column), font, width) : 1;
    height = Math.max(height, lines * style.fontSize * LINE + 3);
  }
  return height;
}

const LINE = 1.25;
const pen = document.createElement("canvas").getContext("2d");

function lineCount(text: string, font: string, width: number): number {
  if (!pen) return 1;
  pen.font = font;
  const widthOf = (part: string) => pen.measureText(part).width * 0.75;
  return text.split("\n").reduce((lines, paragraph) => {
    let rest = 0;
    let count = 1;
    for (const word of paragraph.split(" ")) {
      const size = widthOf(`${word} `);
      if (rest > 0 && rest + size > width) {
        count += 1;
        rest = 0;
      }
      rest += size;
    }
    return lines + count;
  }, 0);
}
