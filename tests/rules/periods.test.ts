import { describe, expect, it } from "@jest/globals";
import type { Edition } from "../../src/forms/schema.js";
import type { ReportInfo } from "../../src/report/report.js";
import { evaluate, findingsOf, reevaluate, ruleSetOf } from "../../src/rules/evaluate.js";
import { containsEarlier, isSameOfLastYear } from "../../src/rules/periods.js";
import type { Day } from "../../src/values/day.js";
import { check } from "../support/check.js";
import { buildReport } from "../support/report-builder.js";
import { smallEdition } from "../support/small-edition.js";

/** What a report owes to an earlier one: a row, a number then, a number now. */

const day = (text: string): Day => {
  const [year = 0, month = 0, date = 0] = text.split("-").map(Number);
  return { year, month, day: date };
};
const window = (from: string, to: string) => ({ from: day(from), to: day(to) });
const edition = smallEdition([
  { code: "1" },
  { code: "2", span: "cumulative" },
  { code: "3", span: "moment" },
  { code: "4", kind: "ratio" },
]);

const firstHalf: Partial<ReportInfo> = {
  ...{ period: "half-year", year: 2023 },
  ...window("2022-12-15", "2023-06-14"),
};
const year: Partial<ReportInfo> = {
  ...{ period: "year", year: 2023 },
  ...window("2022-12-15", "2023-12-14"),
};
const quarter3: Partial<ReportInfo> = {
  ...{ period: "quarter-3", year: 2023 },
  ...window("2023-06-15", "2023-09-14"),
};

/** What is told of a row that held a number then and another now. */
function told(
  code: string,
  [then, now]: readonly [number | null, number | null],
  [infoThen, infoNow]: readonly [Partial<ReportInfo>, Partial<ReportInfo>],
  other: Edition = edition,
) {
  const values = (value: number | null) => (value === null ? {} : { [`1/${code}`]: value });
  const { findings } = check(
    buildReport(edition, values(now), infoNow),
    buildReport(other, values(then), infoThen),
  );
  return findings.flatMap((finding) => {
    if (finding.rule === "period.decrease") return [`${finding.severity}: falls ${finding.counts}`];
    return finding.rule === "period.outlier" ? [`${finding.severity}: jumps against ${finding.against}`] : [];
  });
}

describe("a number that fell", () => {
  it.each([
    ["1", [9, 8], ["warning: falls in-window"]],
    ["1", [9, 9], []],
    ["1", [9, 10], []],
    ["2", [9, 8], ["warning: falls since-new-year"]],
    ["2", [9, 9], []],
    ["3", [9, 8], []],
    ["4", [9, 8], []],
    ["1", [null, 8], []],
    ["1", [9, null], []],
    // Dust of binary fractions is nothing.
    ["2", [9.000000000000002, 9], []],
  ] as const)("in row %s, from %j", (code, numbers, expected) => {
    expect(told(code, numbers, [firstHalf, year])).toEqual(expected);
  });

  it("matters for a flow only where its days are counted again, for a sum of the year in any later period", () => {
    expect(told("1", [9, 8], [firstHalf, quarter3])).toEqual([]);
    expect(told("2", [9, 8], [firstHalf, quarter3])).toEqual(["warning: falls since-new-year"]);
    expect(told("2", [9, 8], [quarter3, firstHalf])).toEqual([]);
    expect(told("2", [9, 8], [firstHalf, { ...year, year: 2024 }])).toEqual([]);
  });

  it("says nothing against other forms", () => {
    const other = { ...edition, id: "other" };
    expect(told("1", [9, 8], [firstHalf, year], other)).toEqual([]);
    expect(told("3", [3, 300], [firstHalf, year], other)).toEqual([]);
  });
});

describe("a number that jumped", () => {
  const lastYear = { ...year, year: 2022, ...window("2021-12-15", "2022-12-14") };

  it.each([
    // Exactly ten times is a zero too many; a flow may grow by more, a state does not.
    ["1", [3, 30], ["warning: jumps against earlier"]],
    ["1", [3, 29], []],
    ["1", [3, 31], ["info: jumps against earlier"]],
    ["3", [3, 31], ["warning: jumps against earlier"]],
    ["3", [3, 29], []],
    ["3", [31, 3], ["warning: jumps against earlier"]],
    ["3", [29, 3], []],
    // Both are small, or one is nothing.
    ["3", [1, 9], []],
    ["3", [0.5, 9], []],
    ["3", [1, 10], ["warning: jumps against earlier"]],
    ["3", [0, 500], []],
    ["3", [500, 0], []],
    ["4", [3, 30], []],
  ] as const)("in row %s, from %j", (code, numbers, expected) => {
    expect(told(code, numbers, [firstHalf, quarter3])).toEqual(expected);
  });

  it("against the same period of the year before, where that is known", () => {
    expect(told("3", [3, 300], [lastYear, year])).toEqual(["warning: jumps against last-year"]);
    expect(told("3", [3, 300], [{ ...lastYear, year: 2021 }, year])).toEqual([
      "warning: jumps against earlier",
    ]);
  });
});

describe("another earlier report", () => {
  const set = ruleSetOf(edition);
  const filed = (value: number, info: Partial<ReportInfo> = firstHalf, of: Edition = edition) =>
    buildReport(of, { "1/1": value, "1/2": value, "1/3": value }, info);
  const report = buildReport(edition, { "1/1": 8, "1/2": 8, "1/3": 90 }, year);

  it.each([
    ["with other numbers", filed(9), filed(7)],
    ["of another period", filed(9), filed(9, { ...year, year: 2022 })],
    ["of other days", filed(9), filed(9, { ...firstHalf, ...window("2021-12-15", "2022-06-14") })],
    ["of other forms", filed(9), filed(9, firstHalf, { ...edition, id: "other" })],
    ["that is none", filed(9), null],
  ] as const)("%s is compared anew, and so is the one after it", (_, first, second) => {
    for (const known of ["earlier", "lastYear"] as const) {
      for (const [from, to] of [
        [first, second],
        [second, first],
      ] as const) {
        const context = { report, earlier: null, lastYear: null };
        const now = { ...context, [known]: to };
        const stepped = reevaluate(evaluate(set, { ...context, [known]: from }), now, []);
        expect(findingsOf(stepped)).toEqual(findingsOf(evaluate(set, now)));
      }
    }
    const told = (earlier: typeof second) => findingsOf(evaluate(set, { report, earlier }));
    expect(told(first)).not.toEqual(told(second));
  });
});

const of = (info: Partial<ReportInfo>) => buildReport(edition, {}, info);

describe("the same period of the year before", () => {
  it.each<[Partial<ReportInfo>, Partial<ReportInfo>, boolean]>([
    [{ period: "year", year: 2022 }, { period: "year", year: 2023 }, true],
    [{ period: "year", year: 2023 }, { period: "year", year: 2023 }, false],
    [{ period: "year", year: 2024 }, { period: "year", year: 2023 }, false],
    [{ period: "half-year", year: 2022 }, { period: "year", year: 2023 }, false],
    [{ period: null, year: 2022 }, { period: null, year: 2023 }, false],
    [{ period: "year", year: null }, { period: "year", year: null }, false],
    [{ period: "year", year: -1 }, { period: "year", year: null }, false],
  ])("%j before %j: %s", (then, now, expected) => {
    expect(isSameOfLastYear(of(now), of(then))).toBe(expected);
  });
});

describe("days that are counted again", () => {
  const whole = window("2023-01-10", "2023-06-20");

  it.each<[string, Partial<ReportInfo>, boolean]>([
    ["the same days", whole, false],
    ["from the same day on", window("2023-01-10", "2023-06-19"), true],
    ["up to the same day", window("2023-01-11", "2023-06-20"), true],
    ["in between", window("2023-02-01", "2023-03-01"), true],
    ["begun a day before", window("2023-01-09", "2023-06-19"), false],
    ["ended a day later", window("2023-01-11", "2023-06-21"), false],
    ["without a first day", { from: null, to: day("2023-06-19") }, false],
    ["without a last day", { from: day("2023-01-11"), to: null }, false],
  ])("%s", (_, then, expected) => {
    expect(containsEarlier(of(whole), of(then))).toBe(expected);
  });

  it("are not known while the report does not say its own", () => {
    const then = of(window("2023-01-10", "2023-06-19"));
    expect(containsEarlier(of({ ...whole, from: null }), then)).toBe(false);
    expect(containsEarlier(of({ ...whole, to: null }), then)).toBe(false);
  });
});
