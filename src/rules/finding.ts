import type { IndicatorRef } from "../forms/indicators.js";
import type { InfoKey } from "../report/info-fields.js";
import type { CellAddress } from "../values/address.js";
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
  /** Cells of tables among them; absent when there are none. */
  readonly relatedCells?: readonly TableCellRef[];
  readonly detail: FindingDetail;
}

/** A cell of a table: a row from 1 (null for the total row) and a column. */
export interface TableCellRef {
  readonly table: string;
  readonly row: number | null;
  readonly column: string;
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
  | { readonly kind: "sheet"; readonly sheet: string; readonly form: number | null }
  | {
      readonly kind: "table";
      /** Findings of tables belong to no form. */
      readonly form: null;
      readonly table: string;
      /** From 1; null for the total row and for the table as a whole. */
      readonly row: number | null;
      /** Null for the table as a whole. */
      readonly column: string | null;
      readonly address: CellAddress | null;
    };

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
  /** The other side of a comparison with a table: its columns and what kind of number they give. */
  | { readonly kind: "table"; readonly table: string; readonly columns: readonly string[] }
  /** The column that is the whole. */
  | { readonly kind: "column"; readonly column: string }
  | { readonly kind: "difference"; readonly from: number; readonly minus: readonly number[] }
  /** The rows of a column that a total row adds up. */
  | { readonly kind: "rows"; readonly terms: readonly number[] }
  /** Another document of the register. */
  | { readonly kind: "document"; readonly row: number; readonly name: string }
  /** The documents before and after in the series; null at its ends. */
  | { readonly kind: "between"; readonly before: string | null; readonly after: string | null }
  | { readonly kind: "earlier"; readonly earlier: number }
  | { readonly kind: "found"; readonly text: string };
