import type { Column, Table } from "../../../forms/table-schema.js";
import { labelColumn, orderColumn } from "../../../forms/tables.js";
import { tableName } from "../../layout/names.js";
import type { CellContent, CellPlan, NamePlan, RowHeight, SheetPlan, ValidationPlan } from "../../plan.js";
import { BLANK, MARGINS, planCell, rectangle, textContent } from "../plan-cells.js";
import { rowHeight } from "../row-heights.js";
import { bold, styles } from "../styles.js";
import { tableConditions } from "./conditions.js";
import { isBeforeTotals, orderFormula, rowFormula, totalFormula } from "./formulas.js";
import { planTableHead } from "./head.js";
import { bodyArea, cellIn, columnOf, type TableLayout, tableLayout } from "./layout.js";
import { closingStyle, columnStyle, groupStyle } from "./styles.js";
import { closingValidation, columnValidation } from "./validations.js";

/** Points: a row with one line, roomy enough to click, and the thin row that closes the table. */
const LOWEST = 20;
/** The one row of a one-row table: it stands alone under a high header. */
const ALONE = 28;
const THIN = 6;
/** A4 upright between the margins takes so many characters. */
const PORTRAIT = 96;

/**
 * The sheet of a supplementary table and the name of its body.
 *
 * @param rows how many rows are to be filled, where that is more than the table has by itself
 */
export function planTable(
  table: Table,
  rows = 0,
): { readonly sheet: SheetPlan; readonly name: NamePlan; readonly layout: TableLayout } {
  const layout = tableLayout(table, rows);
  const head = planTableHead(layout);
  const body = bodyRows(layout);
  const last = layout.totalRow === null ? [] : totalCells(layout);
  const width = table.columns.reduce((sum, column) => sum + column.width, 0);
  return {
    layout,
    name: { name: tableName(table.id), area: bodyArea(layout) },
    sheet: {
      name: table.sheet,
      tabColor: "#7030A0",
      columnWidths: table.columns.map((column) => column.width),
      rowHeights: [...head.heights, ...body.heights, ...lastHeights(layout)],
      cells: [...head.cells, ...body.cells, ...last],
      merges: [...head.merges, ...totalMerges(layout)],
      validations: tableValidations(layout),
      conditions: tableConditions(layout),
      frozenRows: layout.numberRow,
      print: {
        orientation: width > PORTRAIT ? "landscape" : "portrait",
        titleRows: { first: layout.headerRow, last: layout.numberRow },
        margins: MARGINS,
      },
    },
  };
}

function bodyRows(layout: TableLayout): {
  readonly cells: readonly CellPlan[];
  readonly heights: readonly RowHeight[];
} {
  const { table, firstRow, lastRow, closingRow } = layout;
  const cells: CellPlan[] = [];
  const heights: RowHeight[] = [];
  const orders = orderTexts(table);
  for (let row = firstRow; row <= lastRow; row++) {
    const texts = prefilledRow(table, row - firstRow);
    const group = isGroupRow(table, texts);
    for (const column of table.columns) {
      const typed = isOrder(table, column) ? orders[row - firstRow] : texts[column.id];
      const content = typed === undefined ? bodyContent(layout, column, row) : textContent(typed);
      const style = columnStyle(table, column, content.kind === "formula");
      cells.push(planCell(row, columnOf(table, column.id), content, group ? groupStyle(style) : style));
    }
    const needed = table.columns.map((column) => ({
      text: texts[column.id] ?? "",
      width: column.width,
      fontSize: styles.input.fontSize,
      bold: group,
    }));
    heights.push({
      row,
      height: Math.max(table.body.kind === "one" ? ALONE : LOWEST, rowHeight(needed)),
      ...(growing(table) && { grows: true }),
    });
  }
  if (closingRow !== null) {
    for (const column of table.columns) {
      cells.push(planCell(closingRow, columnOf(table, column.id), BLANK, closingStyle));
    }
  }
  return { cells, heights };
}

function bodyContent(layout: TableLayout, column: Column, row: number): CellContent {
  const { table } = layout;
  const label = labelColumn(table);
  if (isOrder(table, column)) {
    if (label === null) return { kind: "number", number: row - layout.firstRow + 1 };
    if (table.body.kind === "many" && table.body.groups) return BLANK;
    return { kind: "formula", formula: orderFormula(layout, label.id, cellIn(table, label.id, row), row) };
  }
  const formula = "formula" in column ? column.formula : undefined;
  if (formula === undefined) return BLANK;
  return { kind: "formula", formula: rowFormula(formula, (id) => cellIn(table, id, row)) };
}

function isOrder(table: Table, column: Column): boolean {
  return column === orderColumn(table);
}

/** True where officers write texts of any length, so that rows must grow. */
function growing(table: Table): boolean {
  return table.columns.some((column) => column.kind === "text" && column.role !== "order");
}

function prefilledRow(table: Table, index: number): Readonly<Record<string, string>> {
  return (table.body.kind === "many" ? table.body.prefilled[index] : undefined) ?? {};
}

/** A prefilled row that only has its label, in a table with groups. */
function isGroupRow(table: Table, texts: Readonly<Record<string, string>>): boolean {
  return table.body.kind === "many" && table.body.groups && Object.keys(texts).length > 0;
}

const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

/** Numbers of the rows in a table with groups: I, 1, 2, II, 1 ... by row; other tables number themselves. */
function orderTexts(table: Table): readonly string[] {
  if (table.body.kind === "one" || !table.body.groups) return [];
  let group = 0;
  let task = 0;
  return table.body.prefilled.map((texts) => {
    if (isGroupRow(table, texts)) {
      task = 0;
      group += 1;
      return ROMAN[group - 1] ?? String(group);
    }
    task += 1;
    return String(task);
  });
}

function totalCells(layout: TableLayout): readonly CellPlan[] {
  const { table, totalRow } = layout;
  if (totalRow === null) return [];
  return table.columns.map((column, index) => {
    const at = columnOf(table, column.id);
    if (isBeforeTotals(layout, column)) {
      return planCell(totalRow, at, index === 0 ? textContent(table.total ?? "") : BLANK, bold(styles.unit));
    }
    const formula = totalFormula(column, layout, (id) => cellIn(table, id, totalRow));
    const content: CellContent = formula === null ? BLANK : { kind: "formula", formula };
    return planCell(totalRow, at, content, bold(columnStyle(table, column, true)));
  });
}

function totalMerges(layout: TableLayout) {
  const { table, totalRow } = layout;
  const labels = table.columns.filter((column) => isBeforeTotals(layout, column)).length;
  return totalRow === null || labels < 2 ? [] : [rectangle(totalRow, 1, totalRow, labels)];
}

function lastHeights({ closingRow, totalRow }: TableLayout): readonly RowHeight[] {
  return [
    ...(closingRow === null ? [] : [{ row: closingRow, height: THIN }]),
    ...(totalRow === null ? [] : [{ row: totalRow, height: LOWEST + 4 }]),
  ];
}

function tableValidations(layout: TableLayout): readonly ValidationPlan[] {
  const { table, firstRow, lastRow, closingRow, totalRow } = layout;
  const plans: ValidationPlan[] = [];
  for (const column of table.columns) {
    const validation = columnValidation(column);
    const at = columnOf(table, column.id);
    if (validation === null) continue;
    plans.push({ ...validation, area: rectangle(firstRow, at, lastRow, at) });
    if (totalRow !== null && "total" in column && column.total !== "none") {
      plans.push({ ...validation, area: rectangle(totalRow, at, totalRow, at) });
    }
  }
  if (closingRow !== null) {
    plans.push({ ...closingValidation, area: rectangle(closingRow, 1, closingRow, table.columns.length) });
  }
  return plans;
}
