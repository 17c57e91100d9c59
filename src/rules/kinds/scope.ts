import type { EarlierReports } from "../../report/earlier-reports.js";
import type { Report } from "../../report/report.js";
import type { Reading } from "../../values/reading.js";
import type { CellName } from "../facts.js";
import type { Totals } from "../tables/numbers.js";

/** What rules look at: the report, and those that it is compared with where they are known. */
export interface RuleContext
  extends Pick<EarlierReports, "earlier">,
    Partial<Pick<EarlierReports, "lastYear">> {
  readonly report: Report;
}

/** The same while rules run. */
export interface RunContext extends RuleContext {
  readonly totals: Totals;
}

/** The cell that a check is about, and the way to the others. */
export interface Scope<K extends string> {
  readonly own: Reading;
  /** False while the cell was not found. */
  readonly found: boolean;
  read(key: K): Reading;
  name(key: K): CellName;
  /** What the cell's own formula would give if it had not been deleted; blank where it has none. */
  computed(): Reading;
}

/** The number that a reading gives, or null. */
export function numberOf(reading: Reading): number | null {
  return reading.kind === "number" ? reading.value : null;
}
