import type { IndicatorKey } from "../../../forms/indicators.js";
import type { Edition } from "../../../forms/schema.js";
import { findTable, printedTable, tableIds } from "../../../forms/tables.js";
import type { Report } from "../../../report/report.js";
import type { CellAddress } from "../../../values/address.js";
import type { NamePlan, SheetPlan } from "../../plan.js";
import { type FedCell, feedFormulas } from "./feeds.js";
import { planTable } from "./plan-table.js";

/** A table that is wanted in a workbook. */
export interface WantedTable {
  readonly id: string;
  /** How many rows are to be filled, where that is more than the table has by itself. */
  readonly rows?: number;
}

/** Sheets and names of tables, and the form rows that they feed. */
interface PlannedTables {
  readonly sheets: readonly SheetPlan[];
  readonly names: readonly NamePlan[];
  readonly fed: ReadonlyMap<IndicatorKey, FedCell>;
}

/**
 * The sheets of supplementary tables, in their own order whatever the order they are asked for:
 * part of a new workbook, or a plan to add to one that is there (then with `fedEntries`).
 *
 * @throws for an id that is no table's
 */
export function planTables(edition: Edition, wanted: readonly WantedTable[]): PlannedTables {
  const order = tableIds();
  const planned = [...wanted]
    .sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
    .map(({ id, rows }) => {
      const table = findTable(id);
      if (table === null) throw new Error(`No table ${id}`);
      return planTable(printedTable(edition, table), rows);
    });
  return {
    sheets: planned.map(({ sheet }) => sheet),
    names: planned.map(({ name }) => name),
    fed: feedFormulas(
      edition,
      planned.map(({ layout }) => layout),
    ),
  };
}

/** A formula for a form cell that is there, as a host writes it. */
interface FedEntry {
  readonly cell: CellAddress;
  readonly value: { readonly formula: string };
}

/**
 * For tables that are added to a workbook which is already there: the formulas of the form cells that
 * they feed, as far as these cells were found and hold nothing.
 */
export function fedEntries(tables: PlannedTables, report: Report): readonly FedEntry[] {
  return [...tables.fed].flatMap(([key, { formula }]) => {
    const found = report.values.get(key);
    if (found === undefined || found.address === null) return [];
    const free = found.cell.value === null && found.cell.formula === "";
    return free ? [{ cell: found.address, value: { formula } }] : [];
  });
}
