import { describe, expect, it } from "@jest/globals";
import type { XlsxWorkbook } from "../../src/hosts/xlsx/open.js";
import { type FormsBook, open } from "../../src/jobs/open.js";
import { answerMention, type MentionAnswer, type OwnMention, ownMentions } from "../../src/jobs/own-text.js";
import { type WrittenReport, writeReport } from "../../src/jobs/report.js";
import { ownTextPlaces } from "../../src/narrative/own-text-places.js";
import { planReportWorkbook } from "../../src/workbook/planning/plan-workbook.js";
import { findTextCells } from "../../src/workbook/reading/read-texts.js";
import { cellText, indexSnapshot } from "../../src/workbook/snapshot-index.js";
import { valueOfResult } from "../hosts/results.js";
import { edition } from "../support/report-data.js";
import { filledBook } from "./books.js";

/** What the real report of the town says of the tasks that its superior gave, where form 1 has 62. */
const TASKS =
  "Quý III năm 2023, UBND thị trấn đã chỉ đạo các cơ quan có liên quan tham mưu việc tổ chức triển khai thực hiện theo quy định 59 nhiệm vụ đúng và trong hạn, 03 nhiệm vụ đang tiếp tục thực hiện mà UBND huyện, Chủ tịch UBND huyện giao.";

async function bookWith(texts: Readonly<Record<string, string>>): Promise<XlsxWorkbook> {
  const book = await filledBook();
  const places = ownTextPlaces("periodic");
  valueOfResult(await book.apply(planReportWorkbook(edition("hai-duong-2022"), new Map(), places)));
  const cells = findTextCells(indexSnapshot(valueOfResult(await book.capture("ours"))));
  for (const [place, text] of Object.entries(texts)) {
    const cell = cells.get(place);
    if (cell === undefined) throw new Error(`no place ${place}`);
    valueOfResult(await book.write([{ cell, value: text }]));
  }
  return book;
}

async function read(
  book: XlsxWorkbook,
): Promise<{ book: FormsBook; written: WrittenReport; all: readonly OwnMention[] }> {
  const forms = valueOfResult(await open(book));
  if (forms.kind !== "forms") throw new Error("no forms");
  const outcome = writeReport(forms);
  if (outcome.kind !== "written") throw new Error("no outline");
  return { book: forms, written: outcome.written, all: ownMentions(forms, outcome.written) };
}

async function mention(book: XlsxWorkbook, text: string): Promise<OwnMention> {
  const found = (await read(book)).all.find((each) => each.mention.text === text);
  if (found === undefined) throw new Error(`no ${text}`);
  return found;
}

async function answer(
  book: XlsxWorkbook,
  text: string,
  given: (about: OwnMention) => MentionAnswer,
): Promise<string> {
  const { book: forms } = await read(book);
  const about = await mention(book, text);
  return (await answerMention(book, forms, about, given(about))).kind;
}

function sourceOf({ question, offers }: OwnMention) {
  const found = question ?? offers[0];
  if (found === undefined) throw new Error("nothing to join");
  return found;
}

/** Her section as the report prints it. */
async function section(book: XlsxWorkbook): Promise<string> {
  const { written } = await read(book);
  const paragraphs = written.narrative.sections.find(({ id }) => id === "assigned")?.paragraphs ?? [];
  return paragraphs
    .filter(({ origin }) => origin === "own")
    .flatMap(({ runs }) => runs.map(({ text }) => text))
    .join("");
}

async function typed(book: XlsxWorkbook, place: string): Promise<string> {
  const snapshot = valueOfResult(await book.capture("ours"));
  const cell = findTextCells(indexSnapshot(snapshot)).get(place);
  return cell === undefined ? "" : cellText(indexSnapshot(snapshot).cell(cell));
}

describe("59 nhiệm vụ in her text beside 62 in form 1", () => {
  it("is asked about, once, with the row that says otherwise; what is pending is not", async () => {
    const { all } = await read(await bookWith({ assigned: `[Thay] ${TASKS}` }));
    expect(
      all.map(({ mention: { text }, question }) => [text, question?.words ?? null, question?.text ?? null]),
    ).toEqual([
      ["Quý III năm 2023", null, null],
      ["59", "Biểu mẫu 1, dòng 4.2 (Số nhiệm vụ đã hoàn thành đúng hạn)", "62"],
      ["03", null, null],
    ]);
  });

  it("is joined to nothing by itself", async () => {
    const book = await bookWith({ assigned: `[Thay] ${TASKS}` });
    expect(await section(book)).toBe(TASKS);
    expect((await read(book)).all.map(({ state }) => state)).toEqual(["open", "open", "open"]);
  });

  it("the text may be wrong: the cell's number goes into it and stays joined", async () => {
    const book = await bookWith({ assigned: `[Thay] ${TASKS}` });
    const kind = await answer(book, "59", (about) => {
      const { source, text } = sourceOf(about);
      return { kind: "text", source, text };
    });
    expect(kind).toBe("kept");
    expect(await typed(book, "assigned")).toBe(`[Thay] ${TASKS.replace("59", "62")}`);
    expect((await mention(book, "62")).state).toBe("linked");
    expect((await mention(book, "62")).question).toBeNull();
  });

  it("the cell may be wrong: her number goes into it", async () => {
    const book = await bookWith({ assigned: `[Thay] ${TASKS}` });
    await answer(book, "59", (about) => {
      const { source, cell } = sourceOf(about);
      if (cell === null) throw new Error("no cell");
      return { kind: "cell", source, cell };
    });
    const { book: forms } = await read(book);
    expect(forms.report.values.get("1/4.2")?.cell.value).toBe(59);
    expect(await section(book)).toBe(TASKS);
    expect((await mention(book, "59")).state).toBe("linked");
  });

  it.each([
    "asked",
    "history",
  ] as const)("both may be right (%s): it is not asked again, and can be taken back", async (kind) => {
    const book = await bookWith({ assigned: `[Thay] ${TASKS}` });
    await answer(book, "59", () => ({ kind }));
    expect(await mention(book, "59")).toMatchObject({ state: kind, question: null });
    await answer(book, "59", () => ({ kind: "open" }));
    expect((await mention(book, "59")).state).toBe("open");
    expect((await mention(book, "59")).question).not.toBeNull();
  });
});

describe("what her text could be joined to", () => {
  it("is offered with at most three cells, the one of the same words first", async () => {
    const book = await bookWith({
      dossiers: "Trong kỳ UBND thị trấn đã giải quyết xong 922 hồ sơ TTHC. Địa phương có 139 thủ tục.",
    });
    const offers = (await mention(book, "922")).offers.map(({ words }) => words);
    expect(offers[0]).toBe("Biểu mẫu 3, dòng 3.3.1 (Tổng số hồ sơ TTHC đã giải quyết xong)");
    expect(offers.length).toBeLessThanOrEqual(3);
  });

  it.each([
    ["Số lĩnh vực công an là 922 hồ sơ.", "922"],
    ["Đã mua 62 bộ bàn ghế.", "62"],
  ])("nothing where only the number is the same: %s", async (text, number) => {
    const book = await bookWith({ management: text });
    expect((await mention(book, number)).offers).toEqual([]);
  });

  it("periods, years and days too", async () => {
    const book = await bookWith({
      management: "Quý III năm 2023, tính đến ngày 09/9/2023, quý IV năm 2023 và năm 2022 thì khác.",
    });
    const { all } = await read(book);
    expect(all.map(({ mention: { text }, offers }) => [text, offers[0]?.words ?? null])).toEqual([
      ["Quý III năm 2023", "kỳ báo cáo"],
      ["09/9/2023", "ngày cuối của số liệu"],
      ["quý IV năm 2023", "kỳ tiếp theo"],
      ["năm 2022", "1 năm trước"],
    ]);
  });

  it("what is joined follows the workbook and carries its cell", async () => {
    const book = await bookWith({
      assigned: "[Thay] UBND thị trấn đã hoàn thành đúng hạn 62 nhiệm vụ được giao.",
    });
    await answer(book, "62", (about) => ({ kind: "link", source: sourceOf(about).source }));
    const cell = (await mention(book, "62")).offers[0]?.cell;
    if (!cell) throw new Error("no cell");
    valueOfResult(await book.write([{ cell, value: 61 }]));
    expect(await section(book)).toBe("UBND thị trấn đã hoàn thành đúng hạn 61 nhiệm vụ được giao.");
  });
});
