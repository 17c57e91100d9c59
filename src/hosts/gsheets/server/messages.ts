/// <reference types="google-apps-script" />
import type { CellAddress } from "../../../values/address.js";
import { serverErrorText } from "../codes.js";
import type { ReadQuery, Stamp } from "../messages.js";
import type { Request, Spreadsheet } from "../wire.js";
import { execute } from "./execute.js";
import { readSpreadsheet } from "./read-spreadsheet.js";
import type { Range } from "./sheets-by-id.js";

/** The server's side of the four messages. A deployer with Google Workspace may swap `execute` for the advanced service. */

const EDITED = "edited";
/** Google keeps it at most so long. Seconds. */
const KEPT = 21_600;
/** How long an update waits for another one to end. Milliseconds. */
const PATIENCE = 20_000;

export function read(query: ReadQuery): Spreadsheet {
  return readSpreadsheet(SpreadsheetApp.getActive(), query);
}

export function update(requests: readonly Request[], since: string | null): string {
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(PATIENCE)) throw new Error(serverErrorText("LOCKED"));
  try {
    if (since !== null && since !== version()) throw new Error(serverErrorText("CHANGED"));
    execute(requests, () => Date.now());
    noteEdit();
    return version();
  } finally {
    lock.releaseLock();
  }
}

export function stamp(): Stamp {
  return { version: version(), cursor: cursor() };
}

/**
 * A text that changes with the spreadsheet: the last edit that the trigger saw, and what no trigger
 * of this kind tells: sheets that come, go, are renamed or hidden, and rows that move.
 */
function version(): string {
  const book = SpreadsheetApp.getActive();
  return JSON.stringify([
    CacheService.getDocumentCache()?.get(EDITED) ?? null,
    book.getNamedRanges().length,
    ...book
      .getSheets()
      .map((sheet) => [
        sheet.getSheetId(),
        sheet.getName(),
        sheet.isSheetHidden(),
        sheet.getLastRow(),
        sheet.getLastColumn(),
        sheet.getMaxRows(),
      ]),
  ]);
}

/** Where the cursor of the person who asks stands. Worth having, not worth a failure. */
function cursor(): CellAddress | null {
  try {
    const cell: Range | null = SpreadsheetApp.getActive().getCurrentCell();
    if (cell === null) return null;
    return { sheet: cell.getSheet().getName(), row: cell.getRow(), column: cell.getColumn() };
  } catch {
    return null;
  }
}

export function select({ sheet, row, column }: CellAddress): void {
  const book = SpreadsheetApp.getActive();
  const found = book.getSheets().find((one) => one.getName().toLowerCase() === sheet.toLowerCase());
  if (found === undefined) throw new Error(serverErrorText("NO_SHEET", sheet));
  if (found.isSheetHidden()) throw new Error(serverErrorText("HIDDEN_SHEET", sheet));
  if (row > found.getMaxRows() || column > found.getMaxColumns()) {
    throw new Error(serverErrorText("NO_SHEET", sheet));
  }
  book.setActiveSheet(found);
  found.getRange(row, column).activate();
}

/** Notes that something was edited, for the stamps that every open pane asks for. */
export function noteEdit(): void {
  CacheService.getDocumentCache()?.put(EDITED, Utilities.getUuid(), KEPT);
}
