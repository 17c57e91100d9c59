import { describe, expect, test } from "@jest/globals";
import ExcelJS from "exceljs";
import { Grid } from "../../../tools/grid/grid.js";
import { textAt, valueAt } from "../../../tools/grid/look.js";
import { restoreSnapshot, takeSnapshot } from "../../../tools/grid/snapshot.js";
import { openXlsx } from "../../../tools/grid-files/read.js";
import { writeXlsx } from "../../../tools/grid-files/write.js";
import { createLocalExcel } from "../../../tools/local-excel/node.js";

/** A workbook with everything that a form has, made through the client library. */
async function formBook(): Promise<Grid> {
  const local = await createLocalExcel();
  await local.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Biểu mẫu 3");
    sheet.getRange("A1:D1").merge();
    sheet.getRange("A1").values = [["Biểu mẫu 3"]];
    sheet.getRange("A1").format.font.size = 13;
    sheet.getRange("A1").format.font.bold = true;
    sheet.getRange("A1").format.horizontalAlignment = "Center";
    sheet.getRange("A20:A21").numberFormat = [["@"], ["@"]];
    sheet.getRange("A20:D21").values = [
      ["3.1", "Hồ sơ", "Hồ sơ", 922],
      ["3.2", "Tỷ lệ", "%", "=ROUND(905/D20*100,2)"],
    ];
    sheet.getRange("D20").format.fill.color = "#FFF2CC";
    sheet.getRange("D20").format.protection.locked = false;
    sheet.getRange("D20").format.borders.getItem("EdgeBottom").style = "Continuous";
    sheet.getRange("B20").format.wrapText = true;
    sheet.getRange("A:A").format.columnWidth = 42;
    sheet.getRange("20:20").format.rowHeight = 33;
    const { dataValidation } = sheet.getRange("D20:D21");
    dataValidation.rule = { wholeNumber: { formula1: 0, operator: "GreaterThanOrEqualTo" } };
    dataValidation.prompt = { showPrompt: true, title: "Số lượng", message: "Số nguyên" };
    sheet.getRange("C20").dataValidation.rule = { list: { inCellDropDown: true, source: "Hồ sơ,Lượt" } };
    const condition = sheet.getRange("D20:D21").conditionalFormats.add("Custom");
    condition.custom.rule.formula = "=D20<0";
    condition.custom.format.fill.color = "#FFC7CE";
    context.workbook.names.add("CCHC_BM3_3_1", sheet.getRange("D20")).visible = false;
    sheet.freezePanes.freezeRows(6);
    sheet.pageLayout.orientation = "Landscape";
    sheet.pageLayout.paperSize = "A4";
    sheet.pageLayout.setPrintTitleRows("$5:$6");
    sheet.tabColor = "#305496";
    context.workbook.worksheets.getItem("Sheet1").visibility = "Hidden";
    await context.sync();
  });
  return local.grid;
}

/** What must be the same in a workbook that was kept or saved and opened again. */
function essence(grid: Grid) {
  const sheet = grid.sheetNamed("Biểu mẫu 3");
  if (!sheet) throw new Error("no form");
  return {
    sheets: grid.sheets.map(({ name, visibility, tabColor }) => [name, visibility, tabColor]),
    names: grid.names.map(({ name, formula, visible }) => [name, formula.text, visible]),
    values: ["A1", "A20", "D20", "D21"].map((address) => valueAt(grid, "Biểu mẫu 3", address)),
    shown: textAt(grid, "Biểu mẫu 3", "D21"),
    styles: [sheet.style(0, 0), sheet.style(19, 0), sheet.style(19, 1), sheet.style(19, 3)],
    merges: sheet.merges,
    sizes: [sheet.columnWidths.get(0), sheet.rowHeights.get(19)],
    validations: sheet.validations
      .map(({ rect, rule, prompt }) => ({ rect, rule, prompt }))
      .toSorted((a, b) => a.rect.left - b.rect.left),
    conditions: sheet.conditions.map(({ areas, formula, fill }) => [areas, formula?.text, fill]),
    frozen: sheet.frozen,
    page: [sheet.page.orientation, sheet.page.paperSize, sheet.page.titleRows],
  };
}

describe("a workbook put away and taken out again", () => {
  test("over a reload of the page, as JSON", async () => {
    const book = await formBook();
    const copy = new Grid();
    const json = JSON.stringify(takeSnapshot(book));
    copy.act({ source: "Local", addin: null }, () => restoreSnapshot(copy, JSON.parse(json)));
    expect(essence(copy)).toEqual(essence(book));
    expect(JSON.stringify(takeSnapshot(copy)).length).toBe(json.length);
  });

  test("as an .xlsx file", async () => {
    const book = await formBook();
    const copy = new Grid();
    await openXlsx(copy, await writeXlsx(book), "bao-cao.xlsx");
    expect(essence(copy)).toEqual(essence(book));
    expect(copy.name).toBe("bao-cao.xlsx");
  });

  test("as a file of another program whose sheets say nothing of their view", async () => {
    const other = new ExcelJS.Workbook();
    other.addWorksheet("Trang 1").getCell("A1").value = 7;
    const copy = new Grid();
    await openXlsx(copy, new Uint8Array(await other.xlsx.writeBuffer()), "khac.xlsx");
    expect(copy.sheets.map((sheet) => sheet.name)).toEqual(["Trang 1"]);
  });

  test("bytes that are no workbook are refused and change nothing", async () => {
    const grid = new Grid();
    await expect(
      openXlsx(grid, new TextEncoder().encode("không phải tệp Excel"), "x.xlsx"),
    ).rejects.toThrow();
    expect(grid.sheets.map((sheet) => sheet.name)).toEqual(["Sheet1"]);
  });
});
