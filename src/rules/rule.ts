import type { IndicatorKey } from "../forms/indicators.js";
import type { TableFeed } from "../forms/tables.js";

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
  | "cross.mismatch"
  | "period.decrease"
  | "period.outlier";

/** Rules that only supplementary tables have: a register of numbered documents. */
export type RegisterRuleId = "value.duplicate" | "value.order" | "period.window";

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

export type RuleId = IndicatorRuleId | RegisterRuleId | ReportRuleId;

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

/** What a rule about an indicator compares. */
export type Check =
  | CellCheck<IndicatorKey>
  | {
      readonly kind: "filled";
      readonly when: { readonly cell: IndicatorKey; readonly equals: number } | null;
    }
  | { readonly kind: "empty" }
  /** Equals what a table says, as long as the workbook has the table. */
  | { readonly kind: "fed"; readonly feed: TableFeed }
  | { readonly kind: "not-below-earlier" }
  | { readonly kind: "in-line-with-earlier" };

/**
 * A comparison of one cell with itself or with others, which `K` names: rows of the forms, columns of
 * a table's row. Each kind has one runner in `run-check.ts`.
 */
export type CellCheck<K extends string> =
  | { readonly kind: "readable" }
  | { readonly kind: "one-reading" }
  | { readonly kind: "stored-as-number" }
  | { readonly kind: "not-negative" }
  | { readonly kind: "whole" }
  | { readonly kind: "percent-range" }
  | { readonly kind: "choice"; readonly values: readonly number[] }
  | { readonly kind: "ratio"; readonly of: RatioParts<K> }
  | { readonly kind: "ratio-undefined"; readonly of: RatioParts<K> }
  | { readonly kind: "ratio-filled"; readonly of: RatioParts<K> }
  | { readonly kind: "sum"; readonly parts: readonly K[] }
  | { readonly kind: "sum-within"; readonly parts: readonly K[] }
  | { readonly kind: "difference"; readonly from: K; readonly minus: readonly K[] }
  | { readonly kind: "within"; readonly whole: K };

/** `share`: 100 x numerator / denominator. `reduction`: 100 x (denominator - numerator) / denominator. */
export interface RatioParts<K extends string = IndicatorKey> {
  readonly kind: "share" | "reduction";
  readonly numerator: K;
  readonly denominator: K;
}
