import type { Edition } from "../forms/schema.js";
import type { Report } from "../report/report.js";
import { readEarlier } from "../workbook/reading/read-earlier.js";
import { readReport } from "../workbook/reading/read-report.js";
import type { WorkbookSnapshot } from "../workbook/snapshot.js";

/** What the forms of a captured workbook say, and what it keeps of the period before. */
export function readForms(
  edition: Edition,
  snapshot: WorkbookSnapshot,
): { readonly report: Report; readonly earlier: Report | null } {
  return { report: readReport(edition, snapshot), earlier: readEarlier(edition, snapshot) };
}
