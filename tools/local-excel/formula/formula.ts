import { formatReference, type Reference } from "./references.js";
import { type Node, parse } from "./syntax.js";
import { type Token, tokenize } from "./tokens.js";

/** A formula as it stands in a cell or defined name, in en-US, without its `=`. */
export interface Formula {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly tree: Node;
}

/** Reads a formula; null when it is not well formed (Excel refuses it). */
export function readFormula(text: string): Formula | null {
  const tokens = tokenize(text);
  const tree = tokens && parse(tokens);
  return tokens && tree ? { text, tokens, tree } : null;
}

/**
 * The formula with each of its references changed by `change`, everything else left letter by
 * letter. The same object when nothing changed.
 */
export function changeReferences(formula: Formula, change: (reference: Reference) => Reference): Formula {
  let touched = false;
  const text = formula.tokens
    .map((token) => {
      if (token.kind !== "reference") return token.text;
      const changed = change(token.reference);
      if (changed === token.reference) return token.text;
      touched = true;
      return formatReference(changed);
    })
    .join("");
  return touched ? (readFormula(text) ?? formula) : formula;
}
