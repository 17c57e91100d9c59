import type { Rectangle } from "../../../values/address.js";
import { columnNumber } from "../../../values/address.js";
import { LAST_COLUMN, LAST_ROW } from "../../../values/sheet-size.js";
import { XmlFault } from "../xml/text.js";

/** A cell's place on its sheet. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

const CELL = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i;

/** `D20` as a place. @throws XmlFault when it is none or lies beyond the sheet */
export function readPlace(reference: string): Place {
  const [, letters = "", digits = ""] = CELL.exec(reference) ?? [];
  return checkedPlace(Number(digits), columnNumber(letters));
}

/** @throws XmlFault for a row or column that no sheet has */
export function checkedPlace(row: number, column: number): Place {
  if (!(row >= 1 && row <= LAST_ROW && column >= 1 && column <= LAST_COLUMN)) throw new XmlFault("place");
  return { row, column };
}

/** `A1:B2`, also with `$`, in small letters or from corner to any corner, as an area. @throws XmlFault */
export function readArea(reference: string): Rectangle {
  const [first = "", second = first, ...more] = reference.split(":");
  if (more.length > 0) throw new XmlFault("area");
  const [a, b] = [readPlace(first), readPlace(second)];
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}
