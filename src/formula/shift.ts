import { shiftedReference } from "./references.js";
import { changeReferences } from "./tokens.js";

/**
 * The formula as Excel writes it into a cell `rows` below and `columns` to the right of the one it
 * was made for: relative references move along, `$` ones stay, those pushed off the sheet become
 * `#REF!`. Needed for shared formulas, of which a file spells out only the first.
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return changeReferences(formula, (reference) => shiftedReference(reference, rows, columns));
}
