import { checkSheetNames, LAST_CHECK_SHEET } from "../forms/sheet-names.js";
import { sheetKey } from "../workbook/layout/names.js";
import type { WorkbookSnapshot } from "../workbook/snapshot.js";

const OURS = new Set([LAST_CHECK_SHEET, ...checkSheetNames].map(sheetKey));

/** A workbook without the sheets that a check leaves in it: they look like tables and are none of hers. */
export function withoutCheckSheets(snapshot: WorkbookSnapshot): WorkbookSnapshot {
  const sheets = snapshot.sheets.filter(({ name }) => !OURS.has(sheetKey(name)));
  return sheets.length === snapshot.sheets.length ? snapshot : { ...snapshot, sheets };
}
