/**
 * The longest text that we put into one cell, in characters. A cell takes 32,767, but desktop Excel
 * fails when an add-in reads the formula property of a text over 8,221, and with it every reading of
 * the sheet.
 */
export const LONGEST_TEXT = 8000;

/** The longest text that a cell of Excel takes at all, in UTF-16 units. */
export const LONGEST_CELL_TEXT = 32_767;
