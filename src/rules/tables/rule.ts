import type { CellCheck, IndicatorRuleId, RegisterRuleId, Severity } from "../rule.js";

/** Rules that a table's declarations make: data, no code. */
export interface TableRule {
  readonly id:
    | Exclude<IndicatorRuleId, "value.heading" | "period.decrease" | "period.outlier">
    | RegisterRuleId;
  readonly severity: Severity;
  readonly table: string;
  /** The column that carries the finding. */
  readonly column: string;
  readonly check: TableCheck;
}

/** One column, or several added up (`level-3-online+level-4-online`). */
export type ColumnKey = string;

/** What a rule about a table compares. */
export type TableCheck =
  /** In every filled row, and in the total row where the column has a total. */
  | RowCheck
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
  | { readonly kind: "in-window" };

/** A check of one cell with others of its row. */
export type RowCheck =
  | CellCheck<ColumnKey>
  | { readonly kind: "filled" }
  /** A cell that works itself out is not blank while its parts are there. */
  | { readonly kind: "computed" }
  | { readonly kind: "listed"; readonly choices: readonly string[] };

export interface OtherColumns {
  readonly table: string;
  readonly columns: readonly string[];
}

/** The columns of a key. */
export function columnsOfKey(key: ColumnKey): readonly string[] {
  return key.split("+");
}

/** The key of columns that are added up. */
export function columnKey(columns: readonly string[]): ColumnKey {
  return columns.join("+");
}

export function isRegisterCheck(check: TableCheck): check is RegisterCheck {
  return check.kind === "number-once" || check.kind === "date-order" || check.kind === "in-window";
}

export function isRowCheck(check: TableCheck): check is RowCheck {
  return check.kind !== "column-total" && check.kind !== "agrees" && !isRegisterCheck(check);
}
