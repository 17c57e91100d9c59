import { describe, expect, it } from "@jest/globals";
import { editionIds } from "../../src/forms/catalogue.js";
import { findIndicator, isAmount } from "../../src/forms/indicators.js";
import type { Report } from "../../src/report/report.js";
import { evaluate, findingsOf, reevaluate, ruleSetOf } from "../../src/rules/evaluate.js";
import type { Finding } from "../../src/rules/finding.js";
import { Chance } from "../support/chance.js";
import { lines, reportWith, sentences } from "../support/check.js";
import { buildConsistent, consistentReport } from "../support/consistent.js";
import { edition } from "../support/report-data.js";

/** A report beside two earlier ones at once: that of the quarter before, and that of the same period of last year. */

const ID = "tu-ky-2023";
const FLOW = "3/3.4.1";
const STATE = "4/2.1";

const REPORTS = Number(process.env.REPORTS ?? 40);

/** What is told of one row: now, in the quarter before and in the same quarter of last year; null where that is not known. */
function told(now: number, before: number | null, lastYear: number | null, row = FLOW): readonly Finding[] {
  const of = (period: string, year: number, value: number) =>
    reportWith(ID, { [row]: value }, { period, year });
  const report = of("quarter-3", 2023, now);
  return periods(
    report,
    before === null ? null : of("half-year", 2023, before),
    lastYear === null ? null : of("quarter-3", 2022, lastYear),
  );
}

function periods(report: Report, earlier: Report | null, lastYear: Report | null): readonly Finding[] {
  const findings = findingsOf(evaluate(ruleSetOf(report.edition), { report, earlier, lastYear }));
  return findings.filter(({ rule }) => rule.startsWith("period."));
}

const short = (findings: readonly Finding[]) =>
  findings.map((finding) =>
    finding.rule === "period.outlier"
      ? `${finding.severity} ${finding.against} ${finding.earlier} ${finding.lastYear ?? "-"}`
      : finding.rule,
  );

describe("a number out of line", () => {
  it.each<[string, number, number | null, number | null, readonly string[]]>([
    ["with the quarter before, the only one known", 121, 12, null, ["info earlier 12 -"]],
    ["with last year's, the only one known", 121, null, 12, ["info last-year 12 -"]],
    ["with both: told once, with both", 121, 12, 11, ["info earlier 12 11"]],
    ["exactly ten times the one", 120, 12, 11, ["warning earlier 12 11"]],
    ["exactly ten times the other", 110, 10.5, 11, ["warning earlier 10.5 11"]],
    ["a tenth of both", 12, 130, 120, ["warning earlier 130 120"]],
    ["with last year's, and far from like the quarter before", 120, 40, 12, ["warning last-year 12 -"]],
    ["with the quarter before, and far from like last year's", 120, 12, 40, ["warning earlier 12 -"]],
    ["with the one, and like the other", 120, 12, 41, []],
    ["the other way round", 120, 41, 12, []],
    ["with neither", 120, 100, 90, []],
    ["with one, where the other had none", 121, 0, 12, ["info last-year 12 -"]],
    ["with none that had any", 121, 0, 0, []],
    ["though both are small", 9, 0.5, 0.5, []],
  ])("%s: %d after %p, last year %p", (_, now, before, lastYear, expected) => {
    expect(short(told(now, before, lastYear))).toEqual(expected);
  });

  it("of a state, which does not jump, is warned of, unless it was like that a year ago", () => {
    expect(short(told(171, 17, 16, STATE))).toEqual(["warning earlier 17 16"]);
    expect(short(told(171, 17, 170, STATE))).toEqual([]);
  });

  it("is told with the periods that it was compared with, in both languages", () => {
    const [sentence] = sentences(told(121, 12, 11), edition(ID));
    expect(sentence).toBe(
      "Ô ghi 121, chênh lệch lớn so với 12 của kỳ trước và 11 của cùng kỳ năm trước. " +
        "Kiểm tra xem có gõ thừa hoặc thiếu chữ số không.",
    );
  });
});

describe("which reports count", () => {
  const at = (period: string, year: number, value: number) =>
    reportWith(ID, { [FLOW]: value, "1/2.2": value }, { period, year });

  it("last year's is told once where the earlier report is the same one", () => {
    const [lastYear, again] = [at("quarter-3", 2022, 12), at("quarter-3", 2022, 12)];
    const found = short(periods(at("quarter-3", 2023, 121), lastYear, again));
    expect(found).toEqual(["info last-year 12 -", "info last-year 12 -"]);
  });

  it("a report of another period or of two years ago is not last year's", () => {
    expect(periods(at("quarter-3", 2023, 121), null, at("half-year", 2022, 12))).toEqual([]);
    expect(periods(at("quarter-3", 2023, 121), null, at("quarter-3", 2021, 12))).toEqual([]);
  });

  it("a running total is bound by this year's report, never by last year's", () => {
    const report = at("quarter-3", 2023, 20);
    const decreases = (earlier: Report | null, lastYear: Report | null) =>
      lines(periods(report, earlier, lastYear)).filter((line) => line.startsWith("period.decrease"));
    expect(decreases(null, at("quarter-3", 2022, 22))).toEqual([]);
    expect(decreases(at("half-year", 2023, 22), at("quarter-3", 2022, 19))).toEqual([
      "period.decrease 1/2.2 warning",
    ]);
  });

  it("when last year's comes, goes or changes, its rules run again", () => {
    const set = ruleSetOf(edition(ID));
    const report = at("quarter-3", 2023, 121);
    const contexts = [null, at("quarter-3", 2022, 12), at("quarter-3", 2022, 100), null].map((lastYear) => ({
      report,
      earlier: at("half-year", 2023, 90),
      lastYear,
    }));
    let evaluation = evaluate(set, { report, earlier: null });
    for (const context of contexts) {
      evaluation = reevaluate(evaluation, context, []);
      expect(findingsOf(evaluation)).toEqual(findingsOf(evaluate(set, context)));
    }
  });
});

/** The same office at other times: states stay, work comes and goes with season and year. */
function atAnotherTime(report: Report, chance: Chance, info: object, least: number, most: number): Report {
  const values = new Map(report.values);
  for (const [key, value] of values) {
    const indicator = findIndicator(report.edition, value);
    if (indicator === null || !isAmount(indicator) || value.reading.kind !== "number") continue;
    const share = indicator.span === "moment" ? 1 : chance.int(least, most) / 100;
    const then = Math.floor(value.reading.value * share);
    values.set(key, { ...value, reading: { ...value.reading, value: then } });
  }
  return { ...report, values, info: { ...report.info, ...info } };
}

describe("consistent reports", () => {
  it.each(
    editionIds(),
  )("of %s give no warning beside two earlier ones, nor with a season behind them", (id) => {
    for (let seed = 1; seed <= REPORTS; seed++) {
      const chance = new Chance(seed + 77);
      const built = buildConsistent(id, consistentReport(id, seed), {
        formulas: seed % 2 === 0,
        tables: true,
      });
      const report = { ...built, info: { ...built.info, period: "quarter-3", year: 2023 } } as const;
      const before = { period: "half-year", year: 2023 };
      const year = { period: "quarter-3", year: 2022 };
      const lastYear = atAnotherTime(report, chance, year, 60, 160);
      const found = [
        ...periods(report, atAnotherTime(report, chance, before, 20, 100), lastYear),
        ...periods(report, atAnotherTime(report, chance, before, 5, 100), lastYear),
      ];
      const wrong = found.filter(({ severity }) => severity !== "info");
      expect({ seed, wrong: [...lines(wrong), ...sentences(wrong, edition(id))] }).toEqual({
        seed,
        wrong: [],
      });
    }
  });
});
