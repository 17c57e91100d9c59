import type { Grid } from "../../grid/grid.js";
import { type BookEntry, bookEntry } from "../../page/book-entry.js";
import type { SheetView } from "../../sheet-view/sheet-view.js";
import type { Pane } from "./pane/pane.js";

/** What end-to-end tests find on this page. */
export interface ExcelEntry extends BookEntry {
  /** Round trips of the add-in so far. */
  requests(): number;
  readonly pane: Pane;
}

export function offerToTests(grid: Grid, pane: Pane, view: SheetView): void {
  const entry: ExcelEntry = { ...bookEntry(grid, view), requests: () => pane.host?.batches ?? 0, pane };
  window.localBook = entry;
}
