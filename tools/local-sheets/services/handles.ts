import type { Rect } from "../../grid/rect.js";
import type { Sheet } from "../../grid/sheet.js";
import type { SheetsBook } from "../book.js";

/** What stands behind an object that a script holds: it may hand the object back as an argument. */
export interface RangePlace {
  readonly book: SheetsBook;
  readonly sheet: Sheet;
  readonly rect: Rect;
}

const places = new WeakMap<object, RangePlace>();
const sheets = new WeakMap<object, Sheet>();
const rules = new WeakMap<object, unknown>();

export function keepPlace<T extends object>(range: T, place: RangePlace): T {
  places.set(range, place);
  return range;
}

export function placeOf(range: object): RangePlace {
  const place = places.get(range);
  if (place === undefined) throw new Error("Not a range of this spreadsheet.");
  return place;
}

export function keepSheet<T extends object>(object: T, sheet: Sheet): T {
  sheets.set(object, sheet);
  return object;
}

export function sheetBehind(object: object): Sheet {
  const sheet = sheets.get(object);
  if (sheet === undefined) throw new Error("Not a sheet of this spreadsheet.");
  return sheet;
}

/** What a builder built. */
export function keepRule<T extends object>(object: T, rule: unknown): T {
  rules.set(object, rule);
  return object;
}

export function ruleBehind(object: object): unknown {
  return rules.get(object);
}
