import type { IndicatorRef } from "../forms/indicators.js";
import type { CellAddress } from "../values/address.js";
import type { InfoKey } from "../values/info-fields.js";
import type { RuleId, Severity } from "./rule.js";

/** One result of evaluating a rule. Structured; its sentence is made last, by `describe`. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly place: FindingPlace;
  /** What stands in the cell: the number read, or its text where it cannot be read. */
  readonly actual: number | string | null;
  /** What was expected there; null where no one value is. */
  readonly expected: number | string | null;
  /** `actual` minus `expected`, where both are numbers. */
  readonly imbalance: number | null;
  /** The other cells that took part. */
  readonly related: readonly IndicatorRef[];
  readonly detail: FindingDetail;
}

/** Where the officer should look. */
export type FindingPlace =
  | {
      readonly kind: "indicator";
      readonly form: number;
      readonly code: string;
      readonly address: CellAddress | null;
    }
  | { readonly kind: "info"; readonly key: InfoKey; readonly address: CellAddress | null }
  | { readonly kind: "sheet"; readonly sheet: string; readonly form: number | null };

/** What a sentence needs beyond actual and expected. */
export type FindingDetail =
  | { readonly kind: "none" }
  | { readonly kind: "unreadable"; readonly cause: "words" | "cell-error" | "date" | "percent" | "boolean" }
  | { readonly kind: "range"; readonly limit: number }
  | {
      readonly kind: "ratio";
      readonly reduction: boolean;
      readonly numerator: number | null;
      readonly denominator: number | null;
    }
  | { readonly kind: "sum"; readonly terms: readonly (number | null)[] }
  | { readonly kind: "whole"; readonly form: number; readonly code: string }
  | { readonly kind: "earlier"; readonly earlier: number }
  | { readonly kind: "found"; readonly text: string };
