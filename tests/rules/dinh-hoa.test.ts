import { describe, expect, it } from "@jest/globals";
import { deriveRules } from "../../src/rules/derive.js";
import type { CellValue } from "../../src/values/cell.js";
import { check, lines, reportWith, sentences } from "../support/check.js";
import { edition } from "../support/report-data.js";

const dinhHoa = edition("dinh-hoa-2025");

/** Findings on given rows only, without the many "missing" of an empty report. */
function on(rows: Readonly<Record<string, CellValue>>) {
  const found = check(reportWith(dinhHoa.id, rows)).findings.filter(
    ({ rule }) => rule !== "value.missing" && !rule.startsWith("info."),
  );
  return { lines: lines(found), sentences: sentences(found, dinhHoa) };
}

describe("a ratio that says by how much something was reduced (row 4.1.5)", () => {
  it("is (a - b) / a", () => {
    expect(on({ "4/4.1.5": 25, "4/4.1.5.a": 40, "4/4.1.5.b": 30 }).lines).toEqual([]);
    expect(on({ "4/4.1.5": 75, "4/4.1.5.a": 40, "4/4.1.5.b": 30 })).toEqual({
      lines: ["ratio.mismatch 4/4.1.5 error"],
      sentences: ["Tỷ lệ ghi 75 nhưng (40 - 30) / 40 = 25%. Sửa tỷ lệ hoặc hai số thành phần."],
    });
  });

  it("is asked for once both its rows are filled", () => {
    expect(on({ "4/4.1.5.a": 40, "4/4.1.5.b": 30 })).toEqual({
      lines: ["ratio.missing 4/4.1.5 warning"],
      sentences: ["Tỷ lệ để trống trong khi đã có đủ hai số thành phần: (40 - 30) / 40 = 25%. Ghi 25."],
    });
  });

  it("cannot be stated where there was nothing to reduce", () => {
    expect(on({ "4/4.1.5": 25, "4/4.1.5.a": 0, "4/4.1.5.b": 0 }).lines).toEqual([
      "ratio.undefined 4/4.1.5 warning",
    ]);
  });

  it("cannot end above where it began", () => {
    expect(on({ "4/4.1.5.a": 30, "4/4.1.5.b": 40 }).lines).toContain("part.exceeds 4/4.1.5.b error");
  });
});

describe("rows without an STT", () => {
  it("are named by their words in every sentence", () => {
    expect(on({ "3/3.1.3": 139, "3/3.1.3.b": 157 }).sentences).toEqual([
      'Tổng ghi 139 nhưng dòng "Số TTHC cấp huyện" + "Số TTHC cấp xã": 0 + 157 = 157. Sửa tổng hoặc dòng thành phần.',
      "Ô ghi 157, lớn hơn 139 ở dòng 3.1.3. Số thành phần không thể lớn hơn tổng. Kiểm tra cả hai ô.",
    ]);
    expect(on({ "3/3.2.1.b": 16, "3/3.2.1.c": 17 }).sentences).toEqual([
      'Ô ghi 17, lớn hơn 16 ở dòng "Số TTHC đang cung cấp trực tuyến mức độ 3". ' +
        "Số thành phần không thể lớn hơn tổng. Kiểm tra cả hai ô.",
    ]);
  });
});

describe("its rules", () => {
  const rules = deriveRules(dinhHoa);
  const rowsOf = (id: string) =>
    rules.filter((rule) => rule.id === id).map((rule) => `${rule.form}/${rule.code}`);

  it("follow from the declarations", () => {
    expect(rowsOf("ratio.mismatch")).toEqual([
      ...["1/1.1", "1/1.2.3", "2/2.4", "3/3.2.1", "3/3.2.2", "3/3.2.3", "3/3.2.4", "3/3.2.5"],
      ...["3/3.4.1", "3/3.4.2", "4/4.1.5", "6/6.1"],
    ]);
    expect(rowsOf("total.mismatch")).toEqual(["3/3.1.3", "3/3.2.3.a", "6/6.2.1", "6/6.2.4"]);
    expect(rowsOf("value.heading")).toHaveLength(22);
  });

  it("never ask a commune for the rows of the district", () => {
    const asked = new Set(rowsOf("value.missing"));
    for (const row of ["1/1.2.1", "2/2.2", "3/3.4.1.a", "4/4.1.1", "4/4.1.5.a", "5/5.3", "7/7.6.1"]) {
      expect(asked).not.toContain(row);
    }
    expect(asked).toContain("3/3.2.1.a");
  });
});

describe("shares of documents sent without paper and with it (7.5.2.a, 7.5.2.b)", () => {
  it("tell of one another: 1 beside 99 is no 100 %", () => {
    expect(on({ "7/7.5.2.a": 99, "7/7.5.2.b": 1 }).lines).toEqual([]);
    // Both cut: 98.5 and 1.5.
    expect(on({ "7/7.5.2.a": 98, "7/7.5.2.b": 1 }).lines).toEqual([]);
    expect(on({ "7/7.5.2.a": 97, "7/7.5.2.b": 0.9 }).lines).toContain("value.fraction 7/7.5.2.b warning");
    expect(on({ "7/7.5.2.a": 100, "7/7.5.2.b": 0 }).lines).toEqual([]);
    expect(on({ "7/7.5.2.a": 0, "7/7.5.2.b": 1 }).lines).toContain("value.fraction 7/7.5.2.b warning");
  });

  it("are fractions where both are, or one stands alone", () => {
    expect(on({ "7/7.5.2.a": 0.99, "7/7.5.2.b": 0.01 }).lines).toEqual(
      expect.arrayContaining(["value.fraction 7/7.5.2.a warning", "value.fraction 7/7.5.2.b warning"]),
    );
    expect(on({ "7/7.5.2.a": 0.88 }).lines).toEqual(["value.fraction 7/7.5.2.a warning"]);
  });
});
