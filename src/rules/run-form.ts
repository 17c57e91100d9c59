import { type IndicatorKey, refOf } from "../forms/indicators.js";
import type { IndicatorValue, Report } from "../report/report.js";
import type { Reading } from "../values/reading.js";
import type { CellName, Severity } from "./facts.js";
import type { Outcome } from "./finding.js";
import { runPeriod } from "./kinds/periods.js";
import type { RuleContext, RunContext, Scope } from "./kinds/scope.js";
import { isAsked } from "./kinds/values.js";
import type { FormRule } from "./rule.js";
import { runCheck } from "./run-check.js";
import { runRelation } from "./run-relation.js";
import { runFed } from "./tables/run-fed.js";

const BLANK: Reading = { kind: "blank" };

/** Runs one rule about a row of the forms. */
export function runFormRule(rule: FormRule, context: RunContext): Outcome {
  const scope = scopeOf(rule, context);
  const { check, severity } = rule;
  switch (check.kind) {
    case "fed":
      return runFed(check.feed, severity, scope.own, context);
    case "relation":
      return runRelation(check.rule, severity, context);
    case "not-below-earlier":
    case "in-line-with-earlier":
      return runPeriod(rule, check, scope.own, context);
    default:
      return runCheck(check, scope);
  }
}

/** True for a rule that asks for its row now, as the report stands. */
export function asksNow(rule: FormRule, context: RuleContext): boolean {
  return rule.check.kind === "filled" && isAsked(rule.check, scopeOf(rule, context));
}

/** A class, whose ways to other cells are made once and not for each of thousands of runs. */
class FormScope implements Scope<IndicatorKey> {
  readonly own: Reading;
  readonly found: boolean;

  constructor(
    readonly severity: Severity,
    own: IndicatorValue | undefined,
    readonly report: Report,
  ) {
    this.own = own?.reading ?? BLANK;
    this.found = own !== undefined && own.address !== null;
  }

  read(key: IndicatorKey): Reading {
    return this.report.values.get(key)?.reading ?? BLANK;
  }

  name(key: IndicatorKey): CellName {
    return { kind: "row", ...refOf(key) };
  }

  /** A ratio without its formula is asked for by `ratio.missing`; nothing else of a form works itself out. */
  computed(): Reading {
    return BLANK;
  }
}

function scopeOf({ severity, inputs: [key] }: FormRule, { report }: RuleContext): FormScope {
  return new FormScope(severity, key === undefined ? undefined : report.values.get(key), report);
}
