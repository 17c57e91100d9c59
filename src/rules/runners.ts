import { type IndicatorKey, indicatorKey } from "../forms/indicators.js";
import type { Report } from "../report/report.js";
import type { Reading } from "../values/reading.js";
import { nearlyEqual } from "../values/tolerance.js";
import type { FindingDetail } from "./finding.js";
import { fails, HOLDS, type Outcome, shown, UNCHECKED } from "./outcome.js";
import { comparesWithEarlier, cumulatesFrom } from "./periods.js";
import type { Check, Rule } from "./rule.js";
import { numberOf, runCheck } from "./run-check.js";
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

/** Runs one rule. */
export function runRule(rule: Rule, context: RuleContext): Outcome {
  const own = readingOf(context, indicatorKey(rule.form, rule.code));
  const { check, severity } = rule;
  switch (check.kind) {
    case "filled":
      return runFilled(rule, check, own, context);
    case "empty":
      return own.kind === "blank" ? HOLDS : fails(severity, shown(own), null);
    case "fed":
      return runFed(check.feed, severity, own, context.report);
    case "not-below-earlier":
    case "in-line-with-earlier":
      return runEarlier(rule, check, own, context);
    default: {
      const outcome = runCheck(check, { severity, own, read: (key) => readingOf(context, key) });
      return check.kind === "within" && outcome.kind === "fails"
        ? { ...outcome, detail: wholeOf(check.whole, rule, context) }
        : outcome;
    }
  }
}

function wholeOf(whole: IndicatorKey, rule: Rule, { report }: RuleContext): FindingDetail {
  const place = report.values.get(whole);
  return { kind: "whole", form: place?.form ?? rule.form, code: place?.code ?? rule.code };
}

function runFilled(
  rule: Rule,
  check: Extract<Check, { kind: "filled" }>,
  own: Reading,
  context: RuleContext,
): Outcome {
  if (!isAsked(check, context)) return HOLDS;
  const cell = context.report.values.get(indicatorKey(rule.form, rule.code));
  if (cell === undefined || cell.address === null) return UNCHECKED;
  return own.kind === "blank" ? fails(rule.severity, null, null) : HOLDS;
}

/** True when a required row is required now: unconditionally, or because its condition holds. */
export function isAsked(check: Extract<Check, { kind: "filled" }>, context: RuleContext): boolean {
  return check.when === null || numberOf(readingOf(context, check.when.cell)) === check.when.equals;
}

/** Silent without an earlier report of the same edition: nothing was promised, so nothing is unchecked. */
function runEarlier(
  rule: Rule,
  check: Extract<Check, { kind: "not-below-earlier" | "in-line-with-earlier" }>,
  own: Reading,
  context: RuleContext,
): Outcome {
  const { report, earlier } = context;
  if (earlier === null || own.kind !== "number" || !comparesWithEarlier(report, earlier)) return HOLDS;
  const before = earlier.values.get(indicatorKey(rule.form, rule.code))?.reading;
  if (before?.kind !== "number") return HOLDS;
  const detail: FindingDetail = { kind: "earlier", earlier: before.value };
  if (check.kind === "not-below-earlier") {
    const falls =
      cumulatesFrom(report, earlier) && own.value < before.value && !nearlyEqual(own.value, before.value);
    return falls ? fails(rule.severity, own.value, before.value, detail) : HOLDS;
  }
  const [low, high] = [Math.min(own.value, before.value), Math.max(own.value, before.value)];
  const jumps = low > 0 && high >= SMALL && high >= OUT_OF_LINE * low;
  return jumps ? fails(rule.severity, own.value, null, detail) : HOLDS;
}

function readingOf(context: RuleContext, key: IndicatorKey): Reading {
  return context.report.values.get(key)?.reading ?? { kind: "blank" };
}
