import type { CellAddress } from "../values/address.js";
import { sheetKey } from "../workbook/layout/names.js";
import type { CheckedForms } from "./check.js";

/** Compares two cells by the order of the workbook's sheets, then by row and column. */
export function compareCells({
  sheets,
}: CheckedForms["snapshot"]): (a: CellAddress, b: CellAddress) => number {
  const order = new Map(sheets.map(({ name }, position) => [sheetKey(name), position]));
  const place = ({ sheet }: CellAddress) => order.get(sheetKey(sheet)) ?? 0;
  return (a, b) => place(a) - place(b) || a.row - b.row || a.column - b.column;
}
