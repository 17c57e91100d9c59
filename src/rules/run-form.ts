import { type IndicatorKey, refOf } from "../forms/indicators.js";
import type { IndicatorValue, Report } from "../report/report.js";
import type { Reading } from "../values/reading.js";
import type { CellName } from "./facts.js";
import type { Outcome } from "./finding.js";
import { runPeriod } from "./kinds/periods.js";
import type { RuleContext, RunContext, Scope } from "./kinds/scope.js";
import { isAsked } from "./kinds/values.js";
import type { FormRule } from "./rule.js";
import { runCheck } from "./run-check.js";
import { runRelation } from "./run-relation.js";
import { runFed } from "./tables/run-fed.js";

const BLANK: Reading = { kind: "blank" };

/** Runs all rules about rows of the forms, in their order; what stands in a row is looked up once for those in a line. */
export function runFormRules(rules: readonly FormRule[], context: RunContext): readonly Outcome[] {
  let key: IndicatorKey | undefined;
  let scope = scopeOf(key, context);
  return rules.map((rule) => {
    const [own] = rule.inputs;
    if (own !== key) scope = scopeOf(own, context);
    key = own;
    return run(rule, scope, context);
  });
}

/** Runs one rule about a row of the forms. */
export function runFormRule(rule: FormRule, context: RunContext): Outcome {
  return run(rule, scopeOf(rule.inputs[0], context), context);
}

function run(rule: FormRule, scope: FormScope, context: RunContext): Outcome {
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
      return runCheck(check, severity, scope);
  }
}

/** True for a rule that asks for its row now, as the report stands. */
export function asksNow(rule: FormRule, context: RuleContext): boolean {
  return rule.check.kind === "filled" && isAsked(rule.check, scopeOf(rule.inputs[0], context));
}

/** A class, whose ways to other cells are made once and not for each of thousands of runs. */
class FormScope implements Scope<IndicatorKey> {
  readonly own: Reading;
  readonly found: boolean;

  constructor(
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

function scopeOf(key: IndicatorKey | undefined, { report }: RuleContext): FormScope {
  return new FormScope(key === undefined ? undefined : report.values.get(key), report);
}
