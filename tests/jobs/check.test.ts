import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { judge } from "../../src/jobs/check.js";
import { countFindings, groupFindings, groupKey } from "../../src/jobs/group-findings.js";
import { changedCells } from "../../src/report/changed-cells.js";
import type { Report } from "../../src/report/report.js";
import { reportOf, reportWith } from "../support/check.js";
import { edition, thanhMienData } from "../support/report-data.js";

const forms = edition("tu-ky-2023").forms;
const rows = forms.flatMap((form) =>
  form.indicators
    .filter((indicator) => indicator.kind !== "heading")
    .map((indicator) => `${form.number}/${indicator.code}`),
);
const typed = fc.dictionary(
  fc.constantFrom(...rows),
  fc.oneof(fc.integer({ min: -5, max: 200 }), fc.constantFrom("3.000", "67,1", "không rõ", "Không", "")),
  { maxKeys: 40 },
);

describe("judging a report after an edit", () => {
  it("gives exactly what judging it from the start gives", () => {
    fc.assert(
      fc.property(typed, typed, (before, after) => {
        const earlier = judge(reportWith("tu-ky-2023", before), null);
        const report = reportWith("tu-ky-2023", after);
        const [again, fresh] = [judge(report, earlier), judge(report, null)];
        expect(again.findings).toEqual(fresh.findings);
        expect(again.summary).toEqual(fresh.summary);
      }),
      { numRuns: 60 },
    );
  });

  it("keeps the very findings that say the same, whoever stands before or after them", () => {
    const wrong = { "1/1": "không rõ", "2/1": -1, "3/3.3.1": 5, "3/3.3": 250 };
    const earlier = judge(reportWith("tu-ky-2023", wrong), null);
    const known = new Set(earlier.findings);
    const again = judge(reportWith("tu-ky-2023", wrong), earlier);
    expect(again.findings).toBe(earlier.findings);

    const edited = judge(reportWith("tu-ky-2023", { ...wrong, "2/1": 1.5 }), earlier);
    const others = edited.findings.filter((finding) => !known.has(finding));
    expect(others.map(({ rule }) => rule)).toEqual(["value.integer"]);
    const mended = judge(reportWith("tu-ky-2023", { "3/3.3.1": 5, "3/3.3": 250 }), earlier);
    expect(mended.findings.filter((finding) => !known.has(finding)).map(({ rule }) => rule)).toEqual([
      "value.missing",
      "value.missing",
    ]);
  });

  it("keeps no finding whose numbers are others", () => {
    const at = (share: number) =>
      reportWith("tu-ky-2023", { "3/3.3.1": 922, "3/3.3.2": 905, "3/3.3": share });
    const ratio = ({ findings }: ReturnType<typeof judge>) =>
      findings.find(({ rule }) => rule === "ratio.mismatch");
    const earlier = judge(at(95), null);
    expect(ratio(judge(at(95), earlier))).toBe(ratio(earlier));
    expect(ratio(judge(at(96), earlier))).toMatchObject({ actual: 96, expected: 98.16 });
  });

  it("starts anew when the workbook turns out to hold another edition", () => {
    const earlier = judge(reportWith("tu-ky-2023", { "1/1": 5 }), null);
    const report = reportOf("hai-duong-2022", thanhMienData);
    expect(judge(report, earlier).findings).toEqual(judge(report, null).findings);
  });

  it("compares with the earlier period, also when that or the period changes", () => {
    const at = (period: string, done: number) =>
      reportWith("tu-ky-2023", { "1/2.1": 25, "1/2.2": done }, { period, year: 2023 });
    const since = (earlier: Report) => ({ earlier, lastYear: null });
    const decreases = (judgement: ReturnType<typeof judge>) =>
      judgement.findings.filter(({ rule }) => rule === "period.decrease").length;
    const alone = judge(at("year", 20), null);
    const compared = judge(at("year", 20), alone, since(at("quarter-3", 22)));
    const corrected = judge(at("year", 20), compared, since(at("quarter-3", 19)));
    const another = judge(at("quarter-1", 20), compared, since(at("quarter-3", 22)));
    expect([alone, compared, corrected, another].map(decreases)).toEqual([0, 1, 0, 0]);
    expect(decreases(judge(at("year", 20), compared, since(at("quarter-3", 22))))).toBe(1);
    expect(decreases(judge(at("year", 20), compared))).toBe(0);
  });

  it("finds the one cell that changed", () => {
    const before = reportWith("tu-ky-2023", { "1/1": 5, "1/2.1": 7 });
    const after = reportWith("tu-ky-2023", { "1/1": 6, "1/2.1": 7 });
    expect(changedCells(before.values, after.values)).toEqual(["1/1"]);
    expect(changedCells(after.values, after.values)).toEqual([]);
  });

  it("takes a number stored as text for another reading than the number", () => {
    const before = reportWith("tu-ky-2023", { "1/1": 5 });
    const after = reportWith("tu-ky-2023", { "1/1": "5" });
    expect(changedCells(before.values, after.values)).toEqual(["1/1"]);
  });
});

describe("grouping findings", () => {
  const judgement = judge(reportOf("hai-duong-2022", thanhMienData), null);
  const groups = groupFindings(judgement);

  it("makes one group for the information and one per form, in order", () => {
    expect(groups.map(({ subject }) => groupKey(subject))).toEqual([
      "general",
      "form-1",
      "form-2",
      "form-3",
      "form-4",
      "form-5",
      "form-6",
      "form-7",
    ]);
  });

  it("loses no finding and counts each once", () => {
    const total = countFindings(judgement.findings);
    for (const name of ["error", "warning", "missing", "info"] as const) {
      expect(groups.reduce((sum, { counts }) => sum + counts[name], 0)).toBe(total[name]);
    }
    expect(total.error + total.warning + total.missing + total.info).toBe(judgement.findings.length);
  });

  it("counts filled rows as the summary does", () => {
    const sum = (of: "filled" | "required") =>
      groups
        .filter(({ subject }) => subject.kind === "form")
        .reduce((total, { filling }) => total + (filling?.[of] ?? 0), 0);
    expect({ filled: sum("filled"), required: sum("required") }).toEqual({
      filled: judgement.summary.filled,
      required: judgement.summary.required,
    });
  });

  it("holds the mistake of form 3 that Thanh Miện printed: 139 above a part of 157", () => {
    const form3 = groups.find(({ subject }) => groupKey(subject) === "form-3");
    expect(form3?.findings.error.map(({ rule, actual }) => [rule, actual])).toEqual([
      ["total.mismatch", 139],
      ["part.exceeds", 157],
    ]);
  });
});
