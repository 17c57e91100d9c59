import { areaOf } from "../values/address.js";
import { EDITION_NAME, indicatorName, tableName } from "../workbook/layout/names.js";
import type { WorkbookPlan } from "../workbook/plan.js";
import type { Binding, Recognition } from "./recognition.js";

/**
 * The plan that binds recognised cells: defined names, and the edition's id as a name that holds a
 * text. It has no sheet and no cell, so nothing that can be seen changes.
 *
 * @param confirmed doubtful bindings that a person has confirmed
 */
export function planBinding(
  { edition, bindings, tables }: Pick<Recognition, "edition" | "bindings" | "tables">,
  confirmed: readonly Binding[] = [],
): WorkbookPlan {
  return {
    sheets: [],
    names: [
      ...[...bindings, ...confirmed].map(({ form, code, address }) => ({
        name: indicatorName(form, code),
        area: areaOf(address),
      })),
      ...tables.bound.map(({ table, area }) => ({ name: tableName(table), area })),
    ],
    constants: [{ name: EDITION_NAME, text: edition.id }],
  };
}
