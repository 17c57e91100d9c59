import { describe, expect, it } from "@jest/globals";
import { allTables, findTable } from "../../../../src/forms/tables.js";
import { checkPlan } from "../../../../src/hosts/xlsx/apply/check-plan.js";
import { planReportWorkbook } from "../../../../src/workbook/planning/plan-workbook.js";
import { planTable } from "../../../../src/workbook/planning/tables/plan-table.js";
import { planTables } from "../../../../src/workbook/planning/tables/plan-tables.js";
import { edition } from "../../../support/report-data.js";

function planned(id: string, rows?: number) {
  const table = findTable(id);
  if (table === null) throw new Error(`no table ${id}`);
  return planTable(table, rows);
}

function formulaAt(id: string, cell: { row: number; column: number }): string | null {
  const found = planned(id).sheet.cells.find(({ row, column }) => row === cell.row && column === cell.column);
  return found?.content.kind === "formula" ? found.content.formula : null;
}

describe("the sheet of a table", () => {
  it("is one that Excel accepts, for every table, however many rows are wanted", () => {
    for (const rows of [0, 700]) {
      const plans = allTables().map((table) => planTable(table, rows));
      const sheets = plans.map(({ sheet }) => sheet);
      expect(() => checkPlan({ sheets, names: plans.map(({ name }) => name) })).not.toThrow();
    }
  });

  it("gives the body a name that tells the table", () => {
    expect(planned("dossiers-by-field").name).toEqual({
      name: "CCHC_TBL_dossiers_by_field",
      area: { sheet: "Hồ sơ theo lĩnh vực", top: 7, left: 1, bottom: 22, right: 13 },
    });
    expect(planned("digitisation").name.area).toMatchObject({ top: 6, bottom: 6 });
  });

  it("grows with the rows that are wanted and never shrinks below the table's own", () => {
    const rows = (wanted: number) => {
      const { top, bottom } = planned("documents", wanted).name.area;
      return bottom - top;
    };
    expect(rows(3)).toBe(40);
    expect(rows(55)).toBe(55);
  });

  it("sums from the row of column numbers to the thin row, so that inserted rows lie inside", () => {
    expect(formulaAt("dossiers-by-field", { row: 23, column: 4 })).toBe('IF(COUNT(D6:D22)=0,"",SUM(D6:D22))');
  });

  it("works out what the columns declare", () => {
    expect(formulaAt("dossiers-by-field", { row: 7, column: 3 })).toBe(
      'IF(COUNT(D7,E7,F7)=0,"",SUM(D7,E7,F7))',
    );
    expect(formulaAt("dossiers-by-field", { row: 7, column: 11 })).toBe('IF(COUNT(C7,G7)<2,"",C7-G7)');
    expect(formulaAt("fees", { row: 5, column: 5 })).toBe(
      'IFERROR(IF(OR(COUNT(D5)=0,COUNT(C5)=0),"",ROUND(100*D5/C5,2)),"")',
    );
  });

  it("turns the page where the columns are many", () => {
    expect(planned("dossiers-by-field").sheet.print).toMatchObject({
      orientation: "landscape",
      titleRows: { first: 3, last: 6 },
    });
    expect(planned("budget").sheet.print.orientation).toBe("portrait");
  });

  it("has the usual rows filled in, group rows with their numbers", () => {
    const texts = (id: string, column: number) =>
      planned(id).sheet.cells.flatMap((cell) =>
        cell.column === column && cell.row > 4 && cell.content.kind === "text" ? [cell.content.text] : [],
      );
    expect(texts("dossiers-by-field", 2).slice(-5)).toEqual([
      ...["Hộ tịch", "Chứng thực", "Bảo trợ xã hội", "Người có công", "Đất đai"],
    ]);
    expect(texts("task-progress", 1).slice(0, 6)).toEqual(["I", "1", "2", "3", "4", "II"]);
  });

  it("checks what is typed, once per cell", () => {
    for (const { sheet } of allTables().map((table) => planTable(table))) {
      const cells = sheet.validations.flatMap(({ area }) =>
        Array.from({ length: area.bottom - area.top + 1 }, (_, row) =>
          Array.from({ length: area.right - area.left + 1 }, (_, i) => `${area.top + row}:${area.left + i}`),
        ).flat(),
      );
      expect([sheet.name, new Set(cells).size]).toEqual([sheet.name, cells.length]);
    }
  });
});

describe("a workbook with tables", () => {
  const sheets = (id: string, tables: readonly string[]) =>
    planReportWorkbook(
      edition(id),
      new Map(),
      [],
      tables.map((table) => ({ id: table })),
    );
  const formula = (id: string, tables: readonly string[], name: string) => {
    const plan = sheets(id, tables);
    const area = plan.names.find((one) => one.name === name)?.area;
    const cell = plan.sheets
      .find((sheet) => sheet.name === area?.sheet)
      ?.cells.find(({ row, column }) => row === area?.top && column === area.left);
    return cell?.content.kind === "formula" ? cell.content.formula : null;
  };

  it("has their sheets behind the forms, in the order of the report", () => {
    const plan = sheets("tu-ky-2023", ["dossiers-by-field", "documents"]);
    expect(plan.sheets.slice(8).map(({ name }) => name)).toEqual([
      "Văn bản đã ban hành",
      "Hồ sơ theo lĩnh vực",
    ]);
  });

  it("takes a form's number from the table, as the edition says", () => {
    const from = (id: string, name: string) =>
      formula(id, ["dossiers-by-field", "electronic-documents"], name);
    expect(from("tu-ky-2023", "CCHC_BM3_3_3_1")).toBe(
      `IF(COUNT('Hồ sơ theo lĩnh vực'!G23)=0,"",SUM('Hồ sơ theo lĩnh vực'!G23))`,
    );
    expect(from("hai-duong-2022", "CCHC_BM7_5_2_3")).toContain("'Văn bản điện tử'!G6");
    expect(from("tu-ky-2023", "CCHC_BM7_5_2_1")).toContain("'Văn bản điện tử'!G6");
    expect(from("tu-ky-2023", "CCHC_BM1_5_1")).toBeNull();
  });

  it("leaves the forms alone where the table is not there", () => {
    const plain = sheets("tu-ky-2023", []);
    expect(formula("tu-ky-2023", [], "CCHC_BM3_3_3_1")).toBeNull();
    expect(plain.sheets.map(({ name }) => name)).not.toContain("Hồ sơ theo lĩnh vực");
  });

  it("says beside a fed cell where its number comes from, and keeps the checks of its neighbours", () => {
    const form = sheets("tu-ky-2023", ["dossiers-by-field"]).sheets.find(({ name }) => name === "Biểu mẫu 3");
    const at = (row: number) =>
      form?.validations
        .filter(({ area }) => area.top <= row && row <= area.bottom)
        .map(({ prompt }) => prompt.message);
    const rowOf = (wanted: string) =>
      sheets("tu-ky-2023", []).names.find(({ name }) => name === wanted)?.area.top ?? 0;
    expect(at(rowOf("CCHC_BM3_3_3_1"))).toEqual([
      'Ô này tự lấy số từ trang tính "Hồ sơ theo lĩnh vực" khi trang tính đó có số liệu. Có thể ghi đè.',
    ]);
    expect(at(rowOf("CCHC_BM3_2_1"))?.[0]).toBe("Ghi số nguyên. Không phát sinh thì ghi 0.");
  });

  it("may be planned without tables that nobody knows", () => {
    expect(() => planTables(edition("tu-ky-2023"), [{ id: "nothing" }])).toThrow("No table nothing");
  });
});
