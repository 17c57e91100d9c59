/** What a spreadsheet takes. Excel's "specifications and limits"; for validations [MS-OI29500] 2.1. */

/** Rows and columns of a sheet in Excel 2007 and later. */
export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

/**
 * The longest text that we put into one cell, in characters. A cell takes 32,767, but desktop Excel
 * fails when an add-in reads the formula property of a text over 8,221, and with it every reading of
 * the sheet.
 */
export const LONGEST_TEXT = 8000;

/** The longest text that a cell of Excel takes at all, in UTF-16 units. */
export const LONGEST_CELL_TEXT = 32_767;

/** The longest title, prompt and error message of a validation, in characters. */
export const LONGEST_TITLE = 32;
export const LONGEST_PROMPT = 255;
export const LONGEST_ERROR = 225;
