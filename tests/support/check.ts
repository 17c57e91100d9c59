import type { Edition } from "../../src/forms/schema.js";
import type { Report } from "../../src/report/report.js";
import {
  evaluate,
  findingsOf,
  type RuleSet,
  ruleSetOf,
  type Summary,
  summarize,
} from "../../src/rules/evaluate.js";
import type { Finding } from "../../src/rules/finding.js";
import { describe } from "../../src/rules/messages.js";
import type { CellValue } from "../../src/values/cell.js";
import { readReport } from "../../src/workbook/reading/read-report.js";
import { edition, filledSnapshot, type ReportData } from "./report-data.js";

const noForms: ReportData = { info: {}, forms: {} };

/** A report of an edition with the given rows (`"3/3.3.1": 922`) and nothing else. */
export function reportWith(
  id: string,
  rows: Readonly<Record<string, CellValue>>,
  info: ReportData["info"] = {},
): Report {
  const typed = Object.fromEntries(
    Object.entries(rows).map(([row, value]) => {
      const [form, code = ""] = row.split("/");
      return [`CCHC_BM${form}_${code.replaceAll(".", "_")}`, value];
    }),
  );
  return readReport(edition(id), filledSnapshot(edition(id), { ...noForms, info }, typed));
}

/** A report read from data as it would stand in a new workbook. */
export function reportOf(id: string, data: ReportData): Report {
  return readReport(edition(id), filledSnapshot(edition(id), data));
}

export interface Checked {
  readonly findings: readonly Finding[];
  readonly summary: Summary;
}

const known = new WeakMap<Edition, RuleSet>();

/** The rules of an edition, derived once. */
export function rulesOf(edition: Edition): RuleSet {
  const rules = known.get(edition) ?? ruleSetOf(edition);
  known.set(edition, rules);
  return rules;
}

/** All findings of a report and its counts. */
export function check(report: Report, earlier: Report | null = null): Checked {
  const evaluation = evaluate(rulesOf(report.edition), { report, earlier });
  const findings = findingsOf(evaluation);
  return { findings, summary: summarize(evaluation, findings) };
}

/** `ratio.mismatch 7/6.7 warning`, in printed order. */
export function lines(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ rule, place, severity }) => `${rule} ${placeOf(place)} ${severity}`);
}

/** The sentence of each finding, in printed order. */
export function sentences(findings: readonly Finding[], of: Edition): readonly string[] {
  return findings.map((finding) => describe(finding, of));
}

function placeOf(place: Finding["place"]): string {
  switch (place.kind) {
    case "indicator":
      return `${place.form}/${place.code}`;
    case "info":
      return place.key;
    case "sheet":
      return place.sheet;
    case "table":
      return `${place.table}/${place.row ?? "total"}/${place.column ?? ""}`;
  }
}
