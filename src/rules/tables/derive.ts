import type { Table } from "../../forms/table-schema.js";
import { isNumberColumn } from "../../forms/tables.js";
import { amountRulesOfColumn } from "../kinds/amounts.js";
import { agreementRules, wordRules } from "../kinds/crossings.js";
import { registerRules } from "../kinds/register.js";
import { valueRulesOfColumn } from "../kinds/values.js";
import type { TableRule } from "../rule.js";

/** Every rule that follows from a table's declarations, column by column. */
export function deriveTableRules(table: Table): readonly TableRule[] {
  return table.columns.flatMap((column) =>
    [
      ...valueRulesOfColumn(column),
      ...(isNumberColumn(column) ? amountRulesOfColumn(column) : []),
      ...registerRules(table, column),
      ...agreementRules(table, column),
      ...wordRules(table, column),
    ].map((rule) => ({ ...rule, table: table.id, column: column.id })),
  );
}
