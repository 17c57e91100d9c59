import { type IndicatorKey, refOf } from "../forms/indicators.js";
import type { Report } from "../report/report.js";
import type { Reading } from "../values/reading.js";
import type { CellName } from "./facts.js";
import type { Outcome } from "./finding.js";
import { runPeriod } from "./kinds/periods.js";
import type { RuleContext, Scope } from "./kinds/scope.js";
import { isAsked } from "./kinds/values.js";
import type { FormRule } from "./rule.js";
import { runCheck } from "./run-check.js";
import { runRelation } from "./run-relation.js";
import { runFed } from "./tables/run-fed.js";

const BLANK: Reading = { kind: "blank" };

/** Runs one rule about a row of the forms. */
export function runFormRule(rule: FormRule, context: RuleContext): Outcome {
  const scope = scopeOf(rule, context);
  const { check, severity } = rule;
  switch (check.kind) {
    case "fed":
      return runFed(check.feed, severity, scope.own, context.report);
    case "relation":
      return runRelation(check.rule, severity, context.report);
    case "not-below-earlier":
    case "in-line-with-earlier":
      return runPeriod(rule, check, scope.own, context);
    default:
      return runCheck(check, scope);
  }
}

/** True for a rule that asks for its row now, as the report stands. */
export function asksNow({ check }: FormRule, { report }: RuleContext): boolean {
  return check.kind === "filled" && isAsked(check, (key) => readingOf(report, key));
}

function scopeOf({ severity, inputs: [key] }: FormRule, { report }: RuleContext): Scope<IndicatorKey> {
  const own = key === undefined ? undefined : report.values.get(key);
  return {
    severity,
    own: own?.reading ?? BLANK,
    found: own !== undefined && own.address !== null,
    read: (other) => readingOf(report, other),
    name: nameOfRow,
    computed: nothingComputed,
  };
}

function nameOfRow(key: IndicatorKey): CellName {
  return { kind: "row", ...refOf(key) };
}

/** A ratio without its formula is asked for by `ratio.missing`; nothing else of a form works itself out. */
function nothingComputed(): Reading {
  return BLANK;
}

function readingOf(report: Report, key: IndicatorKey): Reading {
  return report.values.get(key)?.reading ?? BLANK;
}
