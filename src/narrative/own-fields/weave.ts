import type { Report } from "../../report/report.js";
import type { Finding } from "../../rules/finding.js";
import { describe } from "../../rules/messages.js";
import { type Doubts, doubtsAbout } from "../doubts.js";
import type { Origin } from "../origin.js";
import type { Paragraph, Run } from "../section.js";
import { anchorAt, type Found, findAnchor, type Span } from "./anchor.js";
import type { LinkedField, OwnField } from "./field.js";
import { mentionsIn, proseNumber } from "./mentions.js";
import { moneyValue } from "./money.js";
import { resolveSource, statesNumber, writtenLike } from "./resolve.js";
import { sourceWords } from "./source-words.js";

/** Her sentence that says otherwise than the workbook and cannot be brought up to date as a whole. */
interface OutdatedSentence {
  readonly place: string;
  readonly text: string;
  /** What the workbook says now, in Vietnamese. */
  readonly note: string;
}

/** Her text with what its fields say now. */
export interface Woven {
  readonly paragraphs: readonly Paragraph[];
  /** The cells that her text tells. */
  readonly told: readonly Origin[];
  readonly outdated: readonly OutdatedSentence[];
  readonly doubtful: readonly { readonly text: string; readonly findings: readonly Finding[] }[];
  /** Fields whose words are no longer found: they say nothing any more. */
  readonly lost: readonly LinkedField[];
  /** Lines that print otherwise than she wrote them. */
  readonly fresh: readonly FreshLine[];
}

/** A line of hers as it prints now that the workbook says otherwise, and its fields where they then stand. */
export interface FreshLine {
  /** Position among her lines. */
  readonly line: number;
  readonly was: string;
  readonly now: string;
  readonly fields: readonly { readonly old: OwnField; readonly fresh: OwnField }[];
}

/** What the check says and how the copy is made. */
interface WeaveOptions {
  readonly report: Report;
  readonly doubts: Doubts;
  /** True to leave out what cannot be vouched for instead of marking it. */
  readonly clean: boolean;
}

/** Words that speak of everything, or of nothing: a new number beside them may make them false. */
const UNIVERSAL = /(?:^|[^\p{L}])(?:toàn bộ|tất cả|đều|không còn|100\s?%)(?!\p{L})/iu;
const SENTENCE_END = /[.!?]+(?=\s+[\p{Lu}\d"“(-]|\s*$)/gu;

/**
 * Puts what the fields say into her text. A sentence is brought up to date whole or marked whole: one
 * with another number that nobody linked, or with a word for all, is left as she wrote it and marked.
 */
export function weave(
  place: string,
  paragraphs: readonly Paragraph[],
  fields: readonly OwnField[],
  options: WeaveOptions,
): Woven {
  const lines = paragraphs.map(({ runs }) => runs.map(({ text }) => text).join(""));
  const here = fields.filter((field) => field.place === place);
  const placed = here.flatMap((field): readonly Placed[] => {
    const found = findAnchor(lines, field.anchor);
    return found === null ? [] : [{ field, ...found }];
  });
  const lost = here.filter(
    (field): field is LinkedField =>
      field.state === "linked" && !placed.some((each) => each.field.anchor === field.anchor),
  );
  if (placed.length === 0) return { paragraphs, told: [], outdated: [], doubtful: [], lost, fresh: [] };
  const sentences = lines.map((line, index) =>
    sentencesIn(line).map((span) =>
      weaveSentence(
        line,
        span,
        placed.filter((each) => each.line === index && inside(each, span)),
        options,
      ),
    ),
  );
  const all = sentences.flat();
  return {
    paragraphs: paragraphs.flatMap((paragraph, index) => {
      const runs = (sentences[index] ?? []).flatMap((sentence) => sentence.runs);
      return runs.length === 0 ? [] : [{ ...paragraph, runs }];
    }),
    told: all.flatMap(({ told }) => told),
    outdated: all.flatMap(({ text, note }) => (note === null ? [] : [{ place, text, note }])),
    doubtful: all.flatMap(({ text, findings }) => (findings.length === 0 ? [] : [{ text, findings }])),
    lost,
    fresh: lines.flatMap((line, index) =>
      freshLine(
        line,
        index,
        placed.filter((each) => each.line === index),
        (sentences[index] ?? []).flatMap(({ changes }) => changes),
      ),
    ),
  };
}

/** A line with other words put in for some of its fields; nothing where none change. */
function freshLine(
  line: string,
  index: number,
  placed: readonly Placed[],
  changes: readonly Change[],
): readonly FreshLine[] {
  if (changes.length === 0) return [];
  let now = "";
  let at = 0;
  const moved: (Span & { readonly old: OwnField })[] = [];
  for (const { field, start, end } of [...placed].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    now += line.slice(at, start);
    const words = changes.find((change) => change.start === start)?.words ?? line.slice(start, end);
    moved.push({ old: field, start: now.length, end: now.length + words.length });
    now += words;
    at = end;
  }
  now += line.slice(at);
  const fields = moved.map(({ old, ...span }) => ({ old, fresh: { ...old, anchor: anchorAt(now, span) } }));
  return [{ line: index, was: line, now, fields }];
}

/** Words that print in place of hers. */
interface Change extends Span {
  readonly words: string;
}

interface Placed extends Found {
  readonly field: OwnField;
}

interface WovenSentence {
  readonly text: string;
  readonly runs: readonly Run[];
  readonly told: readonly Origin[];
  readonly note: string | null;
  readonly findings: readonly Finding[];
  /** What her words in the cell no longer say and the report does; nothing in a sentence that is marked. */
  readonly changes: readonly Change[];
}

/** A field as it would read now. */
interface Reading extends Span {
  readonly was: string;
  readonly run: Run;
  readonly told: readonly Origin[];
  readonly rests: readonly Origin[];
  /** What the workbook says in place of her words, where these cannot stay and cannot just be replaced. */
  readonly against: string | null;
}

function weaveSentence(
  line: string,
  span: Span,
  placed: readonly Placed[],
  { report, doubts, clean }: WeaveOptions,
): WovenSentence {
  const text = line.slice(span.start, span.end);
  const linked = placed
    .flatMap((each) => (each.field.state === "linked" ? [{ ...each, field: each.field }] : []))
    .sort((a, b) => a.start - b.start);
  const plain = { text: text.trim(), told: [], note: null, findings: [], changes: [] } as const;
  if (linked.length === 0) return { ...plain, runs: [{ text, fact: null }] };
  const readings = linked.map((each) => readField(each, report));
  const changed = readings.filter(({ run, was }) => run.text !== was);
  const loose = mentionsIn(line).filter(
    (mention) =>
      (mention.kind === "number" || mention.kind === "percent" || mention.kind === "money") &&
      inside(mention, span) &&
      !placed.some((each) => overlap(each, mention)),
  );
  const half = changed.length > 0 && (loose.length > 0 || UNIVERSAL.test(text));
  const against = [
    ...readings.flatMap(({ against: words }) => (words === null ? [] : [words])),
    ...(half ? changed.map(({ run, was }) => `ô số liệu ghi ${run.text} thay cho ${was}`) : []),
  ];
  if (against.length > 0) {
    const note = `${against.join("; ")}. Sửa cả câu hoặc sửa số liệu.`;
    return { ...plain, note, runs: clean ? [] : marked([{ text, fact: null }], note) };
  }
  const findings = doubtsAbout(
    readings.flatMap(({ rests }) => rests),
    doubts,
  );
  const runs = runsOf(line, span, readings);
  const told = readings.flatMap((reading) => reading.told);
  if (findings.length === 0) {
    const changes = changed.map(({ start, end, run }): Change => ({ start, end, words: run.text }));
    return { ...plain, runs, told, changes };
  }
  const notes = findings.map((finding) => describe(finding, report.edition)).join(" ");
  return { ...plain, findings, told: clean ? [] : told, runs: clean ? [] : marked(runs, notes) };
}

function readField({ field, start, end }: Found & { readonly field: LinkedField }, report: Report): Reading {
  const { exact } = field.anchor;
  const { source, relation } = field;
  const kept = { start, end, was: exact, told: [], rests: [], against: null } as const;
  const state = resolveSource(source, report);
  const from = sourceWords(source, report.edition);
  if (state.kind === "unknown") {
    return { ...kept, run: { text: exact, fact: null }, against: `${from} chưa có số liệu` };
  }
  if (state.kind === "words") {
    const now = writtenLike(exact, state);
    const text = now.toLocaleLowerCase("vi") === exact.toLocaleLowerCase("vi") ? exact : now;
    return { ...kept, run: { text, fact: null, ...(state.cell !== null && { cell: state.cell }) } };
  }
  const { argument, told, rests } = state.fact;
  const { fact } = argument;
  if (relation !== "equals") {
    const holds = relation === "zero" ? fact.value === 0 : exceeds(fact.value, exact, state.money);
    const cell = fact.address === null ? {} : { cell: fact.address };
    const against = holds ? null : `${from} ghi ${argument.text}`;
    return { ...kept, run: { text: exact, fact: null, ...cell }, told, rests, against };
  }
  const text = statesNumber(exact, fact.value, state.money) ? exact : writtenLike(exact, state);
  const ownWay = text === argument.text ? {} : { ownWay: true as const };
  return { ...kept, run: { text, fact: { ...fact, ...ownWay } }, told, rests };
}

/** True where a number is more than her words state. */
function exceeds(value: number, exact: string, money: number | null): boolean {
  const dong = money === null ? null : moneyValue(exact);
  return dong === null || money === null ? value > proseNumber(exact) : value * money > dong;
}

function runsOf(line: string, span: Span, readings: readonly Reading[]): readonly Run[] {
  const runs: Run[] = [];
  let at = span.start;
  for (const { start, end, run } of readings) {
    if (start < at) continue;
    if (start > at) runs.push({ text: line.slice(at, start), fact: null });
    runs.push(run);
    at = end;
  }
  if (at < span.end) runs.push({ text: line.slice(at, span.end), fact: null });
  return runs;
}

/** A sentence marked, with what is to be mended behind it, before the space that parts it from the next. */
function marked(runs: readonly Run[], note: string): readonly Run[] {
  const last = runs.at(-1)?.text ?? "";
  const bare = last.trimEnd();
  const all = runs.map(
    (run, index): Run => ({
      ...run,
      ...(index === runs.length - 1 && { text: bare }),
      mark: "doubtful",
    }),
  );
  return [...all, { text: ` [Cần sửa: ${note}]${last.slice(bare.length)}`, fact: null, mark: "note" }];
}

/** The sentences of a line, the spaces after each with it. */
function sentencesIn(line: string): readonly Span[] {
  const ends = [...line.matchAll(SENTENCE_END)].map(({ 0: mark, index }) => {
    const after = index + mark.length;
    return after + (/^\s*/u.exec(line.slice(after))?.[0].length ?? 0);
  });
  const bounds = [0, ...ends.filter((end) => end < line.length), line.length];
  return bounds.slice(1).map((end, index) => ({ start: bounds[index] ?? 0, end }));
}

function inside(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
