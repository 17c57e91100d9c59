import { describe, expect, test } from "@jest/globals";
import { UNITED_STATES } from "../../../tools/grid/culture.js";
import { createLocalExcel } from "../../../tools/local-excel/node.js";

describe("the workbook around the cells", () => {
  test("culture, name, protection and counts in one load", async () => {
    const local = await createLocalExcel({ region: UNITED_STATES });
    await local.Excel.run(async (context) => {
      const { workbook } = context;
      const { numberFormat } = workbook.application.cultureInfo;
      numberFormat.load("numberDecimalSeparator,numberGroupSeparator");
      workbook.load("name,readOnly");
      workbook.protection.load("protected");
      workbook.application.load("calculationMode");
      const count = workbook.worksheets.getCount();
      await context.sync();
      expect([numberFormat.numberDecimalSeparator, numberFormat.numberGroupSeparator]).toEqual([".", ","]);
      expect([workbook.name, workbook.readOnly, workbook.protection.protected]).toEqual([
        "Sổ1.xlsx",
        false,
        false,
      ]);
      expect([workbook.application.calculationMode, count.value]).toEqual(["Automatic", 1]);
    });
    expect(local.requests()).toBe(1);
  });

  test("names: added, hidden, listed with scope, renamed formula, deleted", async () => {
    const local = await createLocalExcel();
    await local.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      context.workbook.names.add("CCHC_BM1_1_2", sheet.getRange("D5")).visible = false;
      context.workbook.names.add("CCHC_KY", '="Quý I"');
      sheet.names.add("rieng", sheet.getRange("A1"));
      const names = context.workbook.names.load(
        "items/name,items/formula,items/value,items/visible,items/type,items/scope",
      );
      const own = sheet.names.load("items/name,items/scope");
      await context.sync();
      expect(names.items.map((one) => one.toJSON())).toMatchObject([
        {
          name: "CCHC_BM1_1_2",
          formula: "=Sheet1!$D$5",
          value: "Sheet1!$D$5",
          visible: false,
          type: "Range",
          scope: "Workbook",
        },
        {
          name: "CCHC_KY",
          formula: '="Quý I"',
          value: "Quý I",
          visible: true,
          type: "String",
          scope: "Workbook",
        },
      ]);
      expect(own.items.map((one) => [one.name, one.scope])).toEqual([["rieng", "Worksheet"]]);
      context.workbook.names.getItem("CCHC_KY").delete();
      const gone = context.workbook.names.getItemOrNullObject("CCHC_KY");
      const cell = context.workbook.names.getItem("cchc_bm1_1_2").getRange().load("address");
      await context.sync();
      expect(gone.isNullObject).toBe(true);
      expect(cell.address).toBe("Sheet1!D5");
    });
  });

  test.each(["BM1", "có dấu cách x y", "1abc", "R1C1"])("%s is no name", async (name) => {
    const local = await createLocalExcel();
    const refused = local.Excel.run(async (context) => {
      context.workbook.names.add(name, context.workbook.worksheets.getItem("Sheet1").getRange("A1"));
      await context.sync();
    });
    await expect(refused).rejects.toMatchObject({ code: "InvalidArgument" });
  });

  test("page set-up, frozen rows, tab colour, gridlines", async () => {
    const local = await createLocalExcel();
    await local.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.pageLayout.orientation = "Landscape";
      sheet.pageLayout.paperSize = "A4";
      sheet.pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 2 };
      sheet.pageLayout.centerHorizontally = true;
      sheet.pageLayout.setPrintMargins("Centimeters", { left: 3, right: 1.5, top: 2, bottom: 2 });
      sheet.pageLayout.setPrintTitleRows("$5:$6");
      sheet.freezePanes.freezeRows(6);
      sheet.tabColor = "#C00000";
      sheet.showGridlines = false;
      sheet.pageLayout.load("orientation,paperSize,zoom,leftMargin");
      sheet.load("tabColor,showGridlines");
      const titles = sheet.pageLayout.getPrintTitleRowsOrNullObject().load("address");
      const frozen = sheet.freezePanes.getLocationOrNullObject().load("address");
      await context.sync();
      expect(sheet.pageLayout.toJSON()).toMatchObject({ orientation: "Landscape", paperSize: "A4" });
      expect(sheet.pageLayout.leftMargin).toBeCloseTo(85.04, 2);
      expect([sheet.tabColor, sheet.showGridlines]).toEqual(["#C00000", false]);
      expect([titles.address, frozen.address]).toEqual(["Sheet1!5:6", "Sheet1!1:6"]);
    });
  });

  test("selection and activation", async () => {
    const local = await createLocalExcel();
    await local.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Biểu mẫu 1");
      sheet.getRange("D7").select();
      const selected = context.workbook.getSelectedRange().load("address");
      const active = context.workbook.worksheets.getActiveWorksheet().load("name");
      await context.sync();
      expect([selected.address, active.name]).toEqual(["'Biểu mẫu 1'!D7", "Biểu mẫu 1"]);
    });
    local.officer.select("Sheet1", "B2:C3");
    await local.Excel.run(async (context) => {
      const cell = context.workbook.getActiveCell().load("address");
      await context.sync();
      expect(cell.address).toBe("Sheet1!B2");
    });
  });

  test("members newer than the reported set are refused", async () => {
    const local = await createLocalExcel({ excelApi: "1.9" });
    expect([local.isSetSupported("ExcelApi", "1.9"), local.isSetSupported("ExcelApi", "1.11")]).toEqual([
      true,
      false,
    ]);
    const refused = local.Excel.run(async (context) => {
      context.workbook.application.cultureInfo.load("name");
      await context.sync();
    });
    await expect(refused).rejects.toMatchObject({ code: "ApiNotFound" });
  });

  test("kept objects are released again when the run is over", async () => {
    const local = await createLocalExcel();
    await local.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1").load("address");
      await context.sync();
      expect(range.address).toBe("Sheet1!A1");
      expect(local.host.keptObjects).toBe(1);
    });
    await local.settled();
    expect(local.host.keptObjects).toBe(0);
  });
});
