/** Rows and columns of a sheet in Excel 2007 and later. */
export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;
