import type { Table } from "../../forms/table-schema.js";
import type { RowCells, TableCell } from "../../report/table-report.js";
import type { Reading } from "../../values/reading.js";
import type { CellName, Severity } from "../facts.js";
import type { Outcome } from "../finding.js";
import type { ColumnKey } from "../kinds/columns.js";
import type { Scope } from "../kinds/scope.js";
import { HOLDS } from "../outcome.js";
import type { Check, TableRule } from "../rule.js";
import { runCheck } from "../run-check.js";
import { computedIn, numberIn, plainReading } from "./numbers.js";

const BLANK: Reading = { kind: "blank" };

type OfColumn = Pick<TableRule, "table" | "column" | "severity">;

/** Runs a rule on one row. A column that was not found holds nothing to check. */
export function runRow(rule: OfColumn, check: Check<ColumnKey>, cells: RowCells, table: Table): Outcome {
  const own = cells.get(rule.column);
  return own === undefined ? HOLDS : runCheck(check, new RowScope(rule, own, cells, table));
}

/** A class, whose ways to other cells are made once and not for each of thousands of runs. */
class RowScope implements Scope<ColumnKey> {
  readonly severity: Severity;
  readonly own: Reading;
  readonly found = true;

  constructor(
    readonly rule: OfColumn,
    readonly cell: TableCell,
    readonly cells: RowCells,
    readonly table: Table,
  ) {
    this.severity = rule.severity;
    this.own = plainReading(cell);
  }

  read(key: ColumnKey): Reading {
    return numberIn(this.cells, this.table, key);
  }

  name(key: ColumnKey): CellName {
    return { kind: "column", table: this.rule.table, column: key };
  }

  /** A formula whose result nobody has worked out yet will fill the cell by itself. */
  computed(): Reading {
    return this.cell.cell.formula === "" ? computedIn(this.cells, this.table, this.rule.column) : BLANK;
  }
}
