/** Word measures pages in twips (twentieths of a point) and type in half-points. */
export const TWIPS_A_POINT = 20;
const TWIPS_A_MILLIMETRE = 1440 / 25.4;

/** Whole twips, rounded up: a margin that has to be 15 mm never comes out a hair less. */
export function millimetres(length: number): number {
  return Math.ceil(length * TWIPS_A_MILLIMETRE - 1e-6);
}

export function points(length: number): number {
  return Math.round(length * TWIPS_A_POINT);
}

export function halfPoints(size: number): number {
  return Math.round(size * 2);
}

/** A4, 210 mm x 297 mm (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I, khoản 1). */
export const PAGE = { width: millimetres(210), height: millimetres(297) } as const;

/**
 * Margins (Mục I, khoản 3): top and bottom 20-25 mm, left 30-35 mm, right 15-20 mm. Each takes the
 * smallest that the decree allows, for the tables' sake.
 */
export const MARGIN = {
  top: millimetres(20),
  bottom: millimetres(20),
  left: millimetres(30),
  right: millimetres(15),
  /** The page number stands in the middle of the top margin (Mục I, khoản 7). */
  header: millimetres(9),
  footer: millimetres(9),
} as const;

/** Width of the text in twips, and on a turned page. */
export const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
export const TURNED_TEXT_WIDTH = PAGE.height - MARGIN.left - MARGIN.right;

const FORM_WIDTHS = {
  code: millimetres(14),
  unit: millimetres(30),
  value: millimetres(22),
  note: millimetres(21),
};

/** The columns of a form in twips: STT, label, unit, value, note. */
export const FORM_COLUMNS: readonly number[] = [
  FORM_WIDTHS.code,
  TEXT_WIDTH - FORM_WIDTHS.code - FORM_WIDTHS.unit - FORM_WIDTHS.value - FORM_WIDTHS.note,
  FORM_WIDTHS.unit,
  FORM_WIDTHS.value,
  FORM_WIDTHS.note,
];

/** First-line indent of 1.27 cm (Mục II, khoản 6 điểm e: 1 cm or 1.27 cm). */
export const FIRST_LINE = millimetres(12.7);

/**
 * Type sizes in points: those of the examples in Mục V, each within the range that the decree
 * allows (Quốc hiệu and names of bodies 12-13, Tiêu ngữ 13-14, place and date 13-14, text 13-14).
 */
export const SIZE = {
  nation: 12,
  motto: 13,
  body: 12,
  number: 13,
  date: 13,
  text: 14,
  recipients: 12,
  recipient: 11,
  /** Tables: the decree names no size; 12 keeps seven forms on few pages. */
  table: 12,
  pageNumber: 14,
} as const;

/** Millimetres of a chart's height: title, axis and legend, and each bar. */
export function chartHeight(bars: number): number {
  return 32 + 7 * bars;
}
