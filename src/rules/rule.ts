import type { IndicatorKey } from "../forms/indicators.js";

export type Severity = "error" | "warning" | "info";

/** Rule ids of DESIGN section 6 that are declared per indicator. */
export type IndicatorRuleId =
  | "value.type"
  | "value.ambiguous"
  | "value.text-number"
  | "value.negative"
  | "value.integer"
  | "value.percent-range"
  | "value.choice"
  | "value.missing"
  | "value.heading"
  | "ratio.mismatch"
  | "ratio.undefined"
  | "ratio.missing"
  | "total.mismatch"
  | "part.exceeds"
  | "period.decrease"
  | "period.outlier";

/** Rules about the report's information and about the sheets themselves. */
export type ReportRuleId =
  | "info.missing"
  | "info.unreadable"
  | "info.window"
  | "info.date"
  | "layout.sheet-missing"
  | "layout.cell-missing"
  | "layout.name-lost"
  | "layout.moved"
  | "layout.relabelled"
  | "layout.duplicated";

export type RuleId = IndicatorRuleId | ReportRuleId;

/**
 * One declared rule: data, no code. `form` and `code` name the indicator that carries its finding;
 * `inputs` are all the cells whose change makes it worth running again.
 */
export interface Rule {
  readonly id: IndicatorRuleId;
  readonly severity: Severity;
  readonly form: number;
  readonly code: string;
  readonly inputs: readonly IndicatorKey[];
  readonly check: Check;
}

/** What a rule compares. Each kind has one runner in `runners.ts`. */
export type Check =
  | { readonly kind: "readable" }
  | { readonly kind: "one-reading" }
  | { readonly kind: "stored-as-number" }
  | { readonly kind: "not-negative" }
  | { readonly kind: "whole" }
  | { readonly kind: "percent-range" }
  | { readonly kind: "choice"; readonly values: readonly number[] }
  | {
      readonly kind: "filled";
      readonly when: { readonly cell: IndicatorKey; readonly equals: number } | null;
    }
  | { readonly kind: "empty" }
  | { readonly kind: "ratio"; readonly of: RatioParts }
  | { readonly kind: "ratio-undefined"; readonly of: RatioParts }
  | { readonly kind: "ratio-filled"; readonly of: RatioParts }
  | { readonly kind: "sum"; readonly parts: readonly IndicatorKey[] }
  | { readonly kind: "sum-within"; readonly parts: readonly IndicatorKey[] }
  | { readonly kind: "within"; readonly whole: IndicatorKey }
  | { readonly kind: "not-below-earlier" }
  | { readonly kind: "in-line-with-earlier" };

/** `share`: 100 x numerator / denominator. `reduction`: 100 x (denominator - numerator) / denominator. */
export interface RatioParts {
  readonly kind: "share" | "reduction";
  readonly numerator: IndicatorKey;
  readonly denominator: IndicatorKey;
}
