import type { SheetsMessages } from "../../src/hosts/gsheets/messages.js";
import type { Request } from "../../src/hosts/gsheets/wire.js";
import { rectOf } from "../grid/rect.js";
import { readBook } from "./api-reading.js";
import { perform } from "./api-requests.js";
import type { SheetsBook } from "./book.js";

type Wired = Parameters<SheetsMessages["update"]>[0];

/**
 * The messages as Google's own API would answer them (what a deployer gets who swaps in the advanced
 * service), from the grid: a batch is done whole or not at all. Everything goes through JSON, and
 * `seen` is told every message that crosses.
 */
export function apiMessages(
  book: SheetsBook,
  seen: (message: "update" | "spreadsheet", body: unknown) => void = () => {},
): SheetsMessages {
  const wire = <T>(value: T): T => JSON.parse(JSON.stringify(value));
  let version = 0;
  book.grid.listen(() => {
    version += 1;
  });
  const versionNow = () => JSON.stringify([version, book.grid.sheets.map(({ id, name }) => [id, name])]);
  return {
    read: async (query) => {
      const wanted = wire(query);
      const spreadsheet = wire(book.run(() => readBook(book, wanted)));
      seen("spreadsheet", spreadsheet);
      return spreadsheet;
    },
    update: async (given, since) => {
      const requests: Wired = wire(given);
      seen("update", { requests });
      if (since !== null && since !== versionNow()) throw new Error("CCHC_ERROR[CHANGED]");
      performAll(book, requests);
      return versionNow();
    },
    stamp: async () => {
      const { name, selection } = book.grid.activeSheet;
      const cursor = { sheet: name, row: selection.top + 1, column: selection.left + 1 };
      return { version: versionNow(), cursor };
    },
    select: async ({ sheet, row, column }) => {
      const found = book.grid.sheetNamed(sheet);
      if (found === null) throw new Error(`CCHC_ERROR[NO_SHEET] ${sheet}`);
      if (found.visibility !== "Visible") throw new Error(`CCHC_ERROR[HIDDEN_SHEET] ${sheet}`);
      book.run(() => book.grid.select(found, rectOf(row - 1, column - 1)));
    },
  };
}

/** Does requests in order or, when one fails, none: Google's batches are atomic. */
export function performAll(book: SheetsBook, requests: readonly Request[]): void {
  const back = book.remember();
  book.run(() => {
    try {
      for (const [index, request] of requests.entries()) perform(book, request, index);
    } catch (error) {
      back();
      throw error;
    }
  });
}
