import type { Report } from "./report.js";

/** The reports that one is compared with. */
export interface EarlierReports {
  /** Of the period before, or whichever she chose. */
  readonly earlier: Report | null;
  /** Of the same period of the year before. */
  readonly lastYear: Report | null;
}

export const NO_EARLIER_REPORTS: EarlierReports = { earlier: null, lastYear: null };
