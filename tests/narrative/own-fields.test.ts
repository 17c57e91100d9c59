import { describe, expect, it } from "@jest/globals";
import { choiceOf, choicesOf, replacementOf, replacementPlace } from "../../src/narrative/choices.js";
import { compose, composeWithTrace } from "../../src/narrative/compose.js";
import { untoldIndicators } from "../../src/narrative/coverage.js";
import { doubtsOf } from "../../src/narrative/doubts.js";
import { defaultOutline } from "../../src/narrative/library.js";
import { anchorAt, findAnchor } from "../../src/narrative/own-fields/anchor.js";
import {
  type FieldSource,
  fieldToForget,
  fieldToKeep,
  keptFields,
  type OwnField,
} from "../../src/narrative/own-fields/field.js";
import { mentionsIn } from "../../src/narrative/own-fields/mentions.js";
import type { Narrative } from "../../src/narrative/section.js";
import type { Report } from "../../src/report/report.js";
import { evaluate, findingsOf, ruleSetOf } from "../../src/rules/evaluate.js";
import { buildReport, type TypedValues } from "../support/report-builder.js";
import { printed } from "./reports.js";

const PLACE = "assigned";
const WITHIN: FieldSource = { kind: "row", form: 1, code: "4.2" };

/** A report of quarter III of 2023 with her text in one place and words of it joined. */
function reportWith(
  text: string,
  fields: readonly { words: string; source: FieldSource; relation?: "equals" | "over" | "zero" }[],
  values: TypedValues = { "1/4.1": 62, "1/4.2": 62 },
): Report {
  const kept = fields.map(({ words, source, relation = "equals" }) => {
    const start = text.indexOf(words);
    const anchor = anchorAt(text, { start, end: start + words.length });
    return fieldToKeep({ place: PLACE, anchor, state: "linked", source, relation }, "x");
  });
  const info = {
    organization: "UBND thị trấn A",
    period: "quarter-3",
    year: 2023,
    from: { year: 2023, month: 6, day: 10 },
    to: { year: 2023, month: 9, day: 9 },
  } as const;
  return { ...buildReport("hai-duong-2022", values, info, { [PLACE]: text }), confirmations: kept };
}

function told(report: Report, clean = false): Narrative {
  return compose(defaultOutline(report.edition), report, { ...choicesOf(report), clean });
}

/** Her own paragraphs of the section. */
function own(report: Report, clean = false): readonly string[] {
  const section = told(report, clean).sections.find(({ id }) => id === PLACE);
  return (section?.paragraphs ?? [])
    .filter(({ origin }) => origin === "own")
    .map(({ runs }) => runs.map(({ text }) => text).join(""));
}

describe("what in her own text could be the workbook's", () => {
  const found = (line: string) => mentionsIn(line).map(({ kind, text }) => `${kind} ${text}`);

  it("numbers, shares, periods, years and days", () => {
    expect(
      found("Quý III năm 2023 (từ ngày 10/6/2023), đã xử lý 59 nhiệm vụ, đạt 95,16 %; năm 2022 xử lý 1.250."),
    ).toEqual([
      "period Quý III năm 2023",
      "day 10/6/2023",
      "number 59",
      "percent 95,16 %",
      "year năm 2022",
      "number 1.250",
    ]);
  });

  it("both numbers of a fraction", () => {
    expect(found("đã số hóa 552/552 hồ sơ, đạt 100%")).toEqual(["number 552", "number 552", "percent 100%"]);
  });

  it.each([
    "Kế hoạch số 13/KH-UBND ngày 14/02/2023 về công tác tuyên truyền",
    "Kế hoạch số 21^a/KH-UBND ngày 15/02/2023",
    "Quyết định số 13/2016/QĐ-UBND ngày 17/6/2016 của UBND tỉnh",
    "Kế hoạch số 10/KH-UBND ngày 14 tháng 02 năm 2023 về kiểm soát TTHC",
    "Nghị định 61/2018/NĐ-CP",
    "tiêu chuẩn TCVN ISO 9001:2015",
    "Đề án 06 và dịch vụ công mức độ 3, 4",
    "giai đoạn 2021-2025",
    "phấn đấu đạt 100% hồ sơ",
    "diện tích 474,29 ha, phòng 40m²",
    "theo khoản 2 Điều 5",
  ])("never in %s", (line) => {
    expect(found(line)).toEqual([]);
  });
});

describe("words found again by what stands beside them", () => {
  const line = "UBND thị trấn đã thực hiện 59 nhiệm vụ đúng và trong hạn, 03 nhiệm vụ đang thực hiện.";
  const anchor = anchorAt(line, { start: line.indexOf("59"), end: line.indexOf("59") + 2 });

  it.each([
    ["unchanged", line, "59"],
    ["with an edit before them", line.replace("đã thực hiện", "đã hoàn thành tốt, thực hiện"), "59"],
    ["with an edit after them", line.replace("đúng và trong hạn", "rất đúng hạn"), "59"],
  ])("%s", (_, text, words) => {
    const found = findAnchor(["Dòng khác có 59 việc.", text], anchor);
    expect(found === null ? null : text.slice(found.start, found.end)).toBe(words);
  });

  it.each([
    ["gone", line.replace("59", "60")],
    ["a part of another number", line.replace("59", "159")],
    ["both sides edited", "Đã làm 59 việc."],
    ["two places alike", `${line} ${line}`],
  ])("not when %s", (_, text) => {
    expect(findAnchor([text], anchor)).toBeNull();
  });
});

describe("her text with fields", () => {
  const TEXT = "Quý III năm 2023, UBND thị trấn đã thực hiện đúng hạn 62 nhiệm vụ.";
  const fields = [
    { words: "62", source: WITHIN },
    { words: "Quý III năm 2023", source: { kind: "period", which: "this" } },
  ] as const;

  it("reads as she wrote it while the workbook says the same, each number with its cell", () => {
    const report = reportWith(TEXT, fields);
    expect(own(report)).toEqual([TEXT]);
    const facts = told(report)
      .sections.flatMap(({ paragraphs }) => paragraphs.filter(({ origin }) => origin === "own"))
      .flatMap(({ runs }) =>
        runs.flatMap(({ text, fact }) => (fact === null ? [] : [[text, fact.value, fact.origin]])),
      );
    expect(facts).toEqual([["62", 62, { kind: "indicator", form: 1, code: "4.2" }]]);
  });

  it("takes what the workbook says now, in the way she wrote", () => {
    const report = reportWith(TEXT, fields, { "1/4.1": 62, "1/4.2": 60 });
    const later: Report = { ...report, info: { ...report.info, period: "year", year: 2023 } };
    expect(own(report)).toEqual(["Quý III năm 2023, UBND thị trấn đã thực hiện đúng hạn 60 nhiệm vụ."]);
    expect(own(later)).toEqual(["Năm 2023, UBND thị trấn đã thực hiện đúng hạn 60 nhiệm vụ."]);
  });

  it.each([
    ["5 nhiệm vụ", "5", 7, "7 nhiệm vụ"],
    ["05 nhiệm vụ", "05", 7, "07 nhiệm vụ"],
    ["05 nhiệm vụ", "05", 62, "62 nhiệm vụ"],
    ["1250 nhiệm vụ", "1250", 3400, "3400 nhiệm vụ"],
    ["1.250 nhiệm vụ", "1.250", 3400, "3.400 nhiệm vụ"],
  ])("%s becomes, with %s joined and %d in the cell, %s", (text, words, value, expected) => {
    expect(own(reportWith(`Có ${text}.`, [{ words, source: WITHIN }], { "1/4.2": value }))).toEqual([
      `Có ${expected}.`,
    ]);
  });

  it("is left whole and marked where another number in the sentence was joined to nothing", () => {
    const text = "Đã thực hiện đúng hạn 62 nhiệm vụ, 03 nhiệm vụ đang thực hiện. Không có vướng mắc.";
    const report = reportWith(text, [{ words: "62", source: WITHIN }], { "1/4.2": 60 });
    expect(own(report)).toEqual([
      "Đã thực hiện đúng hạn 62 nhiệm vụ, 03 nhiệm vụ đang thực hiện. [Cần sửa: ô số liệu ghi 60 thay cho 62. Sửa cả câu hoặc sửa số liệu.] Không có vướng mắc.",
    ]);
    expect(told(report).outdated).toEqual([
      {
        section: PLACE,
        place: PLACE,
        text: "Đã thực hiện đúng hạn 62 nhiệm vụ, 03 nhiệm vụ đang thực hiện.",
        note: "ô số liệu ghi 60 thay cho 62. Sửa cả câu hoặc sửa số liệu.",
      },
    ]);
    expect(own(report, true)).toEqual(["Không có vướng mắc."]);
  });

  it.each(["toàn bộ", "đều"])("is left whole where it says %s", (word) => {
    const report = reportWith(`${word} 62 nhiệm vụ xong.`, [{ words: "62", source: WITHIN }], {
      "1/4.2": 60,
    });
    expect(told(report).outdated).toHaveLength(1);
  });

  it.each([
    ["over", "trên 50 nhiệm vụ", "50", 51, 0],
    ["over", "trên 50 nhiệm vụ", "50", 50, 1],
    ["zero", "không có nhiệm vụ quá hạn", "không có", 0, 0],
    ["zero", "không có nhiệm vụ quá hạn", "không có", 1, 1],
  ] as const)("%s: %s beside %s in words and %d in the cell: %d to mend", (relation, text, words, value, outdated) => {
    const report = reportWith(`Kỳ này ${text}.`, [{ words, source: WITHIN, relation }], { "1/4.2": value });
    expect(told(report).outdated).toHaveLength(outdated);
  });

  it("says when the cell is blank", () => {
    expect(told(reportWith(TEXT, fields, { "1/4.1": 62 })).outdated.map(({ note }) => note)).toEqual([
      "Biểu mẫu 1, dòng 4.2 (Số nhiệm vụ đã hoàn thành đúng hạn) chưa có số liệu. Sửa cả câu hoặc sửa số liệu.",
    ]);
  });

  it("tells which words are no longer found", () => {
    const report = reportWith(TEXT, fields);
    const edited: Report = { ...report, texts: new Map([[PLACE, "Đã làm xong mọi việc."]]) };
    expect(told(edited).lost.map(({ text }) => text)).toEqual(["62", "Quý III năm 2023"]);
  });

  it("counts as told what it tells", () => {
    const without = reportWith("[Thay] Đã thực hiện 62 nhiệm vụ đúng hạn.", []);
    const withField = reportWith("[Thay] Đã thực hiện 62 nhiệm vụ đúng hạn.", [
      { words: "62", source: WITHIN },
    ]);
    const outline = defaultOutline(without.edition);
    const untold = (report: Report) =>
      untoldIndicators(outline, report).map(({ form, code }) => `${form}/${code}`);
    expect(untold(without)).toEqual(["1/4.1", "1/4.2"]);
    // The words after the direction are what the quote was taken from.
    expect(untold(withField)).toEqual(["1/4.1"]);
  });

  it("rests on its cells as composed sentences do", () => {
    const report = reportWith("Có 62,5 nhiệm vụ.", [{ words: "62,5", source: WITHIN }], { "1/4.2": 62.5 });
    const findings = findingsOf(evaluate(ruleSetOf(report.edition), { report, earlier: null }));
    const outline = defaultOutline(report.edition);
    const draft = compose(outline, report, { doubts: doubtsOf(findings) });
    expect(draft.doubtful.filter(({ sentence }) => sentence === PLACE).map(({ text }) => text)).toEqual([
      "Có 62,5 nhiệm vụ.",
    ]);
    const clean = compose(outline, report, { doubts: doubtsOf(findings), clean: true });
    expect(printed(clean, PLACE)).not.toContain("Có 62,5 nhiệm vụ.");
  });
});

describe("a sentence of hers in place of a composed one", () => {
  const report = reportWith("", []);
  const outline = defaultOutline(report.edition);
  const sentence = told(report).sections.find(({ id }) => id === PLACE)?.paragraphs[0]?.sentences?.[0] ?? "";
  const hers = "Cả 62 nhiệm vụ được giao UBND thị trấn làm xong đúng hạn.";
  const start = hers.indexOf("62");
  const field: OwnField = {
    place: replacementPlace(sentence),
    anchor: anchorAt(hers, { start, end: start + 2 }),
    state: "linked",
    source: WITHIN,
    relation: "equals",
  };
  const replaced: Report = {
    ...report,
    confirmations: [replacementOf(sentence, hers), fieldToKeep(field, "x")],
  };

  it("stands where the composed one stood, with its numbers, and is told", () => {
    const narrative = told(replaced);
    expect(printed(narrative, PLACE).join(" ")).toContain(hers);
    expect(narrative.replaced).toEqual([sentence]);
    const { told: cells } = composeWithTrace(outline, replaced, choicesOf(replaced));
    expect(cells).toContainEqual({ kind: "indicator", form: 1, code: "4.2" });
  });

  it("gives way when she takes it back, and when the sentence is declined", () => {
    expect(told({ ...replaced, confirmations: [replacementOf(sentence, "")] }).replaced).toEqual([]);
    const declined = {
      ...replaced,
      confirmations: [...replaced.confirmations, choiceOf("declined", sentence)],
    };
    expect(printed(told(declined), PLACE).join(" ")).not.toContain(hers);
  });
});

describe("fields as the workbook keeps them", () => {
  const field: OwnField = {
    place: PLACE,
    anchor: { before: "có ", exact: "62", after: " việc" },
    state: "linked",
    source: {
      kind: "computed",
      derivation: "share",
      of: [WITHIN, { kind: "table", table: "tasks", row: null, column: "a" }],
    },
    relation: "equals",
  };

  it("come back as they went", () => {
    expect(keptFields({ confirmations: [fieldToKeep(field, "Lấy theo ô")] })).toEqual([field]);
  });

  it.each([
    "",
    "{",
    '{"place":"a"}',
    '{"place":"a","anchor":{"before":"","exact":"","after":""},"state":"asked"}',
  ])("say nothing when somebody changed them to %s", (numbers) => {
    expect(keptFields({ confirmations: [{ ...fieldToKeep(field, "x"), numbers }] })).toEqual([]);
  });

  it("are forgotten by an empty reason over the same key", () => {
    expect(fieldToForget(field)).toEqual({
      finding: fieldToKeep(field, "x").finding,
      numbers: "",
      reason: "",
    });
  });
});
