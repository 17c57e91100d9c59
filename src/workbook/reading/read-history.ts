import { eachIndicator, type IndicatorKey, indicatorKey } from "../../forms/indicators.js";
import type { Edition } from "../../forms/schema.js";
import type { IndicatorValue, Report, ReportInfo } from "../../report/report.js";
import { BLANK_CELL } from "../../values/cell.js";
import { VIETNAMESE } from "../../values/culture.js";
import { readCell } from "../../values/reading.js";
import { type KeptReport, keptReport } from "../layout/history-format.js";
import type { WorkbookSnapshot } from "../snapshot.js";
import { cellText, indexSnapshot } from "../snapshot-index.js";
import { readReport } from "./read-report.js";

const NOTHING: WorkbookSnapshot = { sheets: [], names: [], culture: null };

/**
 * The report of the same period of the year before as the workbook itself keeps it: its values, period,
 * year and data window; all else is blank. Null where it keeps none of this edition.
 */
export function readLastYear(
  edition: Edition,
  snapshot: WorkbookSnapshot,
  { period, year }: Pick<ReportInfo, "period" | "year">,
): Report | null {
  const index = indexSnapshot(snapshot);
  const area = index.area({ kind: "history" });
  if (area === null || year === null) return null;
  for (let row = area.top; row <= area.bottom; row++) {
    const kept = keptReport(cellText(index.cell({ sheet: area.sheet, row, column: area.left })));
    if (kept?.edition === edition.id && kept.period === period && kept.year === year - 1) {
      return reportOf(edition, kept);
    }
  }
  return null;
}

function reportOf(edition: Edition, kept: KeptReport): Report {
  const values = new Map<IndicatorKey, IndicatorValue>();
  for (const { form, indicator } of eachIndicator(edition)) {
    const key = indicatorKey(form.number, indicator.code);
    const cell = { ...BLANK_CELL, value: kept.values.get(key) ?? null };
    const reading = readCell(cell, indicator, VIETNAMESE);
    values.set(key, { form: form.number, code: indicator.code, address: null, cell, reading });
  }
  const blank = readReport(edition, NOTHING);
  const period = edition.periods.find(({ id }) => id === kept.period)?.id ?? null;
  const { year, from, to } = kept;
  return { ...blank, info: { ...blank.info, period, year, from, to }, values, layout: [] };
}
