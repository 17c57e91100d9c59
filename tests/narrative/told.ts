import { compose } from "../../src/narrative/compose.js";
import { framing } from "../../src/narrative/framing.js";
import { type Narrative, paragraphText } from "../../src/narrative/section.js";
import { cut, roundHalfUp } from "../../src/values/tolerance.js";
import { plainWords } from "../../src/values/words.js";
import {
  filledReport,
  outlineOf,
  type RealDocument,
  type RealFact,
  type RealNumber,
  type RealReport,
} from "../support/real-report.js";

/**
 * How much of a real report ours tells from a workbook that holds the same numbers. What no cell holds
 * counts as untold, whatever number happens to stand somewhere.
 */
export async function coverageOf(real: RealReport) {
  const report = await filledReport(real);
  const outline = outlineOf(real, report);
  const all = passages(compose(outline, report));
  const numeric = real.facts.filter(({ numbers }) => numbers.length > 0);
  const told = numeric.filter((fact) => fact.cell && passageOf(fact, all) !== null);
  const untold = numeric.filter((fact) => !told.includes(fact));
  const texts = [...all.map(({ text }) => text), framing(report, outline).opening];
  const uncited = real.documents.filter((document) => !isCited(document, texts));
  return { numeric, told, untold, lost: untold.filter(({ cell }) => cell), uncited };
}

/** A paragraph with what leads to it: a list's item is understood with its lead and its heading. */
interface Passage {
  readonly text: string;
  /** Heading, lead and own words. */
  readonly context: string;
}

/** The passages of a narrative, in order. */
export function passages(narrative: Narrative): readonly Passage[] {
  return narrative.sections.flatMap(({ heading, paragraphs }) => {
    let lead = "";
    return paragraphs.map((paragraph) => {
      const text = paragraphText(paragraph);
      if (paragraph.bullet !== "plus") lead = text;
      return { text, context: plainWords(`${heading} ${lead} ${text}`) };
    });
  });
}

/** Words that tell nothing of what a number is about. */
const EMPTY = new Set(
  "của và trong kỳ trên số tại từ đến cho có các đã được ở không là theo với ngày cấp đi hồ sơ tổng tiếp nhận tthc văn bản người".split(
    " ",
  ),
);

/** What reports shorten or call otherwise, and what ours calls it. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/\bttđt\b/g, "thông tin điện tử"],
  [/\bhđkct\b|\bkct\b/g, "hoạt động không chuyên trách"],
  [/\bdvctt\b/g, "trực tuyến"],
  [/\bpakn\b/g, "phản ánh kiến nghị"],
  [/\bvbqppl\b/g, "văn bản quy phạm pháp luật"],
  [/\bpbgdpl\b/g, "phổ biến giáo dục pháp luật"],
  [/\bksttHc\b/gi, "kiểm soát"],
  [/online/g, "trực tuyến"],
  [/mức độ 4/g, "toàn trình"],
  [/mức độ 3, 4|mức độ 3/g, "một phần"],
  [/mức độ 2/g, "cung cấp thông tin"],
  [/btxh/g, "bảo trợ xã hội"],
  [/csdlqg/g, "cơ sở dữ liệu quốc gia"],
  [/\bcbcc\b/g, "cán bộ công chức"],
  [/tập huấn/g, "đào tạo"],
];

/** Share of a fact's words that its passage must hold. */
const ENOUGH = 0.5;

/** The passage that tells a fact: all its numbers, with at least half of the words that say what it is. */
export function passageOf(fact: RealFact, all: readonly Passage[]): Passage | null {
  if (fact.numbers.length === 0) return null;
  const wanted = contentWords(fact.meaning);
  return (
    all.find(({ text, context }) => {
      const numbers = numbersOf(text);
      if (!fact.numbers.every((number) => numbers.some((told) => same(number, told)))) return false;
      const held = wanted.filter((word) => context.includes(word)).length;
      return wanted.length === 0 || held >= ENOUGH * wanted.length;
    }) ?? null
  );
}

/** True where a citation of the document stands in the narrative or among the texts given beside it. */
export function isCited({ type, number, date }: RealDocument, texts: readonly string[]): boolean {
  const [digits = "", ...symbol] = (number ?? "").split(/(?<=^\d+[a-z]?(?:\/\d{4})?)[/-]/);
  const rest = symbol.join("/");
  const [year, month, day] = (date ?? "").split("-");
  const shown = date === null ? "" : `${day}/${Number(month) < 3 ? month : Number(month)}/${year}`;
  return texts.some((text) => {
    const cited = plainWords(text);
    return (
      cited.includes(plainWords(type)) &&
      (digits === "" || new RegExp(`(?<![\\d/])${digits}(?!\\d)`).test(cited)) &&
      (rest === "" || cited.includes(plainWords(rest))) &&
      (shown === "" || cited.includes(shown))
    );
  });
}

function contentWords(meaning: string): readonly string[] {
  const words = SAME.reduce(
    (text, [short, long]) => text.replace(short, long),
    plainWords(meaning.replace(/\(.*?\)/g, "")),
  );
  return [...new Set(words.replace(/[^\p{L}\s]/gu, " ").split(/\s+/))].filter(
    (word) => word.length > 1 && !EMPTY.has(word),
  );
}

interface Told {
  readonly value: number;
  readonly percent: boolean;
}

/** Every number that a text prints; a zero in words ("không có", "chưa") is one too. */
function numbersOf(text: string): readonly Told[] {
  const printed = [...text.matchAll(/\d[\d.]*(?:,\d+)?\s?%?/g)].map(([found]) => ({
    value: Number(found.replace(/[.%\s]/g, "").replace(",", ".")),
    percent: found.endsWith("%"),
  }));
  return /không|chưa/iu.test(text)
    ? [...printed, { value: 0, percent: false }, { value: 0, percent: true }]
    : printed;
}

/** Offices round a per cent to fewer decimals than we, or cut it; "trên 99 %" is told by any larger one. */
function same(number: RealNumber, told: Told): boolean {
  if ("value" in number) return !told.percent && told.value === number.value;
  if (!told.percent) return false;
  if (number.over === true) return told.value > number.percent;
  const shorter = [roundHalfUp(told.value, number.decimals), cut(told.value, number.decimals)];
  return shorter.includes(number.percent) || Math.abs(told.value - number.percent) < 0.011;
}
