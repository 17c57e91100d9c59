import { type IndicatorKey, indicatorKey, isAmount } from "../../forms/indicators.js";
import type { FilledIndicator } from "../../forms/schema.js";
import type { Report } from "../../report/report.js";
import type { Reading } from "../../values/reading.js";
import { nearlyEqual } from "../../values/tolerance.js";
import type { Severity, Stated, ToldBy } from "../facts.js";
import { fails, HOLDS, type OutcomeOf } from "../outcome.js";
import { comparedReports, comparesWithEarlier, containsEarlier, cumulatesFrom } from "../periods.js";
import type { Declared, Kind } from "./kind.js";
import { numberOf, type RuleContext } from "./scope.js";

/** What the comparisons with the earlier period know when they do not hold. */
export interface PeriodFacts {
  "period.decrease": Stated<number, number> & { readonly counts: "since-new-year" | "in-window" };
  /**
   * `against`: the period before, or the same period of the year before. `lastYear`: what that one had,
   * where the number is out of line with both.
   */
  "period.outlier": Stated<number> & {
    readonly earlier: number;
    readonly against: "earlier" | "last-year";
    readonly lastYear?: number;
  };
}

/** What a row of the forms owes to its value in the earlier period. */
export type PeriodCheck =
  | { readonly kind: "not-below-earlier"; readonly counts: "since-new-year" | "in-window" }
  | { readonly kind: "in-line-with-earlier"; readonly span: "period" | "cumulative" | "moment" };

const KINDS = {
  "not-below-earlier": { rule: "period.decrease", numbers: "bound" },
  "in-line-with-earlier": { rule: "period.outlier", numbers: "bound" },
} as const satisfies Readonly<Record<PeriodCheck["kind"], Kind<keyof PeriodFacts>>>;

export const PERIOD_KINDS: Readonly<Record<keyof typeof KINDS, Kind<keyof PeriodFacts>>> = KINDS;

type Owed = Declared<PeriodCheck, keyof PeriodFacts>;

function owed(severity: Severity, check: PeriodCheck): Owed {
  return { id: KINDS[check.kind].rule, severity, check };
}

/** Ratios fall when a plan grows; only amounts cannot fall below what they count again. */
export function periodRules(indicator: FilledIndicator): readonly Owed[] {
  if (!isAmount(indicator)) return [];
  const { span } = indicator;
  const counts = span === "cumulative" ? "since-new-year" : "in-window";
  return [
    ...(span === "moment" ? [] : [owed("warning", { kind: "not-below-earlier", counts } as const)]),
    owed("info", { kind: "in-line-with-earlier", span } as const),
  ];
}

/** A value this many times the earlier one, or this part of it, is worth a look ... */
const OUT_OF_LINE = 10;
/** ... unless both are small. */
const SMALL = 10;

/** A number of under so many times the size was reported before: no digit is missing or one too many. */
const LIKE_BEFORE = 3;

/** Silent without an earlier report of the same edition: nothing was promised, so nothing is unchecked. */
export function runPeriod(
  rule: { readonly form: number; readonly code: string; readonly severity: Severity },
  check: PeriodCheck,
  own: Reading,
  context: RuleContext,
): OutcomeOf<ToldBy<PeriodFacts>> {
  const alone = context.earlier === null && (context.lastYear ?? null) === null;
  if (alone || own.kind !== "number") return HOLDS;
  const key = indicatorKey(rule.form, rule.code);
  return check.kind === "not-below-earlier"
    ? runDecrease(check.counts, key, own.value, rule.severity, context)
    : runOutlier(check.span, key, own.value, rule.severity, context);
}

function runDecrease(
  counts: PeriodFacts["period.decrease"]["counts"],
  key: IndicatorKey,
  actual: number,
  severity: Severity,
  { report, earlier }: RuleContext,
): OutcomeOf<ToldBy<PeriodFacts>> {
  if (earlier === null || !comparesWithEarlier(report, earlier)) return HOLDS;
  const before = numberIn(earlier, key);
  const again = counts === "since-new-year" ? cumulatesFrom : containsEarlier;
  if (before === null || !again(report, earlier)) return HOLDS;
  return actual >= before || nearlyEqual(actual, before)
    ? HOLDS
    : fails(severity, { rule: "period.decrease", actual, expected: before, counts });
}

/**
 * Compares with every report that is known. One in which the number was of this size speaks for it against
 * another: work that comes with the season differs from quarter to quarter and not from year to year.
 */
function runOutlier(
  span: Extract<PeriodCheck, { kind: "in-line-with-earlier" }>["span"],
  key: IndicatorKey,
  actual: number,
  severity: Severity,
  context: RuleContext,
): OutcomeOf<ToldBy<PeriodFacts>> {
  const sizes = comparedReports(context).flatMap(({ report, as }) => {
    const before = numberIn(report, key);
    if (before === null || Math.min(actual, before) <= 0) return [];
    const high = Math.max(actual, before);
    const low = Math.min(actual, before);
    return [{ before, as, high, low, isFar: high >= SMALL && high >= OUT_OF_LINE * low }];
  });
  const far = sizes.filter(({ isFar }) => isFar);
  const [first, second] = far;
  if (first === undefined || sizes.some(({ high, low }) => high < LIKE_BEFORE * low)) return HOLDS;
  // A state does not jump so, and exactly ten times is a zero too many; a flow may grow.
  const grave = span === "moment" || far.some(({ high, low }) => nearlyEqual(high, OUT_OF_LINE * low));
  return fails(grave ? "warning" : severity, {
    rule: "period.outlier",
    actual,
    expected: null,
    earlier: first.before,
    against: first.as,
    ...(second === undefined ? {} : { lastYear: second.before }),
  });
}

function numberIn({ values }: Report, key: IndicatorKey): number | null {
  const reading = values.get(key)?.reading;
  return reading === undefined ? null : numberOf(reading);
}
