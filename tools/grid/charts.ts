import type { SheetChart } from "./chart.js";
import type { Grid } from "./grid.js";
import { type Move, moved } from "./move.js";
import type { Sheet } from "./sheet.js";

type Cells = SheetChart["series"][number]["values"];

/** Points from the sheet's upper left corner to a cell's. */
export function cornerOf(
  sheet: Sheet,
  row: number,
  column: number,
): { readonly left: number; readonly top: number } {
  return {
    left: lengthBefore(column, sheet.columnWidths, sheet.columnWidth, sheet.hiddenColumns),
    top: lengthBefore(row, sheet.rowHeights, sheet.rowHeight, sheet.hiddenRows),
  };
}

function lengthBefore(
  line: number,
  sizes: ReadonlyMap<number, number>,
  usual: number,
  hidden: ReadonlySet<number>,
): number {
  let length = 0;
  for (let at = 0; at < line; at += 1) if (!hidden.has(at)) length += sizes.get(at) ?? usual;
  return length;
}

/** Lets charts go with cells that move, and what they show too, on whatever sheet they stand. */
export function followCharts(grid: Grid, sheet: Sheet, move: Move): void {
  const follow = (cells: Cells): Cells => {
    if (cells?.sheetId !== sheet.id) return cells;
    const rect = moved(cells.rect, move);
    return rect && { ...cells, rect };
  };
  for (const one of grid.sheets) {
    one.charts = one.charts.map((chart) => ({
      ...chart,
      ...(one === sheet && moveBy(sheet, chart, move)),
      series: chart.series.map((series) => ({
        ...series,
        values: follow(series.values),
        categories: follow(series.categories),
      })),
    }));
  }
}

/** Charts whose cells stand on other sheets now; on none where that sheet is gone. */
export function withSheets(
  charts: readonly SheetChart[],
  sheetOf: (id: string) => string | null,
): readonly SheetChart[] {
  const there = (cells: Cells): Cells => {
    const sheetId = cells === null ? null : sheetOf(cells.sheetId);
    return cells === null || sheetId === null ? null : { ...cells, sheetId };
  };
  return charts.map((chart) => ({
    ...chart,
    series: chart.series.map((one) => ({
      ...one,
      values: there(one.values),
      categories: there(one.categories),
    })),
  }));
}

/** A chart that lies beyond inserted or deleted rows or columns moves as the cells under it do. */
function moveBy(sheet: Sheet, chart: SheetChart, { axis, insert, area }: Move): Partial<SheetChart> {
  const before = cornerOf(sheet, area.top, area.left);
  const after = cornerOf(sheet, area.bottom + 1, area.right + 1);
  const way = insert ? 1 : -1;
  if (axis === "rows") {
    const size = insert ? (area.bottom - area.top + 1) * sheet.rowHeight : after.top - before.top;
    return chart.top >= before.top ? { top: Math.max(before.top, chart.top + way * size) } : {};
  }
  const size = insert ? (area.right - area.left + 1) * sheet.columnWidth : after.left - before.left;
  return chart.left >= before.left ? { left: Math.max(before.left, chart.left + way * size) } : {};
}
