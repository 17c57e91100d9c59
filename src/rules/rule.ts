import type { IndicatorKey } from "../forms/indicators.js";
import type { ExplicitRule, RowRule } from "../forms/rule-schema.js";
import type { TableFeed } from "../forms/tables.js";
import type { RuleId, Severity } from "./finding.js";

/** One column of a table, or several added up (`level-3-online+level-4-online`). */
export type ColumnKey = string;

/**
 * The rule language: what one cell owes to itself and to others. `K` names the others: rows of the
 * forms, or columns of the same row of a table. Data, no code; `runCheck` says whether a check holds,
 * `formulaOf` says the same to the sheet.
 */
export type Check<K extends string> =
  | { readonly kind: "readable" }
  | { readonly kind: "one-reading" }
  | { readonly kind: "stored-as-number" }
  | { readonly kind: "not-negative" }
  | { readonly kind: "whole" }
  | { readonly kind: "percent-range" }
  /** A per cent that nothing else tells of is not typed as a fraction: 0.88 for 88 %. */
  | { readonly kind: "not-fraction" }
  /** An amount of money in a unit of so many đồng has a size that this unit makes likely. */
  | { readonly kind: "unit-size"; readonly unit: string; readonly factor: number }
  /** One of these numbers. */
  | { readonly kind: "choice"; readonly values: readonly number[] }
  /** One of these words. */
  | { readonly kind: "listed"; readonly choices: readonly string[] }
  /** Not blank; asked for only while another cell holds that value, where `when` says so. */
  | {
      readonly kind: "filled";
      readonly when: { readonly cell: K; readonly equals: number } | null;
    }
  /** A cell that works itself out is not blank while its parts are there. */
  | { readonly kind: "computed" }
  | { readonly kind: "empty" }
  | { readonly kind: "ratio"; readonly of: RatioParts<K> }
  | { readonly kind: "ratio-undefined"; readonly of: RatioParts<K> }
  | { readonly kind: "ratio-filled"; readonly of: RatioParts<K> }
  | { readonly kind: "sum"; readonly parts: readonly K[] }
  | { readonly kind: "sum-within"; readonly parts: readonly K[] }
  | { readonly kind: "difference"; readonly from: K; readonly minus: readonly K[] }
  | { readonly kind: "within"; readonly whole: K }
  /** While the words beside begin so, the cell is filled, or holds that number, or a smaller one. */
  | { readonly kind: "said-beside"; readonly beside: K; readonly rule: RowRule };

/** What a rule about a row of the forms may look at beyond the forms: a table, the earlier period. */
export type FormCheck =
  | Check<IndicatorKey>
  /** Equals what a table says, as long as the workbook has the table. */
  | { readonly kind: "fed"; readonly feed: TableFeed }
  /** An edition's own relation between rows, and between rows and tables. */
  | { readonly kind: "relation"; readonly rule: ExplicitRule }
  /** Not below what an earlier report counted of the same: since the year began, or in a window inside this one. */
  | { readonly kind: "not-below-earlier"; readonly counts: "since-new-year" | "in-window" }
  | { readonly kind: "in-line-with-earlier"; readonly span: "period" | "cumulative" | "moment" };

/** What a rule about a table may look at beyond one row: its rows together, another table, the period. */
export type TableCheck =
  /** In every filled row, and in the total row where the column has a total. */
  | Check<ColumnKey>
  /** In the total row: equals the sum of the rows. */
  | { readonly kind: "column-total" }
  /** The total equals a total of another table. */
  | { readonly kind: "agrees"; readonly columns: readonly string[]; readonly with: OtherColumns }
  | RegisterCheck;

/** A check of a register of numbered documents. */
export type RegisterCheck =
  /** No two documents of one type have the same number. */
  | { readonly kind: "number-once" }
  /** Within a series, a later number has no earlier date. */
  | { readonly kind: "date-order" }
  /** The date lies within the report's data window. */
  | { readonly kind: "in-window" }
  /** The number lies within reach of its series. */
  | { readonly kind: "number-in-reach" }
  /** The date is a working day. */
  | { readonly kind: "working-day" }
  /** A plan is for the year of its date, or a later one. */
  | { readonly kind: "year-in-subject"; readonly subject: string };

export interface OtherColumns {
  readonly table: string;
  readonly columns: readonly string[];
}

/** `share`: 100 x numerator / denominator. `reduction`: 100 x (denominator - numerator) / denominator. */
export interface RatioParts<K extends string = IndicatorKey> {
  readonly kind: "share" | "reduction";
  readonly numerator: K;
  readonly denominator: K;
}

interface Declared<C> {
  readonly id: RuleId;
  readonly severity: Severity;
  readonly check: C;
}

/**
 * A rule about a row of the forms. `form` and `code` name the row that carries its finding; `inputs`
 * are all the cells whose change makes it worth running again, its own first.
 */
export interface FormRule extends Declared<FormCheck> {
  readonly form: number;
  readonly code: string;
  readonly inputs: readonly IndicatorKey[];
}

/** A rule about a column of a table, which carries its finding. */
export interface TableRule extends Declared<TableCheck> {
  readonly table: string;
  readonly column: string;
}

/** The rule that a check belongs to (DESIGN section 6). */
const ruleOf = {
  readable: "value.type",
  "one-reading": "value.ambiguous",
  "stored-as-number": "value.text-number",
  "not-negative": "value.negative",
  whole: "value.integer",
  "percent-range": "value.percent-range",
  "not-fraction": "value.fraction",
  "unit-size": "value.unit",
  choice: "value.choice",
  listed: "value.choice",
  filled: "value.missing",
  computed: "value.missing",
  empty: "value.heading",
  ratio: "ratio.mismatch",
  "ratio-undefined": "ratio.undefined",
  "ratio-filled": "ratio.missing",
  sum: "total.mismatch",
  difference: "total.mismatch",
  "column-total": "total.mismatch",
  "sum-within": "part.exceeds",
  within: "part.exceeds",
  "said-beside": "cross.mismatch",
  relation: "cross.mismatch",
  fed: "cross.mismatch",
  agrees: "cross.mismatch",
  "not-below-earlier": "period.decrease",
  "in-line-with-earlier": "period.outlier",
  "number-once": "value.duplicate",
  "date-order": "value.order",
  "in-window": "period.window",
  "number-in-reach": "value.far",
  "working-day": "value.weekend",
  "year-in-subject": "value.year",
} as const satisfies Readonly<Record<(FormCheck | TableCheck)["kind"], RuleId>>;

/** A declaration of that gravity; its check says which rule it is. */
export function declare<C extends FormCheck | TableCheck>(severity: Severity, check: C): Declared<C> {
  return { id: ruleOf[check.kind], severity, check };
}

/** The cells that a check looks at beside its own, in the order in which they are told. */
export function cellsOf<K extends string>(check: Check<K>): readonly K[] {
  switch (check.kind) {
    case "filled":
      return check.when === null ? [] : [check.when.cell];
    case "ratio":
    case "ratio-undefined":
    case "ratio-filled":
      return [check.of.numerator, check.of.denominator];
    case "sum":
    case "sum-within":
      return check.parts;
    case "difference":
      return [check.from, ...check.minus];
    case "within":
      return [check.whole];
    case "said-beside":
      return [check.beside];
    default:
      return [];
  }
}

const BEYOND_FORMS = ["fed", "relation", "not-below-earlier", "in-line-with-earlier"];

/** True for what a row of the forms owes to the forms alone. */
export function isCellCheck(check: FormCheck): check is Check<IndicatorKey> {
  return !BEYOND_FORMS.includes(check.kind);
}

/** The columns of a key. */
export function columnsOfKey(key: ColumnKey): readonly string[] {
  return key.split("+");
}

/** The key of columns that are added up. */
export function columnKey(columns: readonly string[]): ColumnKey {
  return columns.join("+");
}

const REGISTER_CHECKS = [
  ...["number-once", "date-order", "in-window", "number-in-reach", "working-day", "year-in-subject"],
];

export function isRegisterCheck(check: TableCheck): check is RegisterCheck {
  return REGISTER_CHECKS.includes(check.kind);
}

/** True for what a single row of a table owes. */
export function isRowCheck(check: TableCheck): check is Check<ColumnKey> {
  return check.kind !== "column-total" && check.kind !== "agrees" && !isRegisterCheck(check);
}

/** True for what amounts owe to one another: what holds in every row holds in the sums. */
export function isAmong({ kind }: TableCheck): boolean {
  return kind === "sum" || kind === "difference" || kind === "within" || kind === "sum-within";
}
