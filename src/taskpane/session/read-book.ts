import { editionIdOf, identifyEdition } from "../../workbook/reading/identify.js";
import { readEarlier } from "../../workbook/reading/read-earlier.js";
import { readReport } from "../../workbook/reading/read-report.js";
import type { WorkbookSnapshot } from "../../workbook/snapshot.js";
import { judge } from "./judgement.js";
import type { Book } from "./state.js";

/** What a captured workbook holds, judged; `before` spares the rules that nothing touched. */
export function readBook(snapshot: WorkbookSnapshot, before: Book): Book {
  const identified = identifyEdition(snapshot);
  if (identified.kind === "none") return { kind: "empty", snapshot };
  if (identified.kind !== "found") {
    return { kind: "foreign", snapshot, edition: editionIdOf(snapshot) ?? "" };
  }
  const { edition } = identified;
  const last = before.kind === "forms" ? before.judgement : null;
  const report = readReport(edition, snapshot);
  return { kind: "forms", snapshot, judgement: judge(report, last, readEarlier(edition, snapshot)) };
}
