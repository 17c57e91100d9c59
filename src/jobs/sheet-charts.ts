import { type ComparableRows, comparableRows, FILLS, nameOf } from "../document/table-chart.js";
import { isNumberColumn } from "../forms/tables.js";
import type { CellChart, WorkbookHost } from "../hosts/port.js";
import type { TableCell } from "../report/table-report.js";
import type { CellAddress, Rectangle } from "../values/address.js";
import { chartName } from "../workbook/layout/names.js";
import type { CheckedForms } from "./check.js";
import { asked, type JobFault } from "./guard.js";

/** A table's chart on its own sheet: what it would show now, and what stands there. */
export interface SheetChart {
  /** The table's sheet. */
  readonly sheet: string;
  /** By which the workbook knows it. */
  readonly name: string;
  /** Null where there is nothing to compare any more. */
  readonly chart: CellChart | null;
  /** `drawn`: it shows all that there is; `behind`: rows or columns came that it does not show. */
  readonly state: "absent" | "drawn" | "behind";
  /** Cells whose number is stored as text: a chart on a sheet shows nothing for them. */
  readonly unseen: readonly CellAddress[];
}

/** The charts that can be drawn on the sheets of a workbook or stand there, in the order of the sheets. */
export function sheetCharts({ report, snapshot }: CheckedForms): readonly SheetChart[] {
  return [...report.tables.values()].flatMap(({ table, sheet, rows }) => {
    const name = chartName(table.id);
    const drawn = snapshot.names.find((one) => one.name.toUpperCase() === name.toUpperCase());
    const comparable = comparableRows(table, rows);
    const chart = comparable === null ? null : cellChart(comparable, sheet);
    if (chart === null && drawn === undefined) return [];
    const isBehind = chart !== null && !covers(drawn?.area ?? null, shownBy(chart));
    const state = drawn === undefined ? "absent" : isBehind ? "behind" : "drawn";
    return [{ sheet, name, chart, state, unseen: comparable === null ? [] : unseenOf(comparable) }];
  });
}

/** Draws a chart on its sheet, in place of the one before; takes it off for null. */
export async function drawSheetChart(
  host: WorkbookHost,
  name: string,
  chart: CellChart | null,
): Promise<{ readonly kind: "done" } | { readonly kind: "refused"; readonly fault: JobFault }> {
  const draw = host.acts?.drawChart;
  const drawn = draw === undefined ? null : await asked(() => draw(name, chart));
  return drawn === null || drawn.ok ? { kind: "done" } : { kind: "refused", fault: drawn.fault };
}

/** From the first row with something to see to the last: what is filled in between later is shown too. */
function cellChart({ title, label, columns, rows }: ComparableRows, sheet: string): CellChart | null {
  const cells = (id: string): readonly TableCell[] => rows.flatMap((row) => row.cells.get(id) ?? []);
  const span = (id: string): Rectangle | null => {
    const places = cells(id).map(({ address }) => address);
    const [first] = places;
    if (first === undefined) return null;
    const lines = places.map(({ row }) => row);
    return {
      top: Math.min(...lines),
      bottom: Math.max(...lines),
      left: first.column,
      right: first.column,
    };
  };
  const categories = span(label.id);
  if (categories === null) return null;
  const [unit = ""] = columns.flatMap((column) => (isNumberColumn(column) ? (column.unit ?? []) : []));
  return {
    sheet,
    title,
    categories: { name: nameOf(label), cells: categories },
    unit: unit === "" ? "" : `Số ${unit}`,
    series: columns.flatMap((column, at) => {
      const place = span(column.id);
      return place === null
        ? []
        : [{ name: nameOf(column), cells: place, fill: `#${FILLS[at % FILLS.length] ?? "7F7F7F"}` }];
    }),
  };
}

function unseenOf({ columns, rows }: ComparableRows): readonly CellAddress[] {
  return rows.flatMap(({ cells }) =>
    columns.flatMap(({ id }) => {
      const one = cells.get(id);
      const isText = one?.reading.kind === "number" && typeof one.cell.value === "string";
      return isText ? [one.address] : [];
    }),
  );
}

function shownBy({ categories, series }: CellChart): Rectangle {
  const all = [categories, ...series].map(({ cells }) => cells);
  return {
    top: categories.cells.top,
    bottom: categories.cells.bottom,
    left: Math.min(...all.map(({ left }) => left)),
    right: Math.max(...all.map(({ right }) => right)),
  };
}

/** Whether a chart that shows `area` shows all of these rows, and the same columns. */
function covers(area: Rectangle | null, { top, bottom, left, right }: Rectangle): boolean {
  return (
    area !== null && area.top <= top && bottom <= area.bottom && area.left === left && area.right === right
  );
}
