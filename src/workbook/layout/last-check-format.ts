import type { ReportInfo } from "../../report/report.js";

/** The form in which the last check is kept; another one is not read. */
export const VERSION = "cchc-check-1";

/** Cells that the record may take, one below the other: 1.6 million characters. */
export const RECORD_ROWS = 200;

/** The period that a record belongs to: findings of another one are no news and no success. */
export function periodKey({ period, year }: Pick<ReportInfo, "period" | "year">): string {
  return `${year ?? "?"}-${period ?? "?"}`;
}
