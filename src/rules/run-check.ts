import type { Severity } from "./facts.js";
import type { Outcome } from "./finding.js";
import { runAmount } from "./kinds/amounts.js";
import { runBeside } from "./kinds/crossings.js";
import type { Scope } from "./kinds/scope.js";
import { runValue } from "./kinds/values.js";
import type { Check } from "./rule.js";

/** Runs one check on one cell, of a form or of a table. `severity`: how grave it is where it does not hold. */
export function runCheck<K extends string>(check: Check<K>, severity: Severity, scope: Scope<K>): Outcome {
  switch (check.kind) {
    case "said-beside":
      return runBeside(check, severity, scope);
    case "ratio":
    case "ratio-undefined":
    case "ratio-filled":
    case "sum":
    case "sum-within":
    case "sum-reaches":
    case "difference":
    case "within":
      return runAmount(check, severity, scope);
    default:
      return runValue(check, severity, scope);
  }
}
