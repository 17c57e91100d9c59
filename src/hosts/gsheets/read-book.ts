import type { Area } from "../../values/address.js";
import type { CellValue } from "../../values/cell.js";
import { sheetKey } from "../../workbook/layout/names.js";
import type { SheetSnapshot, WorkbookSnapshot } from "../../workbook/snapshot.js";
import { errorText } from "./cell-errors.js";
import { OUR_NAMES } from "./codes.js";
import { cultureOf, plainFormula } from "./locale.js";
import { formatCode, GENERAL } from "./number-format.js";
import type {
  EffectiveValue,
  GridRange,
  ReadCell,
  ReadName,
  ReadProtection,
  ReadSheet,
  Spreadsheet,
} from "./wire.js";

/** A snapshot and what else must be known before writing. */
export interface Book {
  readonly snapshot: WorkbookSnapshot;
  /** Number formats and formulas are written for this locale. */
  readonly locale: string;
  /** Id of every sheet, read or not, by `sheetKey` of its title. */
  readonly ids: ReadonlyMap<string, number>;
  /** Ids of the named ranges, by their name in lower case. */
  readonly nameIds: ReadonlyMap<string, string>;
  /** Of each sheet that this person may not change: the cells that she may, by `sheetKey`. */
  readonly closed: ReadonlyMap<string, readonly GridRange[]>;
  /** Keys of the developer metadata that hold what Excel keeps in names without a place. */
  readonly texts: ReadonlySet<string>;
}

/** Makes a snapshot of what the server read. */
export function bookOf(spreadsheet: Spreadsheet): Book {
  const { properties, sheets, namedRanges, developerMetadata } = spreadsheet;
  const titles = new Map(sheets.map((sheet) => [sheet.properties.sheetId, sheet.properties.title]));
  const texts = developerMetadata.filter(({ metadataKey }) => OUR_NAMES.test(metadataKey));
  return {
    snapshot: {
      sheets: sheets.flatMap((sheet) => sheetOf(sheet, properties.locale)),
      names: namedRanges.map((named) => ({ name: named.name, area: areaOf(named, titles) })),
      constants: texts.map(({ metadataKey, metadataValue }) => ({ name: metadataKey, text: metadataValue })),
      culture: cultureOf(properties.locale),
    },
    locale: properties.locale,
    ids: new Map(sheets.map((sheet) => [sheetKey(sheet.properties.title), sheet.properties.sheetId])),
    nameIds: new Map(namedRanges.map(({ name, namedRangeId }) => [name.toLowerCase(), namedRangeId])),
    closed: new Map(
      sheets.flatMap(({ properties: { title }, protectedRanges }) => {
        const closing = (protectedRanges ?? []).filter(closes);
        return closing.length === 0
          ? []
          : [[sheetKey(title), closing.flatMap(({ unprotectedRanges }) => unprotectedRanges ?? [])]];
      }),
    ),
    texts: new Set(texts.map(({ metadataKey }) => metadataKey)),
  };
}

function areaOf({ range }: ReadName, titles: ReadonlyMap<number, string>): Area | null {
  const sheet = range && titles.get(range.sheetId);
  if (range === undefined || sheet === undefined) return null;
  return {
    sheet,
    top: range.startRowIndex + 1,
    left: range.startColumnIndex + 1,
    bottom: range.endRowIndex,
    right: range.endColumnIndex,
  };
}

function sheetOf({ properties, data, protectedRanges }: ReadSheet, locale: string): readonly SheetSnapshot[] {
  if (data === undefined) return [];
  const rows = data[0].rowData.map(({ values }) => values);
  const width = Math.max(0, ...rows.map((row) => row.findLastIndex(isFilled) + 1));
  const height = rows.findLastIndex((row) => row.some(isFilled)) + 1;
  const grid = <T>(of: (cell: ReadCell) => T): T[][] =>
    Array.from({ length: height }, (_row, i) =>
      Array.from({ length: width }, (_column, j) => of(rows[i]?.[j] ?? NOTHING)),
    );
  return [
    {
      name: properties.title,
      visible: properties.hidden !== true,
      protected: (protectedRanges ?? []).some(closes),
      top: 1,
      left: 1,
      values: grid(({ effectiveValue }) => valueShown(effectiveValue)),
      formats: grid((cell) => formatOf(cell)),
      formulas: grid(({ userEnteredValue }) =>
        userEnteredValue === undefined ? "" : plainFormula(userEnteredValue.formulaValue, locale),
      ),
    },
  ];
}

function closes({ warningOnly, requestingUserCanEdit }: ReadProtection): boolean {
  return !warningOnly && !requestingUserCanEdit;
}

const NOTHING: ReadCell = {};

/** A formula that gives an empty text fills its cell too. */
function isFilled({ effectiveValue, userEnteredValue }: ReadCell): boolean {
  return effectiveValue !== undefined || userEnteredValue !== undefined;
}

function valueShown(value: EffectiveValue | undefined): CellValue {
  if (value === undefined) return null;
  if ("errorValue" in value) return { error: errorText(value.errorValue.type) };
  if ("numberValue" in value) return value.numberValue;
  return "boolValue" in value ? value.boolValue : value.stringValue;
}

function formatOf({ userEnteredFormat }: ReadCell): string {
  return userEnteredFormat === undefined ? GENERAL : formatCode(userEnteredFormat.numberFormat);
}

/** The wire's words for an area of a sheet. */
export function gridRange(sheetId: number, area: Omit<Area, "sheet">): GridRange {
  return {
    sheetId,
    startRowIndex: area.top - 1,
    endRowIndex: area.bottom,
    startColumnIndex: area.left - 1,
    endColumnIndex: area.right,
  };
}
