import { parseArea, parseCell, type Rectangle } from "../../../values/address.js";
import { LAST_COLUMN, LAST_ROW } from "../../../values/sheet-size.js";
import { XmlFault } from "../xml/text.js";

/** A cell's place on its sheet. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** `D20` as a place. @throws XmlFault when it is none or lies beyond the sheet */
export function readPlace(reference: string): Place {
  const place = parseCell(reference);
  if (place === null) throw new XmlFault("place");
  return place;
}

/** @throws XmlFault for a row or column that no sheet has */
export function checkedPlace(row: number, column: number): Place {
  if (!(row >= 1 && row <= LAST_ROW && column >= 1 && column <= LAST_COLUMN)) throw new XmlFault("place");
  return { row, column };
}

/** `A1:B2`, also with `$`, in small letters or from corner to any corner, as an area. @throws XmlFault */
export function readArea(reference: string): Rectangle {
  const area = parseArea(reference);
  if (area === null) throw new XmlFault("area");
  return area;
}
