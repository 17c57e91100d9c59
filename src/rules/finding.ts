import type { IndicatorRef } from "../forms/indicators.js";
import type { InfoKey } from "../report/info-fields.js";
import type { CellAddress } from "../values/address.js";
import type { Severity, ToldBy } from "./facts.js";
import type { AmountFacts } from "./kinds/amounts.js";
import type { CrossingFacts } from "./kinds/crossings.js";
import type { PeriodFacts } from "./kinds/periods.js";
import type { RegisterFacts } from "./kinds/register.js";
import type { RowFacts } from "./kinds/rows.js";
import type { InfoFacts, LayoutFacts } from "./kinds/surroundings.js";
import type { ValueFacts } from "./kinds/values.js";
import type { FailureOf, OutcomeOf } from "./outcome.js";

/**
 * What each rule knows when it does not hold: the rule decides which fields a finding has, as its
 * code decides those of a zod issue. Each family of rules says its own.
 */
interface Facts
  extends ValueFacts,
    AmountFacts,
    CrossingFacts,
    PeriodFacts,
    RegisterFacts,
    RowFacts,
    InfoFacts,
    LayoutFacts {}

/** The rules of DESIGN section 6. */
export type RuleId = keyof Facts;

/** What a broken rule says. */
export type Told<R extends RuleId = RuleId> = ToldBy<Pick<Facts, R>>;

export type Outcome = OutcomeOf<Told>;
export type Failure = FailureOf<Told>;

interface Placed {
  readonly severity: Severity;
  readonly place: FindingPlace;
  /** `actual` minus `expected`, where both are numbers. */
  readonly imbalance: number | null;
  /** The other cells that took part. */
  readonly related: readonly CellRef[];
  /** Cells whose own rules are silent as long as this one speaks: they rest on what is wrong here. */
  readonly spoils: readonly CellRef[];
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

const NOTHING_SPOILT: readonly CellRef[] = [];

/** A finding: what a rule says, and where. */
export function findingAt(
  place: FindingPlace,
  severity: Severity,
  told: Told,
  related: readonly CellRef[] = [],
): Finding {
  const { actual, expected } = told;
  const imbalance = typeof actual === "number" && typeof expected === "number" ? actual - expected : null;
  return { ...told, severity, place, imbalance, related, spoils: NOTHING_SPOILT };
}
