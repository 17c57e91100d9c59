import { describe, expect, it } from "@jest/globals";
import type { IndicatorKey } from "../../src/forms/indicators.js";
import type { XlsxWorkbook } from "../../src/hosts/xlsx/open.js";
import { staleLines, updateTexts } from "../../src/jobs/fresh-texts.js";
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
async function section(book: XlsxWorkbook, wanted = "assigned"): Promise<string> {
  const { written } = await read(book);
  const paragraphs = written.narrative.sections.find(({ id }) => id === wanted)?.paragraphs ?? [];
  return paragraphs
    .filter(({ origin }) => origin === "own")
    .flatMap(({ runs }) => runs.map(({ text }) => text))
    .join("");
}

async function typeIn(book: XlsxWorkbook, key: IndicatorKey, value: number): Promise<void> {
  const cell = (await read(book)).book.report.values.get(key)?.address;
  if (!cell) throw new Error(`no cell ${key}`);
  valueOfResult(await book.write([{ cell, value }]));
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

describe("money in her text, in another unit than its cell's", () => {
  const MONEY =
    "UBND thị trấn được giao kế hoạch được giao 3 tỷ đồng vốn đầu tư công, đã thực hiện 2,014 tỷ đồng.";

  it("is offered the cells that hold as much, at most three, and joined to none by itself", async () => {
    const book = await bookWith({ finance: MONEY });
    expect(
      (await read(book)).all.map(({ mention: { text }, state, offers }) => [text, state, offers[0]?.words]),
    ).toEqual([
      ["3 tỷ đồng", "open", "Biểu mẫu 6, dòng 1.1 (Kế hoạch được giao)"],
      ["2,014 tỷ đồng", "open", "Biểu mẫu 6, dòng 1.2 (Đã thực hiện)"],
    ]);
    for (const { offers } of (await read(book)).all) expect(offers.length).toBeLessThanOrEqual(3);
  });

  it("follows its cell in her unit", async () => {
    const book = await bookWith({ finance: MONEY });
    for (const text of ["3 tỷ đồng", "2,014 tỷ đồng"]) {
      await answer(book, text, (about) => ({ kind: "link", source: sourceOf(about).source }));
    }
    await typeIn(book, "6/1.2", 2451);
    expect(await section(book, "finance")).toBe(MONEY.replace("2,014", "2,451"));
  });

  it("contradicts a cell that holds another amount; each way out keeps the units apart", async () => {
    const said = "[Thay] UBND thị trấn đã thực hiện 1,8 tỷ đồng.";
    const book = await bookWith({ finance: said });
    const about = await mention(book, "1,8 tỷ đồng");
    expect([about.question?.words, about.question?.text]).toEqual([
      "Biểu mẫu 6, dòng 1.2 (Đã thực hiện)",
      "2,014 tỷ đồng",
    ]);
    const other = await bookWith({ finance: said });
    await answer(book, "1,8 tỷ đồng", (mention) => {
      const { source, text } = sourceOf(mention);
      return { kind: "text", source, text };
    });
    expect(await typed(book, "finance")).toBe("[Thay] UBND thị trấn đã thực hiện 2,014 tỷ đồng.");
    await answer(other, "1,8 tỷ đồng", (mention) => {
      const { source, cell } = sourceOf(mention);
      if (cell === null) throw new Error("no cell");
      return { kind: "cell", source, cell };
    });
    expect((await read(other)).book.report.values.get("6/1.2")?.cell.value).toBe(1800);
    expect((await mention(other, "1,8 tỷ đồng")).state).toBe("linked");
  });
});

describe("words that say there is none", () => {
  const NONE = "UBND thị trấn không tiếp nhận gì thêm, không có phản ánh, kiến nghị nào về quy định TTHC.";

  it("are offered the cells that hold 0, and nothing where no cell fits", async () => {
    const book = await bookWith({ petitions: NONE, management: "Trong kỳ không có khó khăn, vướng mắc." });
    const { all } = await read(book);
    expect(all.map(({ mention: { text }, offers }) => [text, offers[0]?.words])).toEqual([
      [
        "không có",
        "Biểu mẫu 3, dòng 3.4.1 (Tổng số PAKN đã tiếp nhận (trực tiếp hoặc do cơ quan có thẩm quyền chuyển đến))",
      ],
    ]);
  });

  it("are marked to be mended when their cell holds some", async () => {
    const book = await bookWith({ petitions: NONE });
    await answer(book, "không có", (about) => ({ kind: "link", source: sourceOf(about).source }));
    expect((await mention(book, "không có")).field).toMatchObject({ state: "linked", relation: "zero" });
    await typeIn(book, "3/3.4.1", 1);
    expect((await read(book)).written.narrative.outdated.map(({ note }) => note)).toEqual([
      "Biểu mẫu 3, dòng 3.4.1 (Tổng số PAKN đã tiếp nhận (trực tiếp hoặc do cơ quan có thẩm quyền chuyển đến)) ghi 01. Sửa cả câu hoặc sửa số liệu.",
    ]);
  });

  it("are asked about beside a cell that holds some, with both ways out", async () => {
    const text = "[Thay] Kỳ này không có nhiệm vụ nào đã hoàn thành đúng hạn.";
    const book = await bookWith({ assigned: text });
    const about = await mention(book, "không có");
    expect([about.question?.words, about.question?.text]).toEqual([
      "Biểu mẫu 1, dòng 4.2 (Số nhiệm vụ đã hoàn thành đúng hạn)",
      "62",
    ]);
    const other = await bookWith({ assigned: text });
    await answer(book, "không có", (mention) => {
      const { source, text: number } = sourceOf(mention);
      return { kind: "text", source, text: number };
    });
    expect(await typed(book, "assigned")).toBe("[Thay] Kỳ này có 62 nhiệm vụ đã hoàn thành đúng hạn.");
    expect((await mention(book, "62")).field).toMatchObject({ state: "linked", relation: "equals" });
    await answer(other, "không có", (mention) => {
      const { source, cell } = sourceOf(mention);
      if (cell === null) throw new Error("no cell");
      return { kind: "cell", source, cell };
    });
    expect((await read(other)).book.report.values.get("1/4.2")?.cell.value).toBe(0);
  });
});

describe("a cell of hers that still shows a number which the workbook has changed", () => {
  const TEXT =
    "[Chưa rà soát]\n[Thay] Quý III năm 2023 làm như sau:\n\n- UBND thị trấn đã hoàn thành đúng hạn 62 nhiệm vụ được giao, trong tổng số 62 nhiệm vụ.\n- Không có vướng mắc.";

  async function joined(): Promise<XlsxWorkbook> {
    const book = await bookWith({ assigned: TEXT });
    for (const [which, code] of [
      [0, "4.2"],
      [1, "4.1"],
    ] as const) {
      const { book: forms, all } = await read(book);
      const about = all.filter(({ mention: { text } }) => text === "62")[which];
      if (about === undefined) throw new Error("no 62");
      const source = { kind: "row", form: 1, code } as const;
      expect((await answerMention(book, forms, about, { kind: "link", source })).kind).toBe("kept");
    }
    return book;
  }

  it("is told beside what the report prints", async () => {
    const book = await joined();
    const { book: before, written: same } = await read(book);
    expect(staleLines(before, same)).toEqual([]);
    await typeIn(book, "1/4.2", 59);
    const { book: forms, written } = await read(book);
    expect(staleLines(forms, written).map(({ place, was, now }) => [place, was, now])).toEqual([
      [
        "assigned",
        "UBND thị trấn đã hoàn thành đúng hạn 62 nhiệm vụ được giao, trong tổng số 62 nhiệm vụ.",
        "UBND thị trấn đã hoàn thành đúng hạn 59 nhiệm vụ được giao, trong tổng số 62 nhiệm vụ.",
      ],
    ]);
    expect(await typed(book, "assigned")).toBe(TEXT);
  });

  it("is brought up to date where she wishes: nothing else of the text changes and all stays joined", async () => {
    const book = await joined();
    await typeIn(book, "1/4.2", 59);
    const { book: forms, written } = await read(book);
    const rows = forms.report.confirmations.length;
    expect((await updateTexts(book, forms, written)).kind).toBe("updated");
    expect(await typed(book, "assigned")).toBe(TEXT.replace("62", "59"));
    const { book: after, written: again, all } = await read(book);
    expect(staleLines(after, again)).toEqual([]);
    expect(again.narrative.lost).toEqual([]);
    expect(after.report.confirmations).toHaveLength(rows);
    expect(all.map(({ mention: { text }, state }) => [text, state])).toEqual([
      ["Quý III năm 2023", "open"],
      ["59", "linked"],
      ["62", "linked"],
    ]);
    await typeIn(book, "1/4.2", 60);
    expect(await section(book)).toContain("60 nhiệm vụ được giao, trong tổng số 62 nhiệm vụ");
  });

  it("stays as she wrote it where the whole sentence is to be mended", async () => {
    const book = await bookWith({ assigned: "[Thay] Toàn bộ 62 nhiệm vụ đã hoàn thành đúng hạn." });
    await answer(book, "62", () => ({ kind: "link", source: { kind: "row", form: 1, code: "4.2" } }));
    await typeIn(book, "1/4.2", 59);
    const { book: forms, written } = await read(book);
    expect(written.narrative.outdated).toHaveLength(1);
    expect(await updateTexts(book, forms, written)).toEqual({ kind: "updated", lines: [] });
    expect(await typed(book, "assigned")).toBe("[Thay] Toàn bộ 62 nhiệm vụ đã hoàn thành đúng hạn.");
  });

  it("of two lines alike the one that was meant is corrected", async () => {
    const line = "Đã hoàn thành đúng hạn 59 nhiệm vụ.";
    const book = await bookWith({ assigned: `[Thay] ${line}\n${line}` });
    const { book: forms, all } = await read(book);
    const second = all[1];
    if (second === undefined) throw new Error("one mention only");
    const { source, text } = sourceOf(second);
    expect((await answerMention(book, forms, second, { kind: "text", source, text })).kind).toBe("kept");
    expect(await typed(book, "assigned")).toBe(`[Thay] ${line}\n${line.replace("59", "62")}`);
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
