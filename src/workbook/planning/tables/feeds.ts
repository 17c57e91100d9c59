import { type IndicatorKey, indicatorKey } from "../../../forms/indicators.js";
import type { Edition } from "../../../forms/schema.js";
import type { Table } from "../../../forms/table-schema.js";
import { feedsOf, labelColumn, type TableFeed } from "../../../forms/tables.js";
import { quoteSheet } from "../../../values/address.js";
import { infoName } from "../../layout/names.js";
import { cellIn, summedRange, type TableLayout } from "./layout.js";

/** The formula of each form row that a planned table feeds, by row. */
export function feedFormulas(
  edition: Edition,
  layouts: readonly TableLayout[],
): ReadonlyMap<IndicatorKey, FedCell> {
  const formulas = new Map<IndicatorKey, FedCell>();
  for (const feed of feedsOf(edition)) {
    const layout = layouts.find(({ table }) => table.id === feed.table);
    const formula = layout === undefined ? null : feedFormula(feed, layout);
    if (layout === undefined || formula === null) continue;
    formulas.set(indicatorKey(feed.to.form, feed.to.code), { formula, sheet: layout.table.sheet });
  }
  return formulas;
}

/** A form cell that takes its number from a table. */
export interface FedCell {
  readonly formula: string;
  /** The table's sheet, for the prompt. */
  readonly sheet: string;
}

/**
 * What a form cell holds to take its number from a table: blank while the table is. Null where the
 * table has no such cells.
 */
function feedFormula(feed: TableFeed, layout: TableLayout): string | null {
  const { table } = layout;
  const sheet = `${quoteSheet(table.sheet)}!`;
  const [first = "", second = ""] = feed.columns;
  const range = `${sheet}${summedRange(layout, first)}`;
  const { from } = feed;
  if (from === "count") return `IF(COUNTA(${range})<2,"",COUNTA(${range})-1)`;
  if (from === "ratio") {
    const [upper, lower] = [totalCells(layout, first, sheet), totalCells(layout, second, sheet)];
    return `IFERROR(IF(OR(COUNT(${upper})=0,COUNT(${lower})=0),"",ROUND(100*SUM(${upper})/SUM(${lower}),2)),"")`;
  }
  if (from === "total") {
    const cells = feed.columns.map((id) => totalCells(layout, id, sheet)).join(",");
    return summed(cells, feed.scale);
  }
  if ("countInWindow" in from) {
    const days = `${sheet}${summedRange(layout, from.countInWindow)}`;
    return `IF(COUNTA(${range})<2,"",MAX(0,COUNTA(${range})-1${outside("from", "<", days)}${outside("to", ">", days)}))`;
  }
  if ("equals" in from) return `IF(COUNT(${range})=0,"",COUNTIF(${range},${from.equals}))`;
  const rows = from.rows.map((label) => prefilledRow(table, label));
  if (rows.some((row) => row < 0)) return null;
  const cells = feed.columns.flatMap((id) =>
    rows.map((row) => `${sheet}${cellIn(table, id, layout.firstRow + row)}`),
  );
  return summed(cells.join(","), feed.scale);
}

/** Less the days before or after the data window, where the sheet `Thông tin chung` says when that is. */
function outside(end: "from" | "to", operator: "<" | ">", days: string): string {
  const day = infoName(end);
  return `-IF(ISNUMBER(${day}),COUNTIF(${days},"${operator}"&${day}),0)`;
}

function summed(cells: string, scale: number | undefined): string {
  const sum = `SUM(${cells})`;
  return `IF(COUNT(${cells})=0,"",${scale === undefined ? sum : `ROUND(${sum}*${decimal(scale)},6)`})`;
}

/** `0.000001`: Excel shows 1E-06 to an officer who looks at the formula. */
function decimal(scale: number): string {
  return scale.toFixed(12).replace(/0+$/, "").replace(/\.$/, "");
}

/** The cell in the total row where there is one, otherwise the cells of the column. */
function totalCells(layout: TableLayout, id: string, sheet: string): string {
  const { table, totalRow, closingRow, firstRow } = layout;
  if (totalRow !== null) return `${sheet}${cellIn(table, id, totalRow)}`;
  return closingRow === null
    ? `${sheet}${cellIn(table, id, firstRow)}`
    : `${sheet}${summedRange(layout, id)}`;
}

/** Position of a prefilled row among the rows, or -1. */
function prefilledRow(table: Table, label: string): number {
  const id = labelColumn(table)?.id ?? "";
  return table.body.kind === "many" ? table.body.prefilled.findIndex((row) => row[id] === label) : -1;
}
