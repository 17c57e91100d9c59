import { readBook } from "../book.js";
import { checkFile, type FileOutcome } from "../checking/check-file.js";
import { checkOnAllCores, processesFor } from "../checking/on-all-cores.js";
import { type ExitCode, exitCodes, type Io, printJson } from "../io.js";

/**
 * `cchc check`: findings of each workbook; one that cannot be used is told, the others are still checked.
 * Each is compared with the earlier workbook that is given, else with its own sheet `Kỳ trước`. Many
 * workbooks are checked on all cores at once, and told in their order.
 */
export async function checkBooks(
  paths: readonly string[],
  options: { readonly previous?: string | undefined; readonly json: boolean },
  io: Io,
): Promise<ExitCode> {
  const printed: unknown[] = [];
  let failed = false;
  let errors = 0;
  let number = 0;
  const progress = () => {
    number += 1;
    if (paths.length > 1 && number <= paths.length) {
      io.draw(`Đang kiểm tra ${number}/${paths.length}: ${paths[number - 1]}`);
    }
  };
  for await (const outcome of outcomes(paths, options, progress)) {
    if (outcome.kind === "unusable") {
      io.draw("");
      io.tell(outcome.message);
      failed = true;
      continue;
    }
    errors += outcome.errors;
    printed.push(outcome.printed);
  }
  io.draw("");
  if (options.json) printJson(io, printed);
  else for (const text of printed) io.out(String(text));
  if (failed) return exitCodes.unusable;
  return errors > 0 ? exitCodes.errorFindings : exitCodes.fine;
}

async function* outcomes(
  paths: readonly string[],
  { previous, json }: { readonly previous?: string | undefined; readonly json: boolean },
  progress: () => void,
): AsyncGenerator<FileOutcome, void, undefined> {
  const earlier = previous === undefined ? null : (await readBook(previous)).report;
  const processes = processesFor(paths.length);
  if (processes > 1) {
    progress();
    for await (const outcome of checkOnAllCores(paths, processes, { previous: previous ?? null, json })) {
      yield outcome;
      progress();
    }
    return;
  }
  for (const path of paths) {
    progress();
    yield await checkFile(path, earlier, { json });
  }
}
