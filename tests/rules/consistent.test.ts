import { describe, expect, it } from "@jest/globals";
import { editionIds } from "../../src/forms/catalogue.js";
import { findIndicator, isAmount } from "../../src/forms/indicators.js";
import type { Report } from "../../src/report/report.js";
import type { Finding } from "../../src/rules/finding.js";
import { Chance } from "../support/chance.js";
import { check, lines, sentences } from "../support/check.js";
import { buildConsistent, consistentReport } from "../support/consistent.js";
import { edition } from "../support/report-data.js";

/** So many of each edition, typed whole and by formulas; REPORTS=500 makes thousands. */
const REPORTS = Number(process.env.REPORTS ?? 40);

/** A year whose first half was reported before: work goes on, plans grow, what is done of them too. */
function withEarlier(report: Report, seed: number): readonly [Report, Report] {
  const chance = new Chance(seed + 31);
  const values = new Map(report.values);
  for (const [key, value] of values) {
    const indicator = findIndicator(report.edition, value);
    if (indicator === null || !isAmount(indicator) || value.reading.kind !== "number") continue;
    // Staff and procedures hardly change; what is counted was half done, or less, by then.
    const share = indicator.span === "moment" ? 1 : chance.int(20, 100) / 100;
    const before = Math.floor(value.reading.value * share);
    values.set(key, { ...value, reading: { ...value.reading, value: before } });
  }
  const days = { from: { year: 2022, month: 12, day: 15 }, to: { year: 2023, month: 12, day: 14 } };
  return [
    { ...report, info: { ...report.info, ...days, period: "year", year: 2023 } },
    {
      ...{ ...report, values },
      info: {
        ...report.info,
        period: "half-year",
        year: 2023,
        from: days.from,
        to: { year: 2023, month: 6, day: 14 },
      },
    },
  ];
}

function isOfPeriods({ rule }: Finding): boolean {
  return rule === "period.decrease" || rule === "period.outlier";
}

describe("consistent reports", () => {
  it.each(
    editionIds().flatMap((id) => [true, false].map((formulas) => ({ id, formulas }))),
  )("of $id, formulas $formulas, give no error and no warning", ({ id, formulas }) => {
    for (let seed = 1; seed <= REPORTS; seed++) {
      const report = buildConsistent(id, consistentReport(id, seed), { formulas, tables: true });
      const [year, half] = withEarlier(report, seed);
      const findings = [...check(report).findings, ...check(year, half).findings.filter(isOfPeriods)];
      const wrong = findings.filter(
        ({ rule, severity, place }) =>
          severity !== "info" &&
          // What is left blank on purpose, and the information, which these reports have none of.
          rule !== "value.missing" &&
          place.kind !== "info",
      );
      expect({ seed, wrong: [...lines(wrong), ...sentences(wrong, edition(id))] }).toEqual({
        seed,
        wrong: [],
      });
    }
  });
});
