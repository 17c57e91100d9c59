import { a1, type CellAddress } from "../values/address.js";
import { escapeMarkup } from "./escape.js";

/** Attributes that say which cell a value comes from; an empty text where its cell was not found. */
export function cellAttributes(address: CellAddress | null): string {
  return address === null ? "" : ` data-sheet="${escapeMarkup(address.sheet)}" data-cell="${a1(address)}"`;
}
