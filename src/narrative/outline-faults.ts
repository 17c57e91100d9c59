import { periodIds } from "../forms/schema.js";
import { allNames, clausesFault } from "./clauses.js";
import { conditionNames, parseCondition } from "./condition.js";
import { messageFault, messageNames } from "./message.js";
import { type Outline, type Sentence, wordingsOf } from "./outline.js";
import { optionalWords, steadyWords } from "./report-words.js";

/** One fault of an outline file: where it stands and what is wrong, in Vietnamese. */
export interface OutlineFault {
  /** `sections.inspection.paragraphs.1.sentences.2`; positions count from 1. */
  readonly path: string;
  readonly message: string;
}

/**
 * What the schema alone cannot say: ids unique, levels without a gap, every name known and used,
 * every message and condition sound, headings made of words that every report has.
 */
export function outlineFaults(outline: Outline): readonly OutlineFault[] {
  const sentences = everySentence(outline);
  return [
    ...nameFaults(outline),
    ...sectionFaults(outline),
    ...sentences.flatMap(({ path, sentence }) =>
      sentenceFaults(outline, sentence).map((message) => ({ path, message })),
    ),
    ...unusedFaults(
      outline,
      sentences.map(({ sentence }) => sentence),
    ),
  ];
}

function nameFaults(outline: Outline): readonly OutlineFault[] {
  const facts = Object.keys(outline.facts);
  const declared = [...facts, ...Object.keys(outline.remainders), ...Object.keys(outline.units)];
  const taken = new Set<string>([...steadyWords, ...optionalWords]);
  const faults: OutlineFault[] = [];
  for (const name of declared) {
    if (taken.has(name)) faults.push({ path: name, message: `tên ${name} đã dùng cho thứ khác` });
    taken.add(name);
  }
  const operands = [
    ...Object.entries(outline.remainders).map(
      ([name, { from, less }]) => [`remainders.${name}`, [from, ...less]] as const,
    ),
    ...Object.entries(outline.units).map(([name, of]) => [`units.${name}`, of] as const),
  ];
  for (const [path, names] of operands) {
    for (const name of names.filter((each) => !facts.includes(each))) {
      faults.push({ path, message: `${name} không có trong facts` });
    }
  }
  return faults;
}

function sectionFaults(outline: Outline): readonly OutlineFault[] {
  const faults: OutlineFault[] = [];
  const ids = new Set<string>();
  let above = 0;
  for (const { id, level, heading, ownText } of outline.sections) {
    const fault = (message: string) => faults.push({ path: `sections.${id}`, message });
    if (ids.has(id)) fault(`hai mục cùng mã ${id}`);
    ids.add(id);
    if (level > above + 1) fault(`mục cấp ${level} đứng ngay sau mục cấp ${above}`);
    above = level;
    const unsound = messageFault(heading);
    if (unsound !== null) fault(unsound);
    else {
      const names = messageNames(heading);
      const steady: readonly string[] = steadyWords;
      for (const name of names.filter((each) => !steady.includes(each))) {
        fault(`tiêu đề dùng {${name}}, không phải từ mà báo cáo nào cũng có`);
      }
      if (names.length > 0 && ownText !== undefined && ownText.heading === undefined) {
        fault("ownText cần heading riêng vì tiêu đề mục có từ thay đổi theo báo cáo");
      }
    }
  }
  return faults;
}

function sentenceFaults(outline: Outline, sentence: Sentence): readonly string[] {
  const facts = new Set([...Object.keys(outline.facts), ...Object.keys(outline.remainders)]);
  const words = new Set<string>([...steadyWords, ...optionalWords, ...Object.keys(outline.units)]);
  return wordingsOf(sentence).flatMap((wording) => {
    const unsound = clausesFault(wording.text);
    const unknown =
      unsound === null ? allNames(wording.text).filter((name) => !facts.has(name) && !words.has(name)) : [];
    return [
      ...(unsound === null ? [] : [unsound]),
      ...(wording.text.normalize("NFC") === wording.text ? [] : ["câu chưa ở dạng NFC"]),
      ...unknown.map((name) => `{${name}} không được khai ở đâu`),
      ...(wording.tells ?? [])
        .filter((name) => !facts.has(name))
        .map((name) => `tells: ${name} không được khai ở đâu`),
      ...(wording.when ?? []).flatMap((text) => conditionFaults(text, facts)),
    ];
  });
}

function conditionFaults(text: string, facts: ReadonlySet<string>): readonly string[] {
  const condition = parseCondition(text);
  if (condition === null) return [`điều kiện "${text}" không hiểu được`];
  const periods: readonly string[] = periodIds;
  if (condition.kind === "period" && !periods.includes(condition.period)) {
    return [`điều kiện "${text}": không có kỳ ${condition.period}`];
  }
  return conditionNames(condition)
    .filter((name) => !facts.has(name))
    .map((name) => `điều kiện "${text}": ${name} không được khai ở đâu`);
}

/** A fact that no sentence names is a row that the narrative forgets. */
function unusedFaults(outline: Outline, sentences: readonly Sentence[]): readonly OutlineFault[] {
  const used = new Set(
    sentences.flatMap(wordingsOf).flatMap((wording) => [
      ...(clausesFault(wording.text) === null ? allNames(wording.text) : []),
      ...(wording.when ?? []).flatMap((text) => {
        const condition = parseCondition(text);
        return condition === null ? [] : conditionNames(condition);
      }),
      ...(wording.tells ?? []),
      ...Object.values(outline.remainders).flatMap(({ from, less }) => [from, ...less]),
    ]),
  );
  return [...Object.keys(outline.facts), ...Object.keys(outline.remainders)]
    .filter((name) => !used.has(name))
    .map((name) => ({ path: name, message: `${name} được khai nhưng không câu nào dùng` }));
}

function everySentence(outline: Outline): readonly { readonly path: string; readonly sentence: Sentence }[] {
  return [
    ...Object.entries(outline.framing).map(([part, sentence]) => ({ path: `framing.${part}`, sentence })),
    ...outline.sections.flatMap((section) =>
      section.paragraphs.flatMap((paragraph, at) =>
        paragraph.sentences.map((sentence, index) => ({
          path: `sections.${section.id}.paragraphs.${at + 1}.sentences.${index + 1}`,
          sentence,
        })),
      ),
    ),
  ];
}
