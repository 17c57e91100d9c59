import { eachIndicator, findIndicator, isAmount, printedUnit } from "../../forms/indicators.js";
import { isNumberColumn } from "../../forms/tables.js";
import type { Report } from "../../report/report.js";
import { isoDay } from "../../values/day.js";
import { keyOf } from "../each.js";
import { originKey } from "../origin.js";
import { periodWords } from "../period-words.js";
import { recordsOf } from "../table-facts.js";
import type { FieldSource } from "./field.js";
import type { Mention } from "./mentions.js";
import { moneyUnitOf } from "./money-unit.js";
import { resolveSource, type SourceState, statesNumber } from "./resolve.js";
import shortForms from "./short-forms.json" with { type: "json" };
import { sourceLabel } from "./source-words.js";

/** A source that a mention could be joined to. It is offered, never joined. */
export interface Offer {
  readonly source: FieldSource;
  readonly state: Exclude<SourceState, { readonly kind: "unknown" }>;
  /** How well the words fit, from 0. */
  readonly fit: number;
}

/** What a report has to offer, read once for all mentions. */
interface OfferBook {
  readonly report: Report;
  /** The report that her words were written for: an earlier one's for text that she has not read again. */
  readonly writtenFor: Report;
  readonly numbers: readonly NumberOffer[];
  /** How telling a word is: rare ones more. */
  readonly weights: ReadonlyMap<string, number>;
}

interface NumberOffer {
  readonly source: FieldSource;
  readonly words: readonly string[];
  readonly unit: string;
  readonly percent: boolean;
  /** Đồng in one of it; null for what is no money. */
  readonly money: number | null;
  /** What the source said in the report that the words were written for. */
  readonly stated: number | null;
}

/** A mention with what stands around it. */
export interface MentionPlace {
  readonly line: string;
  readonly mention: Mention;
  /** The other mentions of the line: what stands beyond them is about something else. */
  readonly others: readonly Mention[];
  /** Words of the section's heading, which tell nothing within it. */
  readonly heading: string;
  /** Keys of the cells that the section's own sentences tell. */
  readonly told: ReadonlySet<string>;
}

/** At most as many are offered: more would be no help. */
const MOST = 3;
/** Numbers that many cells hold say nothing by themselves: their words must fit better. */
const COMMON = 20;
const FIT = { least: 0.15, common: 0.34, question: 0.5 } as const;
/** What a fitting unit and a fitting section add. */
const BONUS = { unit: 0.2, section: 0.15 } as const;
/** Parts of the whole that forms do not count: never the whole. */
const PARTS = /công an|quân sự|lĩnh vực|dự phòng/iu;

const EMPTY_WORDS = new Set(
  "số lượng tổng tỷ lệ của các được đã và theo trong tại cho với do từ đến có là về trên những".split(" "),
);

const SHORT_FORMS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(shortForms).map(([short, long]) => [short, long.split(" ")]),
);

/**
 * Reads everything that her text could tell.
 *
 * @param computed remainders, sums and shares that the report tells besides its cells
 */
export function offerBook(
  report: Report,
  computed: readonly FieldSource[],
  writtenFor: Report = report,
): OfferBook {
  const sources = [...rowSources(report), ...tableSources(report), ...computed];
  const numbers = sources.map((source): NumberOffer => {
    const indicator = source.kind === "row" ? findIndicator(report.edition, source) : null;
    const then = resolveSource(source, writtenFor);
    return {
      source,
      words: wordsOf(withoutAsides(sourceLabel(source, report.edition))),
      unit: indicator === null ? "" : printedUnit(indicator).toLowerCase(),
      percent: indicator?.kind === "ratio" || isPercent(source, report),
      money: moneyUnitOf(source, report.edition),
      stated: then.kind === "number" ? then.fact.argument.fact.value : null,
    };
  });
  const counts = new Map<string, number>();
  for (const { words } of numbers) {
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const weights = new Map(
    [...counts].map(([word, count]) => [word, Math.log(1 + numbers.length / count)] as const),
  );
  return { report, writtenFor, numbers, weights };
}

/** What a mention may be joined to, the best first; at most three. */
export function offersFor(place: MentionPlace, book: OfferBook): readonly Offer[] {
  const { mention } = place;
  switch (mention.kind) {
    case "number":
    case "percent":
    case "money":
    case "none": {
      const least = mention.value < COMMON || mention.value === 100 ? FIT.common : FIT.least;
      return ranked(
        book.numbers
          .filter((offer) => ofKind(offer, mention) && isStated(offer, mention))
          .map((offer) => ({ source: offer.source, fit: fitOf(offer, place, book) }))
          .filter(({ fit }) => fit >= least),
        book,
      );
    }
    case "period": {
      const { period, next } = periodWords(book.writtenFor.info);
      const said = mention.text.toLocaleLowerCase("vi");
      if (said === period.toLocaleLowerCase("vi"))
        return ranked([{ source: { kind: "period", which: "this" }, fit: 1 }], book);
      return said === next.toLocaleLowerCase("vi")
        ? ranked([{ source: { kind: "period", which: "next" }, fit: 1 }], book)
        : [];
    }
    case "year": {
      const { year } = book.writtenFor.info;
      const offset = year === null ? null : mention.year - year;
      return offset === null || Math.abs(offset) > 1
        ? []
        : ranked([{ source: { kind: "year", offset }, fit: 1 }], book);
    }
    case "day": {
      const { from, to } = book.writtenFor.info;
      const days = [
        ["from", from],
        ["to", to],
      ] as const;
      const said = isoDay(mention.day);
      return ranked(
        days.flatMap(([which, day]) =>
          day !== null && isoDay(day) === said ? [{ source: { kind: "day", which } as const, fit: 1 }] : [],
        ),
        book,
      );
    }
  }
}

/**
 * The cell that a number seems to speak of and contradicts: its words fit well, it stands where the
 * section tells that cell, and the cell holds another number. Null where nothing of the kind is seen,
 * or a cell with her number fits as well.
 */
export function contradictionOf(place: MentionPlace, book: OfferBook): Offer | null {
  const { mention, told, line } = place;
  if (book.writtenFor !== book.report) return null;
  if (mention.kind !== "number" && mention.kind !== "money" && mention.kind !== "none") return null;
  const around = contextOf(place);
  if (PARTS.test(around)) return null;
  const agreeing = Math.max(0, ...offersFor(place, book).map(({ fit }) => fit));
  const found = book.numbers
    .filter((offer) => {
      const { source, stated } = offer;
      if (!ofKind(offer, mention) || stated === null || isStated(offer, mention)) return false;
      if (source.kind !== "row" || !told.has(originKey({ ...source, kind: "indicator" }))) return false;
      return isOfUnit(line, mention, offer);
    })
    .map((offer) => ({ source: offer.source, fit: fitOf(offer, place, book, false) }))
    .filter(({ fit }) => fit >= FIT.question && fit > agreeing);
  return ranked(found, book)[0] ?? null;
}

/** Shares stand for shares, and what is named as money for money. */
function ofKind({ percent, money }: NumberOffer, { kind }: Mention): boolean {
  if (kind === "money") return money !== null;
  return percent === (kind === "percent") && !(kind === "none" && money !== null);
}

/** True where a mention says what the source says. */
function isStated({ stated, money }: NumberOffer, mention: Mention): boolean {
  if (stated === null) return false;
  return mention.kind === "none" ? stated === 0 : statesNumber(mention.text, stated, money);
}

function isOfUnit(line: string, mention: Mention, { unit, money }: NumberOffer): boolean {
  if (mention.kind === "money") return money !== null;
  return unit !== "" && unitFollows(line, mention, unit);
}

function ranked(
  found: readonly { readonly source: FieldSource; readonly fit: number }[],
  { report }: OfferBook,
): readonly Offer[] {
  return [...found]
    .sort((a, b) => b.fit - a.fit)
    .flatMap(({ source, fit }): readonly Offer[] => {
      const state = resolveSource(source, report);
      return state.kind === "unknown" ? [] : [{ source, fit, state }];
    })
    .slice(0, MOST);
}

/** The share of a source's telling words that stand around the mention, with what unit and section add. */
function fitOf(offer: NumberOffer, place: MentionPlace, { weights }: OfferBook, bonus = true): number {
  const { words, source } = offer;
  const around = contextOf(place);
  const said = new Set(wordsOf(around));
  if (PARTS.test(around) && source.kind === "row" && !words.some((word) => PARTS.test(word))) return 0;
  const known = new Set(wordsOf(place.heading));
  const weightOf = (all: readonly string[]) => all.reduce((sum, word) => sum + (weights.get(word) ?? 0), 0);
  const shareOf = (all: readonly string[]) => {
    const whole = weightOf(all);
    return whole === 0 ? 0 : weightOf(all.filter((word) => said.has(word))) / whole;
  };
  const own = [...new Set(words)];
  const telling = own.filter((word) => !known.has(word));
  const fit = shareOf(telling);
  if (!bonus) return fit;
  // The row that the section itself is about has no words of its own: those of the heading tell half.
  const whole = telling.length === 0 ? shareOf(own) / 2 : fit;
  const inSection = source.kind === "row" && place.told.has(originKey({ ...source, kind: "indicator" }));
  return (
    whole + (isOfUnit(place.line, place.mention, offer) ? BONUS.unit : 0) + (inSection ? BONUS.section : 0)
  );
}

/** What stands around a mention: within its sentence, up to the mentions beside it. */
function contextOf({ line, mention, others }: MentionPlace): string {
  const before = Math.max(0, ...others.filter(({ end }) => end <= mention.start).map(({ end }) => end));
  const after = Math.min(
    line.length,
    ...others.filter(({ start }) => start >= mention.end).map(({ start }) => start),
  );
  // What follows another mention up to the next comma is about that one.
  const parted = before === 0 ? /[;.](?=\s)/u : /[;.,](?=\s)/u;
  const left = line.slice(before, mention.start).split(parted).at(-1) ?? "";
  const right = line.slice(mention.end, after).split(/[;.](?=\s|$)/u)[0] ?? "";
  return `${left} ${right}`;
}

/** True where what a mention counts is called by its unit. */
function unitFollows(line: string, { end }: Mention, unit: string): boolean {
  const counted = allWords(line.slice(end));
  return allWords(unit).every((word, index) => counted[index] === word);
}

function wordsOf(text: string): readonly string[] {
  return allWords(text).filter((word) => !EMPTY_WORDS.has(word));
}

/** A label without what it says in brackets, which nobody repeats in prose. */
function withoutAsides(label: string): string {
  const bare = label.replace(/\([^()]*\)/gu, " ").trim();
  return bare === "" ? label : bare;
}

/** Every word in small letters, short forms written out: labels say TTHC where she writes it in full. */
function allWords(text: string): readonly string[] {
  const words =
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}]+/gu) ?? [];
  return words.flatMap((word) => SHORT_FORMS.get(word) ?? [word]);
}

function* rowSources({ edition, values }: Report): Iterable<FieldSource> {
  for (const { form, indicator } of eachIndicator(edition)) {
    const key = `${form.number}/${indicator.code}` as const;
    const numeric = isAmount(indicator) || indicator.kind === "ratio";
    if (numeric && values.has(key)) yield { kind: "row", form: form.number, code: indicator.code };
  }
}

function* tableSources({ tables }: Report): Iterable<FieldSource> {
  for (const filled of tables.values()) {
    const id = filled.table.id;
    const columns = filled.table.columns.filter(isNumberColumn);
    for (const column of columns) {
      if (filled.total !== null) yield { kind: "table", table: id, row: null, column: column.id };
      for (const record of recordsOf(filled)) {
        if (record.cells.get(column.id)?.reading.kind !== "number") continue;
        yield { kind: "table", table: id, row: keyOf(filled, [record]), column: column.id };
      }
    }
  }
}

function isPercent(source: FieldSource, { tables }: Report): boolean {
  if (source.kind === "computed") return source.derivation === "share";
  if (source.kind !== "table") return false;
  const column = tables.get(source.table)?.table.columns.find(({ id }) => id === source.column);
  return column?.kind === "percent";
}
