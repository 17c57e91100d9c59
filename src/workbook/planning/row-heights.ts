/**
 * Heights of rows whose text wraps. Excel fits a row by itself only in some cases (not for merged
 * cells, not always after a program wrote it), so the plan says how high a row must be.
 */

/** Advance widths of Times New Roman in thousandths of the font size, by width; others are 500. */
const WIDTHS: readonly (readonly [width: number, letters: string])[] = [
  [250, " .,"],
  [278, "ijlt/;:'"],
  [333, "frI()-[]"],
  [389, "sJ"],
  [444, "acez"],
  [611, "EFLSTZP"],
  [722, "ABCDGHKNOQRUVXYwĐ"],
  [778, "m"],
  [833, "%"],
  [889, "M"],
  [944, "W–…"],
];

const widthOf = new Map(WIDTHS.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width])));

/** A horn (ơ, ư) makes a letter a little wider; the other marks stand above or below. */
const HORN = "\u031b";
const HORN_WIDTH = 40;

/** Screens and printers round glyph widths up by differing amounts. */
const SAFETY = 1.05;
const BOLD = 1.07;

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

/** Points that a text takes on one line. */
export function textWidth(text: string, fontSize: number, bold: boolean): number {
  let thousandths = 0;
  for (const letter of text.normalize("NFD")) {
    if (letter === HORN) thousandths += HORN_WIDTH;
    else if (!/\p{M}/u.test(letter)) thousandths += widthOf.get(letter) ?? 500;
  }
  return ((thousandths * fontSize) / 1000) * SAFETY * (bold ? BOLD : 1);
}

/** Lines that a text takes when its column wraps it at spaces; an empty text takes one. */
export function lineCount({ text, width, fontSize, bold }: WrappedText): number {
  const available = columnPoints(width);
  return text.split("\n").reduce((lines, paragraph) => {
    let used = 0;
    let count = 1;
    const place = (piece: string, gap: number) => {
      const needed = textWidth(piece, fontSize, bold);
      const fits = used === 0 || used + gap + needed <= available;
      if (!fits) count += 1;
      used = fits && used > 0 ? used + gap + needed : needed;
    };
    for (const word of paragraph.split(" ")) {
      // A word longer than its column is broken where it must.
      const whole = textWidth(word, fontSize, bold) <= available;
      if (whole) place(word, textWidth(" ", fontSize, bold));
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
