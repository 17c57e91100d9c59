import type ExcelJS from "exceljs";
import { type Border, type CellStyle, DEFAULT_STYLE, SIDES } from "../grid/style.js";

/** A cell's look out of a file; null when it says nothing. Theme colours become black. */
export function readLook(style: Partial<ExcelJS.Style>): CellStyle | null {
  if (Object.keys(style).length === 0) return null;
  const { font, alignment, fill, protection } = style;
  return {
    numberFormat: style.numFmt ?? DEFAULT_STYLE.numberFormat,
    fontName: font?.name ?? DEFAULT_STYLE.fontName,
    fontSize: font?.size ?? DEFAULT_STYLE.fontSize,
    bold: font?.bold === true,
    italic: font?.italic === true,
    color: colorOf(font?.color) ?? DEFAULT_STYLE.color,
    fill: fill?.type === "pattern" && fill.pattern === "solid" ? colorOf(fill.fgColor) : null,
    horizontal: HORIZONTAL[alignment?.horizontal ?? ""] ?? "General",
    vertical: VERTICAL[alignment?.vertical ?? ""] ?? "Bottom",
    wrap: alignment?.wrapText === true,
    indent: alignment?.indent ?? 0,
    locked: protection?.locked !== false,
    borders: readBorders(style.border),
  };
}

function readBorders(border: Partial<ExcelJS.Borders> | undefined): CellStyle["borders"] {
  return Object.fromEntries(
    SIDES.flatMap((side): [string, Border][] => {
      const line = border?.[side];
      if (!line?.style) return [];
      const weight = WEIGHTS[line.style] ?? "Thin";
      return [[side, { style: "Continuous", weight, color: colorOf(line.color) ?? "#000000" }]];
    }),
  );
}

function colorOf(color: Partial<ExcelJS.Color> | undefined): string | null {
  return color?.argb ? `#${color.argb.slice(-6).toUpperCase()}` : null;
}

const HORIZONTAL: Readonly<Record<string, CellStyle["horizontal"] | undefined>> = {
  left: "Left",
  center: "Center",
  right: "Right",
  fill: "Fill",
  justify: "Justify",
};

const VERTICAL: Readonly<Record<string, CellStyle["vertical"] | undefined>> = {
  top: "Top",
  middle: "Center",
  bottom: "Bottom",
  justify: "Justify",
  distributed: "Distributed",
};

const WEIGHTS: Readonly<Record<string, string | undefined>> = {
  hair: "Hairline",
  thin: "Thin",
  medium: "Medium",
  thick: "Thick",
};
