import type { Severity } from "../facts.js";

/** A rule as somebody owes it: which rule, how grave, and what it compares. */
export interface Declared<C, R extends string = string> {
  readonly id: R;
  readonly severity: Severity;
  readonly check: C;
}

/** What is known of every check of a kind, whatever it compares. */
export interface Kind<R extends string> {
  /** The rule that it belongs to (DESIGN section 6). */
  readonly rule: R;
  /**
   * What it says of numbers, for the search for the wrong cell: an equation fixes them, a bound
   * leaves room. Absent for what speaks of words, blanks and places.
   */
  readonly numbers?: "equation" | "bound";
}
