import { Dialog } from "@microsoft/office-js-helpers";
import { printReport } from "../../jobs/print.js";
import type { WrittenReport } from "../../jobs/report.js";
import { type CellAddress, parseCell } from "../../values/address.js";
import { readChosen } from "./chosen.js";
import { handOver, type LetterWords } from "./letter.js";

/** Where Office opens windows: on the web they share no storage with the pane. */
export interface WidePlace {
  readonly onTheWeb: boolean;
}

/** The way to such a window, brought along by a program that has one: the others do not carry its code. */
export interface Windows extends WidePlace {
  readonly load: () => Promise<{ readonly openWide: typeof openWide }>;
}

/** Wished size in pixels; Office takes at most the screen. */
const SIZE = { width: 1000, height: 900 };

/**
 * Office's own codes for a window that does not open: the address is refused (12004, 12005), another
 * window is open (12007), the browser blocks it (12011).
 */
const NOT_OPENED: readonly number[] = [12004, 12005, 12007, 12011];

/**
 * Shows a report page by page in a window of Office, until she closes it or chooses a number.
 *
 * @returns the cell of the number; null where she closed the window, or did not let it open
 * @throws where Office does not open it
 */
export async function openWide(
  written: WrittenReport,
  words: LetterWords,
  { onTheWeb }: WidePlace,
): Promise<CellAddress | null> {
  const letter = { article: printReport(written, "article"), words };
  const shelf = onTheWeb ? null : localStorage;
  const { fragment, takeBack } = handOver(letter, shelf, `cchc-${crypto.randomUUID()}`);
  const address = new URL("preview.html", location.href);
  address.hash = fragment;
  try {
    const { result } = new Dialog<string>(address.href, SIZE.width, SIZE.height);
    const chosen = readChosen(await result);
    const place = chosen === null ? null : parseCell(chosen.cell);
    return chosen === null || place === null
      ? null
      : { sheet: chosen.sheet, row: place.row, column: place.column };
  } catch (error) {
    if (NOT_OPENED.includes(codeOf(error))) throw error;
    return null;
  } finally {
    takeBack();
  }
}

function codeOf(error: unknown): number {
  const inner: unknown = error instanceof Error && "innerError" in error ? error.innerError : null;
  const code: unknown = typeof inner === "object" && inner !== null && "code" in inner ? inner.code : inner;
  return typeof code === "number" ? code : 0;
}
