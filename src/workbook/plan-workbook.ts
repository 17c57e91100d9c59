import type { Edition } from "../forms/schema.js";
import { superiorInLabels } from "../forms/superior.js";
import type { OwnTextPlace } from "../narrative/own-text.js";
import type { InfoEntries } from "./info-entries.js";
import type { WorkbookPlan } from "./plan.js";
import { formNames, planForms } from "./plan-form.js";
import { planInfo } from "./plan-info.js";
import { planTexts } from "./plan-texts.js";

/**
 * The workbook of a report: `Thông tin chung`, the forms in the layout of the edition, and, where the
 * narrative has
 * places for the officer's own text, `Nội dung bổ sung`.
 *
 * @param info what is already known of the report; the rest has defaults or stands blank
 * @param places where the narrative takes the officer's own text, in printed order
 */
export function planReportWorkbook(
  edition: Edition,
  info: InfoEntries = new Map(),
  places: readonly OwnTextPlace[] = [],
): WorkbookPlan {
  const superior = superiorInLabels(String(info.get("superior") ?? ""), edition.superior);
  const front = planInfo(edition, info);
  const back = places.length > 0 ? planTexts(places) : null;
  return {
    sheets: [front.sheet, ...planForms(edition, superior), ...(back === null ? [] : [back.sheet])],
    names: [...front.names, ...formNames(edition), ...(back?.names ?? [])],
  };
}
