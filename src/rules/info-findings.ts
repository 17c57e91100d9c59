import { type InfoKey, infoFields } from "../report/info-fields.js";
import type { Report, ReportInfo } from "../report/report.js";
import { compareDays, type Day, shortDay } from "../values/day.js";
import type { Finding, FindingDetail } from "./finding.js";
import type { ReportRuleId, Severity } from "./rule.js";

/** Findings about `Thông tin chung`: what is blank, what cannot be read, dates out of order. */
export function infoFindings(report: Report): readonly Finding[] {
  const { info } = report;
  const findings: Finding[] = [];
  const add = (
    rule: ReportRuleId,
    severity: Severity,
    key: InfoKey,
    actual: string | null,
    expected: string | null,
    detail: FindingDetail = { kind: "none" },
  ) =>
    findings.push({
      rule,
      severity,
      place: { kind: "info", key, address: report.infoCells.get(key) ?? null },
      actual,
      expected,
      imbalance: null,
      related: [],
      detail,
    });

  for (const field of infoFields) {
    if (info.unreadable.includes(field.key)) add("info.unreadable", "error", field.key, null, null);
    else if (field.required && isBlank(info, field.key))
      add("info.missing", "warning", field.key, null, null);
  }
  if (info.from !== null && info.to !== null && compareDays(info.from, info.to) > 0) {
    add("info.window", "error", "to", shortDay(info.to), shortDay(info.from));
  }
  if (info.to !== null && info.year !== null && info.to.year !== info.year) {
    add("info.window", "warning", "to", shortDay(info.to), String(info.year), {
      kind: "found",
      text: "year",
    });
  }
  if (info.date !== null && info.to !== null && isEarlierMonth(info.date, info.to)) {
    add("info.date", "warning", "date", shortDay(info.date), shortDay(info.to));
  }
  return findings;
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
