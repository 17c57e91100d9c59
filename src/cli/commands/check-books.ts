import { checkMany } from "../../jobs/check-many.js";
import { checkFile, type Printing } from "../checking/check-file.js";
import { type Checkers, processesFor, startCheckers } from "../checking/on-all-cores.js";
import { type EarlierFiles, readEarlier } from "../earlier-files.js";
import { type ExitCode, exitCodes, type Io, printJson } from "../io.js";

/**
 * `cchc check`: findings of each workbook; one that cannot be used is told, the others are still checked.
 * Each is compared with the earlier workbooks that are given, else with what it keeps itself. Many
 * workbooks are checked on all cores at once, and told in their order.
 */
export async function checkBooks(
  paths: readonly string[],
  options: EarlierFiles & Printing,
  io: Io,
): Promise<ExitCode> {
  const printed: unknown[] = [];
  let failed = false;
  let errors = 0;
  const checkers = await checkersFor(paths.length, options);
  try {
    for await (const step of checkMany(paths, checkers.check, checkers.ahead)) {
      if (step.kind === "begins") {
        if (step.of > 1) io.draw(`Đang kiểm tra ${step.number}/${step.of}: ${step.name}`);
      } else if (step.checked.kind === "unusable") {
        io.draw("");
        io.tell(step.checked.message);
        failed = true;
      } else {
        errors += step.checked.errors;
        printed.push(step.checked.printed);
      }
    }
  } finally {
    checkers.end();
  }
  io.draw("");
  if (options.json) printJson(io, printed);
  else for (const text of printed) io.out(String(text));
  if (failed) return exitCodes.unusable;
  return errors > 0 ? exitCodes.errorFindings : exitCodes.fine;
}

/** This process for a few files, several processes for many. @throws Unusable for an earlier workbook */
async function checkersFor(
  files: number,
  { previous, lastYear, json, lang }: EarlierFiles & Printing,
): Promise<Checkers> {
  const compared = await readEarlier({ previous, lastYear });
  const processes = processesFor(files);
  if (processes > 1) return startCheckers(processes, { compared: { previous, lastYear }, json, lang });
  return { check: (path) => checkFile(path, compared, { json, lang }), ahead: 0, end: () => undefined };
}
