import { indicatorKey, isAmount } from "../../forms/indicators.js";
import type { FilledIndicator } from "../../forms/schema.js";
import type { Reading } from "../../values/reading.js";
import { nearlyEqual } from "../../values/tolerance.js";
import type { Severity, Stated, ToldBy } from "../facts.js";
import { fails, HOLDS, type OutcomeOf } from "../outcome.js";
import { comparesWithEarlier, containsEarlier, cumulatesFrom, isSameOfLastYear } from "../periods.js";
import type { Declared, Kind } from "./kind.js";
import type { RuleContext } from "./scope.js";

/** What the comparisons with the earlier period know when they do not hold. */
export interface PeriodFacts {
  "period.decrease": Stated<number, number> & { readonly counts: "since-new-year" | "in-window" };
  /** `against`: the period before, or the same period of the year before. */
  "period.outlier": Stated<number> & {
    readonly earlier: number;
    readonly against: "earlier" | "last-year";
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

/** Silent without an earlier report of the same edition: nothing was promised, so nothing is unchecked. */
export function runPeriod(
  rule: { readonly form: number; readonly code: string; readonly severity: Severity },
  check: PeriodCheck,
  own: Reading,
  context: RuleContext,
): OutcomeOf<ToldBy<PeriodFacts>> {
  const { report, earlier } = context;
  if (earlier === null || own.kind !== "number" || !comparesWithEarlier(report, earlier)) return HOLDS;
  const before = earlier.values.get(indicatorKey(rule.form, rule.code))?.reading;
  if (before?.kind !== "number") return HOLDS;
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
    against: isSameOfLastYear(report, earlier) ? "last-year" : "earlier",
  });
}
