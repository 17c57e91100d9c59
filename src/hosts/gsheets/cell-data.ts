import type { CellContent, CellPlan, CellStyle, HorizontalAlignment } from "../../workbook/plan.js";
import { localFormula } from "./locale.js";
import { numberFormatOf } from "./number-format.js";
import type { CellData, CellFormat, ColorStyle, EnteredValue } from "./wire.js";

/** Nghị định 30/2020/NĐ-CP, Phụ lục I: documents are set in Times New Roman. */
const FONT = "Times New Roman";

/** Sheets does not justify text. */
const HORIZONTAL = {
  left: "LEFT",
  center: "CENTER",
  right: "RIGHT",
  justify: "LEFT",
} as const satisfies Record<HorizontalAlignment, string>;

const VERTICAL = { top: "TOP", center: "MIDDLE" } as const;

/** A planned cell, value and look. */
export function cellData({ content, style }: CellPlan, locale: string): CellData {
  const value = enteredValue(content, locale);
  return { ...(value === null ? {} : { userEnteredValue: value }), userEnteredFormat: cellFormat(style) };
}

function enteredValue(content: CellContent, locale: string): EnteredValue | null {
  switch (content.kind) {
    case "blank":
      return null;
    case "text":
      return { stringValue: content.text };
    case "number":
      return { numberValue: content.number };
    case "formula":
      return { formulaValue: localFormula(content.formula, locale) };
  }
}

function cellFormat(style: CellStyle): CellFormat {
  const numberFormat = numberFormatOf(style.numberFormat);
  return {
    ...(numberFormat === null ? {} : { numberFormat }),
    textFormat: {
      fontFamily: FONT,
      // Sheets knows whole points only.
      fontSize: Math.round(style.fontSize),
      bold: style.bold,
      italic: style.italic,
      foregroundColorStyle: colorStyle(style.color),
    },
    ...(style.fill === null ? {} : { backgroundColorStyle: colorStyle(style.fill) }),
    horizontalAlignment: HORIZONTAL[style.horizontal],
    verticalAlignment: VERTICAL[style.vertical],
    wrapStrategy: style.wrap ? "WRAP" : "OVERFLOW_CELL",
  };
}

/** `#RRGGBB` in parts. */
export function colorStyle(color: string): ColorStyle {
  const part = (from: number) =>
    Math.round((Number.parseInt(color.slice(from, from + 2), 16) / 255) * 1e4) / 1e4;
  return { rgbColor: { red: part(1), green: part(3), blue: part(5) } };
}
