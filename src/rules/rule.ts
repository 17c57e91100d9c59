import type { IndicatorKey } from "../forms/indicators.js";
import type { RuleId } from "./finding.js";
import { AMOUNT_KINDS, type AmountCheck, amountCells, type ColumnTotalCheck } from "./kinds/amounts.js";
import type { ColumnKey } from "./kinds/columns.js";
import { type AgreesCheck, type BesideCheck, CROSSING_KINDS, type FormCrossing } from "./kinds/crossings.js";
import type { Declared, Kind } from "./kinds/kind.js";
import { PERIOD_KINDS, type PeriodCheck } from "./kinds/periods.js";
import { REGISTER_KINDS, type RegisterCheck } from "./kinds/register.js";
import { ROW_KINDS, type RowsCheck } from "./kinds/rows.js";
import { VALUE_KINDS, type ValueCheck, valueCells } from "./kinds/values.js";

/**
 * The rule language: what one cell owes to itself and to others. `K` names the others: rows of the
 * forms, or columns of the same row of a table. Data, no code; `runCheck` says whether a check holds,
 * `formulaOf` says the same to the sheet. Each family of rules (`kinds/`) says what its checks are,
 * who owes them and when they hold.
 */
export type Check<K extends string> = ValueCheck<K> | AmountCheck<K> | BesideCheck<K>;

/** What a rule about a row of the forms may look at beyond the forms: a table, the earlier period. */
export type FormCheck = Check<IndicatorKey> | FormCrossing | PeriodCheck;

/**
 * What a rule about a table may look at: one row of it (every filled one, and the total row where the
 * column has a total), its rows together, another table, the period.
 */
export type TableCheck = Check<ColumnKey> | ColumnTotalCheck | AgreesCheck | RegisterCheck | RowsCheck;

/**
 * A rule about a row of the forms. `form` and `code` name the row that carries its finding; `inputs`
 * are all the cells whose change makes it worth running again, its own first.
 */
export interface FormRule extends Declared<FormCheck, RuleId> {
  readonly form: number;
  readonly code: string;
  readonly inputs: readonly IndicatorKey[];
}

/**
 * A rule about a column of a table, which carries its finding. `inputs` are all the columns of the table
 * whose change makes it worth running again, its own first; what it looks at beyond is said by its check.
 */
export interface TableRule extends Declared<TableCheck, RuleId> {
  readonly table: string;
  readonly column: string;
  readonly inputs: readonly string[];
}

type AnyCheck = FormCheck | TableCheck;

const KINDS: Readonly<Record<AnyCheck["kind"], Kind<RuleId>>> = {
  ...VALUE_KINDS,
  ...AMOUNT_KINDS,
  ...CROSSING_KINDS,
  ...PERIOD_KINDS,
  ...REGISTER_KINDS,
  ...ROW_KINDS,
};

/** What a check says of numbers; null for one that speaks of words, blanks or places. */
export function saysOfNumbers(check: AnyCheck): "equation" | "bound" | null {
  if (check.kind === "relation" && check.rule.operator === "=") return "equation";
  if (check.kind === "said-beside") {
    const { must } = check.rule;
    return must === "filled" ? null : "equal" in must ? "equation" : "bound";
  }
  return KINDS[check.kind].numbers ?? null;
}

/** The cells that a check looks at beside its own, in the order in which they are told. */
export function cellsOf<K extends string>(check: Check<K>): readonly K[] {
  if (check.kind === "said-beside") return [check.beside];
  return isAmountCheck(check) ? amountCells(check) : valueCells(check);
}

/** True for what a row of the forms owes to the forms alone. */
export function isCellCheck(check: FormCheck): check is Check<IndicatorKey> {
  return check.kind !== "fed" && check.kind !== "relation" && !isPeriodCheck(check);
}

/** True for what numbers owe to one another. */
export function isAmountCheck<K extends string>(check: Check<K>): check is AmountCheck<K> {
  return check.kind in AMOUNT_KINDS;
}

export function isPeriodCheck(check: FormCheck): check is PeriodCheck {
  return check.kind in PERIOD_KINDS;
}

export function isRegisterCheck(check: TableCheck): check is RegisterCheck {
  return check.kind in REGISTER_KINDS;
}

/** True for what the rows of a table owe as wholes. */
export function isRowsCheck(check: TableCheck): check is RowsCheck {
  return check.kind in ROW_KINDS;
}

/** True for what a single row of a table owes. */
export function isRowCheck(check: TableCheck): check is Check<ColumnKey> {
  const isOfOneRow = check.kind !== "column-total" && check.kind !== "agrees";
  return isOfOneRow && !isRegisterCheck(check) && !isRowsCheck(check);
}

/** True for what amounts owe to one another: what holds in every row holds in the sums. */
export function isAmong({ kind }: TableCheck): boolean {
  return ["sum", "difference", "within", "sum-within", "sum-reaches"].includes(kind);
}
