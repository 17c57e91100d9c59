import type { Edition } from "../../forms/schema.js";
import { insertedTables } from "../../forms/tables.js";
import type { CellEdit } from "../../hosts/port.js";
import { defaultOutlineId, ownTextPlaces } from "../../narrative/own-text-places.js";
import type { InfoKey } from "../../report/info-fields.js";
import type { Report, ReportInfo } from "../../report/report.js";
import type { WorkbookPlan } from "../../workbook/plan.js";
import { planReportWorkbook } from "../../workbook/planning/plan-workbook.js";
import { fedEntries, planTables } from "../../workbook/planning/tables/plan-tables.js";
import type { Draft } from "./state.js";

/*
 * Laying out the sheets needs the outline and all styles, and most openings of the pane do not:
 * this module is loaded when the first step is shown.
 */

/**
 * The plan of a new report from what the officer entered.
 *
 * @param tables ids of the supplementary tables that it is to have
 */
export function planFromDraft(
  edition: Edition,
  draft: Draft,
  tables: Iterable<string> = insertedTables(edition),
): WorkbookPlan {
  const period = edition.periods.find(({ id }) => id === draft.period)?.name ?? "";
  const { organization, superior, year } = draft;
  return plan(edition, { organization, superior, period, year: Number(year) }, tables);
}

/**
 * The plan by which a workbook that already has forms gets back what is missing.
 *
 * @param tables ids of the supplementary tables that it is to have
 */
export function planFromInfo(
  edition: Edition,
  info: ReportInfo,
  tables: Iterable<string> = insertedTables(edition),
): WorkbookPlan {
  const period = edition.periods.find(({ id }) => id === info.period)?.name ?? "";
  const { organization, superior, year } = info;
  return plan(edition, { organization, superior, period, year: year ?? Number.NaN }, tables);
}

/**
 * Formulas of blank form cells that take their numbers from tables which the workbook does not have
 * yet: the plan alone writes them only where no row of the form has moved.
 */
export function feedEdits(report: Report, tables: Iterable<string>): readonly CellEdit[] {
  const added = [...tables].filter((id) => !report.tables.has(id)).map((id) => ({ id }));
  return fedEntries(planTables(report.edition, added), report);
}

function plan(
  edition: Edition,
  known: {
    readonly organization: string;
    readonly superior: string;
    readonly period: string;
    readonly year: number;
  },
  tables: Iterable<string>,
): WorkbookPlan {
  const entries = new Map<InfoKey, string | number>();
  for (const key of ["organization", "superior", "period"] as const) {
    const text = known[key].normalize("NFC").trim();
    if (text !== "") entries.set(key, text);
  }
  if (Number.isInteger(known.year)) entries.set("year", known.year);
  const places = ownTextPlaces(defaultOutlineId(edition));
  return planReportWorkbook(
    edition,
    entries,
    places,
    [...tables].map((id) => ({ id })),
  );
}
