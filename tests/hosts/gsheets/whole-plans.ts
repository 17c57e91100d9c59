import { editionIds } from "../../../src/forms/catalogue.js";
import { findEdition } from "../../../src/forms/library.js";
import { tableIds } from "../../../src/forms/tables.js";
import type { WorkbookPlan } from "../../../src/workbook/plan.js";
import { planReportWorkbook } from "../../../src/workbook/planning/plan-workbook.js";

const plans = new Map<string, WorkbookPlan>();

/** The whole workbook of an edition: information, forms, every supplementary table, places for own texts. */
export function wholePlan(id: string): WorkbookPlan {
  const made = plans.get(id) ?? makePlan(id);
  plans.set(id, made);
  return made;
}

function makePlan(id: string): WorkbookPlan {
  const edition = findEdition(id);
  if (edition === null) throw new Error(`The edition ${id} is gone.`);
  const places = ["II.1", "II.2"].map((section) => ({
    id: section,
    heading: `Mục ${section}`,
    prompt: "Nêu kết quả nổi bật, cách làm mới.",
  }));
  const tables = tableIds().map((table) => ({ id: table }));
  return {
    ...planReportWorkbook(edition, new Map(), places, tables),
    constants: [{ name: "CCHC_EDITION", text: id }],
  };
}

export const EDITIONS = editionIds();
