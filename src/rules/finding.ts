import type { IndicatorRef } from "../forms/indicators.js";
import type { RuleOperator } from "../forms/rule-schema.js";
import type { InfoKey } from "../report/info-fields.js";
import type { CellAddress } from "../values/address.js";
import type { UnreadableCause } from "../values/reading.js";

export type Severity = "error" | "warning" | "info";

/** What stands and what was expected; `null` where there is no such value. */
interface Stated<Actual, Expected = null> {
  readonly actual: Actual;
  readonly expected: Expected;
}

/** How a sentence names another cell: a row of the forms, or a column of the same table. */
export type CellName =
  | ({ readonly kind: "row" } & IndicatorRef)
  | { readonly kind: "column"; readonly table: string; readonly column: string }
  /** Totals of columns of another table, added up. */
  | { readonly kind: "total"; readonly table: string; readonly columns: readonly string[] }
  /** A number that a rule itself states. */
  | { readonly kind: "number" };

/** A part of a sum; a blank one is null. */
export interface Term {
  readonly cell: CellName;
  readonly value: number | null;
}

/** The two numbers of a ratio. */
export interface Quotient {
  readonly reduction: boolean;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/**
 * What each rule knows when it does not hold: the rule decides which fields a finding has, as its
 * code decides those of a zod issue.
 */
export interface Facts {
  "value.type": Stated<string> & { readonly cause: UnreadableCause };
  /** `expected` is the reading taken for now, `alternative` the other one. */
  "value.ambiguous": Stated<string, number> & { readonly alternative: number };
  "value.text-number": Stated<string, number>;
  "value.negative": Stated<number>;
  "value.integer": Stated<number>;
  "value.percent-range": Stated<number> & { readonly limit: 0 | 100 };
  /** `expected` is the per cent that a fraction would be. */
  "value.fraction": Stated<number, number>;
  /** `expected` is the amount in the row's unit if it was typed in the `likely` one. */
  "value.unit": Stated<number, number> & { readonly unit: string; readonly likely: string };
  "value.choice": Stated<number | string | null>;
  /** `expected` is what the cell's own formula would give, where it was deleted. */
  "value.missing": Stated<null, number | null>;
  "value.heading": Stated<number | string | null>;
  "value.duplicate": Stated<string> & { readonly other: { readonly row: number; readonly name: string } };
  /** The documents before and after in the series; null at its ends. */
  "value.order": Stated<string> & { readonly before: string | null; readonly after: string | null };
  /** `next` is the highest number before it in its series. */
  "value.far": Stated<string> & { readonly next: string };
  "value.weekend": Stated<string> & { readonly day: "saturday" | "sunday" };
  /** The year that the subject names, and that of the date. */
  "value.year": Stated<string, string>;
  "ratio.mismatch": Stated<number, number> & { readonly quotient: Quotient };
  "ratio.undefined": Stated<number> & { readonly quotient: Quotient };
  "ratio.missing": Stated<null, number> & { readonly quotient: Quotient };
  "total.mismatch": Stated<number | null, number> & {
    readonly made:
      | { readonly kind: "sum"; readonly terms: readonly Term[] }
      | { readonly kind: "difference"; readonly from: number; readonly minus: readonly number[] }
      /** The rows of a column that a total row adds up. */
      | { readonly kind: "rows"; readonly terms: readonly number[] };
  };
  /** The part with its whole, or the whole with the parts that together exceed it. */
  "part.exceeds": Stated<number, number> & {
    readonly against:
      | { readonly kind: "whole"; readonly whole: CellName }
      | { readonly kind: "parts"; readonly terms: readonly Term[] };
  };
  /** Numbers, or words where a row's words and its number contradict each other. */
  "cross.mismatch": Stated<number | null, number | string | null> & {
    readonly by: /** Columns of a table that are added up. */
      | { readonly kind: "table"; readonly table: string; readonly columns: readonly string[] }
      /** A relation that the edition declares. */
      | {
          readonly kind: "relation";
          readonly name: string;
          readonly operator: RuleOperator;
          readonly left: readonly Term[];
          readonly right: readonly Term[];
          readonly says: string;
        }
      /** What the words beside say. */
      | { readonly kind: "words"; readonly name: string; readonly says: string };
  };
  "period.decrease": Stated<number, number> & { readonly counts: "since-new-year" | "in-window" };
  "period.outlier": Stated<number> & { readonly earlier: number };
  "period.window": Stated<string, string>;
  "info.missing": Stated<null>;
  "info.unreadable": Stated<null>;
  /** The closing day lies before the first day, or in another year than the report's. */
  "info.window": Stated<string, string> & { readonly against: "first-day" | "year" };
  "info.date": Stated<string, string>;
  "layout.sheet-missing": Stated<null>;
  /** The sheet on which the cell should stand. */
  "layout.cell-missing": Stated<null> & { readonly sheet: string };
  "layout.name-lost": Stated<null>;
  /** What was found in its place: an STT, a label, another row. */
  "layout.moved": Stated<null> & { readonly found: string };
  "layout.relabelled": Stated<null> & { readonly found: string };
  "layout.duplicated": Stated<null> & { readonly found: string };
}

/** The rules of DESIGN section 6. */
export type RuleId = keyof Facts;

/** What a broken rule says. */
export type Told<R extends RuleId = RuleId> = {
  readonly [P in R]: { readonly rule: P } & Facts[P];
}[R];

interface Placed {
  readonly severity: Severity;
  readonly place: FindingPlace;
  /** `actual` minus `expected`, where both are numbers. */
  readonly imbalance: number | null;
  /** The other cells that took part. */
  readonly related: readonly CellRef[];
}

/** One result of evaluating a rule. Structured; its sentence is made last, by `describe`. */
export type Finding<R extends RuleId = RuleId> = {
  readonly [P in R]: { readonly rule: P } & Facts[P] & Placed;
}[R];

/** A cell of the forms or of a table. */
export type CellRef = IndicatorRef | TableCellRef;

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

/** A finding: what a rule says, and where. */
export function findingAt(
  place: FindingPlace,
  severity: Severity,
  told: Told,
  related: readonly CellRef[] = [],
): Finding {
  const { actual, expected } = told;
  const imbalance = typeof actual === "number" && typeof expected === "number" ? actual - expected : null;
  return { ...told, severity, place, imbalance, related };
}
