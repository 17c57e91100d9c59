import { once } from "../once.js";
import { numberWithDate, type RegisteredDocument } from "./register.js";

/** A document out of order, with its neighbours in the series; null at the ends. */
export interface Misplaced {
  readonly document: RegisteredDocument;
  readonly before: string | null;
  readonly after: string | null;
}

/** So unlikely must the order of an office's numbers and dates be, if it numbered by type, to say that it does not. */
const BY_CHANCE = 0.001;

/** Documents of one series by number and date, some of them out of order, with the positions of the likeliest chain. */
interface Chain {
  readonly sorted: readonly RegisteredDocument[];
  readonly dates: readonly number[];
  readonly likeliest: readonly number[];
}

/**
 * The series in which dates do not follow numbers. Whether documents of several types share one series, as
 * in many communes, or are numbered by type, the dates themselves tell.
 *
 * @param sorted documents with dates whose numbers may run on, by number and date
 */
export function brokenChains(sorted: readonly RegisteredDocument[]): readonly Chain[] {
  if (isInOrder(sorted)) return [];
  const series = isOneSeries(sorted) ? [sorted] : byType(sorted);
  return series.flatMap((all) => {
    const dates = all.map(({ serial }) => serial);
    const likeliest = likeliestChain(all, dates);
    return likeliest.length === all.length ? [] : [{ sorted: all, dates, likeliest }];
  });
}

/**
 * The documents that must move for dates to follow numbers: as few as possible.
 *
 * @param doubted true for documents whose number or date something else speaks against: where as few would
 * do, they move and not their neighbours
 */
export function misplacedIn(
  chains: readonly Chain[],
  doubted: (document: RegisteredDocument) => boolean = () => false,
): readonly Misplaced[] {
  const found: Misplaced[] = [];
  for (const chain of chains) {
    eachMisplaced(chain, doubted, (document, before, after) => {
      found.push({ document, before: numberWithDate(before), after: numberWithDate(after) });
    });
  }
  return found;
}

/** The same without what stands beside them. */
export function strayedIn(
  chains: readonly Chain[],
  doubted: (document: RegisteredDocument) => boolean,
): ReadonlySet<RegisteredDocument> {
  const found = new Set<RegisteredDocument>();
  for (const chain of chains) eachMisplaced(chain, doubted, (document) => found.add(document));
  return found;
}

/** Where all dates follow the numbers, they do so in each type, too. */
function isInOrder(sorted: readonly RegisteredDocument[]): boolean {
  let last = Number.NEGATIVE_INFINITY;
  for (const { serial } of sorted) {
    if (serial < last) return false;
    last = serial;
  }
  return true;
}

function byType(documents: readonly RegisteredDocument[]): readonly (readonly RegisteredDocument[])[] {
  const found = new Map<string, RegisteredDocument[]>();
  for (const document of documents) once(found, document.type, () => []).push(document);
  return [...found.values()];
}

/**
 * True when documents of several types are numbered as one series: no number occurs twice, and
 * neighbours of different types follow one another by date far more often than numbers that know
 * nothing of one another would.
 */
function isOneSeries(sorted: readonly RegisteredDocument[]): boolean {
  let told = 0;
  let against = 0;
  let document: RegisteredDocument | null = null;
  for (const next of sorted) {
    if (document !== null && next.type !== document.type) {
      if (next.number === document.number) return false;
      if (next.serial !== document.serial) told += 1;
      if (next.serial < document.serial) against += 1;
    }
    document = next;
  }
  return chanceOfAtMost(against, told) < BY_CHANCE;
}

/** How likely it is to toss a coin so often and see tails no oftener than that. */
function chanceOfAtMost(tails: number, tosses: number): number {
  let ways = 1;
  let sum = 0;
  for (let k = 0; k <= tails; k++) {
    sum += ways;
    ways = (ways * (tosses - k)) / (k + 1);
  }
  return sum / 2 ** tosses;
}

/** Tells what is left outside the chain that stays, with the documents of it before and behind. */
function eachMisplaced(
  { sorted, dates, likeliest }: Chain,
  doubted: (document: RegisteredDocument) => boolean,
  tell: (
    document: RegisteredDocument,
    before: RegisteredDocument | undefined,
    after: RegisteredDocument | undefined,
  ) => void,
): void {
  const trusted = trustedChain(dates, sorted.map(doubted));
  const kept = trusted.length === likeliest.length ? trusted : likeliest;
  // How many of the chain stand before a document.
  let place = 0;
  sorted.forEach((document, index) => {
    if (place < kept.length && kept[place] === index) {
      place += 1;
      return;
    }
    const before = place > 0 ? sorted[at(kept, place - 1, 0)] : undefined;
    const after = place < kept.length ? sorted[at(kept, place, 0)] : undefined;
    tell(document, before, after);
  });
}

/**
 * Positions of the longest chain; where it is a matter of one document or another, the one whose date fits
 * its number better stays. (Numbers 323 of 19 July, 332 of 21 July, 376 of 19 July, 389 of 17 August: of
 * 332 and 376 it is 376 that cannot be right.)
 */
function likeliestChain(sorted: readonly RegisteredDocument[], dates: readonly number[]): readonly number[] {
  const chain = longestRising(dates);
  if (chain.length === sorted.length) return chain;
  let place = 0;
  for (let index = 0; index < sorted.length; index++) {
    while (at(chain, place, sorted.length) < index) place += 1;
    if (chain[place] === index) continue;
    const rival = onlyRival(chain, place, index, dates);
    const [before, after] =
      rival < place ? [chain[place - 2], chain[place]] : [chain[place - 1], chain[place + 1]];
    if (rival < 0 || before === undefined || after === undefined) continue;
    // Nothing else of the chain stands between the two: one takes the other's place.
    const ownGap = deviation(sorted, before, index, after);
    if (ownGap < deviation(sorted, before, at(chain, rival, 0), after)) chain[rival] = index;
  }
  return chain;
}

/**
 * The place in the chain of the one document of it that contradicts another; -1 where none does, or more.
 *
 * @param place how many of the chain stand before that other one
 */
function onlyRival(chain: readonly number[], place: number, index: number, dates: readonly number[]): number {
  const own = at(dates, index, 0);
  // The dates of a chain never fall: who contradicts stands next to it, on one side or the other.
  const before = dateAt(chain, place - 1, dates, own) > own;
  const after = dateAt(chain, place, dates, own) < own;
  if (before === after) return -1;
  if (before) return dateAt(chain, place - 2, dates, own) > own ? -1 : place - 1;
  return dateAt(chain, place + 1, dates, own) < own ? -1 : place;
}

/** The date at a place of the chain. */
function dateAt(
  chain: readonly number[],
  place: number,
  dates: readonly number[],
  otherwise: number,
): number {
  return place >= 0 && place < chain.length ? at(dates, at(chain, place, 0), otherwise) : otherwise;
}

/**
 * Positions of the chain of those that nothing else speaks against, with the others as far as they fit in;
 * empty where they contradict one another.
 */
function trustedChain(dates: readonly number[], doubted: readonly boolean[]): readonly number[] {
  const sure: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < dates.length; index++) {
    if (doubted[index] === true) continue;
    const date = at(dates, index, 0);
    if (date < last) return [];
    last = date;
    sure.push(index);
  }
  const chain: number[] = [];
  let next = 0;
  let ceiling = dateOf(sure, next, dates);
  last = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < dates.length; index++) {
    const date = at(dates, index, 0);
    if (doubted[index] !== true) {
      next += 1;
      ceiling = dateOf(sure, next, dates);
    } else if (date < last || date > ceiling) {
      continue;
    }
    chain.push(index);
    last = date;
  }
  return chain;
}

/** The date of one of some positions; later than all where there is none. */
function dateOf(positions: readonly number[], place: number, dates: readonly number[]): number {
  const none = Number.POSITIVE_INFINITY;
  // An array is slow to say that it has nothing beyond its ends.
  return place < positions.length ? at(dates, at(positions, place, 0), none) : none;
}

/** Days between a document's date and the one that its number suggests between two others. */
function deviation(
  sorted: readonly RegisteredDocument[],
  before: number,
  document: number,
  after: number,
): number {
  const [first, own, last] = [sorted[before], sorted[document], sorted[after]];
  if (first === undefined || own === undefined || last === undefined) return 0;
  const share = (own.number - first.number) / Math.max(1, last.number - first.number);
  return Math.abs(first.serial + share * (last.serial - first.serial) - own.serial);
}

function at(numbers: readonly number[], index: number, otherwise: number): number {
  return numbers[index] ?? otherwise;
}

/** Positions of the longest subsequence that never falls, by patience sorting. */
function longestRising(values: readonly number[]): number[] {
  const tops: number[] = [];
  const before: number[] = [];
  let highest = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < values.length; index++) {
    const value = at(values, index, 0);
    // Most follow what was there already.
    let low = value >= highest ? tops.length : 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at(values, at(tops, middle, 0), 0) <= value) low = middle + 1;
      else high = middle;
    }
    before.push(low === 0 ? -1 : at(tops, low - 1, -1));
    if (low === tops.length) tops.push(index);
    else tops[low] = index;
    if (low === tops.length - 1) highest = value;
  }
  const chain: number[] = [];
  for (let last = tops.at(-1) ?? -1; last >= 0; last = at(before, last, -1)) chain.push(last);
  return chain.reverse();
}
