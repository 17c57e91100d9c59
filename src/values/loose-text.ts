import { remembered } from "./remembered.js";

/** Grave, hook above, tilde, acute, dot below. */
const TONES = /[\u0300\u0309\u0303\u0301\u0323]/g;

/**
 * A text reduced to what makes it the same for a reader: case, spaces, composed or decomposed
 * letters, the place of a tone mark (hoà, hòa), the shape of dashes and dots at the end are gone.
 */
export const looseText: (text: string) => string = remembered((text) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .split(/\s+/)
    .map(toneLast)
    .join("")
    .replace(/[.:;]+$/, ""),
);

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
