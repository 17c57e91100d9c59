import { findIndicator, isAmount } from "../../src/forms/indicators.js";
import type { Report } from "../../src/report/report.js";
import { Chance } from "./chance.js";

/** A year whose first half was reported before: work goes on, plans grow, what is done of them too. */
export function withEarlier(report: Report, seed: number): readonly [Report, Report] {
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
