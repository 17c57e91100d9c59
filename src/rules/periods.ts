import type { PeriodId } from "../forms/schema.js";
import type { Report } from "../report/report.js";
import { compareDays } from "../values/day.js";
import type { RuleContext } from "./kinds/scope.js";

const ORDER: Readonly<Record<PeriodId, number>> = {
  "quarter-1": 1,
  "half-year": 2,
  "quarter-3": 3,
  year: 4,
  "multi-year": 5,
};

/** A report that another is compared with, and what it is to that one. */
interface Compared {
  readonly report: Report;
  readonly as: "earlier" | "last-year";
}

/**
 * The reports whose numbers can be put beside those of this one: the earlier one, told as what it is, and
 * that of the same period of the year before, unless they are one and the same.
 */
export function comparedReports({ report, earlier, lastYear = null }: RuleContext): readonly Compared[] {
  const known: Compared[] = [];
  if (earlier !== null && comparesWithEarlier(report, earlier)) {
    known.push({ report: earlier, as: isSameOfLastYear(report, earlier) ? "last-year" : "earlier" });
  }
  const told = known.some(({ as }) => as === "last-year");
  if (lastYear === null || told || !comparesWithEarlier(report, lastYear)) return known;
  return isSameOfLastYear(report, lastYear) ? [...known, { report: lastYear, as: "last-year" }] : known;
}

/** True when two reports fill the same forms, so that a row means the same in both. */
export function comparesWithEarlier(report: Report, earlier: Report): boolean {
  return report.edition.id === earlier.edition.id;
}

/** True when `earlier` reports an earlier period of the same year: cumulative values carry on from it. */
export function cumulatesFrom(report: Report, earlier: Report): boolean {
  const { period, year } = report.info;
  const before = earlier.info;
  if (period === null || before.period === null || year === null || year !== before.year) return false;
  return ORDER[before.period] < ORDER[period];
}

/** True when `earlier` reports the same period of the year before. */
export function isSameOfLastYear(report: Report, earlier: Report): boolean {
  const { period, year } = report.info;
  return period !== null && year !== null && earlier.info.period === period && earlier.info.year === year - 1;
}

/**
 * True when the window of `earlier` lies inside that of `report` and is shorter: what was counted in it
 * is counted again, so that a flow cannot be smaller than the part of it that was reported before.
 */
export function containsEarlier(report: Report, earlier: Report): boolean {
  const { from, to } = report.info;
  const before = earlier.info;
  if (from === null || to === null || before.from === null || before.to === null) return false;
  const [start, end] = [compareDays(from, before.from), compareDays(before.to, to)];
  return start <= 0 && end <= 0 && (start < 0 || end < 0);
}
