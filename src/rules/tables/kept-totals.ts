import type { Report } from "../../report/report.js";
import type { TableReport } from "../../report/table-report.js";
import type { Reading } from "../../values/reading.js";
import type { ColumnKey } from "../kinds/columns.js";
import { inputsOfKey } from "./column-inputs.js";
import { type TableDifference, touches } from "./difference.js";
import { numbersAmong, recordNumber, type Totals, totalOf } from "./numbers.js";

/** What a column says in each row, and the numbers among it. */
interface KeptColumn {
  readonly readings: readonly Reading[];
  readonly numbers: readonly number[] | null;
}

type KeptColumns = Map<ColumnKey, KeptColumn>;

/** Adds up each column once, for many rules over tables that stay as they are. */
export class KeptTotals implements Totals {
  readonly #kept = new Map<TableReport, KeptColumns>();

  numbers(report: TableReport, key: ColumnKey): readonly number[] | null {
    const columns = this.#columns(report);
    const known = columns.get(key);
    if (known !== undefined) return known.numbers;
    const column = columnOf(report.rows.map((row) => recordNumber(row, report.table, key)));
    columns.set(key, column);
    return column.numbers;
  }

  total(report: TableReport, columns: readonly string[]): number | null {
    return totalOf(report, columns, this);
  }

  /** The same for tables after an edit: what it does not touch is known already. */
  after(before: Report, { tables }: Report, differences: ReadonlyMap<string, TableDifference>): KeptTotals {
    if (tables === before.tables) return this;
    const totals = new KeptTotals();
    for (const [id, table] of tables) {
      const earlier = before.tables.get(id);
      const known = earlier === undefined ? undefined : this.#kept.get(earlier);
      const difference = differences.get(id);
      if (known !== undefined) totals.#kept.set(table, renewed(known, table, difference));
    }
    return totals;
  }

  #columns(report: TableReport): KeptColumns {
    const known = this.#kept.get(report);
    if (known !== undefined) return known;
    const columns: KeptColumns = new Map();
    this.#kept.set(report, columns);
    return columns;
  }
}

function renewed(
  known: KeptColumns,
  { rows, table }: TableReport,
  difference: TableDifference | undefined,
): KeptColumns {
  if (difference === undefined) return known;
  const columns: KeptColumns = new Map();
  for (const [key, column] of known) {
    if (!touches(difference, inputsOfKey(table, key))) {
      columns.set(key, column);
      continue;
    }
    const readings = rows.map((row, position) => {
      const at = difference.kept[position];
      const same = at === null || at === undefined ? undefined : column.readings[at];
      return same ?? recordNumber(row, table, key);
    });
    columns.set(key, columnOf(readings));
  }
  return columns;
}

function columnOf(readings: readonly Reading[]): KeptColumn {
  return { readings, numbers: numbersAmong(readings) };
}
