import { describe, expect, it } from "@jest/globals";
import { certainFixes, fixesOf } from "../../src/jobs/fixes.js";
import { evaluate, findingsOf, ruleSetOf } from "../../src/rules/evaluate.js";
import type { TypedValues } from "../support/report-builder.js";
import { buildReport } from "../support/report-builder.js";

/** What can be pressed for each cell that cannot be read. */
function unreadable(values: TypedValues) {
  const report = buildReport("hai-duong-2022", values);
  const findings = findingsOf(evaluate(ruleSetOf(report.edition), { report, earlier: null })).filter(
    ({ rule }) => rule === "value.type",
  );
  return { report, findings, fixes: findings.map((finding) => fixesOf(finding, report)) };
}

describe("a number with its unit typed behind it", () => {
  it("is put right by one press, and by the button for many", () => {
    const { report, findings, fixes } = unreadable({ "1/1": "25 văn bản", "3/1.4": "139 TTHC" });
    expect(fixes.flat().map(({ from, to, edit }) => [from, to, edit.value])).toEqual([
      ['"25 văn bản"', "25", 25],
      ['"139 TTHC"', "139", 139],
    ]);
    expect(certainFixes(findings, report)).toHaveLength(2);
  });

  it("that reads in two ways has a press for each, and none for many", () => {
    const { report, findings, fixes } = unreadable({ "6/1.2": "2.014 triệu đồng" });
    expect(fixes.flat().map(({ to }) => to)).toEqual(["2.014", "2,014"]);
    expect(certainFixes(findings, report)).toEqual([]);
  });

  it("has none where more is said than the unit: only she knows", () => {
    const { fixes } = unreadable({ "1/1": "khoảng 25", "3/1.4": "139 (tạm tính)" });
    expect(fixes).toEqual([[], []]);
  });
});
