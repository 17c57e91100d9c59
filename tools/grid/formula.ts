import { type Expression, parseFormula } from "../../src/formula/parse.js";
import { type Reference, rectangleOf, withRectangle } from "../../src/formula/references.js";
import { changeReferences, tokenize } from "../../src/formula/tokens.js";
import type { Rect } from "./rect.js";

/** A formula as it stands in a cell or defined name, in en-US, without its `=`. */
export interface Formula {
  readonly text: string;
  readonly tree: Expression;
}

/** Reads a formula; null when it is not well formed (Excel refuses it). */
export function readFormula(text: string): Formula | null {
  const tree = parseFormula(text);
  return tree && { text, tree };
}

/** The formula with its references changed; the same object when nothing changed. */
export function withReferences(formula: Formula, change: (reference: Reference) => Reference): Formula {
  const text = changeReferences(formula.text, change);
  return text === formula.text ? formula : (readFormula(text) ?? formula);
}

/** The one reference that a formula is, or null when it is anything else. */
export function onlyReference({ text }: Formula): Reference | null {
  const [token, ...more] = tokenize(text).filter(({ kind }) => kind !== "space");
  return token?.kind === "reference" && more.length === 0 ? token.reference : null;
}

/** The cells of a reference, or null when they or their sheet were deleted. */
export function rectOfReference({ target, sheetLost }: Reference): Rect | null {
  const rectangle = sheetLost ? null : rectangleOf(target);
  if (rectangle === null) return null;
  const { top, left, bottom, right } = rectangle;
  return { top: top - 1, left: left - 1, bottom: bottom - 1, right: right - 1 };
}

/** The same reference to other cells; null makes it a lost one. */
export function movedReference(reference: Reference, rect: Rect | null): Reference {
  const rectangle = rect && {
    top: rect.top + 1,
    left: rect.left + 1,
    bottom: rect.bottom + 1,
    right: rect.right + 1,
  };
  return { ...reference, target: withRectangle(reference.target, rectangle) };
}
