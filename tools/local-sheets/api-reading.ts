import type { SheetsMessages } from "../../src/hosts/gsheets/messages.js";
import type { ReadCell, ReadSheet } from "../../src/hosts/gsheets/wire.js";
import { isDateFormat } from "../../src/values/number-format.js";
import { type CellValue, isCellError } from "../grid/cell.js";
import { placeOfName } from "../grid/names.js";
import type { Sheet } from "../grid/sheet.js";
import type { SheetsBook } from "./book.js";
import { writeLocal } from "./formulas.js";

type Query = Parameters<SheetsMessages["read"]>[0];
type Spreadsheet = Awaited<ReturnType<SheetsMessages["read"]>>;

/** The spreadsheet as Google's API would tell it. */
export function readBook(book: SheetsBook, query: Query): Spreadsheet {
  const { grid } = book;
  const namedRanges = grid.names.map((named) => {
    const place = placeOfName(named);
    const sheet = place && grid.sheetNamed(place.sheet);
    return {
      namedRangeId: named.name,
      name: named.name,
      ...(place && sheet
        ? {
            range: {
              sheetId: book.id(sheet),
              startRowIndex: place.rect.top,
              endRowIndex: place.rect.bottom + 1,
              startColumnIndex: place.rect.left,
              endColumnIndex: place.rect.right + 1,
            },
          }
        : {}),
    };
  });
  const ours = new Set(
    namedRanges.flatMap(({ name, range }) => (/^CCHC_/i.test(name) && range ? [range.sheetId] : [])),
  );
  const isAsked = (sheet: Sheet) => {
    if (query.kind === "whole") return true;
    const title = sheet.name.toLowerCase();
    return (
      query.titles.some((one) => one.toLowerCase() === title) ||
      title.startsWith(query.prefix.toLowerCase()) ||
      ours.has(book.id(sheet))
    );
  };
  return {
    properties: { locale: book.locale },
    sheets: grid.sheets.map((sheet) => readSheet(book, sheet, isAsked(sheet))),
    namedRanges,
    developerMetadata: book.metadata.map(({ key, value }) => ({ metadataKey: key, metadataValue: value })),
  };
}

function readSheet(book: SheetsBook, sheet: Sheet, isAsked: boolean): ReadSheet {
  const sheetId = book.id(sheet);
  const made = (book.protections.get(sheet.id) ?? []).map(({ warningOnly, unprotected }) => ({
    range: { sheetId },
    warningOnly,
    requestingUserCanEdit: !book.isClosed(sheet),
    unprotectedRanges: unprotected.map((rect) => ({
      sheetId,
      startRowIndex: rect.top,
      endRowIndex: rect.bottom + 1,
      startColumnIndex: rect.left,
      endColumnIndex: rect.right + 1,
    })),
  }));
  const owners = book.isClosed(sheet)
    ? [{ range: { sheetId }, warningOnly: false, requestingUserCanEdit: false }]
    : [];
  const protectedRanges = [...made, ...owners];
  const used = sheet.used(true);
  const rowData = Array.from({ length: (used?.bottom ?? -1) + 1 }, (_row, row) => ({
    values: Array.from({ length: (used?.right ?? -1) + 1 }, (_column, column) =>
      readCell(book, sheet, row, column),
    ),
  }));
  return {
    properties: {
      sheetId,
      title: sheet.name,
      ...(sheet.visibility === "Visible" ? {} : { hidden: true }),
    },
    ...(protectedRanges.length === 0 ? {} : { protectedRanges }),
    ...(isAsked ? { data: [{ rowData }] } : {}),
  };
}

function readCell(book: SheetsBook, sheet: Sheet, row: number, column: number): ReadCell {
  const { grid } = book;
  const content = sheet.content(row, column);
  const value = grid.value(sheet, row, column);
  const { numberFormat } = sheet.style(row, column);
  const type =
    numberFormat === "@"
      ? "TEXT"
      : numberFormat.includes("%")
        ? "PERCENT"
        : isDateFormat(numberFormat)
          ? "DATE"
          : "NUMBER";
  return {
    ...(content?.kind === "formula"
      ? { userEnteredValue: { formulaValue: writeLocal(content.formula, grid.region) } }
      : {}),
    ...(value === null ? {} : { effectiveValue: effective(value) }),
    ...(numberFormat === "General"
      ? {}
      : { userEnteredFormat: { numberFormat: { type, pattern: numberFormat } } }),
  };
}

const ERRORS: Readonly<
  Record<string, "DIVIDE_BY_ZERO" | "REF" | "NAME" | "VALUE" | "N_A" | "NUM" | "NULL_VALUE">
> = {
  "#DIV/0!": "DIVIDE_BY_ZERO",
  "#REF!": "REF",
  "#NAME?": "NAME",
  "#VALUE!": "VALUE",
  "#N/A": "N_A",
  "#NUM!": "NUM",
  "#NULL!": "NULL_VALUE",
};

function effective(value: NonNullable<CellValue>): NonNullable<ReadCell["effectiveValue"]> {
  if (isCellError(value)) return { errorValue: { type: ERRORS[value.error] ?? "ERROR" } };
  if (typeof value === "number") return { numberValue: value };
  return typeof value === "boolean" ? { boolValue: value } : { stringValue: value };
}
