import { checkMany } from "../../jobs/check-many.js";
import { readBook, requireForms } from "../book.js";
import { openFile, unusable } from "../files.js";
import { type ExitCode, exitCodes, type Io, printJson, Unusable } from "../io.js";
import { findingJson } from "../json/finding-json.js";
import { type CheckedFile, printFindings } from "../print-findings.js";

/**
 * `cchc check`: findings of each workbook; one that cannot be used is told, the others are still checked.
 * Each is compared with the earlier workbook that is given, else with its own sheet `Kỳ trước`.
 */
export async function checkBooks(
  paths: readonly string[],
  options: { readonly previous?: string | undefined; readonly json: boolean },
  io: Io,
): Promise<ExitCode> {
  const previous = options.previous === undefined ? null : (await readBook(options.previous)).report;
  const checked: CheckedFile[] = [];
  let failed = false;
  for await (const step of checkMany(paths, openFile, { previous })) {
    if (step.kind === "begins") {
      if (step.of > 1) io.draw(`Đang kiểm tra ${step.number}/${step.of}: ${step.name}`);
      continue;
    }
    const { name, outcome } = step;
    try {
      if (!outcome.ok) throw unusable(name, outcome.fault);
      const { report, summary, findings } = requireForms(name, outcome.value).judgement;
      checked.push({ file: name, edition: report.edition, summary, findings });
    } catch (cause) {
      if (!(cause instanceof Unusable)) throw cause;
      io.draw("");
      io.tell(cause.message);
      failed = true;
    }
  }
  io.draw("");
  if (options.json) printJson(io, checked.map(checkedJson));
  else for (const book of checked) printFindings(book, io);
  if (failed) return exitCodes.unusable;
  return checked.some(({ summary }) => summary.errors > 0) ? exitCodes.errorFindings : exitCodes.fine;
}

function checkedJson({ file, edition, summary, findings }: CheckedFile): unknown {
  return {
    file,
    edition: edition.id,
    summary,
    findings: findings.map((finding) => findingJson(finding, edition)),
  };
}
