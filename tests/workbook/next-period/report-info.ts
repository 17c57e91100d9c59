import type { ReportInfo } from "../../../src/report/report.js";
import { buildReport } from "../../support/report-builder.js";
import { edition as editionOf } from "../../support/report-data.js";

export const edition = editionOf("tu-ky-2023");

/** A report's information, blank but for what is given. */
export function reportInfo(given: Partial<ReportInfo>): ReportInfo {
  return buildReport(edition, {}, given).info;
}
