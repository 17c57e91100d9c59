import { type IndicatorKey, indicatorKey, refOf } from "../forms/indicators.js";
import type { Report } from "../report/report.js";
import type { Reading } from "../values/reading.js";
import { nearlyEqual } from "../values/tolerance.js";
import type { CellName } from "./finding.js";
import { fails, HOLDS, type Outcome } from "./outcome.js";
import { comparesWithEarlier, containsEarlier, cumulatesFrom } from "./periods.js";
import type { FormCheck, FormRule } from "./rule.js";
import { isAsked, runCheck, type Scope } from "./run-check.js";
import { runRelation } from "./run-relation.js";
import { runFed } from "./tables/run-fed.js";

/** What rules look at: the report, and the earlier one where there is one. */
export interface RuleContext {
  readonly report: Report;
  readonly earlier: Report | null;
}

/** A value this many times the earlier one, or this part of it, is worth a look ... */
const OUT_OF_LINE = 10;
/** ... unless both are small. */
const SMALL = 10;

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
      return runEarlier(rule, check, scope.own, context);
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

/** Silent without an earlier report of the same edition: nothing was promised, so nothing is unchecked. */
function runEarlier(
  rule: FormRule,
  check: Extract<FormCheck, { kind: "not-below-earlier" | "in-line-with-earlier" }>,
  own: Reading,
  context: RuleContext,
): Outcome {
  const { report, earlier } = context;
  if (earlier === null || own.kind !== "number" || !comparesWithEarlier(report, earlier)) return HOLDS;
  const before = readingOf(earlier, indicatorKey(rule.form, rule.code));
  if (before.kind !== "number") return HOLDS;
  const actual = own.value;
  if (check.kind === "not-below-earlier") {
    const again = check.counts === "since-new-year" ? cumulatesFrom : containsEarlier;
    const falls = again(report, earlier) && actual < before.value && !nearlyEqual(actual, before.value);
    return falls
      ? fails(rule.severity, {
          rule: "period.decrease",
          actual,
          expected: before.value,
          counts: check.counts,
        })
      : HOLDS;
  }
  const [low, high] = [Math.min(actual, before.value), Math.max(actual, before.value)];
  if (low <= 0 || high < SMALL || high < OUT_OF_LINE * low) return HOLDS;
  // A state does not jump so, and exactly ten times is a zero too many; a flow may grow.
  const grave = check.span === "moment" || nearlyEqual(high, OUT_OF_LINE * low);
  return fails(grave ? "warning" : rule.severity, {
    rule: "period.outlier",
    actual,
    expected: null,
    earlier: before.value,
  });
}

function readingOf(report: Report, key: IndicatorKey): Reading {
  return report.values.get(key)?.reading ?? BLANK;
}
