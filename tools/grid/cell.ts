import type { CellValue } from "../../src/values/cell.js";
import { isCellError } from "../../src/values/cell.js";
import type { Formula } from "./formula.js";
import type { CellStyle } from "./style.js";

export type { CellValue };
export { isCellError };

/** What a cell holds: nothing, a constant, or a formula with its last result. */
export type Content =
  | { readonly kind: "constant"; readonly value: string | number | boolean }
  | { readonly kind: "formula"; readonly formula: Formula; readonly result: CellValue };

/** One touched cell. Immutable, so that a copy of a sheet is a copy of its map. */
export interface GridCell {
  readonly content: Content | null;
  /** Null: the cell looks as its row, column or sheet does. */
  readonly style: CellStyle | null;
}

export function contentValue(content: Content | null): CellValue {
  if (!content) return null;
  return content.kind === "constant" ? content.value : content.result;
}

/** What the formula bar shows, in en-US: `=A1+B1`, `12.5`, `text`, or an empty string. */
export function formulaText(content: Content | null): string | number | boolean {
  if (!content) return "";
  return content.kind === "constant" ? content.value : `=${content.formula.text}`;
}

/** How Office.js hands a value over: errors are their text, a blank is an empty string. */
export function apiValue(value: CellValue): string | number | boolean {
  if (value === null) return "";
  return isCellError(value) ? value.error : value;
}

/** Excel.RangeValueType of a value. */
export function valueType(value: CellValue): string {
  if (value === null) return "Empty";
  if (isCellError(value)) return "Error";
  if (typeof value === "number") return "Double";
  return typeof value === "boolean" ? "Boolean" : "String";
}
