import type { Table } from "../../forms/table-schema.js";
import { isNumberColumn } from "../../forms/tables.js";
import { amountRulesOfColumn } from "../kinds/amounts.js";
import { columnsOfKey } from "../kinds/columns.js";
import { agreementRules, wordRules } from "../kinds/crossings.js";
import { registerInputs, registerRules } from "../kinds/register.js";
import { rowRules } from "../kinds/rows.js";
import { valueRulesOfColumn } from "../kinds/values.js";
import { once } from "../once.js";
import {
  cellsOf,
  isRegisterCheck,
  isRowCheck,
  isRowsCheck,
  type TableCheck,
  type TableRule,
} from "../rule.js";
import { columnsBehind } from "./column-inputs.js";
import type { ColumnRules } from "./run-row.js";
import { standsInTotal } from "./run-total.js";

/** Every rule that follows from a table's declarations, column by column. */
export function deriveTableRules(table: Table): readonly TableRule[] {
  return table.columns.flatMap((column) =>
    [
      ...valueRulesOfColumn(column),
      ...(isNumberColumn(column) ? amountRulesOfColumn(column, table) : []),
      ...registerRules(table, column),
      ...rowRules(table, column),
      ...agreementRules(table, column),
      ...wordRules(table, column),
    ].map((rule) => ({
      ...rule,
      table: table.id,
      column: column.id,
      inputs: inputsOf(rule.check, column.id, table),
    })),
  );
}

/** The columns of its table that a check looks at, and those that their formulas take their numbers from. */
function inputsOf(check: TableCheck, column: string, table: Table): readonly string[] {
  return columnsBehind([column, ...columnsOf(check, table)], table);
}

function columnsOf(check: TableCheck, table: Table): readonly string[] {
  if (isRegisterCheck(check)) return registerInputs(check, table);
  if (isRowsCheck(check)) return table.columns.map(({ id }) => id);
  if (check.kind === "agrees") return check.columns;
  return isRowCheck(check) ? cellsOf(check).flatMap(columnsOfKey) : [];
}

/** The rules of a table by where they run, in the order of its columns. */
interface TableRules {
  readonly all: readonly TableRule[];
  /** On every filled row, by column. */
  readonly ofRow: readonly ColumnRules[];
  /** On the total row. */
  readonly ofTotal: readonly TableRule[];
  /** Positions in `ofTotal`, by input column. */
  readonly totalsBy: ReadonlyMap<string, readonly number[]>;
  /** On the rows together. */
  readonly ofTable: readonly TableRule[];
  /** True where some of these count amounts. */
  readonly counts: boolean;
}

const derived = new WeakMap<Table, TableRules>();

/** The rules of a table, derived once. */
export function rulesOf(table: Table): TableRules {
  return once(derived, table, () => {
    const all = deriveTableRules(table);
    const ofTotal = all.filter((rule) => standsInTotal(rule, table));
    return {
      all,
      ofRow: table.columns.map(({ id }) => ({
        column: id,
        rules: all.flatMap((rule) =>
          rule.column === id && isRowCheck(rule.check) ? [{ rule, check: rule.check }] : [],
        ),
      })),
      ofTotal,
      totalsBy: new Map(
        table.columns.map(({ id }) => [
          id,
          ofTotal.flatMap(({ inputs }, position) => (inputs.includes(id) ? [position] : [])),
        ]),
      ),
      ofTable: all.filter(
        ({ check }) => check.kind === "agrees" || isRegisterCheck(check) || isRowsCheck(check),
      ),
      counts: all.some(({ check }) => isRowsCheck(check)),
    };
  });
}
