/** Text as it was typed, without what cannot be seen or only looks different. */

/** Zero-width, joining and direction marks, soft hyphens, variation selectors and control characters. */
const INVISIBLE = /[\p{Cf}\p{Cc}]|\p{Variation_Selector}/gu;
const LINE_BREAK = /\r\n|[\r\n\u0085\u2028\u2029]/;
const SPACES = /\s+/g;
const FULL_WIDTH = /[\uff01-\uff5e]/g;

/** The lines of a text that hold anything, each with single spaces and without invisible characters. */
export function typedLines(text: string): readonly string[] {
  return text
    .normalize("NFC")
    .split(LINE_BREAK)
    .map((line) => line.replace(/\t/g, " ").replace(INVISIBLE, "").replace(SPACES, " ").trim())
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
