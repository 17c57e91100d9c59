import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { eachIndicator, findIndicator, labelOf } from "../../../../src/forms/indicators.js";
import { looseText, sameLoosely } from "../../../../src/values/loose-text.js";
import { saysLabel } from "../../../../src/workbook/reading/forms/labels.js";
import { edition } from "../../../support/report-data.js";

describe("texts that a reader takes for the same", () => {
  it.each([
    ["Số TTHC đơn giản hóa", "Số TTHC đơn giản hoá"],
    ["hòa giải", "hoà giải"],
    ["Thủ tục".normalize("NFD"), "thủ tục"],
    ["Đơn vị  tính ", "Đơn vị tính"],
    ["Số lượng/ Tỷ lệ", "Số lượng/Tỷ lệ"],
    ["UBND huyện.", "UBND huyện"],
    ["từ 30% – dưới 70%", "từ 30% - dưới 70%"],
  ])("%s = %s", (a, b) => {
    expect(sameLoosely(a, b)).toBe(true);
  });

  it.each([
    ["mức độ 3", "mức độ 4"],
    ["đúng hạn", "quá hạn"],
    ["ma", "má"],
    ["số", "sổ"],
  ])("%s is not %s", (a, b) => {
    expect(sameLoosely(a, b)).toBe(false);
  });

  it("however letters are composed and words are spaced", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" })), (words) => {
        const text = words.join(" ");
        expect(looseText(text.normalize("NFD"))).toBe(looseText(text.normalize("NFC")));
        expect(looseText(words.join("\u00a0 \n"))).toBe(looseText(text));
      }),
    );
  });
});

describe("labels", () => {
  it("of one form tell their rows apart, save where the print itself repeats a label", () => {
    const rows = [...eachIndicator(edition("hai-duong-2022"))].filter(({ form }) => form.number === 7);
    for (const { indicator } of rows) {
      const same = rows.filter((row) => saysLabel(labelOf(row.indicator, "UBND huyện"), indicator));
      expect(same.map((row) => row.indicator.code)).toEqual([indicator.code]);
    }
  });

  it("stay the same whichever superior they name", () => {
    const row = findIndicator(edition("tu-ky-2023"), { form: 1, code: "4" });
    if (row === null) throw new Error("form 1 has no row 4");
    expect(saysLabel("Thực hiện nhiệm vụ của UBND huyện, Chủ tịch UBND huyện giao", row)).toBe(true);
    expect(saysLabel("Thực hiện nhiệm vụ của UBND tỉnh, Chủ tịch UBND tỉnh giao.", row)).toBe(true);
    expect(saysLabel("Thực hiện nhiệm vụ của UBND tỉnh", row)).toBe(false);
  });
});
