import type { Report } from "../../report/report.js";
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
 *
 * @param earlier the report of the earlier period, where there is one to compare with
 */
export function judge(report: Report, before: Judgement | null, earlier: Report | null = null): Judgement {
  const context = { report, earlier };
  const evaluation =
    before !== null && before.report.edition === report.edition && comparesAlike(before, context)
      ? reevaluate(before.evaluation, context, changedCells(before.report.values, report.values))
      : evaluate(ruleSetOf(report.edition), context);
  const findings = findingsOf(evaluation);
  return { report, evaluation, findings, summary: summarize(evaluation, findings) };
}

/** True while reports of the same periods, with the same earlier values, are compared. */
function comparesAlike({ evaluation }: Judgement, { report, earlier }: Evaluation["context"]): boolean {
  const before = evaluation.context;
  if (before.earlier === null || earlier === null) return before.earlier === earlier;
  return (
    samePeriod(before.report, report) &&
    samePeriod(before.earlier, earlier) &&
    changedCells(before.earlier.values, earlier.values).length === 0
  );
}

function samePeriod({ info: a }: Report, { info: b }: Report): boolean {
  return a.period === b.period && a.year === b.year;
}
