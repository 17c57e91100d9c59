import { type CellValue, formulaText } from "./cell.js";
import type { Grid } from "./grid.js";
import { parseRect } from "./rect.js";
import type { Sheet } from "./sheet.js";
import type { CellStyle } from "./style.js";

/** What somebody in front of the grid sees in a cell, for tests. Sheets by name, cells by address. */

export function valueAt(grid: Grid, sheet: string, address: string): CellValue {
  const [on, row, column] = find(grid, sheet, address);
  return grid.value(on, row, column);
}

/** The text as shown, under number format and region. */
export function textAt(grid: Grid, sheet: string, address: string): string {
  const [on, row, column] = find(grid, sheet, address);
  return grid.text(on, row, column);
}

/** The formula with its `=`, or the constant itself, or an empty string. */
export function formulaAt(grid: Grid, sheet: string, address: string): string | number | boolean {
  const [on, row, column] = find(grid, sheet, address);
  return formulaText(on.content(row, column));
}

export function styleAt(grid: Grid, sheet: string, address: string): CellStyle {
  const [on, row, column] = find(grid, sheet, address);
  return on.style(row, column);
}

function find(grid: Grid, name: string, address: string): readonly [Sheet, number, number] {
  const sheet = grid.sheetNamed(name);
  if (!sheet) throw new Error(`There is no sheet named ${name}.`);
  const rect = parseRect(address);
  if (!rect) throw new Error(`Not an address: ${address}`);
  return [sheet, rect.top, rect.left];
}
