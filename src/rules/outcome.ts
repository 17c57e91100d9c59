import type { Reading } from "../values/reading.js";
import type { Severity } from "./facts.js";

/**
 * What running a rule gives. Missing is not zero: a rule without its inputs is `unchecked`, which
 * is neither right nor wrong. `Told` is what the rules that may fail here say.
 */
export type OutcomeOf<Told> = { readonly kind: "holds" } | { readonly kind: "unchecked" } | FailureOf<Told>;

export interface FailureOf<Told> {
  readonly kind: "fails";
  readonly severity: Severity;
  readonly told: Told;
}

export const HOLDS: OutcomeOf<never> = { kind: "holds" };
export const UNCHECKED: OutcomeOf<never> = { kind: "unchecked" };

/** A rule that does not hold. */
export function fails<const Told>(severity: Severity, told: Told): FailureOf<Told> {
  return { kind: "fails", severity, told };
}

/** What stands in a cell, for a finding. */
export function shown(reading: Reading): number | string | null {
  switch (reading.kind) {
    case "blank":
      return null;
    case "number":
      return reading.typed ?? reading.value;
    case "text":
      return reading.text;
    case "unreadable":
      return reading.shown;
  }
}
