import { findEdition } from "../../forms/library.js";
import { editionIdOf } from "../../workbook/identify.js";
import { readReport } from "../../workbook/read-report.js";
import type { WorkbookSnapshot } from "../../workbook/snapshot.js";
import { judge } from "./judgement.js";
import type { Book } from "./state.js";

/** What a captured workbook holds, judged; `before` spares the rules that nothing touched. */
export function readBook(snapshot: WorkbookSnapshot, before: Book): Book {
  const id = editionIdOf(snapshot);
  if (id === null) return { kind: "empty", snapshot };
  const edition = findEdition(id);
  if (edition === null) return { kind: "foreign", snapshot, edition: id };
  const earlier = before.kind === "forms" ? before.judgement : null;
  return { kind: "forms", snapshot, judgement: judge(readReport(edition, snapshot), earlier) };
}
