/** Control characters, halves of surrogate pairs, non-characters and marks that turn the writing direction. */
const UNPRINTABLE =
  /[\p{Cc}\p{Cs}\u{200e}\u{200f}\u{202a}-\u{202e}\u{2066}-\u{2069}\u{feff}\u{fffe}\u{ffff}]/gu;
const SPACING = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;

/**
 * One line of text as any format can print it: NFC, line breaks and tabs as one space, everything
 * that XML forbids or that no reader can see taken out. Spaces inside are kept.
 */
export function cleanText(text: string): string {
  return text.normalize("NFC").replace(SPACING, " ").replace(UNPRINTABLE, "");
}

/** The lines of a text, cleaned and trimmed, without the blank ones. */
export function cleanLines(text: string): readonly string[] {
  return text
    .split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/)
    .map((line) => cleanText(line).trim())
    .filter((line) => line !== "");
}
