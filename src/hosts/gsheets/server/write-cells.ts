import type { CellData, Requests } from "../wire.js";
import { formatOf, hexColor, inputOf, TEXT } from "./cell-inputs.js";
import type { Range, Sheet } from "./sheets-by-id.js";

type Update = Requests["updateCells"];
type Table = <T>(of: (cell: CellData, row: number, column: number) => T) => T[][];

/** What shorter rows lack. */
const NOTHING: CellData = {};

/** The cells that an update names. */
export function updatedRange(sheet: Sheet, { start, rows }: Update): Range {
  const width = Math.max(1, ...rows.map(({ values }) => values.length));
  return sheet.getRange(start.rowIndex + 1, start.columnIndex + 1, rows.length, width);
}

/** Writes values and, as far as `fields` says, formats: a table at a time. */
export function writeCells(sheet: Sheet, update: Update): void {
  const { rows, fields } = update;
  const range = updatedRange(sheet, update);
  const width = range.getNumColumns();
  const cells = rows.map(({ values }) => [
    ...values,
    ...new Array<CellData>(width - values.length).fill(NOTHING),
  ]);
  const table: Table = (of) => cells.map((line, row) => line.map((cell, column) => of(cell, row, column)));
  const kept = fields === "userEnteredValue" ? range.getNumberFormats() : null;
  const finalFormat = (cell: CellData, row: number, column: number) =>
    kept === null ? formatOf(cell) : (kept[row]?.[column] ?? TEXT);
  if (kept === null) range.setNumberFormats(table(formatOf));
  range.setValues(table((cell, row, column) => inputOf(cell, finalFormat(cell, row, column))));
  // A date or a formula may have brought a format of its own.
  range.setNumberFormats(kept ?? table(formatOf));
  if (fields === "userEnteredValue,userEnteredFormat") writeLooks(range, table);
}

const HORIZONTAL = { LEFT: "left", CENTER: "center", RIGHT: "right" } as const;
const VERTICAL = { TOP: "top", MIDDLE: "middle", BOTTOM: "bottom" } as const;

function writeLooks(range: Range, table: Table): void {
  const font = ({ userEnteredFormat }: CellData) => userEnteredFormat?.textFormat;
  const look = ({ userEnteredFormat }: CellData) => userEnteredFormat;
  range
    // As in Google's own API: a format without borders takes off those that stand there.
    .setBorder(false, false, false, false, false, false)
    .setFontFamilies(table((cell) => font(cell)?.fontFamily ?? null))
    .setFontSizes(table((cell) => font(cell)?.fontSize ?? 10))
    .setFontWeights(table((cell) => (font(cell)?.bold === true ? "bold" : "normal")))
    .setFontStyles(table((cell) => (font(cell)?.italic === true ? "italic" : "normal")))
    .setFontColors(table((cell) => hexColor(font(cell)?.foregroundColorStyle)))
    .setBackgrounds(table((cell) => hexColor(look(cell)?.backgroundColorStyle)))
    .setHorizontalAlignments(table((cell) => horizontal(look(cell)?.horizontalAlignment)))
    .setVerticalAlignments(table((cell) => VERTICAL[look(cell)?.verticalAlignment ?? "BOTTOM"]))
    .setWraps(table((cell) => look(cell)?.wrapStrategy === "WRAP"));
}

function horizontal(alignment: keyof typeof HORIZONTAL | undefined) {
  return alignment === undefined ? null : HORIZONTAL[alignment];
}
