import {
  type Evaluation,
  evaluate,
  findingsOf,
  reevaluate,
  ruleSetOf,
  type Summary,
  summarize,
} from "../../rules/evaluate.js";
import type { Finding } from "../../rules/finding.js";
import type { Report } from "../../values/report.js";
import { changedCells } from "./changed-cells.js";

/** A report with all that the rules say about it. */
export interface Judgement {
  readonly report: Report;
  readonly evaluation: Evaluation;
  readonly findings: readonly Finding[];
  readonly summary: Summary;
}

/**
 * Judges a report. With the judgement of an earlier reading of the same workbook, only the rules
 * that look at a changed cell run again; the result is the same either way.
 */
export function judge(report: Report, before: Judgement | null): Judgement {
  const context = { report, earlier: null };
  const evaluation =
    before !== null && before.report.edition === report.edition
      ? reevaluate(before.evaluation, context, changedCells(before.report.values, report.values))
      : evaluate(ruleSetOf(report.edition), context);
  const findings = findingsOf(evaluation);
  return { report, evaluation, findings, summary: summarize(evaluation, findings) };
}
