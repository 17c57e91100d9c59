import type { CellValue } from "../../grid/cell.js";
import { valueAt } from "../../grid/look.js";
import { coauthor, officer, type Person } from "../../grid/person.js";
import { formatRect } from "../../grid/rect.js";
import type { SheetView } from "../../sheet-view/sheet-view.js";
import type { SheetsBook } from "../book.js";
import type { BoundScript } from "../script.js";
import type { Sidebar } from "./sandbox.js";

/** What end-to-end tests find on the page as `window.localSheets`. */
export interface SheetsTestEntry {
  value(sheet: string, address: string): CellValue;
  sheetNames(): readonly string[];
  /** Sheet and area that are selected, as `Biểu mẫu 3!D20`. */
  selection(): string;
  /** Selects cells and gives the grid the keyboard, as a click does. */
  select(sheet: string, address: string): void;
  readonly officer: Person;
  readonly coauthor: Person;
  readonly script: BoundScript;
  readonly sidebar: Sidebar;
}

declare global {
  interface Window {
    localSheets?: SheetsTestEntry;
  }
}

export function offerToTests(book: SheetsBook, script: BoundScript, sidebar: Sidebar, view: SheetView): void {
  const { grid } = book;
  const person = officer(grid);
  window.localSheets = {
    value: (sheet, address) => valueAt(grid, sheet, address),
    sheetNames: () => grid.sheets.map((sheet) => sheet.name),
    selection: () => `${grid.activeSheet.name}!${formatRect(grid.activeSheet.selection)}`,
    select: (sheet, address) => {
      person.select(sheet, address);
      view.focus();
    },
    officer: person,
    coauthor: coauthor(grid),
    script,
    sidebar,
  };
}
