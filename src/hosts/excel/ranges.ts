import { areaA1, type Rectangle } from "../../values/address.js";

/** The range of an area. One area only: several would need the machine's own list separator. */
export function rangeOf(sheet: Excel.Worksheet, area: Rectangle): Excel.Range {
  return rangeAt(sheet, areaA1(area));
}

/**
 * The range of an address, for use up to the next sync. `Excel.run` would keep every range alive in
 * Excel and let go of all in a request of its own; untracked, that request falls away.
 */
export function rangeAt(sheet: Excel.Worksheet, address: string): Excel.Range {
  const range = sheet.getRange(address);
  range.untrack();
  return range;
}
