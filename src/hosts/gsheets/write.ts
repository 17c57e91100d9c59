import type { CellAddress } from "../../values/address.js";
import { LAST_COLUMN, LAST_ROW, LONGEST_CELL_TEXT } from "../../values/sheet-limits.js";
import { sheetKey } from "../../workbook/layout/names.js";
import { Refusal } from "../attempt.js";
import { unwritable } from "../faults.js";
import type { CellEdit } from "../port.js";
import { CELL_CHANGED, closedSheets, missingSheet } from "./faults.js";
import { localFormula } from "./locale.js";
import { ours, type SheetsMessages } from "./messages.js";
import { GENERAL, numberFormatOf, TEXT } from "./number-format.js";
import { type Book, bookOf } from "./read-book.js";
import type { CellData, EnteredValue, Request } from "./wire.js";

/**
 * Writes values and formulas: one reading to see that the cells are there, open and as they were, one
 * update that is done whole or not at all.
 *
 * @param seen what she saw when she decided, or null where that is not known: a cell that holds
 * something else by now is not written over
 * @returns the version after it, or null when there was nothing to write
 */
export async function writeEdits(
  messages: SheetsMessages,
  edits: readonly CellEdit[],
  seen: Book | null,
): Promise<string | null> {
  for (const edit of edits) refuseUnwritable(edit);
  if (edits.length === 0) return null;
  const book = bookOf(await messages.read(ours(edits.map(({ cell }) => cell.sheet))));
  const requests = edits.map((edit) => editRequest(edit, book));
  const closed = edits.filter((edit) => isClosed(edit, book)).map(({ cell }) => cell.sheet);
  if (closed.length > 0) throw new Refusal(closedSheets([...new Set(closed)]));
  if (seen !== null && edits.some(({ cell }) => hasChanged(cell, seen, book)))
    throw new Refusal(CELL_CHANGED);
  return messages.update(requests, null);
}

/** Whether a cell holds something else than it held when it was seen; false where it was not seen. */
function hasChanged(cell: CellAddress, seen: Book, now: Book): boolean {
  const before = contentOf(cell, seen);
  const after = contentOf(cell, now);
  return before !== null && after !== null && before !== after;
}

/** A cell's formula, else its value, as one text; null when its sheet was not read. */
function contentOf({ sheet, row, column }: CellAddress, { snapshot }: Book): string | null {
  const found = snapshot.sheets.find(({ name }) => sheetKey(name) === sheetKey(sheet));
  if (found === undefined) return null;
  const formula = found.formulas[row - found.top]?.[column - found.left] ?? "";
  return formula === ""
    ? JSON.stringify(found.values[row - found.top]?.[column - found.left] ?? null)
    : formula;
}

function refuseUnwritable({ cell, value }: CellEdit): void {
  const text = typeof value === "object" && value !== null ? value.formula : value;
  // Google takes 50,000; a file must be able to go to Excel.
  const tooLong = typeof text === "string" && text.length > LONGEST_CELL_TEXT;
  if (tooLong || (typeof value === "number" && !Number.isFinite(value))) throw new Refusal(unwritable(cell));
}

function sheetIdOf({ cell: { sheet, row, column } }: CellEdit, { ids }: Book): number {
  const sheetId = ids.get(sheetKey(sheet));
  const isOnSheet = row >= 1 && column >= 1 && row <= LAST_ROW && column <= LAST_COLUMN;
  if (sheetId === undefined || !isOnSheet) throw new Refusal(missingSheet(sheet));
  return sheetId;
}

function isClosed({ cell }: CellEdit, { closed }: Book): boolean {
  const open = closed.get(sheetKey(cell.sheet));
  return (
    open !== undefined &&
    !open.some(
      (range) =>
        cell.row > range.startRowIndex &&
        cell.row <= range.endRowIndex &&
        cell.column > range.startColumnIndex &&
        cell.column <= range.endColumnIndex,
    )
  );
}

function editRequest(edit: CellEdit, book: Book): Request {
  const { cell, value } = edit;
  const start = { sheetId: sheetIdOf(edit, book), rowIndex: cell.row - 1, columnIndex: cell.column - 1 };
  const entered = enteredValue(value, book.locale);
  const userEnteredValue = entered === null ? {} : { userEnteredValue: entered };
  const format = formatFor(edit, book);
  if (format === null) {
    return { updateCells: { start, rows: [{ values: [userEnteredValue] }], fields: "userEnteredValue" } };
  }
  const numberFormat = numberFormatOf(format);
  const data: CellData = {
    ...userEnteredValue,
    ...(numberFormat === null ? {} : { userEnteredFormat: { numberFormat } }),
  };
  return {
    updateCells: {
      start,
      rows: [{ values: [data] }],
      fields: "userEnteredValue,userEnteredFormat.numberFormat",
    },
  };
}

/** The format that a cell must get, or null when it keeps its own. In a text cell a number would be a text. */
function formatFor({ cell, value, format }: CellEdit, { snapshot }: Book): string | null {
  if (format !== undefined) return format;
  const sheet = snapshot.sheets.find(({ name }) => sheetKey(name) === sheetKey(cell.sheet));
  const own = sheet?.formats[cell.row - sheet.top]?.[cell.column - sheet.left];
  const isText = value === null || value === "" || typeof value === "string";
  return own === TEXT && !isText ? GENERAL : null;
}

function enteredValue(value: CellEdit["value"], locale: string): EnteredValue | null {
  if (value === null || value === "") return null;
  if (typeof value === "object") return { formulaValue: localFormula(value.formula, locale) };
  if (typeof value === "string") return { stringValue: value };
  return typeof value === "number" ? { numberValue: value } : { boolValue: value };
}
