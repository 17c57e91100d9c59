import type { Edition } from "../forms/schema.js";
import { superiorInLabels } from "../forms/superior.js";
import type { OwnTextPlace } from "../narrative/own-text.js";
import type { InfoEntries } from "./info-entries.js";
import type { WorkbookPlan } from "./plan.js";
import { formNames, planForm } from "./plan-form.js";
import { planInfo } from "./plan-info.js";
import { planTexts } from "./plan-texts.js";

/**
 * The workbook of a report: `Thông tin chung`, one sheet per form, and, where the narrative has
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
    sheets: [
      front.sheet,
      ...edition.forms.map((form) => planForm(edition, form, superior)),
      ...(back === null ? [] : [back.sheet]),
    ],
    names: [...front.names, ...edition.forms.flatMap(formNames), ...(back?.names ?? [])],
  };
}
