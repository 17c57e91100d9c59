import type { Reading } from "../values/reading.js";
import type { Severity, Told } from "./finding.js";

/**
 * What running a rule gives. Missing is not zero: a rule without its inputs is `unchecked`, which
 * is neither right nor wrong.
 */
export type Outcome = { readonly kind: "holds" } | { readonly kind: "unchecked" } | Failure;

export interface Failure {
  readonly kind: "fails";
  readonly severity: Severity;
  readonly told: Told;
}

export const HOLDS: Outcome = { kind: "holds" };
export const UNCHECKED: Outcome = { kind: "unchecked" };

/** A rule that does not hold. */
export function fails(severity: Severity, told: Told): Failure {
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
