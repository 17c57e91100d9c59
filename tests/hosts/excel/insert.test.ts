import { describe, expect, it } from "@jest/globals";
import { findEdition } from "../../../src/forms/library.js";
import { readReport } from "../../../src/workbook/reading/read-report.js";
import type { Sheet } from "../../../tools/grid/sheet.js";
import { formsPlan } from "../plans.js";
import { valueOfResult } from "../results.js";
import { openPane } from "./local.js";
import { reportPlan } from "./report.js";

/** What stands in Excel after a form was inserted: cells as A1, as the local Excel has them. */
async function insertedForm(excelApi = "1.15") {
  const pane = await openPane({ excelApi });
  valueOfResult(await pane.host.apply(formsPlan(3)));
  const sheet = pane.excel.grid.sheetNamed("Biểu mẫu 3");
  if (sheet === null) throw new Error("The form was not inserted.");
  return { pane, sheet };
}

function styleOf(sheet: Sheet, row: number, column: number) {
  return sheet.style(row - 1, column - 1);
}

describe("a form inserted into Excel", () => {
  it("has the look of the plan", async () => {
    const { sheet } = await insertedForm();
    const thin = { style: "Continuous" };
    expect(styleOf(sheet, 6, 4)).toMatchObject({
      fontName: "Times New Roman",
      fontSize: 12,
      bold: false,
      color: "#000000",
      fill: "#FFF9E5",
      horizontal: "Right",
      vertical: "Center",
      wrap: true,
      locked: false,
      numberFormat: "General",
      borders: { top: thin, bottom: thin, left: thin, right: thin },
    });
    expect(styleOf(sheet, 3, 1)).toMatchObject({ bold: true, fill: null, locked: true, numberFormat: "@" });
    expect(styleOf(sheet, 1, 1).borders).toEqual({});
    expect(sheet.tabColor).toBe("#2E75B6");
  });

  it("has the widths, heights, merged cells and frozen rows of the plan", async () => {
    const { sheet } = await insertedForm();
    // 60 characters are 425 pixels, or 318.75 points.
    expect(sheet.columnWidths.get(1)).toBe(318.75);
    expect(sheet.rowHeights.get(1)).toBe(40);
    expect(sheet.merges).toHaveLength(6);
    expect(sheet.frozen).toEqual({ rows: 4, columns: 0 });
  });

  it("is set up to be printed on A4, its header on every page", async () => {
    const { sheet } = await insertedForm();
    expect(sheet.page).toMatchObject({
      orientation: "Portrait",
      paperSize: "A4",
      centerHorizontally: true,
      titleRows: { top: 2, bottom: 3 },
    });
    expect(sheet.page.zoom).toEqual({ horizontalFitToPages: 1 });
    expect(sheet.page.margins.left).toBeCloseTo(85.04, 2);
  });

  it("checks what is typed", async () => {
    const { pane, sheet } = await insertedForm();
    const { officer } = pane.excel;
    expect(sheet.validations).toHaveLength(3);
    expect(sheet.validations[0]).toMatchObject({
      rect: { top: 5, left: 3, bottom: 6, right: 3 },
      rule: { wholeNumber: { formula1: 0, operator: "GreaterThanOrEqualTo" } },
      prompt: { showPrompt: true, title: "Số hồ sơ" },
      errorAlert: { showAlert: true, style: "Warning" },
    });
    expect(officer.type("Biểu mẫu 3", "D5", "120")).toEqual({
      accepted: false,
      title: "Chưa đúng",
      message: "Tỷ lệ phải từ 0 đến 100.",
    });
    expect(officer.type("Biểu mẫu 3", "D8", "Không = 0")).toEqual({ accepted: true });
    expect(officer.type("Biểu mẫu 3", "D8", "Có thể")).toMatchObject({ accepted: false });
  });

  it("has its conditional formats, each on one area", async () => {
    const { sheet } = await insertedForm();
    expect(
      sheet.conditions.map(({ areas, formula, fill, color }) => [areas.length, formula?.text, fill, color]),
    ).toEqual([
      [1, "N(D7)>N(D6)", "#FFC7CE", "#9C0006"],
      [1, "N(D5)<0", "#FFEB9C", "#9C5700"],
    ]);
  });

  it("has hidden names for the whole workbook", async () => {
    const { pane } = await insertedForm();
    expect(pane.excel.grid.names.map(({ name, sheetId, visible }) => [name, sheetId, visible])).toEqual(
      formsPlan(3).names.map(({ name }) => [name, null, false]),
    );
  });

  it("is the same under the oldest API", async () => {
    const [oldest, newest] = [await insertedForm("1.9"), await insertedForm()];
    expect(oldest.sheet.cells).toEqual(newest.sheet.cells);
    expect(oldest.sheet.page).toEqual(newest.sheet.page);
  });
});

describe("the whole report", () => {
  it("computes a ratio once its parts are typed", async () => {
    const { excel, host } = await openPane();
    valueOfResult(await host.apply(reportPlan()));
    const snapshot = valueOfResult(await host.capture());
    const area = (name: string) => snapshot.names.find((one) => one.name === name)?.area ?? null;
    const at = (name: string) => `D${area(name)?.top}`;
    excel.officer.type("Biểu mẫu 3", at("CCHC_BM3_3_3_1"), "922");
    excel.officer.type("Biểu mẫu 3", at("CCHC_BM3_3_3_2"), "905");
    expect(excel.value("Biểu mẫu 3", at("CCHC_BM3_3_3"))).toBe(98.16);
  });

  it("is read back whole: every row of every form is where its name says", async () => {
    const { excel, host } = await openPane();
    valueOfResult(await host.apply(reportPlan()));
    excel.officer.renameSheet("Biểu mẫu 2", "VBQPPL");
    excel.officer.insertRows("Biểu mẫu 3", 1, 2);
    const edition = findEdition("tu-ky-2023");
    if (edition === null) throw new Error("The edition tu-ky-2023 is gone.");
    const report = readReport(edition, valueOfResult(await host.capture()));
    expect(report.layout).toEqual([]);
    expect([...report.values.values()].filter(({ address }) => address === null)).toEqual([]);
    expect(report.info.symbol).toBe("BC-UBND");
  });

  it("leaves the sheets that were there alone", async () => {
    const { excel, host } = await openPane();
    excel.officer.type("Sheet1", "B2", "Danh sách cán bộ");
    valueOfResult(await host.apply(reportPlan()));
    expect(excel.value("Sheet1", "B2")).toBe("Danh sách cán bộ");
    expect(excel.grid.sheets[0]?.name).toBe("Sheet1");
  });
});

describe("a printer that refuses", () => {
  it("leaves a sheet's paper alone, and says which sheet", async () => {
    const pane = await openPane();
    pane.excel.grid.refusesPaper = true;
    const report = valueOfResult(await pane.host.apply(formsPlan(1, 3)));
    expect(report.unsetPages).toEqual(["Biểu mẫu 1", "Biểu mẫu 3"]);
    // All but the paper is set up, on both.
    for (const name of report.unsetPages) {
      const page = pane.excel.grid.sheetNamed(name)?.page;
      expect(page).toMatchObject({ zoom: { horizontalFitToPages: 1 }, titleRows: { top: 2, bottom: 3 } });
      expect(page?.paperSize).not.toBe("A4");
    }
    expect(valueOfResult(await pane.host.apply(formsPlan(1, 3))).unsetPages).toEqual([]);
  });
});
