/** Grave, hook above, tilde, acute, dot below. */
const TONES = /[\u0300\u0309\u0303\u0301\u0323]/g;

/** Texts beyond so many letters are seldom met twice. */
const LONGEST_KEPT = 400;
/** So many reduced texts are kept: those of a workbook with all tables, several times over. */
const MOST_KEPT = 4000;

/** Printed labels and headers are compared again and again, in one workbook and the next. */
const reduced = new Map<string, string>();

/**
 * A text reduced to what makes it the same for a reader: case, spaces, composed or decomposed
 * letters, the place of a tone mark (hoà, hòa), the shape of dashes and dots at the end are gone.
 */
export function looseText(text: string): string {
  const known = reduced.get(text);
  if (known !== undefined) return known;
  const loose = reduce(text);
  if (text.length > LONGEST_KEPT) return loose;
  if (reduced.size >= MOST_KEPT) reduced.clear();
  reduced.set(text, loose);
  return loose;
}

function reduce(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .split(/\s+/)
    .map(toneLast)
    .join("")
    .replace(/[.:;]+$/, "");
}

/** Each syllable with its tone marks at its end. */
function toneLast(word: string): string {
  return word.replace(/[\p{L}\p{M}]+/gu, (syllable) => {
    const tones = syllable.match(TONES) ?? [];
    return syllable.replace(TONES, "") + tones.join("");
  });
}

/** True when a reader would take two texts for the same. */
export function sameLoosely(a: string, b: string): boolean {
  return looseText(a) === looseText(b);
}
