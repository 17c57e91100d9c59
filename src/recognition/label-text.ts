import { abbreviated, writtenOut } from "./abbreviations.js";
import { editDistance } from "./edit-distance.js";
import { type LetterCounts, letterCounts, lettersApart } from "./letter-counts.js";
import { isNumberWord, isSyllable, typedWords, withoutMarks, wordsOf } from "./vietnamese-text.js";

/** A label made ready for comparison. */
export interface LabelText {
  /** Words with phrases abbreviated. */
  readonly words: readonly string[];
  readonly vocabulary: ReadonlySet<string>;
  /** The label as typed, as read, with phrases abbreviated, and with abbreviations written out. */
  readonly forms: readonly WordForm[];
  /** The numbers of the label in order: `70 100`. */
  readonly numbers: string;
  /** The label without all, and without each one, of its brackets. */
  readonly withoutBrackets: readonly LabelText[];
  /** The label written out, without diacritics. */
  readonly unmarked: string;
}

interface WordForm {
  readonly words: readonly string[];
  /** The words run together, so that a space too many or too few makes no difference. */
  readonly joined: string;
  readonly letters: LetterCounts;
}

/** How alike two labels are. */
export interface LabelLikeness {
  readonly kind: "same" | "slips" | "without-marks" | "without-notes" | "similar" | "different";
  /** Letters that differ (`slips`), or 0. */
  readonly slips: number;
  /** Share of common words, 0 to 1. */
  readonly share: number;
}

const DIFFERENT: LabelLikeness = { kind: "different", slips: 0, share: 0 };
const SAME: LabelLikeness = { kind: "same", slips: 0, share: 1 };
/** Below this share of common words two labels have nothing to do with one another. */
const SIMILAR_SHARE = 0.7;
const MAX_SLIPS = 4;
/** One slip in so many letters is usual at most. */
const LETTERS_PER_SLIP = 5;

export function labelText(text: string): LabelText {
  return { ...bareLabel(text), withoutBrackets: bracketless(text).map((rest) => bareLabel(rest)) };
}

function bareLabel(text: string): LabelText {
  const printed = wordsOf(text);
  const words = abbreviated(printed);
  const forms = wordForms([typedWords(text), printed, words, writtenOut(words)]);
  return {
    words,
    vocabulary: new Set(words),
    forms,
    numbers: words.filter(isNumberWord).join(" "),
    withoutBrackets: [],
    unmarked: withoutMarks(forms.at(-1)?.joined ?? ""),
  };
}

/** Forms of the same words are one, so that two labels need not be compared in them twice. */
function wordForms(each: readonly (readonly string[])[]): readonly WordForm[] {
  const forms: WordForm[] = [];
  for (const words of each) {
    const before = forms.at(-1);
    const same =
      before?.words.length === words.length && before.words.every((word, at) => word === words[at]);
    const joined = words.join("");
    forms.push(before !== undefined && same ? before : { words, joined, letters: letterCounts(joined) });
  }
  return forms;
}

const BRACKET = /\([^()]*(?:\)|$)/g;

function bracketless(text: string): readonly string[] {
  const brackets = [...text.matchAll(BRACKET)];
  if (brackets.length === 0) return [];
  const each = brackets.map(
    ({ index, 0: bracket }) => text.slice(0, index) + text.slice(index + bracket.length),
  );
  return [text.replace(BRACKET, " "), ...each].filter((rest) => wordsOf(rest).length > 0);
}

/** Compares a printed label with an indicator's. Numbers must agree: "mức độ 3" is not "mức độ 4". */
export function compareLabels(printed: LabelText, known: LabelText): LabelLikeness {
  if (printed.words.length === 0 || known.words.length === 0) return DIFFERENT;
  const whole = sameButSlips(printed, known);
  if (whole !== null) return whole;
  const note = withoutNotes(printed, known);
  if (note !== null) return note;
  const share = printed.numbers === known.numbers ? commonShare(printed, known) : 0;
  return share >= SIMILAR_SHARE ? { kind: "similar", slips: 0, share } : DIFFERENT;
}

function sameButSlips(a: LabelText, b: LabelText): LabelLikeness | null {
  if (a.forms.some((form, at) => form.joined === b.forms[at]?.joined)) return SAME;
  if (a.numbers !== b.numbers) return null;
  const slips = slipsBetween(a, b);
  if (slips !== null) return { kind: "slips", slips, share: 1 };
  return a.unmarked === b.unmarked ? { kind: "without-marks", slips: 0, share: 1 } : null;
}

/** One label is the other with a note in brackets more; two different notes make two rows. */
function withoutNotes(a: LabelText, b: LabelText): LabelLikeness | null {
  const found = [
    ...a.withoutBrackets.map((rest) => sameButSlips(rest, b)),
    ...b.withoutBrackets.map((rest) => sameButSlips(a, rest)),
  ].filter((likeness) => likeness !== null);
  const [first, ...more] = found;
  if (first === undefined) return null;
  const slips = Math.min(first.slips, ...more.map((likeness) => likeness.slips));
  return { kind: "without-notes", slips, share: 1 };
}

/** Letters that differ, where they are few enough for slips of the keyboard; null otherwise. */
function slipsBetween(a: LabelText, b: LabelText): number | null {
  let fewest = MAX_SLIPS + 1;
  for (const [at, form] of a.forms.entries()) {
    const other = b.forms[at];
    if (other === undefined || (form === a.forms[at - 1] && other === b.forms[at - 1])) continue;
    const sameCount = form.words.length === other.words.length;
    const most = sameCount ? MAX_SLIPS : MAX_SLIPS / 2;
    const shorter = Math.min(form.joined.length, other.joined.length);
    const limit = Math.min(most, Math.floor(shorter / LETTERS_PER_SLIP));
    if (limit === 0) continue;
    if (lettersApart(form.letters, other.letters) > limit) continue;
    const distance = editDistance(form.joined, other.joined, limit);
    if (distance > limit || (sameCount && !everyWordMistyped(form.words, other.words))) continue;
    fewest = Math.min(fewest, distance);
  }
  return fewest <= MAX_SLIPS ? fewest : null;
}

/** False when a word differs so much that another word is meant: "đúng" is not "quá" mistyped. */
function everyWordMistyped(a: readonly string[], b: readonly string[]): boolean {
  return a.every((word, at) => {
    const other = b[at] ?? "";
    // What is no word at all was certainly mistyped; a word may be another one.
    const share = isSyllable(word) || isNumberWord(word) ? 0.5 : 0.7;
    const limit = Math.max(1, Math.floor(Math.max(word.length, other.length) * share));
    return editDistance(word, other, limit) <= limit;
  });
}

/** Words of the longest common sequence, twice, over all words. */
function commonShare(a: LabelText, b: LabelText): number {
  const most = Math.min(a.words.filter((word) => b.vocabulary.has(word)).length, b.words.length);
  const total = a.words.length + b.words.length;
  if ((2 * most) / total < SIMILAR_SHARE) return 0;
  let old = new Array<number>(b.words.length + 1).fill(0);
  for (const word of a.words) {
    const row = [0];
    for (const [j, other] of b.words.entries()) {
      row.push(word === other ? (old[j] ?? 0) + 1 : Math.max(row[j] ?? 0, old[j + 1] ?? 0));
    }
    old = row;
  }
  return (2 * (old[b.words.length] ?? 0)) / total;
}
