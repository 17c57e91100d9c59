import type { InfoKey } from "../../report/info-fields.js";
import type { Report } from "../../report/report.js";
import { columnLetters, quoteSheet } from "../../values/address.js";
import { toSerial } from "../../values/day.js";
import { windowFormula } from "../planning/formulas.js";
import type { WorkbookSnapshot } from "../snapshot.js";
import { indexSnapshot } from "../snapshot-index.js";
import { looksElsewhere, type NextEdit } from "./edits.js";
import type { PeriodOfYear } from "./target.js";
import type { DataWindow } from "./window.js";

/** What happens to the report's information. */
interface NextInfo {
  readonly edits: readonly NextEdit[];
  /** Keys that the next report needs and whose cell is no longer in the workbook. */
  readonly lost: readonly InfoKey[];
}

/**
 * Period, year and data window of the next report; number and date of issue blank, for they are not
 * known yet. All other information stays as it is.
 *
 * @param window the office's own days, or null: then the formulas of the period's window come back
 */
export function nextInfo(
  report: Report,
  snapshot: WorkbookSnapshot,
  next: PeriodOfYear,
  window: DataWindow | null,
): NextInfo {
  const { edition, infoCells } = report;
  const index = indexSnapshot(snapshot);
  const edits: NextEdit[] = [];
  const lost: InfoKey[] = [];
  const put = (key: InfoKey, value: NextEdit["value"]) => {
    const cell = infoCells.get(key);
    if (cell !== undefined) edits.push({ cell, value });
    else if (value !== null) lost.push(key);
  };
  put("period", edition.periods.find(({ id }) => id === next.period)?.name ?? null);
  put("year", next.year);
  for (const end of ["from", "to"] as const) {
    if (window !== null) {
      put(end, toSerial(window[end]));
      continue;
    }
    const cell = infoCells.get(end);
    if (cell !== undefined && looksElsewhere(index.cell(cell).formula)) continue;
    const references = ["period", "year"] as const;
    const [period, year] = references.map((key) => absoluteFrom(report, end, key));
    // Without a formula the cell stays blank, and the period's own window is read.
    put(end, period && year ? { formula: windowFormula(edition.periods, end, period, year) } : null);
  }
  for (const key of ["number", "date"] as const) {
    const cell = infoCells.get(key);
    if (cell !== undefined && index.cell(cell).value !== null) put(key, null);
  }
  return { edits, lost };
}

/** `$B$9`, with its sheet when that is another than the one the formula stands on. */
function absoluteFrom(report: Report, end: InfoKey, key: InfoKey): string | null {
  const from = report.infoCells.get(end);
  const to = report.infoCells.get(key);
  if (from === undefined || to === undefined) return null;
  const cell = `$${columnLetters(to.column)}$${to.row}`;
  return from.sheet === to.sheet ? cell : `${quoteSheet(to.sheet)}!${cell}`;
}
