/** Text as it was typed, without what cannot be seen or only looks different. */

/** Zero-width, joining and direction marks, soft hyphens and variation selectors. */
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}/gu;
/** Control characters too: a tab parts columns, and Word has its own for the end of a cell and of a line. */
const LINE_BREAK = /\r\n|[\p{Cc}\u2028\u2029]/u;
const SPACES = /\s+/g;
const FULL_WIDTH = /[\uff01-\uff5e]/g;

/** The lines of a text that hold anything, each with single spaces and without invisible characters. */
export function typedLines(text: string): readonly string[] {
  return text
    .normalize("NFC")
    .split(LINE_BREAK)
    .map((line) => line.replace(INVISIBLE, "").replace(SPACES, " ").trim())
    .filter((line) => line !== "");
}

/**
 * One line with full-width marks and digits as usual and every dash a hyphen. Superscripts, circled
 * digits and other numerals stay: `12¹` is a footnote, not 121.
 */
export function plainMarks(line: string): string {
  return line
    .replace(FULL_WIDTH, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63]/g, "-")
    .replace(/\ufe6a/g, "%");
}
