import type { Edition } from "../forms/schema.js";
import type { Report } from "../report/report.js";
import { readEarlier } from "../workbook/reading/read-earlier.js";
import { readLastYear } from "../workbook/reading/read-history.js";
import { readReport } from "../workbook/reading/read-report.js";
import type { WorkbookSnapshot } from "../workbook/snapshot.js";

/** What the forms of a captured workbook say, and what it keeps of the period before and of last year's. */
export function readForms(
  edition: Edition,
  snapshot: WorkbookSnapshot,
): { readonly report: Report; readonly earlier: Report | null; readonly lastYear: Report | null } {
  const report = readReport(edition, snapshot);
  const earlier = readEarlier(edition, snapshot);
  return { report, earlier, lastYear: readLastYear(edition, snapshot, report.info) };
}
