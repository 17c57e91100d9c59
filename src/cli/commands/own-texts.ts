import type { WorkbookHost } from "../../hosts/port.js";
import { type StaleLine, staleLines, updateTexts } from "../../jobs/fresh-texts.js";
import { type FormsBook, open } from "../../jobs/open.js";
import { answerMention, type MentionAnswer, type OwnMention, ownMentions } from "../../jobs/own-text.js";
import { type WrittenReport, writeReport } from "../../jobs/report.js";
import { a1 } from "../../values/address.js";
import { readBook, requireForms } from "../book.js";
import { writeBook } from "../files.js";
import { type ExitCode, exitCodes, type Io, Unusable } from "../io.js";
import { jobFaultInWords } from "../job-fault-words.js";

/**
 * `cchc texts`: the numbers, periods and days of the officer's own text, what each could be joined to and
 * what contradicts the forms; with answers, writes them into a copy of the workbook.
 */
export async function ownTexts(
  path: string,
  options: {
    readonly answer?: readonly string[] | undefined;
    /** Writes joined numbers that the workbook has changed into the cells of her text. */
    readonly update?: boolean | undefined;
    readonly out?: string | undefined;
    readonly json: boolean;
  },
  io: Io,
): Promise<ExitCode> {
  const book = await readBook(path);
  const answers = (options.answer ?? []).map(parseAnswer);
  const { update = false } = options;
  if ((answers.length > 0 || update) && options.out === undefined) {
    throw new Unusable("--out", "chưa cho biết tên tệp mới. Thêm --out SO-MOI.xlsx.");
  }
  let forms: FormsBook = book;
  for (const { number, word, given } of answers) {
    const about = mentionsOf(forms, path)[number - 1];
    const answer = about === undefined ? null : answerOf(about, word);
    if (about === undefined || answer === null) {
      throw new Unusable(
        "--answer",
        `không hiểu "${given}". Chạy cchc texts để xem số thứ tự và cách trả lời.`,
      );
    }
    const outcome = await answerMention(book.workbook, forms, about, answer);
    if (outcome.kind === "refused") throw new Unusable(path, jobFaultInWords(outcome.fault));
    if (outcome.kind === "full")
      throw new Unusable(path, "danh sách xác nhận đã đầy. Xóa bớt dòng cũ rồi chạy lại.");
    if (outcome.kind === "not-found")
      throw new Unusable("--answer", `không làm được "${given}" với lời văn này.`);
    forms = await reopened(book.workbook, path);
  }
  if (update) {
    const outcome = await updateTexts(book.workbook, forms, writtenOf(forms, path));
    if (outcome.kind === "refused") throw new Unusable(path, jobFaultInWords(outcome.fault));
    if (outcome.kind === "not-found")
      throw new Unusable(path, "lời văn hoặc danh sách xác nhận đã bị sửa trong lúc ghi. Chạy lại.");
    for (const line of outcome.lines) io.tell(`Đã ghi lại lời văn: ${staleText(line)}`);
    forms = await reopened(book.workbook, path);
  }
  const all = mentionsOf(forms, path);
  const stale = staleLines(forms, writtenOf(forms, path));
  if (options.json) {
    io.out(
      `${JSON.stringify(
        all.map((mention) => mentionJson(mention, stale)),
        null,
        2,
      )}\n`,
    );
  } else {
    for (const [index, mention] of all.entries()) io.out(`${mentionLines(mention, index + 1).join("\n")}\n`);
    for (const line of stale) io.out(`${staleText(line)} Thêm --update để ghi lại.\n`);
  }
  if (options.out !== undefined) {
    await writeBook(options.out, book.workbook, [path]);
    io.tell(`Đã ghi ${options.out}.`);
  }
  return exitCodes.fine;
}

function mentionsOf(forms: FormsBook, path: string): readonly OwnMention[] {
  return ownMentions(forms, writtenOf(forms, path));
}

function writtenOf(forms: FormsBook, path: string): WrittenReport {
  const outcome = writeReport(forms);
  if (outcome.kind !== "written") throw new Unusable(path, "không có đề cương cho bộ biểu mẫu này.");
  return outcome.written;
}

async function reopened(host: WorkbookHost, path: string): Promise<FormsBook> {
  const opened = await open(host);
  if (!opened.ok) throw new Unusable(path, jobFaultInWords(opened.fault));
  return requireForms(path, opened.value);
}

function parseAnswer(given: string): {
  readonly number: number;
  readonly word: string;
  readonly given: string;
} {
  const [, number = "", word = ""] = /^(\d+)=(.+)$/.exec(given.trim()) ?? [];
  return { number: Number(number), word: word.trim().toLowerCase(), given };
}

/** `1` to `3`: that offer. `text`, `cell`: which side of a contradiction is wrong. */
function answerOf({ offers, question }: OwnMention, word: string): MentionAnswer | null {
  switch (word) {
    case "none":
      return { kind: "asked" };
    case "history":
    case "open":
      return { kind: word };
    case "text":
      return question === null ? null : { kind: "text", source: question.source, text: question.text };
    case "cell":
      return question?.cell ? { kind: "cell", source: question.source, cell: question.cell } : null;
    default: {
      const offer = offers[Number(word) - 1];
      return offer === undefined ? null : { kind: "link", source: offer.source };
    }
  }
}

const STATES: Readonly<Record<OwnMention["state"], string>> = {
  linked: "đã gắn với ô",
  asked: "số riêng của lời văn",
  history: "số của thời điểm trước, giữ nguyên",
  open: "chưa gắn",
};

function mentionLines(mention: OwnMention, number: number): readonly string[] {
  const { heading, line, mention: found, state, offers, question } = mention;
  const around = line.slice(Math.max(0, found.start - 40), found.end + 40);
  return [
    `${number}. ${found.text}: ${STATES[state]}. Mục "${heading}": ...${around}...`,
    ...(question === null ? [] : [questionText(mention)]),
    ...(state === "open"
      ? offers.map((offer, index) => `   ${number}=${index + 1}: ${offer.words}, hiện là ${offer.text}`)
      : []),
  ];
}

/** A contradiction with its ways out; empty where there is none. */
function questionText({ mention, question }: OwnMention): string {
  if (question === null) return "";
  const where = question.cell === null ? "" : `, ô ${a1(question.cell)}`;
  return `   Lời văn ghi ${mention.text} nhưng ${question.words}${where} ghi ${question.text}. Sửa lời văn (=text), sửa ô (=cell), hoặc cả hai đúng (=none).`;
}

/** A line of her text beside what the report prints of it. */
function staleText({ heading, cell, was, now }: StaleLine): string {
  const where = cell === null ? "câu thay của đơn vị" : `ô ${cell.sheet}!${a1(cell)}`;
  return `Mục "${heading}", ${where} ghi "${was}", báo cáo in "${now}".`;
}

/** The lines whose cells still show numbers that the workbook has changed, for who writes the report. */
export function tellStale(lines: readonly StaleLine[], io: Io): void {
  for (const line of lines) io.tell(`${staleText(line)} Chạy cchc texts --update để ghi lại ô.`);
}

/** The questions that a report leaves, for who writes it. */
export function tellQuestions(mentions: readonly OwnMention[], io: Io): void {
  for (const mention of mentions.filter(({ question }) => question !== null)) {
    io.tell(`Mục "${mention.heading}":${questionText(mention).replace(/\s*\(=\w+\)/g, "")} Xem cchc texts.`);
  }
}

function mentionJson(
  { place, heading, cell, line, mention, state, field, offers, question }: OwnMention,
  stale: readonly StaleLine[],
): object {
  const offer = ({ source, words, text, cell: at }: OwnMention["offers"][number]) => ({
    source,
    words,
    text,
    sheet: at?.sheet ?? null,
    cell: at === null ? null : a1(at),
  });
  return {
    place,
    heading,
    sheet: cell?.sheet ?? null,
    cell: cell === null ? null : a1(cell),
    line,
    text: mention.text,
    kind: mention.kind,
    start: mention.start,
    state,
    source: field?.state === "linked" ? field.source : null,
    offers: offers.map(offer),
    question: question === null ? null : offer(question),
    // The whole line as the report prints it, where that differs.
    now: stale.find((each) => each.place === place && each.was === line)?.now ?? null,
  };
}
