import { textWidth } from "../../values/text-width.js";

/**
 * Heights of rows whose text wraps. Excel fits a row by itself only in some cases (not for merged
 * cells, not always after a program wrote it), so the plan says how high a row must be.
 */

/** Screens and printers round glyph widths up by differing amounts. */
const SAFETY = 1.05;

/** Distance between lines of Times New Roman, in font sizes, as Excel sets them (15.75 pt at 12 pt). */
const LINE = 1.3125;
const PADDING = 2;
/** Excel allows no higher row. */
const HIGHEST = 409;

/** A piece of text in a column: what decides how many lines it takes. */
export interface WrappedText {
  readonly text: string;
  /** Width in characters of the default font, as in a plan's `columnWidths`. */
  readonly width: number;
  readonly fontSize: number;
  readonly bold: boolean;
}

/** Lines that a text takes when its column wraps it at spaces; an empty text takes one. */
export function lineCount({ text, width, fontSize, bold }: WrappedText): number {
  const available = columnPoints(width);
  const widthOf = (piece: string) => textWidth(piece, { size: fontSize, bold }) * SAFETY;
  return text.split("\n").reduce((lines, paragraph) => {
    let used = 0;
    let count = 1;
    const place = (piece: string, gap: number) => {
      const needed = widthOf(piece);
      const fits = used === 0 || used + gap + needed <= available;
      if (!fits) count += 1;
      used = fits && used > 0 ? used + gap + needed : needed;
    };
    for (const word of paragraph.split(" ")) {
      // A word longer than its column is broken where it must.
      const whole = widthOf(word) <= available;
      if (whole) place(word, widthOf(" "));
      else for (const letter of word) place(letter, 0);
    }
    return lines + count;
  }, 0);
}

/** Height in points of a row in which all these texts can be read whole. */
export function rowHeight(texts: readonly WrappedText[]): number {
  const heights = texts.map((text) => lineCount(text) * text.fontSize * LINE + PADDING);
  return Math.min(HIGHEST, Math.ceil(Math.max(...heights)));
}

/** Points between the cell margins of a column: 7 pixels a character and 5 of margin, at 96 dpi. */
function columnPoints(width: number): number {
  return (Math.floor(width * 7) - 1) * 0.75;
}
