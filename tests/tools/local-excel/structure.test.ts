import { beforeEach, describe, expect, test } from "@jest/globals";
import { createLocalExcel, type LocalExcel } from "../../../tools/local-excel/node.js";

let local: LocalExcel;

beforeEach(async () => {
  local = await createLocalExcel();
  await local.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Biểu mẫu 3");
    sheet.getRange("D20:D22").values = [[922], [905], ["=ROUND(D21/D20*100,2)"]];
    context.workbook.names.add("CCHC_BM3_3_3_1", sheet.getRange("D20"));
    context.workbook.names.add("CCHC_TBL_vb", sheet.getRange("A30:F40"));
    sheet.getRange("D20:D21").dataValidation.rule = {
      wholeNumber: { formula1: 0, operator: local.Excel.DataValidationOperator.greaterThanOrEqualTo },
    };
    await context.sync();
  });
});

const names = () => Object.fromEntries(local.grid.names.map((one) => [one.name, one.formula.text]));

describe("rows and columns", () => {
  test("inserted above: formulas, names and validations move along", () => {
    local.officer.insertRows("Biểu mẫu 3", 5, 2);
    expect(local.formula("Biểu mẫu 3", "D24")).toBe("=ROUND(D23/D22*100,2)");
    expect(local.value("Biểu mẫu 3", "D24")).toBe(98.16);
    expect(names()).toEqual({
      CCHC_BM3_3_3_1: "'Biểu mẫu 3'!$D$22",
      CCHC_TBL_vb: "'Biểu mẫu 3'!$A$32:$F$42",
    });
    expect(local.grid.sheetNamed("Biểu mẫu 3")?.validations[0]?.rect).toMatchObject({ top: 21, bottom: 22 });
  });

  test("inserted inside a table: its name grows", () => {
    local.officer.insertRows("Biểu mẫu 3", 35);
    expect(names().CCHC_TBL_vb).toBe("'Biểu mẫu 3'!$A$30:$F$41");
  });

  test("columns inserted and deleted", () => {
    local.officer.insertColumns("Biểu mẫu 3", "B");
    expect(names().CCHC_BM3_3_3_1).toBe("'Biểu mẫu 3'!$E$20");
    local.officer.deleteColumns("Biểu mẫu 3", "A", 2);
    expect(names().CCHC_BM3_3_3_1).toBe("'Biểu mẫu 3'!$C$20");
    expect(names().CCHC_TBL_vb).toBe("'Biểu mẫu 3'!$A$30:$E$40");
    expect(local.formula("Biểu mẫu 3", "C22")).toBe("=ROUND(C21/C20*100,2)");
  });

  test("a deleted row leaves #REF! in its name and in formulas; tables shrink", () => {
    local.officer.deleteRows("Biểu mẫu 3", 20);
    expect(names().CCHC_BM3_3_3_1).toBe("'Biểu mẫu 3'!#REF!");
    expect(local.formula("Biểu mẫu 3", "D21")).toBe("=ROUND(D20/#REF!*100,2)");
    expect(local.value("Biểu mẫu 3", "D21")).toEqual({ error: "#REF!" });
    local.officer.deleteRows("Biểu mẫu 3", 30, 5);
    expect(names().CCHC_TBL_vb).toBe("'Biểu mẫu 3'!$A$29:$F$34");
  });

  test("a name that lost its cell reads as an error without a range", async () => {
    local.officer.deleteRows("Biểu mẫu 3", 20);
    await local.Excel.run(async (context) => {
      const name = context.workbook.names.getItem("CCHC_BM3_3_3_1").load("type,value,formula");
      const range = name.getRangeOrNullObject();
      await context.sync();
      expect([name.type, name.value, name.formula]).toEqual(["Error", "#REF!", "='Biểu mẫu 3'!#REF!"]);
      expect(range.isNullObject).toBe(true);
    });
  });

  test("a range that the add-in holds follows its cells", async () => {
    await local.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Biểu mẫu 3");
      const cell = sheet.getRange("D20").load("address");
      sheet.getRange("1:3").insert(local.Excel.InsertShiftDirection.down);
      await context.sync();
      cell.load("address,values");
      await context.sync();
      expect([cell.address, cell.values]).toEqual(["'Biểu mẫu 3'!D23", [[922]]]);
    });
  });

  test("cells inserted in part of a row move only what lies below them", () => {
    local.officer.type("Biểu mẫu 3", "E20", "1");
    return local.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Biểu mẫu 3");
      sheet.getRange("D19:D19").insert(local.Excel.InsertShiftDirection.down);
      await context.sync();
      expect(local.value("Biểu mẫu 3", "D21")).toBe(922);
      expect(local.value("Biểu mẫu 3", "E20")).toBe(1);
      expect(names().CCHC_BM3_3_3_1).toBe("'Biểu mẫu 3'!$D$21");
    });
  });
});

describe("sheets", () => {
  test("renamed: formulas and names follow", () => {
    local.officer.type("Sheet1", "A1", "='Biểu mẫu 3'!D20");
    local.officer.renameSheet("Biểu mẫu 3", "BM3");
    expect(local.formula("Sheet1", "A1")).toBe("='BM3'!D20");
    expect(names().CCHC_BM3_3_3_1).toBe("'BM3'!$D$20");
    expect(local.value("Sheet1", "A1")).toBe(922);
  });

  test("deleted: formulas and names lose it", () => {
    local.officer.type("Sheet1", "A1", "='Biểu mẫu 3'!D20");
    local.officer.deleteSheet("Biểu mẫu 3");
    expect(local.formula("Sheet1", "A1")).toBe("=#REF!D20");
    expect(names().CCHC_BM3_3_3_1).toBe("#REF!$D$20");
    expect(local.value("Sheet1", "A1")).toEqual({ error: "#REF!" });
    expect(local.grid.sheets.map((sheet) => sheet.name)).toEqual(["Sheet1"]);
  });

  test("moved and hidden", async () => {
    local.officer.moveSheet("Biểu mẫu 3", 1);
    local.officer.setVisibility("Sheet1", "Hidden");
    await local.Excel.run(async (context) => {
      const sheets = context.workbook.worksheets.load("items/name,items/visibility,items/position");
      const shown = sheets.getCount(true);
      await context.sync();
      expect(sheets.items.map((sheet) => [sheet.name, sheet.visibility, sheet.position])).toEqual([
        ["Biểu mẫu 3", "Visible", 0],
        ["Sheet1", "Hidden", 1],
      ]);
      expect(shown.value).toBe(1);
    });
  });
});
