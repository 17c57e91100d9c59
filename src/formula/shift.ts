import { formatReference, shiftedReference } from "./references.js";
import { tokenize } from "./tokens.js";

/**
 * The formula as Excel writes it into a cell `rows` below and `columns` to the right of the one it
 * was made for: relative references move along, `$` ones stay, those pushed off the sheet become
 * `#REF!`. Needed for shared formulas, of which a file spells out only the first.
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  return shifterOf(formula)(rows, columns);
}

/** `shiftFormula` for many places: the formula is taken apart once. */
export function shifterOf(formula: string): (rows: number, columns: number) => string {
  const tokens = tokenize(formula);
  return (rows, columns) => {
    if (rows === 0 && columns === 0) return formula;
    const pieces = tokens.map((token) => {
      if (token.kind !== "reference") return token.text;
      const { reference } = token;
      const moved = shiftedReference(reference, rows, columns);
      return moved === reference ? token.text : formatReference(moved);
    });
    return pieces.join("");
  };
}
