import type { Outcome } from "./finding.js";
import { runAmount } from "./kinds/amounts.js";
import { runBeside } from "./kinds/crossings.js";
import type { Scope } from "./kinds/scope.js";
import { runValue } from "./kinds/values.js";
import { type Check, isAmountCheck } from "./rule.js";

/** Runs one check on one cell, of a form or of a table. */
export function runCheck<K extends string>(check: Check<K>, scope: Scope<K>): Outcome {
  if (check.kind === "said-beside") return runBeside(check, scope);
  return isAmountCheck(check) ? runAmount(check, scope) : runValue(check, scope);
}
