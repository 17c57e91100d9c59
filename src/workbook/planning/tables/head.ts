import {
  columnNumbers,
  type HeaderCell,
  headerCells,
  headerDepth,
  unitText,
} from "../../../forms/table-header.js";
import type { Table } from "../../../forms/table-schema.js";
import type { Rectangle } from "../../../values/address.js";
import type { CellPlan, RowHeight } from "../../plan.js";
import { mergedCells, planCell, rectangle, textContent } from "../plan-cells.js";
import { rowHeight } from "../row-heights.js";
import { styles } from "../styles.js";
import type { TableLayout } from "./layout.js";
import { numberStyle, unitStyle } from "./styles.js";

/** Points. */
const HEADER_LOWEST = 20;
const SPACER = 8;

/** Title, unit, header and the row of column numbers. */
export function planTableHead(layout: TableLayout): {
  readonly cells: readonly CellPlan[];
  readonly merges: readonly Rectangle[];
  readonly heights: readonly RowHeight[];
} {
  const { table, titleRow, unitRow, headerRow, numberRow } = layout;
  const last = table.columns.length;
  const across = (row: number) => rectangle(row, 1, row, last);
  const header = headerCells(table).map((cell) => ({ cell, area: headerArea(cell, headerRow) }));
  const numbers = columnNumbers(table);
  const unit = unitText(table);
  const { title } = styles;
  return {
    cells: [
      ...mergedCells(across(titleRow), table.title, title),
      ...mergedCells(across(unitRow), unit, unitStyle),
      ...header.flatMap(({ cell, area }) => mergedCells(area, cell.text, styles.header)),
      ...numbers.map((text, index) => planCell(numberRow, index + 1, textContent(text), numberStyle)),
    ],
    merges: [across(titleRow), across(unitRow), ...header.map(({ area }) => area)].filter(isBlock),
    heights: [
      {
        row: titleRow,
        height:
          rowHeight([{ text: table.title, width: width(table), fontSize: title.fontSize, bold: true }]) + 4,
      },
      { row: unitRow, height: unit === "" ? SPACER : 18 },
      ...headerHeights(table).map((height, index) => ({ row: headerRow + index, height })),
      {
        row: numberRow,
        height: rowHeight(
          numbers.map((text, index) => ({
            text,
            width: table.columns[index]?.width ?? 0,
            fontSize: numberStyle.fontSize,
            bold: false,
          })),
        ),
      },
    ],
  };
}

function headerArea({ row, column, rows, columns }: HeaderCell, headerRow: number): Rectangle {
  const top = headerRow + row - 1;
  return rectangle(top, column, top + rows - 1, column + columns - 1);
}

function isBlock({ top, left, bottom, right }: Rectangle): boolean {
  return top !== bottom || left !== right;
}

/** Heights in which every heading can be read; one that spans rows stretches its last row. */
function headerHeights(table: Table): readonly number[] {
  const heights = Array.from({ length: headerDepth(table) }, () => HEADER_LOWEST);
  const cells = [...headerCells(table)].sort((a, b) => a.rows - b.rows);
  for (const { text, row, column, rows, columns } of cells) {
    const across = table.columns.slice(column - 1, column - 1 + columns);
    const needed = rowHeight([
      {
        text,
        width: across.reduce((sum, one) => sum + one.width, 0),
        fontSize: styles.header.fontSize,
        bold: true,
      },
    ]);
    const bottom = row - 1 + rows - 1;
    const there = heights.slice(row - 1, bottom + 1).reduce((sum, height) => sum + height, 0);
    if (needed > there) heights[bottom] = (heights[bottom] ?? 0) + needed - there;
  }
  return heights;
}

function width(table: Table): number {
  return table.columns.reduce((sum, column) => sum + column.width, 0);
}
