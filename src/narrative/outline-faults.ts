import type { FileFault } from "../forms/faults.js";
import { periodIds } from "../forms/period-ids.js";
import { isWide } from "../forms/table-header.js";
import type { Column } from "../forms/table-schema.js";
import { findColumn, findTable, isNumberColumn } from "../forms/tables.js";
import { allNames, clausesFault } from "./clauses.js";
import { conditionNames, parseCondition } from "./condition.js";
import { messageFault, messageNames } from "./message.js";
import {
  type Computed,
  type Each,
  numberNames,
  type Outline,
  type RowsWhere,
  type Wording,
  wordingsOf,
  wordNames,
} from "./outline.js";
import { optionalWords, steadyWords } from "./report-words.js";

/** A wording and where it stands, with the names that only its list has. */
interface Placed {
  readonly path: string;
  readonly wording: Wording;
  readonly facts: readonly string[];
  readonly words: readonly string[];
}

/**
 * What the schema alone cannot say: ids unique, levels without a gap, every name known and used,
 * every table and column there, every message and condition sound, headings made of words that every
 * report has.
 */
export function outlineFaults(outline: Outline): readonly FileFault[] {
  const wordings = everyWording(outline);
  return [
    ...nameFaults(outline),
    ...tableFaults(outline),
    ...sectionFaults(outline),
    ...wordings.flatMap((placed) =>
      wordingFaults(outline, placed).map((message) => ({ path: placed.path, message })),
    ),
    ...unusedFaults(outline),
  ];
}

function nameFaults(outline: Outline): readonly FileFault[] {
  const declared = [...numberNames(outline), ...Object.keys(outline.thresholds), ...wordNames(outline)];
  const taken = new Set<string>([...steadyWords, ...optionalWords]);
  const faults: FileFault[] = [];
  for (const name of declared) {
    if (taken.has(name)) faults.push({ path: name, message: `tên ${name} đã dùng cho thứ khác` });
    taken.add(name);
  }
  const numbers = numberNames(outline);
  const operands = [
    ...computedOperands(outline),
    ...Object.entries(outline.changes).map(([name, of]) => [`changes.${name}`, [of]] as const),
    ...Object.entries(outline.units).map(([name, of]) => [`units.${name}`, of] as const),
    ["compared", Object.keys(outline.compared)] as const,
  ];
  for (const [path, names] of operands) {
    for (const name of names.filter((each) => !numbers.includes(each))) {
      faults.push({ path, message: `${name} không có trong facts` });
    }
  }
  return faults;
}

/** Each computed number's place and the names that it is made from. */
function computedOperands(computed: Computed): readonly (readonly [string, readonly string[]])[] {
  return [
    ...Object.entries(computed.remainders).map(
      ([name, { from, less }]) => [`remainders.${name}`, [from, ...less]] as const,
    ),
    ...Object.entries(computed.sums).map(([name, of]) => [`sums.${name}`, of] as const),
    ...Object.entries(computed.shares).map(
      ([name, { part, whole }]) => [`shares.${name}`, [part, whole]] as const,
    ),
  ];
}

/** Tables and columns that are named and not there, or that hold no numbers where numbers are taken. */
function tableFaults(outline: Outline): readonly FileFault[] {
  const faults: FileFault[] = [];
  const check = (path: string, table: string, column: string, numbers: boolean) => {
    const fault = columnFault(table, column, numbers);
    if (fault !== null) faults.push({ path, message: fault });
  };
  const checkWhere = (path: string, table: string, where: RowsWhere | undefined) => {
    for (const column of Object.keys(where ?? {})) check(path, table, column, false);
  };
  for (const [name, sources] of Object.entries(outline.facts)) {
    for (const source of sources) {
      if (typeof source === "string") {
        const message = `dòng ${source} ghi kèm chữ của dòng: {"row": "${source}", "says": "..."}; bộ biểu mẫu khác có thể có dòng khác mang số này`;
        faults.push({ path: `facts.${name}`, message });
        continue;
      }
      if ("row" in source) continue;
      if ("column" in source) check(`facts.${name}`, source.table, source.column, true);
      else {
        check(`facts.${name}`, source.table, source.count, false);
        checkWhere(`facts.${name}`, source.table, source.where);
      }
    }
  }
  for (const { path, each } of everyList(outline)) {
    const { table, where, above, below, largest, filled } = each;
    checkWhere(path, table, where);
    for (const column of [above, below?.column, largest, ...Object.values(each.facts)]) {
      if (column !== undefined) check(path, table, column, true);
    }
    for (const column of [filled, ...Object.values(each.words)]) {
      if (column !== undefined) check(path, table, column, false);
    }
    const known = [...numberNames(outline), ...eachNumbers(each)];
    for (const [place, names] of computedOperands(each)) {
      for (const name of names.filter((operand) => !known.includes(operand))) {
        faults.push({ path: `${path}.${place}`, message: `${name} không được khai ở đâu` });
      }
    }
  }
  return [...faults, ...bodyTableFaults(outline)];
}

/** Tables in the text that are not there, or too wide for its page. */
function bodyTableFaults(outline: Outline): readonly FileFault[] {
  return outline.sections.flatMap(({ id, paragraphs }) =>
    paragraphs.flatMap((paragraph, at): readonly FileFault[] => {
      if (!("table" in paragraph)) return [];
      const path = `sections.${id}.paragraphs.${at + 1}.table`;
      const found = findTable(paragraph.table);
      if (found === null) return [{ path, message: `không có phụ biểu ${paragraph.table}` }];
      const { columns } = paragraph;
      const unknown = (columns ?? []).filter((column) => findColumn(found, column) === null);
      if (unknown.length > 0) {
        return [{ path, message: `phụ biểu ${found.id} không có cột ${unknown.join(", ")}` }];
      }
      const printed = found.columns.filter((column) => columns?.includes(column.id) ?? true);
      return isWide(printed)
        ? [{ path, message: `bảng ${found.id} quá rộng cho trang dọc, chọn bớt cột bằng columns` }]
        : [];
    }),
  );
}

function columnFault(table: string, id: string, numbers: boolean): string | null {
  const found = findTable(table);
  if (found === null) return `không có phụ biểu ${table}`;
  const column: Column | undefined = found.columns.find((each) => each.id === id);
  if (column === undefined) return `phụ biểu ${table} không có cột ${id}`;
  return numbers && !isNumberColumn(column) ? `cột ${id} của phụ biểu ${table} không chứa số` : null;
}

function sectionFaults(outline: Outline): readonly FileFault[] {
  const faults: FileFault[] = [];
  const ids = new Set<string>();
  let above = 0;
  for (const { id, level, heading, ownText, opposes } of outline.sections) {
    const fault = (message: string) => faults.push({ path: `sections.${id}`, message });
    if (ids.has(id)) fault(`hai mục cùng mã ${id}`);
    ids.add(id);
    if (level > above + 1) fault(`mục cấp ${level} đứng ngay sau mục cấp ${above}`);
    above = level;
    if (opposes !== undefined && !outline.sections.some((section) => section.id === opposes)) {
      fault(`opposes: không có mục ${opposes}`);
    }
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

function wordingFaults(
  outline: Outline,
  { wording, facts: own, words: ownWords }: Placed,
): readonly string[] {
  const facts = new Set([...numberNames(outline), ...own]);
  const words = new Set<string>([...steadyWords, ...optionalWords, ...wordNames(outline), ...ownWords]);
  const unsound = clausesFault(wording.text);
  const unknown =
    unsound === null ? allNames(wording.text).filter((name) => !facts.has(name) && !words.has(name)) : [];
  const compared = new Set([...facts, ...Object.keys(outline.thresholds)]);
  return [
    ...(unsound === null ? [] : [unsound]),
    ...(wording.text.normalize("NFC") === wording.text ? [] : ["câu chưa ở dạng NFC"]),
    ...unknown.map((name) => `{${name}} không được khai ở đâu`),
    ...(wording.tells ?? [])
      .filter((name) => !facts.has(name))
      .map((name) => `tells: ${name} không được khai ở đâu`),
    ...(wording.when ?? []).flatMap((text) => conditionFaults(text, compared)),
  ];
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

/** A number that no sentence names is a cell that the narrative forgets. */
function unusedFaults(outline: Outline): readonly FileFault[] {
  return unusedNames(outline).map((name) => ({
    path: name,
    message: `${name} được khai nhưng không câu nào dùng`,
  }));
}

/** The names of numbers and thresholds that no sentence, list or other number uses. */
export function unusedNames(outline: Outline): readonly string[] {
  const used = new Set([
    ...everyWording(outline).flatMap(({ wording }) => namesIn(wording)),
    ...computedOperands(outline).flatMap(([, names]) => names),
    ...everyList(outline).flatMap(({ each }) => computedOperands(each).flatMap(([, names]) => names)),
    ...Object.values(outline.changes),
    ...Object.keys(outline.compared),
  ]);
  return [...numberNames(outline), ...Object.keys(outline.thresholds)].filter(
    (name) => !used.has(name) && !isRateOf(outline, name),
  );
}

/** The rate of a change, and what it is against the year before, may stay unused. */
function isRateOf(outline: Outline, name: string): boolean {
  const [, change = ""] = /^(.+?)(?:Year)?(?:Rate)?$/.exec(name) ?? [];
  return change !== name && Object.hasOwn(outline.changes, change);
}

function namesIn(wording: Wording): readonly string[] {
  return [
    ...(clausesFault(wording.text) === null ? allNames(wording.text) : []),
    ...(wording.when ?? []).flatMap((text) => {
      const condition = parseCondition(text);
      return condition === null ? [] : conditionNames(condition);
    }),
    ...(wording.tells ?? []),
  ];
}

function everyWording(outline: Outline): readonly Placed[] {
  const none = { facts: [], words: [] } as const;
  return [
    ...Object.entries(outline.framing).flatMap(([part, sentence]) =>
      wordingsOf(sentence).map((wording) => ({ path: `framing.${part}`, wording, ...none })),
    ),
    ...outline.sections.flatMap((section) =>
      section.paragraphs.flatMap((paragraph, at): readonly Placed[] => {
        const path = `sections.${section.id}.paragraphs.${at + 1}`;
        if ("sentences" in paragraph) {
          return paragraph.sentences.flatMap((sentence, index) =>
            wordingsOf(sentence).map(
              (wording): Placed => ({ path: `${path}.sentences.${index + 1}`, wording, ...none }),
            ),
          );
        }
        if ("table" in paragraph) return [];
        if ("changes" in paragraph) {
          const { lead, item } = paragraph.changes;
          const names = { facts: ["change", "rate"], words: ["what", "way", "unit"] };
          return [lead, ...item].map((wording) => ({ path: `${path}.changes`, wording, ...names }));
        }
        const { each } = paragraph;
        const facts = [...eachNumbers(each), "items"];
        const words = [...Object.keys(each.words), "document"];
        const lead = [each.lead, each.alone].filter((wording) => wording !== undefined);
        return [
          ...lead.map((wording) => ({ path: `${path}.each.lead`, wording, facts, words })),
          ...each.item.map((wording, index) => ({
            path: `${path}.each.item.${index + 1}`,
            wording,
            facts,
            words,
          })),
        ];
      }),
    ),
  ];
}

function everyList(outline: Outline): readonly { readonly path: string; readonly each: Each }[] {
  return outline.sections.flatMap((section) =>
    section.paragraphs.flatMap((paragraph, at) =>
      "each" in paragraph
        ? [{ path: `sections.${section.id}.paragraphs.${at + 1}.each`, each: paragraph.each }]
        : [],
    ),
  );
}

/** Names of the numbers of a list's rows. */
function eachNumbers(each: Each): readonly string[] {
  return [each.facts, each.sums, each.remainders, each.shares].flatMap(Object.keys);
}
