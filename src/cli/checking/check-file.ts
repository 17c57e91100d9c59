import { check } from "../../jobs/check.js";
import { defectsOf } from "../../jobs/defects.js";
import type { Language, Wording } from "../../jobs/wording.js";
import { wordingOf } from "../../jobs/wording.js";
import type { Report } from "../../report/report.js";
import { requireForms } from "../book.js";
import { openBook } from "../files.js";
import { Unusable } from "../io.js";
import { jobFaultInWords } from "../job-fault-words.js";
import { findingJson, suspectsJson } from "../json/finding-json.js";
import { type CheckedFile, findingsText } from "../print-findings.js";

/** What the check of one file gives, ready to be printed: it goes from one thread to another. */
export type FileOutcome =
  | { readonly kind: "checked"; readonly printed: unknown; readonly errors: number }
  | { readonly kind: "unusable"; readonly message: string };

/** How a checked file is printed: as a value for JSON, or as lines for a person. */
export interface Printing {
  readonly json: boolean;
  readonly lang: Language;
}

/** Checks one file. `previous`: the report of the earlier period that it is compared with. */
export async function checkFile(
  path: string,
  previous: Report | null,
  { json, lang }: Printing,
): Promise<FileOutcome> {
  try {
    const book = await check(await openBook(path), { previous });
    if (!book.ok) throw new Unusable(path, jobFaultInWords(book.fault));
    const { judgement } = requireForms(path, book.value);
    const { report, summary, findings } = judgement;
    const defects = defectsOf(judgement);
    const checked = { file: path, edition: report.edition, summary, findings, defects };
    const wording = await wordingOf(lang);
    const printed = json ? checkedJson(checked, wording) : findingsText(checked, wording);
    return { kind: "checked", printed, errors: summary.errors };
  } catch (cause) {
    if (!(cause instanceof Unusable)) throw cause;
    return { kind: "unusable", message: cause.message };
  }
}

function checkedJson({ file, edition, summary, findings, defects }: CheckedFile, wording: Wording): unknown {
  const defectOf = new Map(
    defects.flatMap((defect) =>
      [defect.finding, ...defect.also].map((finding) => [finding, defect] as const),
    ),
  );
  return {
    file,
    edition: edition.id,
    summary,
    findings: findings.map((finding) => {
      const defect = defectOf.get(finding);
      const first = defect === undefined || defect.finding === finding;
      return {
        ...findingJson(finding, edition, wording),
        ...(first ? suspectsJson(defect) : { sameCause: findings.indexOf(defect.finding) }),
      };
    }),
  };
}
