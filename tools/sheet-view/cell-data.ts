import {
  BooleanNumber,
  BorderStyleTypes,
  CellValueType,
  HorizontalAlign,
  type ICellData,
  type IStyleData,
  VerticalAlign,
  WrapStrategy,
} from "@univerjs/core";
import { holdsAt } from "../grid/calculate.js";
import { type CellValue, isCellError } from "../grid/cell.js";
import type { Grid } from "../grid/grid.js";
import { holds } from "../grid/rect.js";
import type { Sheet } from "../grid/sheet.js";
import type { Border, CellStyle } from "../grid/style.js";

/**
 * A cell as the grid component shows it: text that is already formatted, and a complete look. The
 * component never calculates, formats or guesses: it is given what is to be seen.
 */
export function cellData(grid: Grid, sheet: Sheet, row: number, column: number): ICellData {
  const value = grid.value(sheet, row, column);
  const style = withConditions(grid, sheet, row, column);
  return { v: grid.text(sheet, row, column), t: CellValueType.STRING, s: styleData(style, value) };
}

/** The text that the formula bar and the editor show: what one would type to get the cell. */
export function editText(grid: Grid, sheet: Sheet, row: number, column: number): string {
  const content = sheet.content(row, column);
  if (!content) return "";
  if (content.kind === "formula") return `=${content.formula.text}`;
  const { value } = content;
  if (typeof value !== "number") return typeof value === "boolean" ? String(value).toUpperCase() : value;
  const { numberFormat } = sheet.style(row, column);
  if (/[dmyh]/i.test(numberFormat.replace(/"[^"]*"|General/g, ""))) return grid.text(sheet, row, column);
  const percent = numberFormat.endsWith("%");
  const plain = String(Number((percent ? value * 100 : value).toPrecision(15)));
  return plain.replace(".", grid.region.decimal) + (percent ? "%" : "");
}

/** The cell's style with what conditional formats lay over it; earlier ones win, as in Excel. */
function withConditions(grid: Grid, sheet: Sheet, row: number, column: number): CellStyle {
  let style = sheet.style(row, column);
  for (const condition of [...sheet.conditions].reverse()) {
    if (!condition.formula || !condition.areas.some((area) => holds(area, row, column))) continue;
    if (!holdsAt(grid, sheet, condition.formula, condition.anchor, row, column)) continue;
    style = {
      ...style,
      fill: condition.fill ?? style.fill,
      color: condition.color ?? style.color,
      bold: condition.bold ?? style.bold,
      italic: condition.italic ?? style.italic,
    };
  }
  return style;
}

function styleData(style: CellStyle, value: CellValue): IStyleData {
  return {
    ff: style.fontName,
    fs: style.fontSize,
    bl: flag(style.bold),
    it: flag(style.italic),
    cl: { rgb: style.color },
    bg: style.fill === null ? null : { rgb: style.fill },
    ht: horizontal(style, value),
    vt: VERTICAL[style.vertical],
    tb: style.wrap ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW,
    pd: { l: 3 + style.indent * 9, r: 3, t: 1, b: 1 },
    bd: {
      t: borderData(style.borders.top),
      b: borderData(style.borders.bottom),
      l: borderData(style.borders.left),
      r: borderData(style.borders.right),
    },
  };
}

function flag(on: boolean): BooleanNumber {
  return on ? BooleanNumber.TRUE : BooleanNumber.FALSE;
}

/** Under the general alignment numbers stand right, text left, errors and TRUE/FALSE in the middle. */
function horizontal(style: CellStyle, value: CellValue): HorizontalAlign {
  if (style.horizontal !== "General") return HORIZONTAL[style.horizontal];
  if (typeof value === "number") return HorizontalAlign.RIGHT;
  return typeof value === "boolean" || isCellError(value) ? HorizontalAlign.CENTER : HorizontalAlign.LEFT;
}

const HORIZONTAL: Readonly<Record<CellStyle["horizontal"], HorizontalAlign>> = {
  General: HorizontalAlign.UNSPECIFIED,
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
  Fill: HorizontalAlign.LEFT,
  Justify: HorizontalAlign.JUSTIFIED,
};

const VERTICAL: Readonly<Record<CellStyle["vertical"], VerticalAlign>> = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Bottom: VerticalAlign.BOTTOM,
  Justify: VerticalAlign.MIDDLE,
  Distributed: VerticalAlign.MIDDLE,
};

function borderData(border: Border | undefined) {
  if (!border) return null;
  const thick = {
    Hairline: BorderStyleTypes.HAIR,
    Medium: BorderStyleTypes.MEDIUM,
    Thick: BorderStyleTypes.THICK,
  };
  const style = isKey(thick, border.weight)
    ? thick[border.weight]
    : (LINES[border.style] ?? BorderStyleTypes.THIN);
  return { s: style, cl: { rgb: border.color } };
}

const LINES: Readonly<Record<string, BorderStyleTypes | undefined>> = {
  Dash: BorderStyleTypes.DASHED,
  DashDot: BorderStyleTypes.DASH_DOT,
  DashDotDot: BorderStyleTypes.DASH_DOT_DOT,
  Dot: BorderStyleTypes.DOTTED,
  Double: BorderStyleTypes.DOUBLE,
  SlantDashDot: BorderStyleTypes.SLANT_DASH_DOT,
};

function isKey<T extends object>(table: T, key: PropertyKey): key is keyof T {
  return Object.hasOwn(table, key);
}
