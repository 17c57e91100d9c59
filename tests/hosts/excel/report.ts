import { findEdition } from "../../../src/forms/library.js";
import type { WorkbookPlan } from "../../../src/workbook/plan.js";
import { planReportWorkbook } from "../../../src/workbook/planning/plan-workbook.js";

/** The whole workbook of the edition "tu-ky-2023": information, seven forms, the officer's own text. */
export function reportPlan(): WorkbookPlan {
  const edition = findEdition("tu-ky-2023");
  if (edition === null) throw new Error("The edition tu-ky-2023 is gone.");
  const places = Array.from({ length: 12 }, (_place, index) => ({
    id: `II.${index + 1}`,
    heading: `Mục II.${index + 1}`,
    prompt: "Nêu kết quả nổi bật, cách làm mới.",
  }));
  return planReportWorkbook(edition, new Map(), places);
}
