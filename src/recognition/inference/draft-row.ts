import type { IndicatorKind } from "../../forms/schema.js";
import type { UnitKind } from "../unit-words.js";

/** A row of a block on its way to an indicator: its place in the numbering is settled. */
export interface DraftRow {
  readonly sheet: string;
  readonly row: number;
  readonly code: string;
  /** True for a row without an STT: its code was derived from the row above (`3.2.1.a`). */
  readonly uncoded: boolean;
  readonly label: string;
  /** The label in lower case with single spaces and no brackets, to look for words in. */
  readonly plain: string;
  readonly unit: string;
  readonly unitKind: UnitKind;
  /** Code of the row that this one stands under, or null. */
  readonly parent: string | null;
}

export interface DraftForm {
  readonly number: number;
  readonly title: string;
  readonly rows: readonly DraftRow[];
}

/** How a property of a draft was found. Doubtful ones are for a person to confirm. */
export interface Inference {
  readonly form: number;
  readonly code: string;
  readonly property: "code" | "kind" | "choices" | "ratio" | "reduction" | "parts" | "atMost" | "span";
  readonly certain: boolean;
  readonly reason: Reason;
}

/** Why a property was inferred; `words/` says each. */
export type Reason =
  | "unit-percent"
  | "unit-money"
  | "unit-counted"
  | "unit-choices"
  | "unit-unknown"
  | "label-ratio"
  | "label-count"
  | "label-total"
  | "no-unit-with-rows-below"
  | "no-unit-count-or-heading"
  | "no-unit-beside-money"
  | "no-unit-no-rows"
  | "choices-one"
  | "parts-below"
  | "parts-below-order"
  | "no-parts"
  | "parts-unclear"
  | "reduction-words"
  | "total-of-rows-below"
  | "count-of-rows-below"
  | "group-with-figures"
  | "total-of-classes-beside"
  | "total-of-outcomes-beside"
  | "total-of-named"
  | "opposites-beside"
  | "subset-of-row-above"
  | "present-within-assigned"
  | "code-repeated"
  | "code-derived";

/** What is said of one row, with how sure each property is. */
export interface Verdict<Value> {
  readonly value: Value;
  readonly inferences: readonly Omit<Inference, "form" | "code">[];
}

export type DraftKind = IndicatorKind;

/** Rows that stand directly under a row. */
export function childrenOf(row: DraftRow, form: DraftForm): readonly DraftRow[] {
  return form.rows.filter((other) => other.parent === row.code);
}

/** The rows after this one under the same row, in printed order. */
export function followingSiblings(row: DraftRow, form: DraftForm): readonly DraftRow[] {
  const at = form.rows.indexOf(row);
  return form.rows.slice(at + 1).filter((other) => other.parent === row.parent);
}
