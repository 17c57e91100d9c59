import type { CellPlan, WorkbookPlan } from "../../../src/workbook/plan.js";
import { planReportWorkbook } from "../../../src/workbook/planning/plan-workbook.js";
import { edition, thanhMienData, typedValues } from "../../support/report-data.js";

/**
 * The forms as a province might send them: Thanh Miện's numbers under the headings of `hai-duong-2022`
 * on sheets called otherwise, without a name, a validation or a sheet of information.
 */
export function provincesForms(
  change: (cell: CellPlan, sheet: string) => CellPlan = (cell) => cell,
): WorkbookPlan {
  const plan = planReportWorkbook(edition("hai-duong-2022"));
  const typed = typedValues(thanhMienData);
  const values = new Map(
    plan.names.map(({ name, area }) => [`${area.sheet}!${area.top}:${area.left}`, typed[name]]),
  );
  const filled = (cell: CellPlan, sheet: string): CellPlan => {
    const value = values.get(`${sheet}!${cell.row}:${cell.column}`);
    if (typeof value === "number") return { ...cell, content: { kind: "number", number: value } };
    if (typeof value === "string") return { ...cell, content: { kind: "text", text: value } };
    return cell.content.kind === "formula" ? { ...cell, content: { kind: "blank" } } : cell;
  };
  return {
    names: [],
    sheets: plan.sheets.slice(1).map((sheet, at) => ({
      ...sheet,
      name: `BM${at + 1}`,
      cells: sheet.cells.map((cell) => change(filled(cell, sheet.name), `BM${at + 1}`)),
      conditions: [],
      validations: [],
    })),
  };
}
