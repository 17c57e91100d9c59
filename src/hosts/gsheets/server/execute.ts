/// <reference types="google-apps-script" />
import { serverErrorText } from "../codes.js";
import type { Request, Requests } from "../wire.js";
import { hexColor } from "./cell-inputs.js";
import { addCondition } from "./conditions.js";
import { SheetsById } from "./sheets-by-id.js";
import { blanknessOf, contentsOf, Journal, sizesOf } from "./undo.js";
import { buildValidation } from "./validations.js";
import { updatedRange, writeCells } from "./write-cells.js";

/** A script is stopped without a word after six minutes; what takes this long is taken back before. Milliseconds. */
const LONGEST = 240_000;

/**
 * Does requests in order over `SpreadsheetApp`. When one fails, or the buffered writes do in the end,
 * everything that was done before is taken back and the failure goes on.
 */
export function execute(requests: readonly Request[], now: () => number): void {
  const journal = new Journal();
  const started = now();
  try {
    const run = new Run(journal);
    for (const request of requests) {
      if (now() - started > LONGEST) throw new Error(serverErrorText("OUT_OF_TIME"));
      run.perform(request);
    }
    SpreadsheetApp.flush();
  } catch (error) {
    journal.takeBack();
    SpreadsheetApp.flush();
    throw error;
  }
}

type Performers = { readonly [Kind in keyof Requests]: (request: Requests[Kind]) => void };

class Run {
  private readonly book = SpreadsheetApp.getActive();
  private readonly sheets = new SheetsById(this.book);
  /** Sheets that this run added or found blank: their contents are taken back whole. */
  private readonly whole = new Set<number>();
  /** Those among them that were there: they keep their sizes. */
  private readonly blank = new Set<number>();
  private readonly names = new Map(
    this.book.getNamedRanges().map((named) => [named.getName().toLowerCase(), named]),
  );

  constructor(private readonly journal: Journal) {}

  perform(request: Request): void {
    const [kind, ...more] = Object.keys(request);
    if (kind === undefined || more.length > 0 || !isKind(kind, this.performers)) {
      throw new Error(serverErrorText("BAD_REQUEST", Object.keys(request).join()));
    }
    this.dispatch(kind, request);
  }

  private dispatch<Kind extends keyof Requests>(kind: Kind, request: Request): void {
    const body = (request as Partial<Requests>)[kind];
    if (body !== undefined) this.performers[kind](body);
  }

  private readonly performers: Performers = {
    addSheet: ({ properties }) => {
      const { sheetId, title } = properties;
      const taken = this.book.getSheets().some((one) => one.getName().toLowerCase() === title.toLowerCase());
      if (taken) throw new Error(serverErrorText("NAME_TAKEN", title));
      const sheet = this.book.insertSheet(title, this.book.getNumSheets());
      this.journal.add(() => this.book.deleteSheet(sheet));
      this.sheets.add(sheetId, sheet);
      this.whole.add(sheetId);
      this.setUp(properties);
    },
    updateSheetProperties: ({ properties }) => {
      const sheet = this.sheets.sheet(properties.sheetId);
      if (sheet.getLastRow() > 0) throw new Error(serverErrorText("CHANGED", properties.title));
      this.journal.add(blanknessOf(sheet));
      this.whole.add(properties.sheetId);
      this.blank.add(properties.sheetId);
      if (sheet.getName() !== properties.title) sheet.setName(properties.title);
      this.setUp(properties);
    },
    updateCells: (update) => {
      const { sheetId } = update.start;
      const sheet = this.sheets.sheet(sheetId);
      if (!this.whole.has(sheetId)) this.journal.add(contentsOf(updatedRange(sheet, update)));
      writeCells(sheet, update);
    },
    updateBorders: ({ range }) => {
      this.sheets.range(range).setBorder(true, true, true, true, true, true);
    },
    updateDimensionProperties: ({ range, properties }) => {
      const { sheetId, dimension, startIndex, endIndex } = range;
      const sheet = this.sheets.sheet(sheetId);
      const count = endIndex - startIndex;
      if (this.blank.has(sheetId)) this.journal.add(sizesOf(sheet, range));
      if (dimension === "COLUMNS") sheet.setColumnWidths(startIndex + 1, count, properties.pixelSize);
      else sheet.setRowHeights(startIndex + 1, count, properties.pixelSize);
    },
    mergeCells: ({ range }) => {
      this.sheets.range(range).merge();
    },
    setDataValidation: ({ range, rule }) => {
      this.sheets.range(range).setDataValidation(buildValidation(rule));
    },
    addConditionalFormatRule: ({ rule }) => addCondition(this.sheets, rule),
    addProtectedRange: ({ protectedRange }) => {
      const { range, description, unprotectedRanges } = protectedRange;
      const protection = this.sheets.sheet(range.sheetId).protect();
      this.journal.add(() => protection.remove());
      protection
        .setDescription(description)
        .setUnprotectedRanges(unprotectedRanges.map((open) => this.sheets.range(open)))
        .setWarningOnly(true);
    },
    addNamedRange: ({ namedRange }) => {
      const { name, range } = namedRange;
      // Google would move a name that is there without a word; it may be somebody's.
      if (this.names.has(name.toLowerCase())) throw new Error(serverErrorText("NAME_TAKEN", name));
      this.book.setNamedRange(name, this.sheets.range(range));
      this.journal.add(() => this.book.removeNamedRange(name));
    },
    updateNamedRange: ({ namedRange }) => {
      const before = this.names.get(namedRange.name.toLowerCase());
      if (before === undefined) throw new Error(serverErrorText("CHANGED", namedRange.name));
      this.book.setNamedRange(namedRange.name, this.sheets.range(namedRange.range));
      this.journal.add(() => this.book.removeNamedRange(namedRange.name));
    },
    createDeveloperMetadata: ({ developerMetadata }) => {
      const { metadataKey, metadataValue } = developerMetadata;
      if (this.metadata(metadataKey) !== null) throw new Error(serverErrorText("NAME_TAKEN", metadataKey));
      this.book.addDeveloperMetadata(
        metadataKey,
        metadataValue,
        SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT,
      );
      this.journal.add(() => this.metadata(metadataKey)?.remove());
    },
    updateDeveloperMetadata: ({ dataFilters, developerMetadata }) => {
      const { metadataKey } = dataFilters[0].developerMetadataLookup;
      const held = this.metadata(metadataKey);
      if (held === null) throw new Error(serverErrorText("CHANGED", metadataKey));
      const before = held.getValue();
      held.setValue(developerMetadata.metadataValue);
      this.journal.add(() => held.setValue(before ?? ""));
    },
    insertDimension: ({ range: { sheetId, startIndex, endIndex } }) => {
      const sheet = this.sheets.sheet(sheetId);
      const count = endIndex - startIndex;
      sheet.insertRowsBefore(startIndex + 1, count);
      this.journal.add(() => sheet.deleteRows(startIndex + 1, count));
      if (startIndex === 0) return;
      const width = sheet.getMaxColumns();
      const above = sheet.getRange(startIndex, 1, 1, width);
      const fresh = sheet.getRange(startIndex + 1, 1, count, width);
      const { PASTE_FORMAT, PASTE_DATA_VALIDATION } = SpreadsheetApp.CopyPasteType;
      above.copyTo(fresh, PASTE_FORMAT, false);
      above.copyTo(fresh, PASTE_DATA_VALIDATION, false);
      sheet.setRowHeights(startIndex + 1, count, sheet.getRowHeight(startIndex));
    },
  };

  private setUp({
    sheetId,
    gridProperties,
    tabColorStyle,
    hidden,
  }: Requests["addSheet"]["properties"]): void {
    const sheet = this.sheets.sheet(sheetId);
    const rows = (gridProperties?.rowCount ?? 0) - sheet.getMaxRows();
    const columns = (gridProperties?.columnCount ?? 0) - sheet.getMaxColumns();
    if (rows > 0) sheet.insertRowsAfter(sheet.getMaxRows(), rows);
    if (columns > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), columns);
    if (gridProperties?.frozenRowCount !== undefined) sheet.setFrozenRows(gridProperties.frozenRowCount);
    if (tabColorStyle !== undefined) sheet.setTabColor(hexColor(tabColorStyle));
    if (hidden === true) sheet.hideSheet();
  }

  private metadata(key: string) {
    return this.book.getDeveloperMetadata().find((one) => one.getKey() === key) ?? null;
  }
}

function isKind(kind: string, performers: Performers): kind is keyof Requests {
  return Object.hasOwn(performers, kind);
}
