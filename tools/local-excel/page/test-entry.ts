import type { Grid } from "../../grid/grid.js";
import { type BookEntry, bookEntry } from "../../page/book-entry.js";
import type { SheetView } from "../../sheet-view/sheet-view.js";
import { Pane, type PaneOptions } from "./pane/pane.js";

/** What end-to-end tests find on this page. */
export interface ExcelEntry extends BookEntry {
  /** Round trips of the add-in so far. */
  requests(): number;
  readonly pane: Pane;
  /** Loads the pane anew, as closing and opening it does. */
  reopen(): void;
  /** Opens the add-in a second time over the same workbook, as in a second window of it: `#second iframe`. */
  openSecond(): void;
}

export function offerToTests(grid: Grid, pane: Pane, view: SheetView, options: PaneOptions): void {
  const address = () => document.querySelector<HTMLIFrameElement>("#pane iframe")?.src ?? "";
  const entry: ExcelEntry = {
    ...bookEntry(grid, view),
    requests: () => pane.host?.batches ?? 0,
    pane,
    reopen: () => pane.open(address()),
    openSecond: () => {
      const place = document.createElement("div");
      place.id = "second";
      document.body.append(place);
      new Pane(place, grid, options).open(address());
    },
  };
  window.localBook = entry;
}
