import { describe, expect, it } from "@jest/globals";
import { editionIds } from "../../../../src/forms/catalogue.js";
import { eachIndicator, findIndicator } from "../../../../src/forms/indicators.js";
import { LONGEST_ERROR, LONGEST_PROMPT, LONGEST_TITLE } from "../../../../src/values/sheet-limits.js";
import { validationOf } from "../../../../src/workbook/planning/forms/validations.js";
import { planReportWorkbook } from "../../../../src/workbook/planning/plan-workbook.js";
import { edition } from "../../../support/report-data.js";

function validation(form: number, code: string) {
  const indicator = findIndicator(edition("hai-duong-2022"), { form, code });
  return indicator === null ? null : validationOf(indicator);
}

describe("what may be typed", () => {
  it("counts are whole and not negative; the officer is asked, since she also types a dash", () => {
    expect(validation(3, "3.3.1")).toMatchObject({
      allow: { kind: "whole", minimum: 0 },
      error: { style: "warning" },
    });
  });

  it("ratios lie between 0 and 100", () => {
    expect(validation(7, "3")?.allow).toEqual({ kind: "decimal", minimum: 0, maximum: 100 });
    expect(validation(1, "2")?.prompt.message).toBe("Ô này tự tính: dòng 2.2 chia dòng 2.1. Có thể ghi đè.");
  });

  it("money is not negative and tells its unit", () => {
    expect(validation(6, "1.1")).toMatchObject({
      allow: { kind: "decimal", minimum: 0, maximum: null },
      prompt: { message: "Chỉ ghi số, đơn vị tính: Triệu đồng." },
    });
  });

  it("a choice takes its bare numbers and nothing else, and says what each means", () => {
    expect(validation(1, "5.2")).toEqual({
      allow: { kind: "list", items: ["0", "1", "2"] },
      prompt: {
        title: "Chọn một số trong danh sách",
        message: "Trực tuyến = 0; Phát phiếu = 1; Kết hợp = 2.",
      },
      error: {
        title: "Chỉ nhận số trong danh sách",
        message: "Chỉ ghi con số: Trực tuyến = 0; Phát phiếu = 1; Kết hợp = 2. Chưa rõ thì để trống.",
        style: "stop",
      },
    });
  });

  it("a row of the district says whose it is", () => {
    expect(validation(1, "3.1")?.prompt.message).toBe(
      "Số liệu của cấp huyện; UBND cấp xã không phải ghi dòng này.",
    );
  });

  it("texts too long for Excel are cut", () => {
    const choices = Array.from({ length: 12 }, (_, value) => ({
      value,
      label: `Lựa chọn rất dài số ${value} của tỉnh`,
    }));
    const found = validationOf({
      code: "1",
      label: "Nhiều lựa chọn",
      kind: "choice",
      choices,
      span: "period",
      subject: "commune",
      optional: false,
    });
    expect(found?.prompt.message.length).toBe(LONGEST_PROMPT);
    expect(found?.error.message.length).toBeLessThanOrEqual(LONGEST_ERROR);
    expect(found?.error.message.endsWith(" ...")).toBe(true);
  });

  it("group rows take anything", () => {
    expect(validation(1, "3")).toBeNull();
  });

  it("neighbouring rows of one kind share one validation", () => {
    const sheet = planReportWorkbook(edition("hai-duong-2022")).sheets[1];
    expect(sheet?.validations.map(({ area }) => [area.top, area.bottom]).slice(0, 4)).toEqual([
      [6, 6],
      [7, 7],
      [8, 9],
      [11, 12],
    ]);
  });

  it("every filled row of every edition is covered once", () => {
    for (const id of editionIds()) {
      const covered = planReportWorkbook(edition(id), new Map(), [], [])
        .sheets.slice(1)
        .flatMap((sheet) => sheet.validations.map(({ area }) => area.bottom - area.top + 1))
        .reduce((sum, rows) => sum + rows, 0);
      const filled = [...eachIndicator(edition(id))].filter(
        ({ indicator }) => indicator.kind !== "heading" && indicator.kind !== "text",
      );
      expect(covered).toBe(filled.length);
    }
  });

  it("no title or message is longer than Excel shows, no list item holds a comma", () => {
    const all = editionIds().flatMap((id) =>
      planReportWorkbook(edition(id)).sheets.flatMap((sheet) => sheet.validations),
    );
    for (const { allow, prompt, error } of all) {
      expect(prompt.title.length).toBeLessThanOrEqual(LONGEST_TITLE);
      expect(error.title.length).toBeLessThanOrEqual(LONGEST_TITLE);
      expect(prompt.message.length).toBeLessThanOrEqual(LONGEST_PROMPT);
      expect(error.message.length).toBeLessThanOrEqual(LONGEST_ERROR);
      if (allow.kind === "list") {
        expect(allow.items.join(",").split(",")).toEqual(allow.items);
        expect(allow.items.join(",").length).toBeLessThanOrEqual(255);
      }
    }
  });
});
