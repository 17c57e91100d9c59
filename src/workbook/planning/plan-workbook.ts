import type { Edition } from "../../forms/schema.js";
import { superiorInLabels } from "../../forms/superior.js";
import { insertedTables } from "../../forms/tables.js";
import type { OwnTextPlace } from "../../narrative/own-text-places.js";
import type { InfoEntries } from "../filling/info-entries.js";
import type { WorkbookPlan } from "../plan.js";
import { formNames, planForms } from "./forms/plan-form.js";
import { withCarriedEdition } from "./plan-edition.js";
import { planInfo } from "./plan-info.js";
import { planTexts } from "./plan-texts.js";
import { planTables, type WantedTable } from "./tables/plan-tables.js";
import { withFeeds } from "./tables/with-feeds.js";

/**
 * The workbook of a report: `Thông tin chung`, the forms in the edition's layout, the tables that
 * are wanted, and, where the narrative has places for the officer's own text, `Nội dung bổ sung`. An
 * edition that does not come with the program is put in as well.
 *
 * @param info what is already known of the report; the rest has defaults or stands blank
 * @param places where the narrative takes the officer's own text, in printed order
 * @param wanted the supplementary tables; by default those that the edition inserts
 */
export function planReportWorkbook(
  edition: Edition,
  info: InfoEntries = new Map(),
  places: readonly OwnTextPlace[] = [],
  wanted: readonly WantedTable[] = insertedTables(edition).map((id) => ({ id })),
): WorkbookPlan {
  const superior = superiorInLabels(String(info.get("superior") ?? ""), edition.superior);
  const front = planInfo(edition, info);
  const back = places.length > 0 ? planTexts(places) : null;
  const tables = planTables(edition, wanted);
  const names = formNames(edition);
  const plan = {
    sheets: [
      front.sheet,
      ...withFeeds(planForms(edition, superior), names, tables.fed),
      ...tables.sheets,
      ...(back === null ? [] : [back.sheet]),
    ],
    names: [...front.names, ...names, ...tables.names, ...(back?.names ?? [])],
  };
  return withCarriedEdition(plan, edition);
}
