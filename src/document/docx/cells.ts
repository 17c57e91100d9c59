import type { AppendixTable } from "../appendix-tables.js";
import { millimetres, SIZE } from "./measures.js";

/** Distance between the borders and the words of a cell. */
export const CELL_MARGINS = {
  top: millimetres(0.6),
  bottom: millimetres(0.6),
  left: millimetres(1.4),
  right: millimetres(1.4),
} as const;

/** The same in tables with so many columns that every millimetre counts. */
export const NARROW_MARGINS = { ...CELL_MARGINS, left: millimetres(0.7), right: millimetres(0.7) } as const;

/** Type of tables with many columns; smaller would not be read. */
const SMALL = 11;
const MANY_COLUMNS = 9;

/** Points of a supplementary table's type, and its cells' margins. */
export function tableLook({ columns }: Pick<AppendixTable, "columns">) {
  return columns.length > MANY_COLUMNS
    ? { size: SMALL, margins: NARROW_MARGINS }
    : { size: SIZE.table, margins: CELL_MARGINS };
}
