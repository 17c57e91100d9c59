import type { Edition } from "../forms/schema.js";
import type { WorkbookHost } from "../hosts/port.js";
import { changedCells } from "../report/changed-cells.js";
import { type EarlierReports, NO_EARLIER_REPORTS } from "../report/earlier-reports.js";
import type { Report } from "../report/report.js";
import {
  type Evaluation,
  evaluate,
  findingsOf,
  type RuleSet,
  reevaluate,
  ruleSetOf,
  type Summary,
  summarize,
} from "../rules/evaluate.js";
import type { Finding } from "../rules/finding.js";
import { keptFindings } from "../rules/kept-findings.js";
import { comparedWith } from "./compared-with.js";
import type { JobResult } from "./guard.js";
import { type Book, type EmptyBook, type ForeignBook, type FormsBook, open } from "./open.js";

/** A report with all that the rules say about it. */
export interface Judgement {
  readonly report: Report;
  readonly evaluation: Evaluation;
  readonly findings: readonly Finding[];
  readonly summary: Summary;
}

/** A workbook that was read and, where it has forms, judged. */
export type CheckedBook = EmptyBook | ForeignBook | CheckedForms;

export interface CheckedForms extends FormsBook {
  readonly judgement: Judgement;
}

/** What a workbook is checked against. */
export interface CheckOptions {
  /** Reports to compare with, in place of those that the workbook keeps. */
  readonly compared?: Partial<EarlierReports>;
  /** What an earlier check of the same workbook gave: spares the rules that nothing touched. */
  readonly before?: CheckedBook | null;
}

/** Reads a workbook, one round trip, and judges what it holds. Writes nothing. */
export async function check(host: WorkbookHost, options: CheckOptions = {}): Promise<JobResult<CheckedBook>> {
  const opened = await open(host);
  return opened.ok ? { ok: true, value: checkedBook(opened.value, options) } : opened;
}

/** The same of a workbook that was read already. */
export function checkedBook(book: Book, { compared = {}, before = null }: CheckOptions = {}): CheckedBook {
  if (book.kind !== "forms") return book;
  const last = before?.kind === "forms" ? before.judgement : null;
  return { ...book, judgement: judge(book.report, last, comparedWith(book, compared)) };
}

/**
 * Judges a report. With the judgement of an earlier reading of the same workbook, only the rules
 * that look at a changed cell run again, and findings that say the same are the same objects; the result is
 * the same either way.
 *
 * @param compared the reports of earlier periods, where there are any to compare with
 */
export function judge(
  report: Report,
  before: Judgement | null,
  compared: EarlierReports = NO_EARLIER_REPORTS,
): Judgement {
  const context = { ...compared, report };
  const evaluation =
    before !== null && before.report.edition === report.edition
      ? reevaluate(before.evaluation, context, changedCells(before.report.values, report.values))
      : evaluate(rulesOf(report.edition), context);
  const found = findingsOf(evaluation);
  const findings = before === null ? found : keptFindings(found, before.findings);
  return { report, evaluation, findings, summary: summarize(evaluation, findings) };
}

/** Rules are derived once for all workbooks of an edition. */
const derived = new WeakMap<Edition, RuleSet>();

function rulesOf(edition: Edition): RuleSet {
  const rules = derived.get(edition) ?? ruleSetOf(edition);
  derived.set(edition, rules);
  return rules;
}
