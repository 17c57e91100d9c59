/**
 * What pane and server say to each other, in the words of the Google Sheets API v4: the part of
 * `Request` and `Spreadsheet` that is used here, and no more. Rows and columns count from 0; ends are
 * exclusive. Everything is JSON: a `Date` cannot cross `google.script.run`.
 */

/** A cell of a sheet. */
interface GridCoordinate {
  readonly sheetId: number;
  readonly rowIndex: number;
  readonly columnIndex: number;
}

/** Cells of a sheet, all four sides told. */
export interface GridRange {
  readonly sheetId: number;
  readonly startRowIndex: number;
  readonly endRowIndex: number;
  readonly startColumnIndex: number;
  readonly endColumnIndex: number;
}

/** Rows or columns of a sheet. */
export interface DimensionRange {
  readonly sheetId: number;
  readonly dimension: "ROWS" | "COLUMNS";
  readonly startIndex: number;
  readonly endIndex: number;
}

/** Parts from 0 to 1. */
export interface ColorStyle {
  readonly rgbColor: { readonly red: number; readonly green: number; readonly blue: number };
}

export interface NumberFormat {
  readonly type: "TEXT" | "NUMBER" | "PERCENT" | "DATE";
  readonly pattern: string;
}

export interface CellFormat {
  readonly numberFormat?: NumberFormat;
  readonly textFormat?: {
    readonly fontFamily: string;
    readonly fontSize: number;
    readonly bold: boolean;
    readonly italic: boolean;
    readonly foregroundColorStyle: ColorStyle;
  };
  readonly backgroundColorStyle?: ColorStyle;
  readonly horizontalAlignment?: "LEFT" | "CENTER" | "RIGHT";
  readonly verticalAlignment?: "TOP" | "MIDDLE" | "BOTTOM";
  readonly wrapStrategy?: "WRAP" | "OVERFLOW_CELL";
}

/** What somebody put into a cell. A formula begins with `=` and has the separators of the spreadsheet's locale. */
export type EnteredValue =
  | { readonly stringValue: string }
  | { readonly numberValue: number }
  | { readonly boolValue: boolean }
  | { readonly formulaValue: string };

export type ErrorType =
  | "ERROR"
  | "NULL_VALUE"
  | "DIVIDE_BY_ZERO"
  | "VALUE"
  | "REF"
  | "NAME"
  | "NUM"
  | "N_A"
  | "LOADING";

/** What a cell shows. Dates are serial numbers. */
export type EffectiveValue =
  | { readonly stringValue: string }
  | { readonly numberValue: number }
  | { readonly boolValue: boolean }
  | { readonly errorValue: { readonly type: ErrorType } };

/** A cell to be written. Without a value the cell is cleared, where `fields` names the value. */
export interface CellData {
  readonly userEnteredValue?: EnteredValue;
  readonly userEnteredFormat?: CellFormat;
}

/** A cell as read: its formula when it has one, its value, its number format unless that is automatic. */
export interface ReadCell {
  readonly userEnteredValue?: { readonly formulaValue: string };
  readonly effectiveValue?: EffectiveValue;
  readonly userEnteredFormat?: { readonly numberFormat: NumberFormat };
}

/** The fields of a cell that `updateCells` sets; the others stay. */
type CellFields =
  | "userEnteredValue"
  | "userEnteredValue,userEnteredFormat"
  | "userEnteredValue,userEnteredFormat.numberFormat";

export interface BooleanCondition {
  readonly type: "CUSTOM_FORMULA" | "ONE_OF_LIST" | "NUMBER_BETWEEN" | "NUMBER_GREATER_THAN_EQ";
  readonly values: readonly { readonly userEnteredValue: string }[];
}

export interface DataValidationRule {
  readonly condition: BooleanCondition;
  readonly inputMessage: string;
  /** Whether what does not fit is kept out, or only marked. */
  readonly strict: boolean;
  readonly showCustomUi?: boolean;
}

export interface ConditionalFormatRule {
  readonly ranges: readonly GridRange[];
  readonly booleanRule: {
    readonly condition: BooleanCondition;
    readonly format: {
      readonly backgroundColorStyle: ColorStyle;
      readonly textFormat: { readonly foregroundColorStyle: ColorStyle };
    };
  };
}

interface SheetLook {
  readonly sheetId: number;
  readonly title: string;
  readonly hidden?: boolean;
  readonly tabColorStyle?: ColorStyle;
  readonly gridProperties?: {
    readonly rowCount?: number;
    readonly columnCount?: number;
    readonly frozenRowCount?: number;
  };
}

const SOLID = { style: "SOLID" } as const;
/** A thin line on every side and between the cells. */
export const ALL_BORDERS = {
  top: SOLID,
  bottom: SOLID,
  left: SOLID,
  right: SOLID,
  innerHorizontal: SOLID,
  innerVertical: SOLID,
} as const;

/** The requests that this host makes, by their key. */
export interface Requests {
  readonly addSheet: { readonly properties: SheetLook };
  readonly updateSheetProperties: {
    readonly properties: SheetLook;
    readonly fields: string;
  };
  readonly updateCells: {
    readonly start: GridCoordinate;
    readonly rows: readonly { readonly values: readonly CellData[] }[];
    readonly fields: CellFields;
  };
  readonly updateBorders: typeof ALL_BORDERS & { readonly range: GridRange };
  readonly updateDimensionProperties: {
    readonly range: DimensionRange;
    readonly properties: { readonly pixelSize: number };
    readonly fields: "pixelSize";
  };
  readonly mergeCells: { readonly range: GridRange; readonly mergeType: "MERGE_ALL" };
  readonly setDataValidation: { readonly range: GridRange; readonly rule: DataValidationRule };
  readonly addConditionalFormatRule: { readonly index: number; readonly rule: ConditionalFormatRule };
  readonly addProtectedRange: {
    readonly protectedRange: {
      readonly range: { readonly sheetId: number };
      readonly description: string;
      readonly warningOnly: true;
      readonly unprotectedRanges: readonly GridRange[];
    };
  };
  readonly addNamedRange: { readonly namedRange: { readonly name: string; readonly range: GridRange } };
  readonly updateNamedRange: {
    readonly namedRange: { readonly namedRangeId: string; readonly name: string; readonly range: GridRange };
    readonly fields: "range";
  };
  readonly createDeveloperMetadata: {
    readonly developerMetadata: {
      readonly metadataKey: string;
      readonly metadataValue: string;
      readonly visibility: "DOCUMENT";
      readonly location: { readonly spreadsheet: true };
    };
  };
  readonly updateDeveloperMetadata: {
    readonly dataFilters: readonly [{ readonly developerMetadataLookup: { readonly metadataKey: string } }];
    readonly developerMetadata: { readonly metadataValue: string };
    readonly fields: "metadataValue";
  };
  readonly insertDimension: { readonly range: DimensionRange; readonly inheritFromBefore: true };
}

/** One change: an object with exactly one of the keys of `Requests`. */
export type Request = { [Kind in keyof Requests]: Readonly<Record<Kind, Requests[Kind]>> }[keyof Requests];

/** The spreadsheet as `read` answers it. */
export interface Spreadsheet {
  /** `vi_VN`: how numbers and formulas are written. */
  readonly properties: { readonly locale: string };
  readonly sheets: readonly ReadSheet[];
  readonly namedRanges: readonly ReadName[];
  readonly developerMetadata: readonly { readonly metadataKey: string; readonly metadataValue: string }[];
}

export interface ReadSheet {
  readonly properties: { readonly sheetId: number; readonly title: string; readonly hidden?: boolean };
  readonly protectedRanges?: readonly ReadProtection[];
  /** Absent for a sheet that was not asked for. */
  readonly data?: readonly [{ readonly rowData: readonly { readonly values: readonly ReadCell[] }[] }];
}

export interface ReadProtection {
  readonly range: { readonly sheetId: number };
  readonly warningOnly: boolean;
  readonly requestingUserCanEdit: boolean;
  readonly unprotectedRanges?: readonly GridRange[];
}

export interface ReadName {
  readonly namedRangeId: string;
  readonly name: string;
  /** Absent when its cells were deleted. */
  readonly range?: GridRange;
}
