import type { ErrorType } from "./wire.js";

/** Errors as cells show them, and as Google names them. */
const SHOWN: readonly (readonly [ErrorType, string])[] = [
  ["ERROR", "#ERROR!"],
  ["NULL_VALUE", "#NULL!"],
  ["DIVIDE_BY_ZERO", "#DIV/0!"],
  ["VALUE", "#VALUE!"],
  ["REF", "#REF!"],
  ["NAME", "#NAME?"],
  ["NUM", "#NUM!"],
  ["N_A", "#N/A"],
  ["LOADING", "Loading..."],
];

const TEXTS = new Map(SHOWN);
const TYPES = new Map(SHOWN.map(([type, text]) => [text, type]));

/** `#DIV/0!` */
export function errorText(type: ErrorType): string {
  return TEXTS.get(type) ?? "#ERROR!";
}

/** The error that a cell's text shows, or null when it is a text like any other. */
export function errorType(text: string): ErrorType | null {
  return TYPES.get(text) ?? null;
}
