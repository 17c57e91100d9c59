import { labelColumn } from "../../forms/tables.js";
import type { TableReport, TableRow } from "../../report/table-report.js";
import { type Day, shortDay, toSerial } from "../../values/day.js";
import { plainWords } from "../../values/words.js";
import { readingIn } from "./numbers.js";

/** A document of the register, as far as its row says what it is. */
export interface RegisteredDocument {
  readonly row: TableRow;
  readonly type: string;
  /** Its number, and all of it as written: with a zero under 10, a letter behind (`08`, `59a`). */
  readonly number: number;
  readonly numberText: string;
  readonly date: Day | null;
  /** Who issued it: documents of different bodies are numbered apart. */
  readonly issuer: string;
  /** The same as written, and its symbol in plain words. */
  readonly issuerText: string;
  readonly symbol: string;
  /** What it is about, in plain words. */
  readonly subject: string;
  /** `Quyết định số 59/QĐ-UBND` */
  readonly name: string;
}

/** The documents of a register that have a type and a number, in the order of the rows. */
export function registeredDocuments(report: TableReport): readonly RegisteredDocument[] {
  const { register } = report.table;
  if (register === undefined) return [];
  const subject = report.table.cites?.subject ?? labelColumn(report.table)?.id ?? "";
  return report.rows.flatMap((row) => {
    const text = (id: string) => {
      const reading = readingIn(row.cells, id);
      return reading.kind === "text" ? reading.text : "";
    };
    const number = /^\s*(\d+)([\p{L}]?)/u.exec(text(register.number));
    const type = text(register.type);
    if (number === null || type === "") return [];
    const [, digits = "", letter = ""] = number;
    const written = documentNumber(Number(digits));
    const symbol = text(register.symbol);
    const date = row.cells.get(register.date)?.reading;
    return [
      {
        row,
        type: plainWords(type),
        number: Number(digits),
        numberText: `${written}${letter.toLowerCase()}`,
        date: date?.kind === "date" ? date.day : null,
        issuerText: text(register.issuer),
        symbol: plainWords(symbol),
        subject: plainWords(text(subject)),
        // The council's documents have their own numbers, whoever keeps the register.
        issuer: `${plainWords(text(register.issuer))} ${/HĐND/iu.test(symbol) ? "hđnd" : ""}`.trim(),
        name: `${type} số ${written}${letter}${symbol === "" ? "" : `/${symbol}`}`,
      },
    ];
  });
}

/** Numbers under 10 are written with a zero, as the decree writes days. */
function documentNumber(number: number): string {
  return String(number).padStart(2, "0");
}

/**
 * For each document whose number another of its type and issuer has before it in the same year: that
 * other one. A number counts documents within one year (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I,
 * Mục II, khoản 3 điểm a).
 */
export function repeatedNumbers(
  documents: readonly RegisteredDocument[],
): ReadonlyMap<RegisteredDocument, RegisteredDocument> {
  const first = new Map<string, RegisteredDocument>();
  const repeated = new Map<RegisteredDocument, RegisteredDocument>();
  for (const document of documents) {
    const year = document.date?.year ?? "";
    const key = [document.type, document.issuer, document.numberText, year].join("|");
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, document);
    else repeated.set(document, earlier);
  }
  return repeated;
}

/**
 * For each document of which another says the same type, number, symbol and day, but another issuer:
 * that other one. Only where both have a symbol and a day: bare numbers meet by chance.
 */
export function twiceIssued(
  documents: readonly RegisteredDocument[],
  organization: string,
): ReadonlyMap<RegisteredDocument, RegisteredDocument> {
  // Whoever keeps the register may leave herself out.
  const own = plainWords(organization);
  const issuerOf = ({ issuer }: RegisteredDocument) => (issuer === own ? "" : issuer);
  const first = new Map<string, RegisteredDocument>();
  const found = new Map<RegisteredDocument, RegisteredDocument>();
  for (const document of documents) {
    const { type, numberText, symbol, date } = document;
    if (symbol === "" || date === null) continue;
    const key = [type, numberText, symbol, toSerial(date)].join("|");
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, document);
    else if (issuerOf(earlier) !== issuerOf(document)) found.set(document, earlier);
  }
  return found;
}

/** A document out of order, with its neighbours in the series; null at the ends. */
interface Misplaced {
  readonly document: RegisteredDocument;
  readonly before: string | null;
  readonly after: string | null;
}

/** Types that every office numbers apart; how it numbers the others is for its own records office to say. */
const OWN_SERIES = ["nghị quyết", "quyết định", "chỉ thị"];
/** So unlikely must the order of an office's numbers and dates be, if it numbered by type, to say that it does not. */
const BY_CHANCE = 0.001;

/**
 * The documents that must move for the dates of each series to follow its numbers: as few as
 * possible. Resolutions, decisions and directives have series of their own; whether the rest shares
 * one, as in many communes, or is numbered by type, the dates themselves tell.
 */
export function misplacedDocuments(documents: readonly RegisteredDocument[]): readonly Misplaced[] {
  const dated = documents.filter(({ date }) => date !== null);
  const byIssuer = groups(dated, ({ issuer, date }) => `${issuer}|${date?.year}`);
  return byIssuer.flatMap((all) => {
    const own = all.filter(({ type }) => OWN_SERIES.includes(type));
    const rest = all.filter(({ type }) => !OWN_SERIES.includes(type));
    const series = isOneSeries(rest) ? [rest] : groups(rest, ({ type }) => type);
    return [...groups(own, ({ type }) => type), ...series].flatMap(outOfOrder);
  });
}

/**
 * True when documents of several types are numbered as one series: no number occurs twice, and
 * neighbours of different types follow one another by date far more often than numbers that know
 * nothing of one another would.
 */
function isOneSeries(documents: readonly RegisteredDocument[]): boolean {
  const sorted = [...documents].sort((a, b) => a.number - b.number || serial(a) - serial(b));
  let told = 0;
  let against = 0;
  for (const [index, document] of sorted.entries()) {
    const next = sorted[index + 1];
    if (next === undefined || next.type === document.type) continue;
    if (next.number === document.number) return false;
    const days = serial(next) - serial(document);
    if (days === 0) continue;
    told += 1;
    if (days < 0) against += 1;
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

function groups(
  documents: readonly RegisteredDocument[],
  keyOf: (document: RegisteredDocument) => string,
): readonly (readonly RegisteredDocument[])[] {
  const found = new Map<string, RegisteredDocument[]>();
  for (const document of documents) {
    const key = keyOf(document);
    const group = found.get(key);
    if (group === undefined) found.set(key, [document]);
    else group.push(document);
  }
  return [...found.values()];
}

/**
 * Documents whose number lies far beyond all others of their type and issuer in the year, with the next
 * lower number: a digit too many, or somebody else's number.
 */
export function farNumbers(
  documents: readonly RegisteredDocument[],
): readonly { readonly document: RegisteredDocument; readonly next: string }[] {
  const series = groups(documents, ({ type, issuer, date }) => `${type}|${issuer}|${date?.year ?? ""}`);
  return series.flatMap((all) => {
    const sorted = [...all].sort((a, b) => b.number - a.number);
    const [highest, next] = sorted;
    if (all.length < ENOUGH_TO_JUDGE || highest === undefined || next === undefined) return [];
    const far = highest.number > FAR * next.number + FAR_AT_LEAST;
    return far ? [{ document: highest, next: next.numberText }] : [];
  });
}

/** A series shows its size from so many documents on. */
const ENOUGH_TO_JUDGE = 5;
const FAR = 3;
const FAR_AT_LEAST = 50;

/** What is left outside the likeliest chain in which dates never fall while numbers rise. */
function outOfOrder(documents: readonly RegisteredDocument[]): readonly Misplaced[] {
  const sorted = [...documents].sort((a, b) => a.number - b.number || serial(a) - serial(b));
  const kept = likeliestChain(sorted);
  return sorted.flatMap((document, index) => {
    if (kept.includes(index)) return [];
    const before = sorted[kept.findLast((position) => position < index) ?? -1];
    const after = sorted[kept.find((position) => position > index) ?? -1];
    return [{ document, before: nameWithDate(before), after: nameWithDate(after) }];
  });
}

/**
 * The longest chain; where it is a matter of one document or another, the one whose date fits its
 * number better stays. (Numbers 323 of 19 July, 332 of 21 July, 376 of 19 July, 389 of 17 August: of
 * 332 and 376 it is 376 that cannot be right.)
 */
function likeliestChain(sorted: readonly RegisteredDocument[]): readonly number[] {
  const dates = sorted.map(serial);
  let chain = longestRising(dates);
  for (const index of sorted.keys()) {
    if (chain.includes(index)) continue;
    const rivals = chain.filter((other) =>
      other < index ? at(dates, other) > at(dates, index) : at(dates, other) < at(dates, index),
    );
    const [rival, ...more] = rivals;
    if (rival === undefined || more.length > 0) continue;
    const before = chain.findLast((other) => other < Math.min(index, rival));
    const after = chain.find((other) => other > Math.max(index, rival));
    if (before === undefined || after === undefined) continue;
    const strayed = (document: number) => deviation(sorted, before, document, after);
    if (strayed(index) < strayed(rival))
      chain = [...chain.filter((other) => other !== rival), index].sort((a, b) => a - b);
  }
  return chain;
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
  return Math.abs(serial(first) + share * (serial(last) - serial(first)) - serial(own));
}

function at(numbers: readonly number[], index: number): number {
  return numbers[index] ?? 0;
}

function serial({ date }: RegisteredDocument): number {
  return date === null ? 0 : toSerial(date);
}

function nameWithDate(document: RegisteredDocument | undefined): string | null {
  if (document === undefined || document.date === null) return null;
  return `số ${document.numberText} ngày ${shortDay(document.date)}`;
}

/** Positions of the longest subsequence that never falls, by patience sorting. */
function longestRising(values: readonly number[]): readonly number[] {
  const tops: number[] = [];
  const before: number[] = [];
  values.forEach((value, index) => {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tops[middle] ?? 0] ?? 0) <= value) low = middle + 1;
      else high = middle;
    }
    before[index] = tops[low - 1] ?? -1;
    tops[low] = index;
  });
  const chain: number[] = [];
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) chain.push(at);
  return chain.reverse();
}
