import type { IndicatorRef } from "../forms/indicators.js";
import type { TableTerm } from "../forms/rule-schema.js";

export type Severity = "error" | "warning" | "info";

/** What stands and what was expected; `null` where there is no such value. */
export interface Stated<Actual, Expected = null> {
  readonly actual: Actual;
  readonly expected: Expected;
}

/** How a sentence names another cell: a row of the forms, or a column of the same table. */
export type CellName =
  | ({ readonly kind: "row" } & IndicatorRef)
  | { readonly kind: "column"; readonly table: string; readonly column: string }
  /** Totals of columns of another table, added up. */
  | ({ readonly kind: "total" } & TableTerm)
  /** A number that a rule itself states. */
  | { readonly kind: "number" };

/** A part of a sum; a blank one is null. */
export interface Term {
  readonly cell: CellName;
  readonly value: number | null;
}

/** What a broken rule says: its id decides which fields there are. */
export type ToldBy<Facts> = {
  readonly [R in keyof Facts]: { readonly rule: R } & Facts[R];
}[keyof Facts];
