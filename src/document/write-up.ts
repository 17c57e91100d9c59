import { choicesOf } from "../narrative/choices.js";
import { compose, type Decisions } from "../narrative/compose.js";
import { doubtsOf } from "../narrative/doubts.js";
import { framing } from "../narrative/framing.js";
import type { Outline } from "../narrative/outline.js";
import type { Narrative } from "../narrative/section.js";
import type { Report } from "../report/report.js";
import { isConfirmed } from "../rules/confirm.js";
import type { Finding } from "../rules/finding.js";
import { contentOf, type DocumentContent } from "./content.js";

/** What a report is written up with. */
interface WriteUpOptions {
  readonly outline: Outline;
  /** All that the check says of the report. */
  readonly findings: readonly Finding[];
  /** The report that this one is compared with. */
  readonly earlier: Report | null;
  /** That of the same period of the year before. */
  readonly lastYear?: Report | null;
  /** True for a copy without what rests on errors. */
  readonly clean?: boolean;
  /** True to take every suggestion in. */
  readonly withSuggestions?: boolean;
  /** True to list where each number comes from. */
  readonly sources?: boolean;
}

/** A report written up: what it says, what it prints. */
interface WriteUp {
  readonly narrative: Narrative;
  readonly content: DocumentContent;
  /** The errors that the officer has neither mended nor confirmed: while there are any it is a draft. */
  readonly errors: readonly Finding[];
}

/** The narrative of a report by an outline, and the document it is printed as. */
export function writeUp(report: Report, options: WriteUpOptions): WriteUp {
  const {
    outline,
    findings,
    earlier,
    lastYear = null,
    clean = false,
    withSuggestions = false,
    sources = false,
  } = options;
  const confirmed = (finding: Finding) => isConfirmed(finding, report);
  const errors = findings.filter((finding) => finding.severity === "error" && !confirmed(finding));
  const decisions: Partial<Decisions> = {
    ...choicesOf(report),
    doubts: doubtsOf(findings, confirmed),
    clean,
    earlier,
    lastYear,
  };
  const first = compose(outline, report, decisions);
  const accepted = new Set(first.suggestions.map(({ sentence }) => sentence));
  const narrative =
    withSuggestions && accepted.size > 0
      ? compose(outline, report, {
          ...decisions,
          accepted: new Set([...accepted, ...choicesOf(report).accepted]),
        })
      : first;
  const content = contentOf(report, narrative, framing(report, outline), {
    draft: errors.length > 0,
    sources,
  });
  return { narrative, content, errors };
}
