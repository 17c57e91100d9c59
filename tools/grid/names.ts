import { type Formula, onlyReference, rectOfReference } from "./formula.js";
import type { Rect } from "./rect.js";

/** A defined name. `sheetId` null: it belongs to the whole workbook. */
export interface DefinedName {
  readonly name: string;
  readonly sheetId: string | null;
  readonly formula: Formula;
  readonly visible: boolean;
  readonly comment: string;
}

/** Whether Excel takes a text as a name: a letter or `_` first, and nothing that reads as a cell. */
export function isValidName(name: string): boolean {
  if (name.length > 255 || !/^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name)) return false;
  const likeCell = /^\$?[A-Z]{1,3}\$?\d+$/i.test(name) && columnOf(name) <= 16_384;
  return !likeCell && !/^(R|C|R\d*C\d*)$/i.test(name);
}

function columnOf(name: string): number {
  const letters = /^\$?([A-Z]{1,3})/i.exec(name)?.[1]?.toUpperCase() ?? "";
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Where a name points: a sheet name and an area; null for constants and lost references. */
export function placeOfName(defined: DefinedName): { readonly sheet: string; readonly rect: Rect } | null {
  const reference = onlyReference(defined.formula);
  const rect = reference && rectOfReference(reference);
  return reference?.sheet && rect ? { sheet: reference.sheet, rect } : null;
}
