import type { CellValue } from "../grid/cell.js";
import type { Grid } from "../grid/grid.js";
import { formulaAt, textAt, valueAt } from "../grid/look.js";
import { coauthor, officer, type Person } from "../grid/person.js";
import { formatRect } from "../grid/rect.js";
import type { SheetView } from "../sheet-view/sheet-view.js";

/** What end-to-end tests find on the page of every local program as `window.localBook`. */
export interface BookEntry {
  readonly grid: Grid;
  /** Acts of the officer and of a co-author that need no keyboard. */
  readonly officer: Person;
  readonly coauthor: Person;
  value(sheet: string, address: string): CellValue;
  text(sheet: string, address: string): string;
  formula(sheet: string, address: string): string | number | boolean;
  sheetNames(): readonly string[];
  /** Sheet and area that are selected, as `Biểu mẫu 3!D20`. */
  selection(): string;
  /** Selects cells and gives the grid the keyboard, as a click does. */
  select(sheet: string, address: string): void;
}

declare global {
  interface Window {
    localBook?: BookEntry;
  }
}

/** What tests may see and do of a workbook on the page. */
export function bookEntry(grid: Grid, view: SheetView): BookEntry {
  const person = officer(grid);
  return {
    grid,
    officer: person,
    coauthor: coauthor(grid),
    value: (sheet, address) => valueAt(grid, sheet, address),
    text: (sheet, address) => textAt(grid, sheet, address),
    formula: (sheet, address) => formulaAt(grid, sheet, address),
    sheetNames: () => grid.sheets.map((sheet) => sheet.name),
    selection: () => `${grid.activeSheet.name}!${formatRect(grid.activeSheet.selection)}`,
    select: (sheet, address) => {
      person.select(sheet, address);
      view.focus();
    },
  };
}
