import { describe, expect, it } from "@jest/globals";
import { evaluate, findingsOf, ruleSetOf } from "../../src/rules/evaluate.js";
import { localize } from "../../src/rules/localize/localize.js";
import { suggestion } from "../../src/rules/suggest.js";
import type { CellValue } from "../../src/values/cell.js";
import { reportWith } from "../support/check.js";
import { edition } from "../support/report-data.js";

function suggested(id: string, rows: Readonly<Record<string, CellValue>>): readonly string[] {
  const report = reportWith(id, rows);
  const evaluation = evaluate(ruleSetOf(report.edition), { report, earlier: null });
  return localize(evaluation, findingsOf(evaluation))
    .map((defect) => suggestion(defect, edition(id)))
    .filter((text) => text !== "");
}

describe("which cell may be wrong, in a sentence", () => {
  it("names the one cell, its number and what it may have been", () => {
    const rows = {
      "3/1.4": 139,
      "3/1.4.3": 139,
      "7/6.4.1": 68,
      "7/6.4.2": 86,
      "7/6.5.2": 44,
      "7/6.6.1": 112,
    };
    expect(suggested("tu-ky-2023", rows)).toEqual(["Có thể ô này: 86 → 68 làm khớp cả 2 quy tắc."]);
  });

  it("offers both where two cells explain as much", () => {
    expect(suggested("hai-duong-2022", { "3/1.4": 139, "3/1.4.3": 157 })).toEqual([
      "Một trong các khả năng làm khớp cả 2 quy tắc: ô này: 139 → 157; dòng 1.4.3: 157 → 139.",
    ]);
  });

  it("says nothing where everything is right, or words are the trouble", () => {
    expect(suggested("tu-ky-2023", { "3/1.4": 139, "3/1.4.3": 139 })).toEqual([]);
    expect(suggested("tu-ky-2023", { "3/1.4": "nhiều" })).toEqual([]);
  });
});
