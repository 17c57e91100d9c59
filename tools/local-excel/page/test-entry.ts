import type { CellValue } from "../../grid/cell.js";
import type { Grid } from "../../grid/grid.js";
import { formulaAt, styleAt, textAt, valueAt } from "../../grid/look.js";
import { coauthor, officer } from "../../grid/person.js";
import { formatRect } from "../../grid/rect.js";
import type { SheetView } from "../../sheet-view/sheet-view.js";
import type { Pane } from "./pane/pane.js";

/** What end-to-end tests find on the page as `window.localExcel`. */
export interface TestEntry {
  value(sheet: string, address: string): CellValue;
  text(sheet: string, address: string): string;
  formula(sheet: string, address: string): string | number | boolean;
  fill(sheet: string, address: string): string | null;
  sheetNames(): readonly string[];
  /** Sheet and area that are selected, as `Biểu mẫu 3!D20`. */
  selection(): string;
  /** Selects cells and gives the grid the keyboard, as a click does. */
  select(sheet: string, address: string): void;
  /** Acts of the officer and of a co-author that need no keyboard. */
  readonly officer: ReturnType<typeof officer>;
  readonly coauthor: ReturnType<typeof coauthor>;
  /** Round trips of the add-in so far. */
  requests(): number;
  readonly grid: Grid;
  readonly pane: Pane;
}

declare global {
  interface Window {
    localExcel?: TestEntry;
  }
}

export function offerToTests(grid: Grid, pane: Pane, view: SheetView): void {
  const person = officer(grid);
  window.localExcel = {
    value: (sheet, address) => valueAt(grid, sheet, address),
    text: (sheet, address) => textAt(grid, sheet, address),
    formula: (sheet, address) => formulaAt(grid, sheet, address),
    fill: (sheet, address) => styleAt(grid, sheet, address).fill,
    sheetNames: () => grid.sheets.map((sheet) => sheet.name),
    selection: () => `${grid.activeSheet.name}!${formatRect(grid.activeSheet.selection)}`,
    select: (sheet, address) => {
      person.select(sheet, address);
      view.focus();
    },
    officer: person,
    coauthor: coauthor(grid),
    requests: () => pane.host?.batches ?? 0,
    grid,
    pane,
  };
}
