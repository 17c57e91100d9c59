import type { Outcome } from "./finding.js";
import { AMOUNT_KINDS, type AmountCheck, runAmount } from "./kinds/amounts.js";
import { runBeside } from "./kinds/crossings.js";
import type { Scope } from "./kinds/scope.js";
import { runValue } from "./kinds/values.js";
import type { Check } from "./rule.js";

/** Runs one check on one cell, of a form or of a table. */
export function runCheck<K extends string>(check: Check<K>, scope: Scope<K>): Outcome {
  if (check.kind === "said-beside") return runBeside(check, scope);
  return isAmountCheck(check) ? runAmount(check, scope) : runValue(check, scope);
}

function isAmountCheck<K extends string>(check: Check<K>): check is AmountCheck<K> {
  return check.kind in AMOUNT_KINDS;
}
