import { isFilled, labelOf, printedCode, printedUnit } from "../../../forms/indicators.js";
import type { Form, Indicator } from "../../../forms/schema.js";
import { formLayout } from "../../layout/form-layout.js";
import type { CellContent, CellPlan, CellStyle, RowHeight } from "../../plan.js";
import { ratioFormula } from "../formulas.js";
import { BLANK, planCell, textContent } from "../plan-cells.js";
import { rowHeight, type WrappedText } from "../row-heights.js";
import { bold, colors, muted, styles } from "../styles.js";

const { columns, widths } = formLayout;

/** What the row of an indicator needs to know of the sheet it stands on. */
interface RowPlace {
  readonly row: number;
  /** What stands in the STT column of a row without an STT, and over how many rows; null for nothing. */
  readonly detail: { readonly word: string; readonly rows: number } | null;
  /** True for the row that heads a form inside a continuous table. */
  readonly headsForm: boolean;
  /** How labels name the superior (see `superiorInLabels`). */
  readonly superior: string;
  /** Reference of a row's result cell, by its code. */
  cellOf(code: string): string;
}

/** One row of a form: STT, label, unit, result, note. */
export function planFormRow(
  form: Form,
  indicator: Indicator,
  { row, detail, headsForm, superior, cellOf }: RowPlace,
): { readonly cells: readonly CellPlan[]; readonly height: RowHeight } {
  const group = isGroup(form, indicator);
  const look = (style: CellStyle) => {
    const weighed = group ? bold(headsForm ? { ...style, fill: colors.header } : style) : style;
    return indicator.subject === "commune" ? weighed : muted(weighed);
  };
  const code =
    detail === null
      ? { column: columns.code, text: printedCode(indicator), style: look(styles.code) }
      : { column: columns.code, text: detail.word, style: styles.code };
  const rest = [
    { column: columns.label, text: labelOf(indicator, superior), style: look(styles.label) },
    { column: columns.unit, text: printedUnit(indicator), style: look(styles.unit) },
  ];
  const texts = [code, ...rest];
  const content = valueContent(indicator, cellOf);
  return {
    cells: [
      ...texts.map((cell) => planCell(row, cell.column, textContent(cell.text), cell.style)),
      planCell(row, columns.value, content, look(valueStyle(indicator, content))),
      planCell(row, columns.note, BLANK, look(styles.note)),
    ],
    // A word that stands over several rows has room in them together.
    height: {
      row,
      height: rowHeight((detail !== null && detail.rows > 1 ? rest : texts).map((cell) => wrapped(cell))),
    },
  };
}

function wrapped(cell: { column: number; text: string; style: CellStyle }): WrappedText {
  const { fontSize, bold } = cell.style;
  return { text: cell.text, width: widths[cell.column - 1] ?? 0, fontSize, bold };
}

function valueContent(indicator: Indicator, cellOf: (code: string) => string): CellContent {
  if (indicator.kind !== "ratio") return BLANK;
  const formula = ratioFormula(indicator, cellOf);
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
