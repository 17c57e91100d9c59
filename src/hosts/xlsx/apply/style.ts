import type { CellStyle } from "../../../workbook/plan.js";
import type { LibraryStyle } from "../library.js";

/** The fonts of the forms: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I.1 asks for Times New Roman. */
const FONT_NAME = "Times New Roman";

/**
 * Styles of a plan as the library wants them. Equal styles give the same object: the library works
 * out a style once per object, and once per cell otherwise. The objects are never changed afterwards.
 */
export class Styles {
  private readonly byPlan = new WeakMap<CellStyle, LibraryStyle>();
  private readonly byValue = new Map<string, LibraryStyle>();

  of(style: CellStyle): LibraryStyle {
    const known = this.byPlan.get(style);
    if (known) return known;
    const key = JSON.stringify(style);
    const made = this.byValue.get(key) ?? libraryStyle(style);
    this.byPlan.set(style, made);
    this.byValue.set(key, made);
    return made;
  }
}

function libraryStyle(style: CellStyle): LibraryStyle {
  const line = { style: "thin", color: { argb: "FF000000" } } as const;
  return {
    numFmt: style.numberFormat,
    font: {
      name: FONT_NAME,
      family: 1,
      size: style.fontSize,
      bold: style.bold,
      italic: style.italic,
      color: { argb: argb(style.color) },
    },
    alignment: {
      horizontal: style.horizontal,
      vertical: style.vertical === "center" ? "middle" : "top",
      wrapText: style.wrap,
    },
    ...(style.border ? { border: { top: line, left: line, bottom: line, right: line } } : {}),
    ...(style.fill === null
      ? {}
      : { fill: { type: "pattern", pattern: "solid", fgColor: { argb: argb(style.fill) } } as const }),
    ...(style.locked ? {} : { protection: { locked: false } }),
  };
}

/** `#RRGGBB` as `FFRRGGBB`: opaque. */
export function argb(color: string): string {
  return `FF${color.slice(1).toUpperCase()}`;
}
