import type { Table } from "../../forms/table-schema.js";
import type { RowCells } from "../../report/table-report.js";
import type { Reading } from "../../values/reading.js";
import type { Outcome } from "../finding.js";
import type { ColumnKey } from "../kinds/columns.js";
import { HOLDS } from "../outcome.js";
import type { Check, TableRule } from "../rule.js";
import { runCheck } from "../run-check.js";
import { computedIn, numberIn, readingIn } from "./numbers.js";

const BLANK: Reading = { kind: "blank" };

/** Runs a rule on one row. A column that was not found holds nothing to check. */
export function runRow(
  { table: id, column, severity }: Pick<TableRule, "table" | "column" | "severity">,
  check: Check<ColumnKey>,
  cells: RowCells,
  table: Table,
): Outcome {
  const cell = cells.get(column)?.cell;
  if (cell === undefined) return HOLDS;
  return runCheck(check, {
    severity,
    own: readingIn(cells, column),
    found: true,
    read: (key) => numberIn(cells, table, key),
    name: (key) => ({ kind: "column", table: id, column: key }),
    // A formula whose result nobody has worked out yet will fill the cell by itself.
    computed: () => (cell.formula === "" ? computedIn(cells, table, column) : BLANK),
  });
}
