import type { Edition } from "../../forms/schema.js";
import { defaultOutlineId, ownTextPlaces } from "../../narrative/own-text-places.js";
import type { InfoKey } from "../../values/info-fields.js";
import type { ReportInfo } from "../../values/report.js";
import type { WorkbookPlan } from "../../workbook/plan.js";
import { planReportWorkbook } from "../../workbook/plan-workbook.js";
import type { Draft } from "./state.js";

/*
 * Laying out the sheets needs the outline and all styles, and most openings of the pane do not:
 * this module is loaded when the first step is shown.
 */

/** The plan of a new report from what the officer entered. */
export function planFromDraft(edition: Edition, draft: Draft): WorkbookPlan {
  const period = edition.periods.find(({ id }) => id === draft.period)?.name ?? "";
  return plan(edition, {
    organization: draft.organization,
    superior: draft.superior,
    period,
    year: Number(draft.year),
  });
}

/** The plan by which a workbook that already has forms gets back what is missing. */
export function planFromInfo(edition: Edition, info: ReportInfo): WorkbookPlan {
  const period = edition.periods.find(({ id }) => id === info.period)?.name ?? "";
  return plan(edition, {
    organization: info.organization,
    superior: info.superior,
    period,
    year: info.year ?? Number.NaN,
  });
}

function plan(
  edition: Edition,
  known: {
    readonly organization: string;
    readonly superior: string;
    readonly period: string;
    readonly year: number;
  },
): WorkbookPlan {
  const entries = new Map<InfoKey, string | number>();
  for (const key of ["organization", "superior", "period"] as const) {
    const text = known[key].normalize("NFC").trim();
    if (text !== "") entries.set(key, text);
  }
  if (Number.isInteger(known.year)) entries.set("year", known.year);
  return planReportWorkbook(edition, entries, ownTextPlaces(defaultOutlineId(edition)));
}
