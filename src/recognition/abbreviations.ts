import { editDistance } from "./edit-distance.js";
import { wordsOf } from "./vietnamese-text.js";

/**
 * Abbreviations of administrative-reform reports with what they stand for (Nghị định 30/2020/NĐ-CP
 * leaves them to usage; these are the ones that forms and reports print). Longer phrases stand first.
 */
const abbreviations = [
  ["DVCTT", "dịch vụ công trực tuyến"],
  ["VBQPPL", "văn bản quy phạm pháp luật"],
  ["QPPL", "quy phạm pháp luật"],
  ["CBCCVC", "cán bộ, công chức, viên chức"],
  ["CBCC", "cán bộ, công chức"],
  ["SNCL", "sự nghiệp công lập"],
  ["ĐVSN", "đơn vị sự nghiệp"],
  ["BCCI", "bưu chính công ích"],
  ["TTHC", "thủ tục hành chính"],
  ["CCHC", "cải cách hành chính"],
  ["UBND", "ủy ban nhân dân"],
  ["HĐND", "hội đồng nhân dân"],
  ["PAKN", "phản ánh, kiến nghị"],
  ["NSNN", "ngân sách nhà nước"],
  ["VTVL", "vị trí việc làm"],
  ["CNTT", "công nghệ thông tin"],
  ["MCĐT", "một cửa điện tử"],
  ["DVC", "dịch vụ công"],
  ["NN", "nhà nước"],
  ["VB", "văn bản"],
  ["HS", "hồ sơ"],
  ["MĐ", "mức độ"],
] as const;

interface Abbreviation {
  readonly short: string;
  readonly full: readonly string[];
}

const known: readonly Abbreviation[] = abbreviations.map(([short, full]) => ({
  short: wordsOf(short).join(""),
  full: wordsOf(full),
}));
const byShort = new Map(known.map((entry) => [entry.short, entry]));
const VOWEL = /[aeiouy]/;

/**
 * The same words with every known phrase abbreviated. A phrase followed by its own abbreviation
 * ("phản ánh, kiến nghị (PAKN)") counts once.
 */
export function abbreviated(words: readonly string[]): readonly string[] {
  const short: string[] = [];
  for (let at = 0; at < words.length; ) {
    const phrase = known.find(({ full }) => full.every((word, offset) => words[at + offset] === word));
    const word = phrase?.short ?? repaired(words[at] ?? "");
    if (!(short.at(-1) === word && byShort.has(word))) short.push(word);
    at += phrase?.full.length ?? 1;
  }
  return short;
}

/** The same words with every known abbreviation written out. */
export function writtenOut(words: readonly string[]): readonly string[] {
  return words.flatMap((word) => byShort.get(word)?.full ?? [word]);
}

/**
 * A mistyped abbreviation put right: four letters or more without a vowel are no Vietnamese
 * syllable, so the one abbreviation that differs by a letter is meant.
 */
function repaired(word: string): string {
  if (word.length < 4 || byShort.has(word) || VOWEL.test(word)) return word;
  const near = known.filter(({ short }) => short.length >= 4 && editDistance(word, short, 1) <= 1);
  return near.length === 1 ? (near[0]?.short ?? word) : word;
}
