/// <reference types="google-apps-script" />
import { errorType } from "../cell-errors.js";
import { OUR_NAMES } from "../codes.js";
import type { ReadQuery } from "../messages.js";
import { numberFormatOf } from "../number-format.js";
import type {
  EffectiveValue,
  GridRange,
  ReadCell,
  ReadName,
  ReadProtection,
  ReadSheet,
  Spreadsheet,
} from "../wire.js";
import type { Book, Range, Sheet } from "./sheets-by-id.js";

/** A stray entry far out must not make every reading slow; the longest form has some 40 rows. */
const WINDOW = { rows: 2000, columns: 26 };

/** Answers `read`. Sheets that were not asked for are listed without their cells. */
export function readSpreadsheet(book: Book, query: ReadQuery): Spreadsheet {
  const namedRanges = book.getNamedRanges().map(nameOf);
  const asked = askedSheets(query, namedRanges);
  const serial = serialReader(book.getSpreadsheetTimeZone());
  return {
    properties: { locale: book.getSpreadsheetLocale() },
    sheets: book
      .getSheets()
      .map((sheet) => readSheet(sheet, asked(sheet), reach(sheet, namedRanges), serial)),
    namedRanges,
    developerMetadata: book
      .getDeveloperMetadata()
      .filter((metadata) => OUR_NAMES.test(metadata.getKey()))
      .map((metadata) => ({
        metadataKey: metadata.getKey(),
        metadataValue: metadata.getValue() ?? "",
      })),
  };
}

function askedSheets(query: ReadQuery, names: readonly ReadName[]): (sheet: Sheet) => boolean {
  if (query.kind === "whole") return () => true;
  const titles = new Set(query.titles.map((title) => title.toLowerCase()));
  const prefix = query.prefix.toLowerCase();
  const ids = new Set(
    names.flatMap(({ name, range }) => (range !== undefined && OUR_NAMES.test(name) ? [range.sheetId] : [])),
  );
  return (sheet) => {
    const title = sheet.getName().toLowerCase();
    return titles.has(title) || title.startsWith(prefix) || ids.has(sheet.getSheetId());
  };
}

/** How far a sheet is read: the window, and farther where a name of ours stands. */
function reach(sheet: Sheet, names: readonly ReadName[]): typeof WINDOW {
  const id = sheet.getSheetId();
  const own = names.flatMap(({ name, range }) =>
    range !== undefined && range.sheetId === id && OUR_NAMES.test(name) ? [range] : [],
  );
  return {
    rows: Math.max(WINDOW.rows, ...own.map(({ endRowIndex }) => endRowIndex)),
    columns: Math.max(WINDOW.columns, ...own.map(({ endColumnIndex }) => endColumnIndex)),
  };
}

function nameOf(named: GoogleAppsScript.Spreadsheet.NamedRange): ReadName {
  const name = named.getName();
  const range = rangeOf(named);
  return { namedRangeId: name, name, ...(range === null ? {} : { range }) };
}

/** Where a name points; a name whose cells were deleted has none or throws. */
function rangeOf(named: GoogleAppsScript.Spreadsheet.NamedRange): GridRange | null {
  try {
    const range: Range | null = named.getRange();
    return range === null ? null : gridRangeOf(range);
  } catch {
    return null;
  }
}

function gridRangeOf(range: Range): GridRange {
  return {
    sheetId: range.getSheet().getSheetId(),
    startRowIndex: range.getRow() - 1,
    endRowIndex: range.getRow() - 1 + range.getNumRows(),
    startColumnIndex: range.getColumn() - 1,
    endColumnIndex: range.getColumn() - 1 + range.getNumColumns(),
  };
}

function readSheet(
  sheet: Sheet,
  isAsked: boolean,
  most: typeof WINDOW,
  serial: (date: Date) => number,
): ReadSheet {
  const protections = sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).map(
    (protection): ReadProtection => ({
      range: { sheetId: sheet.getSheetId() },
      warningOnly: protection.isWarningOnly(),
      requestingUserCanEdit: protection.canEdit(),
      unprotectedRanges: protection.getUnprotectedRanges().map(gridRangeOf),
    }),
  );
  return {
    properties: {
      sheetId: sheet.getSheetId(),
      title: sheet.getName(),
      ...(sheet.isSheetHidden() ? { hidden: true } : {}),
    },
    ...(protections.length === 0 ? {} : { protectedRanges: protections }),
    ...(isAsked ? { data: [{ rowData: readRows(sheet, most, serial) }] } : {}),
  };
}

function readRows(
  sheet: Sheet,
  most: typeof WINDOW,
  serial: (date: Date) => number,
): readonly { readonly values: readonly ReadCell[] }[] {
  const rows = Math.min(sheet.getLastRow(), most.rows);
  const columns = Math.min(sheet.getLastColumn(), most.columns);
  if (rows === 0 || columns === 0) return [];
  const range = sheet.getRange(1, 1, rows, columns);
  const values: readonly (readonly unknown[])[] = range.getValues();
  const formulas = range.getFormulas();
  const formats = range.getNumberFormats();
  return values.map((line, row) => ({
    values: line.map((value, column): ReadCell => {
      const formula = formulas[row]?.[column] ?? "";
      const numberFormat = numberFormatOf(formats[row]?.[column] ?? "");
      const shown = effectiveValue(value, formula !== "", serial);
      return {
        ...(formula === "" ? {} : { userEnteredValue: { formulaValue: formula } }),
        ...(shown === null ? {} : { effectiveValue: shown }),
        ...(numberFormat === null ? {} : { userEnteredFormat: { numberFormat } }),
      };
    }),
  }));
}

function effectiveValue(
  value: unknown,
  isFormula: boolean,
  serial: (date: Date) => number,
): EffectiveValue | null {
  if (typeof value === "number") return { numberValue: value };
  if (typeof value === "boolean") return { boolValue: value };
  if (value instanceof Date || isDate(value)) return { numberValue: serial(value) };
  const text = typeof value === "string" ? value : String(value ?? "");
  const error = errorType(text);
  if (error !== null) return { errorValue: { type: error } };
  // A blank cell is an empty text here; a formula may give one.
  return text === "" && !isFormula ? null : { stringValue: text };
}

/** A date of another realm is no instance of this one's `Date`. */
function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === "[object Date]";
}

/** Days since 30 December 1899 in the spreadsheet's own time zone: what the cell holds. */
function serialReader(zone: string): (date: Date) => number {
  return (date) => {
    const parts = Utilities.formatDate(date, zone, "yyyy,M,d,H,m,s").split(",").map(Number);
    const [year = 1899, month = 12, day = 30, hour = 0, minute = 0, second = 0] = parts;
    return (Date.UTC(year, month - 1, day, hour, minute, second) - Date.UTC(1899, 11, 30)) / 86_400_000;
  };
}
