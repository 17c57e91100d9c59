import { isFilled, labelOf, printedCode, printedUnit } from "../forms/indicators.js";
import type { Edition, Form, Indicator } from "../forms/schema.js";
import { a1 } from "../values/address.js";
import { conditionsOf } from "./conditions.js";
import { formLayout, rowOf, valueCell } from "./form-layout.js";
import { ratioFormula } from "./formulas.js";
import { formSheetName, indicatorName } from "./names.js";
import type { CellContent, CellPlan, CellStyle, NamePlan, Rectangle, RowHeight, SheetPlan } from "./plan.js";
import { BLANK, MARGINS, mergedCells, planCell, rectangle, textContent } from "./plan-cells.js";
import { rowHeight, type WrappedText } from "./row-heights.js";
import { bold, muted, styles } from "./styles.js";
import { mergeValidations, validationOf } from "./validations.js";

const { columns, widths, captionRow, titleRow, spacerRow, headerRow, subheaderRow, firstRow } = formLayout;
const LAST_COLUMN = columns.note;

/**
 * The sheet of one form as the official print has it: "Biểu mẫu N", title, a header of two rows,
 * one row per indicator.
 *
 * @param superior how labels name the superior (see `superiorInLabels`)
 */
export function planForm(edition: Edition, form: Form, superior: string): SheetPlan {
  const rows = form.indicators.map((indicator) => planRow(form, indicator, superior));
  const cellOf = (code: string) => a1(valueCell(form, code));
  const areaOf = (code: string) => column(rowOf(form, code), rowOf(form, code));
  const header = planHeader(edition, form);
  return {
    name: formSheetName(form.number),
    tabColor: "#2F5597",
    columnWidths: widths,
    rowHeights: [...header.heights, ...rows.map((row) => row.height)],
    cells: [...header.cells, ...rows.flatMap((row) => row.cells)],
    merges: header.merges,
    validations: mergeValidations(
      form.indicators.flatMap((indicator) => {
        const validation = validationOf(indicator);
        return validation === null ? [] : [{ ...validation, area: areaOf(indicator.code) }];
      }),
    ),
    conditions: conditionsOf(form, cellOf, areaOf, column(firstRow, firstRow + form.indicators.length - 1)),
    frozenRows: subheaderRow,
    print: {
      orientation: "portrait",
      titleRows: { first: headerRow, last: subheaderRow },
      margins: MARGINS,
    },
  };
}

/** The names of a form's result cells, group rows among them: officers write there too. */
export function formNames(form: Form): readonly NamePlan[] {
  return form.indicators.map((indicator) => ({
    name: indicatorName(form.number, indicator.code),
    area: { sheet: formSheetName(form.number), ...column(rowOf(form, indicator.code)) },
  }));
}

/** A stretch of the result column. */
function column(top: number, bottom = top): Rectangle {
  return rectangle(top, columns.value, bottom, columns.value);
}

function planHeader(edition: Edition, form: Form) {
  const words = edition.columns;
  const across = (row: number) => rectangle(row, 1, row, LAST_COLUMN);
  const down = (at: number) => rectangle(headerRow, at, subheaderRow, at);
  const blocks: readonly (readonly [area: Rectangle, text: string, style: CellStyle])[] = [
    [across(captionRow), formSheetName(form.number), styles.title],
    [across(titleRow), form.title, styles.title],
    [down(columns.code), words.code, styles.header],
    [down(columns.label), `${words.label}\n${words.labelNote}`, styles.header],
    [rectangle(headerRow, columns.unit, headerRow, columns.value), words.result, styles.header],
    [down(columns.note), words.note, styles.header],
  ];
  const single = [
    planCell(subheaderRow, columns.unit, textContent(words.unit), styles.header),
    planCell(subheaderRow, columns.value, textContent(words.value), styles.header),
  ];
  const heights: readonly RowHeight[] = [
    { row: captionRow, height: 21 },
    { row: titleRow, height: 21 },
    { row: spacerRow, height: 6 },
    { row: headerRow, height: 20 },
    { row: subheaderRow, height: 34 },
  ];
  return {
    cells: [...blocks.flatMap(([area, text, style]) => mergedCells(area, text, style)), ...single],
    merges: blocks.map(([area]) => area),
    heights,
  };
}

function planRow(
  form: Form,
  indicator: Indicator,
  superior: string,
): { readonly cells: readonly CellPlan[]; readonly height: RowHeight } {
  const row = rowOf(form, indicator.code);
  const group = isGroup(form, indicator);
  const look = (style: CellStyle) => {
    const weighed = group ? bold(style) : style;
    return indicator.subject === "commune" ? weighed : muted(weighed);
  };
  const texts = [
    { column: columns.code, text: printedCode(indicator), style: look(styles.code) },
    { column: columns.label, text: labelOf(indicator, superior), style: look(styles.label) },
    { column: columns.unit, text: printedUnit(indicator), style: look(styles.unit) },
  ];
  const content = valueContent(form, indicator);
  return {
    cells: [
      ...texts.map((cell) => planCell(row, cell.column, textContent(cell.text), cell.style)),
      planCell(row, columns.value, content, look(valueStyle(indicator, content))),
      planCell(row, columns.note, BLANK, look(styles.note)),
    ],
    height: { row, height: rowHeight(texts.map((cell) => wrapped(cell))) },
  };
}

function wrapped(cell: { column: number; text: string; style: CellStyle }): WrappedText {
  const { fontSize, bold } = cell.style;
  return { text: cell.text, width: widths[cell.column - 1] ?? 0, fontSize, bold };
}

function valueContent(form: Form, indicator: Indicator): CellContent {
  if (indicator.kind !== "ratio") return BLANK;
  const formula = ratioFormula(indicator, (code) => a1(valueCell(form, code)));
  return formula === null ? BLANK : { kind: "formula", formula };
}

function valueStyle(indicator: Indicator, content: CellContent): CellStyle {
  if (!isFilled(indicator)) return styles.spare;
  if (content.kind === "formula") return styles.computed;
  return indicator.kind === "text"
    ? { ...styles.input, horizontal: "left", numberFormat: "@" }
    : styles.input;
}

/** Group rows are printed bold: those without a value, and those that may stand blank above their parts. */
function isGroup(form: Form, indicator: Indicator): boolean {
  if (!isFilled(indicator)) return true;
  const hasRowsBelow = form.indicators.some((other) => other.code.startsWith(`${indicator.code}.`));
  return indicator.optional && hasRowsBelow;
}
