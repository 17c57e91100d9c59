import { type InfoKey, infoFields } from "../report/info-fields.js";
import type { Report, ReportInfo } from "../report/report.js";
import { compareDays, type Day, shortDay, toSerial } from "../values/day.js";
import type { Severity } from "./facts.js";
import { type Finding, findingAt, type Told } from "./finding.js";

/** Findings about `Thông tin chung`: what is blank, what cannot be read, dates out of order. */
export function infoFindings(report: Report): readonly Finding[] {
  const { info } = report;
  const findings: Finding[] = [];
  const add = (severity: Severity, key: InfoKey, told: Told) =>
    findings.push(
      findingAt({ kind: "info", key, address: report.infoCells.get(key) ?? null }, severity, told),
    );

  // That there is no sheet for it is told by the layout, once.
  const told = !report.layout.some(
    (fault) => fault.kind === "sheet-missing" && fault.form === null && fault.adopted,
  );
  for (const field of infoFields) {
    if (info.unreadable.includes(field.key)) {
      add("error", field.key, { rule: "info.unreadable", actual: null, expected: null });
    } else if (field.required && told && isBlank(info, field.key)) {
      add("warning", field.key, { rule: "info.missing", actual: null, expected: null });
    }
  }
  const { from, to, year, date } = info;
  if (from !== null && to !== null && compareDays(from, to) > 0) {
    const days = { actual: shortDay(to), expected: shortDay(from) };
    add("error", "to", { rule: "info.window", ...days, against: "first-day" });
  }
  if (to !== null && year !== null && to.year !== year) {
    const years = { actual: shortDay(to), expected: String(year) };
    add("warning", "to", { rule: "info.window", ...years, against: "year" });
  }
  const end = usualEnd(report);
  const inOrder = !findings.some(({ rule }) => rule === "info.window");
  if (inOrder && to !== null && end !== null && Math.abs(toSerial(to) - toSerial(end)) > FAR_DAYS) {
    const days = { actual: shortDay(to), expected: shortDay(end) };
    add("warning", "to", { rule: "info.window", ...days, against: "period" });
  }
  if (date !== null && to !== null && isEarlierMonth(date, to)) {
    add("warning", "date", { rule: "info.date", actual: shortDay(date), expected: shortDay(to) });
  }
  return findings;
}

/** Offices close some days before or after the day of the form; so far away the data are another period's. */
const FAR_DAYS = 60;

/** The day on which the report's quarter or half-year usually closes; a year's report may be asked for early. */
function usualEnd({ edition, info: { period, year } }: Report): Day | null {
  if (year === null || period === "year" || period === "multi-year") return null;
  const to = edition.periods.find(({ id }) => id === period)?.to;
  return to === undefined ? null : { ...to, year: year + to.year };
}

/** Reports are signed in the days around the closing day; a date in an earlier month is a slip. */
function isEarlierMonth(date: Day, closing: Day): boolean {
  return date.year * 12 + date.month < closing.year * 12 + closing.month;
}

function isBlank(info: ReportInfo, key: InfoKey): boolean {
  if (key === "edition") return false;
  const value = info[key];
  return (
    value === null || (typeof value === "object" && "length" in value ? value.length === 0 : value === "")
  );
}
