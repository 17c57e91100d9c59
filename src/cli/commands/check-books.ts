import type { Edition } from "../../forms/schema.js";
import type { Report } from "../../report/report.js";
import { evaluate, findingsOf, type RuleSet, ruleSetOf, summarize } from "../../rules/evaluate.js";
import { readEarlier } from "../../workbook/reading/read-earlier.js";
import { readBook } from "../book.js";
import type { CheckedBook } from "../checked-book.js";
import { type ExitCode, exitCodes, type Io, printJson, Unusable } from "../io.js";
import { findingJson } from "../json/finding-json.js";
import { printFindings } from "../print-findings.js";

/**
 * `cchc check`: findings of each workbook; one that cannot be used is told, the others are still checked.
 * Each is compared with the earlier workbook that is given, else with its own sheet `Kỳ trước`.
 */
export async function checkBooks(
  paths: readonly string[],
  options: { readonly previous?: string | undefined; readonly json: boolean },
  io: Io,
): Promise<ExitCode> {
  const earlier = options.previous === undefined ? null : (await readBook(options.previous)).report;
  const rules = new Map<Edition, RuleSet>();
  const checked: CheckedBook[] = [];
  let unusable = false;
  for (const [index, path] of paths.entries()) {
    if (paths.length > 1) io.draw(`Đang kiểm tra ${index + 1}/${paths.length}: ${path}`);
    try {
      const { edition, report, snapshot } = await readBook(path);
      const before = earlier ?? readEarlier(edition, snapshot);
      checked.push(checkReport(path, report, before, rulesOf(edition, rules)));
    } catch (cause) {
      if (!(cause instanceof Unusable)) throw cause;
      io.draw("");
      io.tell(cause.message);
      unusable = true;
    }
  }
  io.draw("");
  if (options.json) printJson(io, checked.map(checkedJson));
  else for (const book of checked) printFindings(book, io);
  if (unusable) return exitCodes.unusable;
  return checked.some((book) => book.summary.errors > 0) ? exitCodes.errorFindings : exitCodes.fine;
}

/** Evaluates every rule on one report. */
export function checkReport(
  file: string,
  report: Report,
  earlier: Report | null,
  rules: RuleSet,
): CheckedBook {
  const evaluation = evaluate(rules, { report, earlier });
  const findings = findingsOf(evaluation);
  return { file, edition: report.edition, summary: summarize(evaluation, findings), findings };
}

function rulesOf(edition: Edition, known: Map<Edition, RuleSet>): RuleSet {
  const rules = known.get(edition) ?? ruleSetOf(edition);
  known.set(edition, rules);
  return rules;
}

function checkedJson({ file, edition, summary, findings }: CheckedBook): unknown {
  return {
    file,
    edition: edition.id,
    summary,
    findings: findings.map((finding) => findingJson(finding, edition)),
  };
}
