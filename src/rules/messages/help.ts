import type { IndicatorKey } from "../../forms/indicators.js";
import type { Edition } from "../../forms/schema.js";
import type { AmountCheck, ColumnTotalCheck } from "../kinds/amounts.js";
import { columnsOfKey } from "../kinds/columns.js";
import type { AgreesCheck, BesideCheck, FormCrossing } from "../kinds/crossings.js";
import type { PeriodCheck } from "../kinds/periods.js";
import type { RegisterCheck } from "../kinds/register.js";
import type { RowsCheck } from "../kinds/rows.js";
import type { ValueCheck } from "../kinds/values.js";
import {
  type Check,
  isAmountCheck,
  isCellCheck,
  isPeriodCheck,
  isRegisterCheck,
  isRowsCheck,
  type TableRule,
} from "../rule.js";
import type { Wording } from "./wording.js";

/** What the rules of each family ask for, in one language: one sentence made from the declaration. */
export interface HelpWords {
  readonly value: <K extends string>(check: ValueCheck<K>, name: (key: K) => string) => string;
  readonly amount: <K extends string>(
    check: AmountCheck<K> | ColumnTotalCheck,
    name: (key: K) => string,
  ) => string;
  readonly beside: <K extends string>(check: BesideCheck<K>, name: (key: K) => string) => string;
  readonly crossing: (check: FormCrossing, form: number, edition: Edition) => string;
  readonly agreement: (check: AgreesCheck) => string;
  readonly period: (check: PeriodCheck) => string;
  readonly register: (check: RegisterCheck) => string;
  readonly rows: (check: RowsCheck) => string;
  /** A row as a rule of that form names it. */
  readonly row: (key: IndicatorKey, form: number, edition: Edition) => string;
  /** Columns of a table that are added up; one as a rule. */
  readonly columns: (table: string, columns: readonly string[]) => string;
}

/** Asks each family for what its rules ask for. */
export function helpIn(words: HelpWords): Pick<Wording, "helpOfFormRule" | "helpOfTableRule"> {
  const cellHelp = <K extends string>(check: Check<K>, name: (key: K) => string): string => {
    if (check.kind === "said-beside") return words.beside(check, name);
    return isAmountCheck(check) ? words.amount(check, name) : words.value(check, name);
  };
  const helpOfTableRule = ({ check, table }: TableRule): string => {
    const name = (key: string) => words.columns(table, columnsOfKey(key));
    if (check.kind === "agrees") return words.agreement(check);
    if (check.kind === "column-total") return words.amount(check, name);
    if (isRowsCheck(check)) return words.rows(check);
    return isRegisterCheck(check) ? words.register(check) : cellHelp(check, name);
  };
  return {
    helpOfFormRule: ({ check, form }, edition) => {
      if (isPeriodCheck(check)) return words.period(check);
      return isCellCheck(check)
        ? cellHelp(check, (key) => words.row(key, form, edition))
        : words.crossing(check, form, edition);
    },
    helpOfTableRule,
  };
}
