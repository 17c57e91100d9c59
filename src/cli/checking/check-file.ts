import type { XlsxWorkbook } from "../../hosts/xlsx/open.js";
import { type CheckedForms, check, type Judgement } from "../../jobs/check.js";
import { type Defect, defectsOf } from "../../jobs/defects.js";
import { findingLines } from "../../jobs/finding-lines.js";
import { sinceOf } from "../../jobs/since.js";
import type { Language, Wording } from "../../jobs/wording.js";
import { wordingOf } from "../../jobs/wording.js";
import type { EarlierReports } from "../../report/earlier-reports.js";
import { requireForms } from "../book.js";
import { openBook } from "../files.js";
import { Unusable } from "../io.js";
import { jobFaultInWords } from "../job-fault-words.js";
import { confirmationJson, findingJson, sinceJson, suspectsJson } from "../json/finding-json.js";
import { findingsText } from "../print-findings.js";

/** What the check of one file gives, ready to be printed: it goes from one thread to another. */
export type FileOutcome =
  | { readonly kind: "checked"; readonly printed: unknown; readonly errors: number }
  | { readonly kind: "unusable"; readonly message: string };

/** How a checked file is printed: as a value for JSON, or as lines for a person. */
export interface Printing {
  readonly json: boolean;
  readonly lang: Language;
}

/** Checks one file. `compared`: the reports that it is compared with in place of those that it keeps. */
export async function checkFile(
  path: string,
  compared: Partial<EarlierReports>,
  printing: Printing,
): Promise<FileOutcome> {
  try {
    const { judgement } = await judgedBook(path, await openBook(path), compared);
    return await printed(path, judgement, defectsOf(judgement), printing);
  } catch (cause) {
    if (!(cause instanceof Unusable)) throw cause;
    return { kind: "unusable", message: cause.message };
  }
}

/** The forms of an open workbook, judged. @throws Unusable where it holds none */
export async function judgedBook(
  path: string,
  workbook: XlsxWorkbook,
  compared: Partial<EarlierReports>,
): Promise<CheckedForms> {
  const book = await check(workbook, { compared });
  if (!book.ok) throw new Unusable(path, jobFaultInWords(book.fault));
  return requireForms(path, book.value);
}

/** A judged workbook as it is printed. */
export async function printed(
  path: string,
  judgement: Judgement,
  defects: readonly Defect[],
  { json, lang }: Printing,
): Promise<Extract<FileOutcome, { kind: "checked" }>> {
  const { report, summary } = judgement;
  const wording = await wordingOf(lang);
  const told = json
    ? checkedJson(path, judgement, defects, wording)
    : findingsText(
        { file: path, edition: report.edition, summary, ...findingLines(judgement, defects, wording) },
        wording,
      );
  return { kind: "checked", printed: told, errors: summary.errors };
}

function checkedJson(
  file: string,
  judgement: Judgement,
  defects: readonly Defect[],
  wording: Wording,
): unknown {
  const { report, summary, findings } = judgement;
  const { edition } = report;
  const since = sinceOf(judgement);
  const defectOf = new Map(
    defects.flatMap((defect) =>
      [defect.finding, ...defect.also].map((finding) => [finding, defect] as const),
    ),
  );
  return {
    file,
    edition: edition.id,
    summary,
    ...(since === null ? {} : { since: sinceJson(since) }),
    findings: findings.map((finding) => {
      const defect = defectOf.get(finding);
      const first = defect === undefined || defect.finding === finding;
      return {
        ...findingJson(finding, edition, wording),
        ...(since === null ? {} : { status: since.isNew.has(finding) ? "new" : "still" }),
        ...confirmationJson(finding, report),
        ...(first ? suspectsJson(defect) : { sameCause: findings.indexOf(defect.finding) }),
      };
    }),
  };
}
