import { eachIndicator, type IndicatorKey, indicatorKey } from "../../forms/indicators.js";
import type { Edition } from "../../forms/schema.js";
import type { IndicatorValue, Report } from "../../report/report.js";
import type { CellAddress } from "../../values/address.js";
import { BLANK_CELL } from "../../values/cell.js";
import { VIETNAMESE } from "../../values/culture.js";
import { readCell } from "../../values/reading.js";
import { earlierAreas, earlierInfoKeys, earlierInfoName, earlierName } from "../layout/earlier-names.js";
import { nameKey } from "../layout/names.js";
import type { WorkbookSnapshot } from "../snapshot.js";
import { indexSnapshot } from "../snapshot-index.js";
import { readInfo } from "./read-info.js";
import { readReport } from "./read-report.js";

const NOTHING: WorkbookSnapshot = { sheets: [], names: [], culture: null };

/**
 * The earlier period's report as the workbook itself keeps it on the sheet `Kỳ trước`: its values,
 * period, year and data window; all else is blank. Null where no such sheet tells a period and a year.
 */
export function readEarlier(edition: Edition, snapshot: WorkbookSnapshot): Report | null {
  const areas = earlierAreas(snapshot);
  if (areas.size === 0) return null;
  const index = indexSnapshot(snapshot);
  const addressOf = (name: string): CellAddress | null => {
    const area = areas.get(nameKey(name));
    return area === undefined ? null : { sheet: area.sheet, row: area.top, column: area.left };
  };
  const infoCells = new Map(
    earlierInfoKeys.flatMap((key) => {
      const address = addressOf(earlierInfoName(key));
      return address === null ? [] : [[key, address] as const];
    }),
  );
  const info = readInfo(index, edition, infoCells);
  if (info.period === null || info.year === null) return null;
  const values = new Map<IndicatorKey, IndicatorValue>();
  for (const { form, indicator } of eachIndicator(edition)) {
    const address = addressOf(earlierName(form.number, indicator.code));
    const cell = address === null ? BLANK_CELL : index.cell(address);
    values.set(indicatorKey(form.number, indicator.code), {
      form: form.number,
      code: indicator.code,
      address,
      cell,
      // What is text there was typed by a Vietnamese officer and kept because it reads two ways.
      reading: readCell(cell, indicator, VIETNAMESE),
    });
  }
  return { ...readReport(edition, NOTHING), info, infoCells, values, layout: [] };
}
