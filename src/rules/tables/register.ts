import type { Table } from "../../forms/table-schema.js";
import { labelColumn } from "../../forms/tables.js";
import type { TableReport, TableRow } from "../../report/table-report.js";
import { type Day, shortDay, toSerial } from "../../values/day.js";
import { plainWords } from "../../values/words.js";
import { once } from "../once.js";
import { readingIn } from "./numbers.js";

/** A document of the register, as far as its row says what it is. */
interface WrittenDocument {
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

/** The same with what it is compared by, worked out once. */
export interface RegisteredDocument extends WrittenDocument {
  /** Its day as a number; 0 without a date. */
  readonly serial: number;
  /** As keys: its issuer and year, the same with its type, and with its number too. */
  readonly office: string;
  readonly series: string;
  readonly place: string;
  /** As a key what tells it from all others, whoever issued it; null without a symbol or a date. */
  readonly issued: string | null;
}

/** The documents of a register that have a type and a number, in the order of the rows. */
export function registeredDocuments({ table, rows }: TableReport): readonly RegisteredDocument[] {
  return rows.flatMap((row) => registeredDocument(row, table) ?? []);
}

/** The column that says what a document is about; null in a table that has none. */
export function subjectColumn(table: Table): string | null {
  return table.cites?.subject ?? labelColumn(table)?.id ?? null;
}

/** The document in a row of a register; null where the row names none by type and number. */
export function registeredDocument(row: TableRow, table: Table): RegisteredDocument | null {
  const { register } = table;
  if (register === undefined) return null;
  const number = /^\s*(\d+)([\p{L}]?)/u.exec(textIn(row, register.number));
  const type = textIn(row, register.type);
  if (number === null || type === "") return null;
  const [, digits = "", letter = ""] = number;
  const written = documentNumber(Number(digits));
  const symbol = textIn(row, register.symbol);
  const plainSymbol = plainWords(symbol);
  const date = row.cells.get(register.date)?.reading;
  const issuerText = textIn(row, register.issuer);
  return inSeries({
    row,
    type: plainWords(type),
    number: Number(digits),
    numberText: `${written}${letter.toLowerCase()}`,
    date: date?.kind === "date" ? date.day : null,
    issuerText,
    symbol: plainSymbol,
    subject: plainWords(textIn(row, subjectColumn(table) ?? "")),
    // The council's documents have their own numbers, whoever keeps the register.
    issuer: `${plainWords(issuerText)} ${plainSymbol.includes("hđnd") ? "hđnd" : ""}`.trim(),
    name: `${type} số ${written}${letter}${symbol === "" ? "" : `/${symbol}`}`,
  });
}

/** The words in a cell of a row; an empty string where there are none. */
export function textIn({ cells }: TableRow, column: string): string {
  const reading = readingIn(cells, column);
  return reading.kind === "text" ? reading.text : "";
}

/** A document with what it is compared by. Field by field: a copy by spreading takes longer than all the rest. */
export function inSeries(document: WrittenDocument): RegisteredDocument {
  const { row, type, number, numberText, date, issuer, issuerText, symbol, subject, name } = document;
  const serial = date === null ? 0 : toSerial(date);
  const office = `${issuer}|${date?.year ?? ""}`;
  const series = `${type}|${office}`;
  const place = `${series}|${numberText}`;
  const issued = symbol === "" || date === null ? null : `${type}|${numberText}|${symbol}|${serial}`;
  return {
    row,
    type,
    number,
    numberText,
    date,
    issuer,
    issuerText,
    symbol,
    subject,
    name,
    serial,
    office,
    series,
    place,
    issued,
  };
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
  return once(repeatedIn, documents, () => {
    const first = new Map<string, RegisteredDocument>();
    const repeated = new Map<RegisteredDocument, RegisteredDocument>();
    for (const document of documents) {
      const earlier = first.get(document.place);
      if (earlier === undefined) first.set(document.place, document);
      else repeated.set(document, earlier);
    }
    return repeated;
  });
}

/** Two rules ask the same of one list of documents, and the list is another with each evaluation. */
const repeatedIn = new WeakMap<
  readonly RegisteredDocument[],
  ReadonlyMap<RegisteredDocument, RegisteredDocument>
>();

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
    if (document.issued === null) continue;
    const earlier = first.get(document.issued);
    if (earlier === undefined) first.set(document.issued, document);
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
 *
 * @param doubted true for documents whose number or date something else speaks against: where as few would
 * do, they move and not their neighbours
 */
export function misplacedDocuments(
  documents: readonly RegisteredDocument[],
  doubted: (document: RegisteredDocument) => boolean = () => false,
): readonly Misplaced[] {
  const dated = documents.filter(({ date }) => date !== null);
  const byIssuer = groups(dated, ({ office }) => office);
  return byIssuer.flatMap((all) => {
    const own = all.filter(({ type }) => OWN_SERIES.includes(type));
    const rest = all.filter(({ type }) => !OWN_SERIES.includes(type));
    const series = isOneSeries(rest) ? [rest] : groups(rest, ({ type }) => type);
    return [...groups(own, ({ type }) => type), ...series].flatMap((all) => outOfOrder(all, doubted));
  });
}

/** The documents whose numbers may run on with those of some others. */
export function besideThem(
  documents: readonly RegisteredDocument[],
  some: readonly RegisteredDocument[],
): readonly RegisteredDocument[] {
  const keyOf = ({ office, type }: RegisteredDocument) =>
    OWN_SERIES.includes(type) ? `${office}|${type}` : office;
  const keys = new Set(some.map(keyOf));
  return documents.filter((document) => keys.has(keyOf(document)));
}

/**
 * True when documents of several types are numbered as one series: no number occurs twice, and
 * neighbours of different types follow one another by date far more often than numbers that know
 * nothing of one another would.
 */
function isOneSeries(documents: readonly RegisteredDocument[]): boolean {
  const sorted = [...documents].sort((a, b) => a.number - b.number || a.serial - b.serial);
  let told = 0;
  let against = 0;
  for (const [index, document] of sorted.entries()) {
    const next = sorted[index + 1];
    if (next === undefined || next.type === document.type) continue;
    if (next.number === document.number) return false;
    const days = next.serial - document.serial;
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
export function farNumbers(documents: readonly RegisteredDocument[]): readonly FarNumber[] {
  return once(farIn, documents, () => lookFar(documents));
}

interface FarNumber {
  readonly document: RegisteredDocument;
  readonly next: string;
}

const farIn = new WeakMap<readonly RegisteredDocument[], readonly FarNumber[]>();

function lookFar(documents: readonly RegisteredDocument[]): readonly FarNumber[] {
  const series = groups(documents, ({ series }) => series);
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
function outOfOrder(
  documents: readonly RegisteredDocument[],
  doubted: (document: RegisteredDocument) => boolean,
): readonly Misplaced[] {
  const sorted = [...documents].sort((a, b) => a.number - b.number || a.serial - b.serial);
  const likeliest = likeliestChain(sorted);
  if (likeliest.length === sorted.length) return [];
  const trusted = trustedChain(sorted, doubted);
  const kept = trusted.length === likeliest.length ? trusted : likeliest;
  const inOrder = new Set(kept);
  return sorted.flatMap((document, index) => {
    if (inOrder.has(index)) return [];
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
  const dates = sorted.map(({ serial }) => serial);
  let chain = longestRising(dates);
  if (chain.length === sorted.length) return chain;
  const inChain = new Set(chain);
  for (const index of sorted.keys()) {
    if (inChain.has(index)) continue;
    const rivals = chain.filter((other) =>
      other < index ? at(dates, other) > at(dates, index) : at(dates, other) < at(dates, index),
    );
    const [rival, ...more] = rivals;
    if (rival === undefined || more.length > 0) continue;
    const before = chain.findLast((other) => other < Math.min(index, rival));
    const after = chain.find((other) => other > Math.max(index, rival));
    if (before === undefined || after === undefined) continue;
    const strayed = (document: number) => deviation(sorted, before, document, after);
    // Nothing else of the chain stands between the two: one takes the other's place.
    if (strayed(index) < strayed(rival)) {
      chain = chain.map((other) => (other === rival ? index : other));
      inChain.add(index);
      inChain.delete(rival);
    }
  }
  return chain;
}

/**
 * The chain of those that nothing else speaks against, with the others as far as they fit in; empty where
 * they contradict one another.
 */
function trustedChain(
  sorted: readonly RegisteredDocument[],
  doubted: (document: RegisteredDocument) => boolean,
): readonly number[] {
  const dates = sorted.map(({ serial }) => serial);
  const sure = sorted.flatMap((document, index) => (doubted(document) ? [] : [index]));
  if (sure.some((index, place) => place > 0 && at(dates, index) < at(dates, at(sure, place - 1)))) return [];
  const chain: number[] = [];
  let next = 0;
  for (const index of sorted.keys()) {
    const isSure = sure[next] === index;
    if (isSure) next += 1;
    const [before, after] = [chain.at(-1), sure[next]];
    const follows = before === undefined || at(dates, index) >= at(dates, before);
    const leads = after === undefined || at(dates, index) <= at(dates, after);
    if (isSure || (follows && leads)) chain.push(index);
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
  return Math.abs(first.serial + share * (last.serial - first.serial) - own.serial);
}

function at(numbers: readonly number[], index: number): number {
  return numbers[index] ?? 0;
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
