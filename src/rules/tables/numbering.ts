import { once } from "../once.js";
import { brokenChains, type Misplaced, misplacedIn, strayedIn } from "./date-order.js";
import type { RegisteredDocument } from "./register.js";

/** Documents whose numbers may run on with one another, and what is wrong among them, each list by rows. */
export interface Numbering {
  /** By number, date and row. */
  readonly sorted: readonly RegisteredDocument[];
  readonly repeated: readonly Repeated[];
  readonly far: readonly FarNumber[];
  readonly misplaced: readonly Misplaced[];
}

/** A document that says of itself what another says, and that other one. */
export interface Repeated {
  readonly document: RegisteredDocument;
  readonly other: RegisteredDocument;
}

/** A document whose number lies far beyond all others of its type, with the next lower number. */
export interface FarNumber {
  readonly document: RegisteredDocument;
  readonly next: string;
}

/** True for a document that something speaks against, looked at by itself. */
export type Doubt = (document: RegisteredDocument) => boolean;

/** Documents by what their numbers run on with, each in the order of the rows. */
export function byNumbering(
  documents: readonly RegisteredDocument[],
): ReadonlyMap<string, readonly RegisteredDocument[]> {
  const found = new Map<string, RegisteredDocument[]>();
  for (const document of documents) once(found, document.numbering, () => []).push(document);
  return found;
}

/**
 * What is wrong among documents whose numbers may run on with one another.
 *
 * @param doubted what else speaks against a document than its number
 * @param known the same before some of them changed: what is still so is the same object
 */
export function numberingOf(
  documents: readonly RegisteredDocument[],
  doubted: Doubt,
  known: Numbering | null = null,
): Numbering {
  // One after the other, they are sorted at once: the fewer are out of place, the less there is to do.
  const sorted = [...documents].sort(inSeries);
  const repeats = repeatedIn(sorted);
  const far = farIn(sorted);
  const isRepeated = new Set(repeats.flatMap(({ document, other }) => [document, other]));
  const isFar = new Set(far.map(({ document }) => document));
  // What has no date has none out of order: all of them have one, or none.
  const isDated = sorted[0]?.date !== null;
  const chains = isDated ? brokenChains(sorted) : [];
  const misplaced = misplacedIn(chains, (one) => isRepeated.has(one) || isFar.has(one) || doubted(one));
  const told =
    repeats.length > 0
      ? toldAt(
          repeats,
          strayedIn(chains, (one) => isRepeated.has(one)),
        )
      : repeats;
  return {
    sorted,
    repeated: byRow(told),
    far: byRow(far),
    misplaced: sameAsBefore(byRow(misplaced), known?.misplaced ?? []),
  };
}

function inSeries(a: RegisteredDocument, b: RegisteredDocument): number {
  return a.number - b.number || a.serial - b.serial || a.row.row - b.row.row;
}

/** In the order of the rows. */
export function byRow<T extends { readonly document: RegisteredDocument }>(
  found: readonly T[],
): readonly T[] {
  return found.length < 2 ? found : [...found].sort((a, b) => a.document.row.row - b.document.row.row);
}

/**
 * Each document whose number another of its type has before it, with the first of them. A number counts
 * documents within one year (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 3 điểm a).
 */
function repeatedIn(sorted: readonly RegisteredDocument[]): readonly Repeated[] {
  const found: Repeated[] = [];
  let from = 0;
  for (let to = 1; to <= sorted.length; to++) {
    if (sorted[to]?.number === sorted[from]?.number) continue;
    if (to - from > 1) found.push(...repeatedAmong(sorted.slice(from, to)));
    from = to;
  }
  return found;
}

/** The same of documents with one number, which may still differ by type and by a letter behind it. */
function repeatedAmong(documents: RegisteredDocument[]): readonly Repeated[] {
  const first = new Map<string, RegisteredDocument>();
  documents.sort((a, b) => a.row.row - b.row.row);
  return documents.flatMap((document) => {
    const other = once(first, document.place, () => document);
    return other === document ? [] : [{ document, other }];
  });
}

/** Of the two that have one number it is told at the one that is out of order, else at the second. */
function toldAt(
  repeated: readonly Repeated[],
  strayed: ReadonlySet<RegisteredDocument>,
): readonly Repeated[] {
  return repeated.map((one) =>
    strayed.has(one.other) && !strayed.has(one.document) ? { document: one.other, other: one.document } : one,
  );
}

/** A series shows its size from so many documents on. */
const ENOUGH_TO_JUDGE = 5;
const FAR = 3;
const FAR_AT_LEAST = 50;

/** Numbers far beyond all others of their type: a digit too many, or somebody else's number. */
function farIn(sorted: readonly RegisteredDocument[]): readonly FarNumber[] {
  const counts = new Map<string, number>();
  for (const { type } of sorted) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].flatMap(([type, count]) => {
    if (count < ENOUGH_TO_JUDGE) return [];
    const highest = sorted.findLast((document) => document.type === type);
    const next = sorted.findLast((document) => document.type === type && document !== highest);
    if (highest === undefined || next === undefined) return [];
    const isFar = highest.number > FAR * next.number + FAR_AT_LEAST;
    return isFar ? [{ document: highest, next: next.numberText }] : [];
  });
}

/** The findings of before where they say the same: what was made of them is still good. */
function sameAsBefore(found: readonly Misplaced[], known: readonly Misplaced[]): readonly Misplaced[] {
  if (found.length === 0 || known.length === 0) return found;
  const earlier = new Map(known.map((one) => [one.document, one]));
  return found.map((one) => {
    const before = earlier.get(one.document);
    return before !== undefined && before.before === one.before && before.after === one.after ? before : one;
  });
}
