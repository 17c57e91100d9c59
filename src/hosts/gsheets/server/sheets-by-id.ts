/// <reference types="google-apps-script" />
import { serverErrorText } from "../codes.js";
import type { GridRange } from "../wire.js";

export type Book = GoogleAppsScript.Spreadsheet.Spreadsheet;
export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
export type Range = GoogleAppsScript.Spreadsheet.Range;

/** The sheets that requests name by id; a sheet that they add has the id that they gave it. */
export class SheetsById {
  private readonly sheets = new Map<number, Sheet>();

  constructor(readonly book: Book) {
    for (const sheet of book.getSheets()) this.sheets.set(sheet.getSheetId(), sheet);
  }

  add(id: number, sheet: Sheet): void {
    this.sheets.set(id, sheet);
  }

  sheet(id: number): Sheet {
    const sheet = this.sheets.get(id);
    if (sheet === undefined) throw new Error(serverErrorText("NO_SHEET", String(id)));
    return sheet;
  }

  range(range: GridRange): Range {
    return this.sheet(range.sheetId).getRange(
      range.startRowIndex + 1,
      range.startColumnIndex + 1,
      range.endRowIndex - range.startRowIndex,
      range.endColumnIndex - range.startColumnIndex,
    );
  }
}
