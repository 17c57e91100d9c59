import { eachIndicator, indicatorKey } from "../../forms/indicators.js";
import type { Result } from "../../forms/result.js";
import type { Report } from "../../report/report.js";
import type { Area, CellAddress } from "../../values/address.js";
import {
  earlierAreas,
  earlierInfoKeys,
  earlierInfoName,
  earlierName,
  freeEarlierSheet,
} from "../layout/earlier-names.js";
import { nameKey } from "../layout/names.js";
import type { WorkbookPlan } from "../plan.js";
import { earlierInfoValue, keptValue, NOTE_OFFSET, planEarlier } from "../planning/plan-earlier.js";
import type { WorkbookSnapshot } from "../snapshot.js";
import type { NextEdit } from "./edits.js";

/**
 * How a report's values get onto the sheet `Kỳ trước`: as a new sheet, or written over the values of
 * the period before on the one that is there. The fault: the sheet that is there lacks cells, and
 * writing into the rest would mix two periods.
 */
type KeptEarlier = Result<
  { readonly sheet: string; readonly plan: WorkbookPlan; readonly edits: readonly NextEdit[] },
  { readonly sheet: string }
>;

/** @param noteOf what stands under `Ghi chú` beside a row's value */
export function keepEarlier(
  report: Report,
  snapshot: WorkbookSnapshot,
  noteOf: (form: number, code: string) => string,
): KeptEarlier {
  const areas = earlierAreas(snapshot);
  const [known] = areas.values();
  if (known === undefined) {
    const sheet = freeEarlierSheet(snapshot);
    return { ok: true, value: { sheet, plan: planEarlier(report, sheet, noteOf), edits: [] } };
  }
  const edits: NextEdit[] = [];
  let whole = true;
  const put = (name: string, value: NextEdit["value"], columns = 0) => {
    const area = areas.get(nameKey(name));
    if (area === undefined) whole = false;
    else edits.push({ cell: besides(area, columns), value });
  };
  for (const key of earlierInfoKeys) put(earlierInfoName(key), earlierInfoValue(report, key));
  for (const { form, indicator } of eachIndicator(report.edition)) {
    const name = earlierName(form.number, indicator.code);
    const value = report.values.get(indicatorKey(form.number, indicator.code));
    put(name, keptValue(value?.reading ?? { kind: "blank" }));
    const note = noteOf(form.number, indicator.code);
    put(name, note === "" ? null : note, NOTE_OFFSET);
  }
  const { sheet } = known;
  return whole
    ? { ok: true, value: { sheet, plan: { sheets: [], names: [] }, edits } }
    : { ok: false, fault: { sheet } };
}

function besides(area: Area, columns: number): CellAddress {
  return { sheet: area.sheet, row: area.top, column: area.left + columns };
}
