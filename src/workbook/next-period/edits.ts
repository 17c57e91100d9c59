import type { CellAddress } from "../../values/address.js";
import type { Cell } from "../../values/cell.js";
import { isDateFormat, isPercentFormat } from "../../values/number-format.js";

/** A change of one cell, as hosts write it. */
export interface NextEdit {
  readonly cell: CellAddress;
  readonly value: string | number | null | { readonly formula: string };
  /** Number format that the cell gets; absent: it keeps its own. */
  readonly format?: string;
}

const GENERAL = "General";
/** Also in a cell address and a name, never in a bare calculation such as `=20+3` or `=SUM(20,3)`. */
const REFERENCE = /[\p{L}_\\$][\p{L}\p{N}_.\\$]*(?![\p{L}\p{N}_.\\$(])|[!\]]/u;

/**
 * True for a formula that looks at other cells: it has no number of its own that could grow old. One
 * that has lost a cell it looked at (`#REF!`) is of no use any more.
 */
export function looksElsewhere(formula: string): boolean {
  if (formula.includes("#REF!")) return false;
  const bare = formula.replace(/"(?:[^"]|"")*"/g, '""').replace(/\b(?:TRUE|FALSE)\b/gi, "1");
  return REFERENCE.test(bare.replace(/\d+(?:\.\d*)?E[+-]?\d+/gi, "1"));
}

/** True when a cell holds something that was typed: no blank, no formula over other cells. */
export function isTyped(cell: Cell): boolean {
  return cell.formula === "" ? cell.value !== null : !looksElsewhere(cell.formula);
}

/** The kinds of number formats that suit a cell. */
type Shown = "number" | "percent" | "date";

/**
 * Blanks a value cell. A date or per-cent format that a slip left behind goes too, or the next number
 * would be misread; one that suits the cell stays.
 */
export function clearing(cell: CellAddress, format: string, shown: Shown = "number"): NextEdit {
  const misleading =
    (shown !== "date" && isDateFormat(format)) || (shown !== "percent" && isPercentFormat(format));
  return { cell, value: null, ...(misleading ? { format: GENERAL } : {}) };
}

/** Puts a formula into a cell where a plain number belongs; ratios give per cents already. */
export function formulaEdit(cell: CellAddress, format: string, formula: string): NextEdit {
  const misleading = format === "@" || isDateFormat(format) || isPercentFormat(format);
  return { cell, value: { formula }, ...(misleading ? { format: GENERAL } : {}) };
}
