import { type IndicatorKey, indicatorKey } from "../forms/indicators.js";
import type { Reading } from "../values/reading.js";
import type { Report } from "../values/report.js";
import { agrees, nearlyEqual, roundHalfUp } from "../values/tolerance.js";
import type { FindingDetail } from "./finding.js";
import { comparesWithEarlier, cumulatesFrom } from "./periods.js";
import type { Check, RatioParts, Rule, Severity } from "./rule.js";

/** What rules look at: the report, and the earlier one where there is one. */
export interface RuleContext {
  readonly report: Report;
  readonly earlier: Report | null;
}

/**
 * What running a rule gives. Missing is not zero: a rule without its inputs is `unchecked`, which
 * is neither right nor wrong.
 */
export type Outcome =
  | { readonly kind: "holds" }
  | { readonly kind: "unchecked" }
  | {
      readonly kind: "fails";
      readonly severity: Severity;
      readonly actual: number | string | null;
      readonly expected: number | string | null;
      readonly detail: FindingDetail;
    };

const HOLDS: Outcome = { kind: "holds" };
const UNCHECKED: Outcome = { kind: "unchecked" };
const NO_DETAIL: FindingDetail = { kind: "none" };

/** A stated ratio this close to the true one (in points) is a slip, not a wrong report. */
const SLIP = 0.1;
/** A value this many times the earlier one, or this part of it, is worth a look ... */
const OUT_OF_LINE = 10;
/** ... unless both are small. */
const SMALL = 10;

/** Runs one rule. */
export function runRule(rule: Rule, context: RuleContext): Outcome {
  const own = readingOf(context, indicatorKey(rule.form, rule.code));
  const { check } = rule;
  switch (check.kind) {
    case "filled":
      return runFilled(rule, check, own, context);
    case "empty":
      return own.kind === "blank" ? HOLDS : fails(rule, shown(own), null);
    case "readable":
      return own.kind === "unreadable"
        ? fails(rule, own.shown, null, { kind: "unreadable", cause: own.cause })
        : HOLDS;
    case "ratio":
      return runRatio(rule, check.of, own, context);
    case "ratio-undefined":
      return runRatioUndefined(rule, check.of, own, context);
    case "ratio-filled":
      return runRatioFilled(rule, check.of, own, context);
    case "sum":
    case "sum-within":
      return runSum(rule, check, own, context);
    case "within":
      return runWithin(rule, check.whole, own, context);
    case "not-below-earlier":
    case "in-line-with-earlier":
      return runEarlier(rule, check, own, context);
    default:
      return own.kind === "number" ? runNumber(rule, check, own) : HOLDS;
  }
}

type NumberCheck = Extract<
  Check,
  { kind: "one-reading" | "stored-as-number" | "not-negative" | "whole" | "percent-range" | "choice" }
>;

function runNumber(rule: Rule, check: NumberCheck, own: Extract<Reading, { kind: "number" }>): Outcome {
  const { value } = own;
  switch (check.kind) {
    case "one-reading":
      return own.alternative === null
        ? HOLDS
        : fails(rule, own.typed, value, { kind: "range", limit: own.alternative });
    case "stored-as-number":
      return own.typed === null ? HOLDS : fails(rule, own.typed, value);
    case "not-negative":
      return value >= 0 ? HOLDS : fails(rule, value, null, { kind: "range", limit: 0 });
    case "whole":
      return Number.isInteger(value) ? HOLDS : fails(rule, value, null);
    case "percent-range":
      return value >= 0 && value <= 100
        ? HOLDS
        : fails(rule, value, null, { kind: "range", limit: value < 0 ? 0 : 100 });
    case "choice":
      return check.values.includes(value) ? HOLDS : fails(rule, value, null);
  }
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
  return own.kind === "blank" ? fails(rule, null, null) : HOLDS;
}

/** True when a required row is required now: unconditionally, or because its condition holds. */
export function isAsked(check: Extract<Check, { kind: "filled" }>, context: RuleContext): boolean {
  return check.when === null || numberOf(context, check.when.cell) === check.when.equals;
}

function runRatio(rule: Rule, of: RatioParts, own: Reading, context: RuleContext): Outcome {
  const numerator = numberOf(context, of.numerator);
  const denominator = numberOf(context, of.denominator);
  if (own.kind !== "number" || numerator === null || denominator === null) return UNCHECKED;
  if (denominator === 0) return HOLDS;
  const exact = exactRatio(of, numerator, denominator);
  if (agrees(own.value, exact, own.decimals)) return HOLDS;
  const severity = Math.abs(own.value - exact) < SLIP ? "warning" : rule.severity;
  const detail: FindingDetail = { kind: "ratio", reduction: of.kind === "reduction", numerator, denominator };
  return { kind: "fails", severity, actual: own.value, expected: roundHalfUp(exact, 2), detail };
}

function runRatioUndefined(rule: Rule, of: RatioParts, own: Reading, context: RuleContext): Outcome {
  if (own.kind !== "number" || own.value === 0) return HOLDS;
  const denominator = readingOf(context, of.denominator);
  if (denominator.kind === "unreadable") return UNCHECKED;
  const value = denominator.kind === "number" ? denominator.value : null;
  if (value !== null && value !== 0) return HOLDS;
  const numerator = numberOf(context, of.numerator);
  return fails(rule, own.value, null, {
    kind: "ratio",
    reduction: of.kind === "reduction",
    numerator,
    denominator: value,
  });
}

function runRatioFilled(rule: Rule, of: RatioParts, own: Reading, context: RuleContext): Outcome {
  const numerator = numberOf(context, of.numerator);
  const denominator = numberOf(context, of.denominator);
  if (own.kind !== "blank" || numerator === null || denominator === null || denominator === 0) return HOLDS;
  const detail: FindingDetail = { kind: "ratio", reduction: of.kind === "reduction", numerator, denominator };
  return fails(rule, null, roundHalfUp(exactRatio(of, numerator, denominator), 2), detail);
}

function exactRatio(of: RatioParts, numerator: number, denominator: number): number {
  const share = of.kind === "share" ? numerator : denominator - numerator;
  return (100 * share) / denominator;
}

/** Blank parts count as 0 once any part is filled: rows of other levels always stand blank. */
function runSum(
  rule: Rule,
  check: Extract<Check, { kind: "sum" | "sum-within" }>,
  own: Reading,
  context: RuleContext,
): Outcome {
  const readings = check.parts.map((part) => readingOf(context, part));
  if (own.kind !== "number" || readings.some((reading) => reading.kind === "unreadable")) return UNCHECKED;
  const terms = readings.map((reading) => (reading.kind === "number" ? reading.value : null));
  const filled = terms.filter((term) => term !== null);
  if (filled.length === 0) return UNCHECKED;
  const sum = filled.reduce((total, term) => total + term, 0);
  const detail: FindingDetail = { kind: "sum", terms };
  if (nearlyEqual(sum, own.value)) return HOLDS;
  if (check.kind === "sum") return fails(rule, own.value, sum, detail);
  // A single part above the whole is told by its own rule, at the part.
  const alone = filled.some((term) => term > own.value);
  return sum < own.value || alone ? HOLDS : fails(rule, own.value, sum, detail);
}

function runWithin(rule: Rule, whole: IndicatorKey, own: Reading, context: RuleContext): Outcome {
  const limit = numberOf(context, whole);
  if (own.kind !== "number" || limit === null) return UNCHECKED;
  if (own.value <= limit || nearlyEqual(own.value, limit)) return HOLDS;
  const place = context.report.values.get(whole);
  return fails(rule, own.value, limit, {
    kind: "whole",
    form: place?.form ?? rule.form,
    code: place?.code ?? rule.code,
  });
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
    return falls ? fails(rule, own.value, before.value, detail) : HOLDS;
  }
  const [low, high] = [Math.min(own.value, before.value), Math.max(own.value, before.value)];
  const jumps = low > 0 && high >= SMALL && high >= OUT_OF_LINE * low;
  return jumps ? fails(rule, own.value, null, detail) : HOLDS;
}

function readingOf(context: RuleContext, key: IndicatorKey): Reading {
  return context.report.values.get(key)?.reading ?? { kind: "blank" };
}

function numberOf(context: RuleContext, key: IndicatorKey): number | null {
  const reading = readingOf(context, key);
  return reading.kind === "number" ? reading.value : null;
}

function shown(reading: Reading): number | string | null {
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

function fails(
  rule: Rule,
  actual: number | string | null,
  expected: number | string | null,
  detail: FindingDetail = NO_DETAIL,
): Outcome {
  return { kind: "fails", severity: rule.severity, actual, expected, detail };
}
