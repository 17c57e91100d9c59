import type { Table } from "../../forms/table-schema.js";
import type { RowCells, TableCell } from "../../report/table-report.js";
import type { Reading } from "../../values/reading.js";
import type { CellName } from "../facts.js";
import type { Outcome } from "../finding.js";
import type { ColumnKey } from "../kinds/columns.js";
import type { Scope } from "../kinds/scope.js";
import { HOLDS } from "../outcome.js";
import type { Check, TableRule } from "../rule.js";
import { runCheck } from "../run-check.js";
import { computedIn, numberIn, plainReading } from "./numbers.js";

const BLANK: Reading = { kind: "blank" };

/** Rules on a column that run on a single row. */
export interface ColumnRules {
  readonly column: string;
  readonly rules: readonly { readonly rule: TableRule; readonly check: Check<ColumnKey> }[];
}

/** Runs the rules on the columns of one row and tells what each gives. A column that was not found holds nothing to check. */
export function runRowRules(
  columns: readonly ColumnRules[],
  cells: RowCells,
  table: Table,
  tell: (rule: TableRule, outcome: Outcome) => void,
): void {
  for (const { column, rules } of columns) {
    const own = cells.get(column);
    if (own === undefined) continue;
    const scope = new RowScope(column, own, cells, table);
    for (const { rule, check } of rules) {
      const outcome = runCheck(check, rule.severity, scope);
      if (outcome !== HOLDS) tell(rule, outcome);
    }
  }
}

/** Runs one rule on one row. */
export function runRow(
  { column, severity }: Pick<TableRule, "column" | "severity">,
  check: Check<ColumnKey>,
  cells: RowCells,
  table: Table,
): Outcome {
  const own = cells.get(column);
  return own === undefined ? HOLDS : runCheck(check, severity, new RowScope(column, own, cells, table));
}

/** A class, whose ways to other cells are made once and not for each of thousands of runs. */
class RowScope implements Scope<ColumnKey> {
  readonly own: Reading;
  readonly found = true;

  constructor(
    readonly column: string,
    readonly cell: TableCell,
    readonly cells: RowCells,
    readonly table: Table,
  ) {
    this.own = plainReading(cell);
  }

  read(key: ColumnKey): Reading {
    return numberIn(this.cells, this.table, key);
  }

  name(key: ColumnKey): CellName {
    return { kind: "column", table: this.table.id, column: key };
  }

  /** A formula whose result nobody has worked out yet will fill the cell by itself. */
  computed(): Reading {
    return this.cell.cell.formula === "" ? computedIn(this.cells, this.table, this.column) : BLANK;
  }
}
