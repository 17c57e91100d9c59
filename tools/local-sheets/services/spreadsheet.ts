import { absoluteReference } from "../../../src/values/address.js";
import { readFormula } from "../../grid/formula.js";
import { type DefinedName, isValidName, placeOfName } from "../../grid/names.js";
import { rectOf } from "../../grid/rect.js";
import type { Metadata, SheetsBook } from "../book.js";
import { ZONE } from "../entered.js";
import { placeOf, sheetBehind } from "./handles.js";
import { rangeService } from "./range.js";
import { sheetService } from "./sheet.js";
import { strict } from "./strict.js";

/** The spreadsheet that is open. */
export function spreadsheetService(book: SheetsBook) {
  const { grid } = book;
  const self = strict("Spreadsheet", {
    getSheets: () => grid.sheets.map((sheet) => sheetService(book, sheet)),
    getNumSheets: () => grid.sheets.length,
    insertSheet: (title: string, index: number) => {
      if (index !== grid.sheets.length)
        throw new Error("The local Google Sheets adds sheets at the end only.");
      return book.write(() => sheetService(book, book.addSheet(title)));
    },
    deleteSheet: (sheet: object) => {
      book.write(() => book.deleteSheet(sheetBehind(sheet)));
    },
    setActiveSheet: (sheet: object) => {
      book.run(() => grid.select(sheetBehind(sheet)));
    },
    getCurrentCell: () => {
      if (book.cursorRefused) throw new Error("You do not have permission to call getCurrentCell.");
      const sheet = grid.activeSheet;
      const { top, left } = sheet.selection;
      return rangeService({ book, sheet, rect: rectOf(top, left) }, sheetService(book, sheet));
    },
    getSpreadsheetLocale: () => book.locale,
    getSpreadsheetTimeZone: () => ZONE,
    getNamedRanges: () =>
      grid.names.filter(({ sheetId }) => sheetId === null).map((named) => namedRangeService(book, named)),
    setNamedRange: (name: string, range: object) => {
      const { sheet, rect } = placeOf(range);
      if (name.length > 250 || !isValidName(name)) throw new Error(`The name "${name}" is invalid.`);
      const area = {
        sheet: sheet.name,
        top: rect.top + 1,
        left: rect.left + 1,
        bottom: rect.bottom + 1,
        right: rect.right + 1,
      };
      const formula = readFormula(absoluteReference(area));
      if (formula === null) throw new Error("Not a range.");
      book.write(() => {
        grid.names = [
          ...grid.names.filter((one) => !isNamed(one, name)),
          { name, sheetId: null, formula, visible: true, comment: "" },
        ];
        grid.record({ kind: "names" });
      });
    },
    removeNamedRange: (name: string) => {
      if (!grid.names.some((one) => isNamed(one, name)))
        throw new Error(`Named range ${name} does not exist.`);
      book.write(() => removeName(book, name));
    },
    getDeveloperMetadata: () => book.metadata.map((one) => metadataService(book, one)),
    addDeveloperMetadata: (key: string, value: string, visibility: string) => {
      if (visibility !== "DOCUMENT")
        throw new Error(`The local Google Sheets has no visibility ${visibility}.`);
      book.write(() => {
        book.metadata.push({ key, value });
      });
      return self;
    },
  });
  return self;
}

function isNamed(one: DefinedName, name: string): boolean {
  return one.sheetId === null && one.name.toLowerCase() === name.toLowerCase();
}

function removeName(book: SheetsBook, name: string): void {
  const { grid } = book;
  grid.names = grid.names.filter((one) => !isNamed(one, name));
  grid.record({ kind: "names" });
}

function namedRangeService(book: SheetsBook, named: DefinedName) {
  return strict("NamedRange", {
    getName: () => named.name,
    /** Null where its cells were deleted. */
    getRange: () => {
      const place = placeOfName(named);
      const sheet = place && book.grid.sheetNamed(place.sheet);
      return place && sheet
        ? rangeService({ book, sheet, rect: place.rect }, sheetService(book, sheet))
        : null;
    },
    remove: () => book.write(() => removeName(book, named.name)),
  });
}

function metadataService(book: SheetsBook, metadata: Metadata) {
  const self = strict("DeveloperMetadata", {
    getKey: () => metadata.key,
    getValue: () => metadata.value,
    setValue: (value: string) => {
      book.write(() => {
        metadata.value = value;
      });
      return self;
    },
    remove: () => {
      book.write(() => {
        const at = book.metadata.indexOf(metadata);
        if (at >= 0) book.metadata.splice(at, 1);
      });
    },
  });
  return self;
}
