import { type CellPlace, parseArea, parseCell, type Rectangle } from "../../../values/address.js";
import { XmlFault } from "../xml/text.js";

/** `D20` as a place. @throws XmlFault when it is none or lies beyond the sheet */
export function readPlace(reference: string): CellPlace {
  const place = parseCell(reference);
  if (place === null) throw new XmlFault("place");
  return place;
}

/** `A1:B2`, also with `$`, in small letters or from corner to any corner, as an area. @throws XmlFault */
export function readArea(reference: string): Rectangle {
  const area = parseArea(reference);
  if (area === null) throw new XmlFault("area");
  return area;
}
