import type { CellValue } from "../../src/values/cell.js";
import type { CellContent, WorkbookPlan } from "../../src/workbook/plan.js";
import { planReportWorkbook } from "../../src/workbook/planning/plan-workbook.js";
import { edition, thanhMienData, typedValues } from "./report-data.js";

/** The forms of Thanh Miện, filled, as they were before this program: sheets BM1 to BM7 without a name. */
export function strangersPlan(): WorkbookPlan {
  const plan = planReportWorkbook(edition("hai-duong-2022"));
  const typed = typedValues(thanhMienData);
  const contents = new Map<string, CellValue | undefined>(
    plan.names.map(({ name, area }) => [`${area.sheet}!${area.top}:${area.left}`, typed[name]] as const),
  );
  const contentOf = (place: string, planned: CellContent): CellContent => {
    const value = contents.get(place);
    if (typeof value === "number") return { kind: "number", number: value };
    if (typeof value === "string") return { kind: "text", text: value };
    return planned.kind === "formula" ? { kind: "blank" } : planned;
  };
  return {
    names: [],
    sheets: plan.sheets.slice(1).map((sheet, at) => ({
      ...sheet,
      name: `BM${at + 1}`,
      cells: sheet.cells.map((cell) => ({
        ...cell,
        content: contentOf(`${sheet.name}!${cell.row}:${cell.column}`, cell.content),
      })),
      conditions: [],
      validations: [],
    })),
  };
}
