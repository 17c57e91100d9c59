/** Grave, hook above, tilde, acute, dot below. */
const TONES = /[\u0300\u0309\u0303\u0301\u0323]/g;
const MARKS = /\p{M}/gu;
/** Syllables that are written with `y` or with `i` as one likes: `kỷ luật`, `kỉ luật`. */
const FINAL_Y = /^([hklmst])y(\p{M}*)$/u;

/**
 * The words of a text as a reader takes them: case, spaces of any kind, line breaks, punctuation,
 * composed or decomposed letters, the place of a tone mark (`hoà`, `hòa`) and `y` for `i` are gone.
 * Numbers are words of their own. Letters are composed; the tone stands on the last vowel that has
 * a mark of its own, otherwise on the first vowel.
 */
export function wordsOf(text: string): readonly string[] {
  return lettersOf(text).map(syllable);
}

/** The words of a text with tone marks and `y` where they were typed. */
export function typedWords(text: string): readonly string[] {
  return lettersOf(text).map((word) => word.normalize("NFC"));
}

function lettersOf(text: string): readonly string[] {
  const letters = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/%/g, " phần trăm ".normalize("NFKD"))
    // Soft hyphens and zero-width marks come with text pasted from PDF.
    .replace(/[\u00ad\u200b-\u200d\ufeff]/g, "");
  return letters.match(/\p{N}+|[\p{L}\p{M}]+/gu) ?? [];
}

function syllable(word: string): string {
  const tone = word.match(TONES)?.join("") ?? "";
  const base = (tone === "" ? word : word.replace(TONES, "")).replace(FINAL_Y, "$1i$2");
  if (tone === "") return base.normalize("NFC");
  const marked = [...base.matchAll(/[aeiouy]\p{M}+/gu)].at(-1);
  const vowel = marked ?? /[aeiouy]/.exec(base);
  const at = vowel === null ? base.length : vowel.index + vowel[0].length;
  return `${base.slice(0, at)}${tone}${base.slice(at)}`.normalize("NFC");
}

const SYLLABLE =
  /^(?:b|ch?|d|gh?|gi|h|kh?|l|m|nh?|ngh?|p|ph|qu?|r|s|t|th|tr|v|x)?(?:[aeiouy]|a[iouy]|e[ou]|i[aeu]|ieu|o[aeio]|oa[iouy]|oeo|u[aeiouy]|ua[iyu]|uo[iu]|uy[aeu]|ye|yeu)(?:ch?|m|nh?|ng|p|t)?$/;

/** False for a word that no Vietnamese spelling makes: it was mistyped, or is an abbreviation. */
export function isSyllable(word: string): boolean {
  return SYLLABLE.test(withoutMarks(word));
}

/** A word or text without any diacritics; `đ` becomes `d`. */
export function withoutMarks(text: string): string {
  return text.normalize("NFKD").replace(MARKS, "").replaceAll("đ", "d").replaceAll("Đ", "D");
}

/** The words of a text without diacritics, joined by single spaces: for headers and captions. */
export function bareText(text: string): string {
  return withoutMarks(wordsOf(text).join(" "));
}

export function isNumberWord(word: string): boolean {
  return /^\p{N}+$/u.test(word);
}
