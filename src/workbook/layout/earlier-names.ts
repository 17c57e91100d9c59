import { EARLIER_SHEET } from "../../forms/sheet-names.js";
import type { Area } from "../../values/address.js";
import type { WorkbookSnapshot } from "../snapshot.js";
import { nameKey, sheetKey } from "./names.js";

/** What is kept of the earlier report's information. */
export const earlierInfoKeys = ["period", "year", "from", "to"] as const;

export type EarlierInfoKey = (typeof earlierInfoKeys)[number];

/** `CCHC_PREV_BM3_3_3_1`: the earlier value of row 3.3.1 of form 3. */
export function earlierName(form: number, code: string): string {
  return `CCHC_PREV_BM${form}_${code.replaceAll(".", "_")}`;
}

/** `CCHC_PREV_INFO_period` */
export function earlierInfoName(key: EarlierInfoKey): string {
  return `CCHC_PREV_INFO_${key}`;
}

/** Where the names of the earlier values point to, by `nameKey`; names that lost their cell are absent. */
export function earlierAreas(snapshot: WorkbookSnapshot): ReadonlyMap<string, Area> {
  const sheets = new Set(snapshot.sheets.map(({ name }) => sheetKey(name)));
  const areas = new Map<string, Area>();
  for (const { name, area } of snapshot.names) {
    const key = nameKey(name);
    if (!key.startsWith("CCHC_PREV_") || area === null || areas.has(key)) continue;
    if (sheets.has(sheetKey(area.sheet))) areas.set(key, area);
  }
  return areas;
}

/** `Kỳ trước`, or `Kỳ trước (2)` where the officer has a sheet of that name herself. */
export function freeEarlierSheet(snapshot: WorkbookSnapshot): string {
  return freeSheet(EARLIER_SHEET, snapshot);
}

/** A sheet's name, with a number where there is such a sheet already. */
export function freeSheet(wanted: string, snapshot: WorkbookSnapshot): string {
  const taken = new Set(snapshot.sheets.map(({ name }) => sheetKey(name)));
  let name = wanted;
  for (let copy = 2; taken.has(sheetKey(name)); copy++) name = `${wanted} (${copy})`;
  return name;
}
