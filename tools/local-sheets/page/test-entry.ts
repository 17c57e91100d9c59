import { type BookEntry, bookEntry } from "../../page/book-entry.js";
import type { SheetView } from "../../sheet-view/sheet-view.js";
import type { SheetsBook } from "../book.js";
import type { BoundScript } from "../script.js";
import type { Sidebar } from "./sandbox.js";

/** What end-to-end tests find on this page. */
export interface SheetsEntry extends BookEntry {
  readonly script: BoundScript;
  readonly sidebar: Sidebar;
}

export function offerToTests(book: SheetsBook, script: BoundScript, sidebar: Sidebar, view: SheetView): void {
  const entry: SheetsEntry = { ...bookEntry(book.grid, view), script, sidebar };
  window.localBook = entry;
}
