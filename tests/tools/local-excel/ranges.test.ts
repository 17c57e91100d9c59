import { beforeEach, describe, expect, test } from "@jest/globals";
import { createLocalExcel, type LocalExcel } from "../../../tools/local-excel/node.js";

let local: LocalExcel;

beforeEach(async () => {
  local = await createLocalExcel();
});

describe("values and formulas", () => {
  test("are written and read in one round trip", async () => {
    await local.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:B2");
      range.formulas = [
        [5, "Xã A"],
        ["=A1*2", ""],
      ];
      range.load("values,formulas,text,valueTypes,address,rowIndex,columnIndex,rowCount,columnCount");
      await context.sync();
      expect(range.values).toEqual([
        [5, "Xã A"],
        [10, ""],
      ]);
      expect(range.formulas).toEqual([
        [5, "Xã A"],
        ["=A1*2", ""],
      ]);
      expect(range.valueTypes).toEqual([
        ["Double", "String"],
        ["Double", "Empty"],
      ]);
      expect(range.address).toBe("Sheet1!A1:B2");
      expect([range.rowIndex, range.columnIndex, range.rowCount, range.columnCount]).toEqual([0, 0, 2, 2]);
    });
    expect(local.requests()).toBe(1);
  });

  test("text reads as Excel reads it on an English machine, whatever the region", async () => {
    await local.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:F1");
      range.values = [["12", "12,5", "1.5", "'04", "88%", true]];
      range.load("values,text,numberFormat");
      await context.sync();
      expect(range.values).toEqual([[12, "12,5", 1.5, "04", 0.88, true]]);
      expect(range.text).toEqual([["12", "12,5", "1,5", "04", "88%", "TRUE"]]);
      expect(range.numberFormat).toEqual([["General", "General", "General", "General", "0%", "General"]]);
    });
  });

  test("a cell formatted as text keeps text", async () => {
    await local.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:C1");
      range.numberFormat = [["@", "@", "@"]];
      range.values = [["1", "=1+1", 3]];
      range.load("values,valueTypes");
      await context.sync();
      expect(range.values).toEqual([["1", "=1+1", "3"]]);
      expect(range.valueTypes).toEqual([["String", "String", "String"]]);
    });
  });

  test("null leaves a cell alone, an empty string empties it", async () => {
    await local.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:C1");
      range.set({ values: [[7, 7, 7]] });
      range.values = [[null, "", 9]];
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([[7, "", 9]]);
    });
  });

  test("errors come as text with their own type", async () => {
    await local.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1");
      range.formulas = [["=1/0"]];
      range.load("values,valueTypes,text");
      await context.sync();
      expect([range.values, range.valueTypes, range.text]).toEqual([
        [["#DIV/0!"]],
        [["Error"]],
        [["#DIV/0!"]],
      ]);
    });
  });

  test("a large table, which the client sends in parts", async () => {
    const table = Array.from({ length: 700 }, (_, row) =>
      Array.from({ length: 6 }, (_, column) => row * 6 + column),
    );
    await local.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRangeByIndexes(0, 0, 700, 6);
      range.values = table;
      range.load("values");
      await context.sync();
      expect(range.values).toEqual(table);
    });
  });

  test("the used range, with and without mere formats", async () => {
    await local.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      const none = sheet.getUsedRangeOrNullObject(true);
      sheet.getRange("B2:C3").values = [
        [1, 2],
        [3, 4],
      ];
      sheet.getRange("E9").format.fill.color = "#FFFF00";
      const values = sheet.getUsedRange(true).load("address");
      const formats = sheet.getUsedRange().load("address");
      await context.sync();
      expect(none.isNullObject).toBe(true);
      expect(values.address).toBe("Sheet1!B2:C3");
      expect(formats.address).toBe("Sheet1!B2:E9");
    });
  });

  test("related ranges", async () => {
    await local.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("B2:C4");
      const found = [
        range.getCell(1, 1),
        range.getOffsetRange(2, 1),
        range.getResizedRange(1, 2),
        range.getRow(0),
        range.getColumn(1),
        range.getEntireRow(),
        range.getEntireColumn(),
        context.workbook.worksheets.getItem("Sheet1").getCell(0, 3),
      ];
      for (const one of found) one.load("address");
      await context.sync();
      expect(found.map((one) => one.address)).toEqual([
        "Sheet1!C3",
        "Sheet1!C4:D6",
        "Sheet1!B2:E5",
        "Sheet1!B2:C2",
        "Sheet1!C2:C4",
        "Sheet1!2:4",
        "Sheet1!B:C",
        "Sheet1!D1",
      ]);
    });
  });
});

describe("formats", () => {
  test("are set and read; what differs reads as null", async () => {
    await local.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      const range = sheet.getRange("A1:B1");
      range.format.set({
        font: { name: "Times New Roman", size: 13, bold: true, italic: true, color: "#C00000" },
        fill: { color: "#FFF2CC" },
        horizontalAlignment: "Center",
        verticalAlignment: "Top",
        wrapText: true,
        indentLevel: 1,
        rowHeight: 33,
        columnWidth: 120,
      });
      sheet.getRange("B1").format.font.size = 14;
      sheet.getRange("A1").format.protection.locked = false;
      range.load(
        "format/font/bold,format/font/size,format/fill/color,format/wrapText,format/rowHeight,format/columnWidth,format/protection/locked",
      );
      await context.sync();
      const { format } = range;
      expect([format.font.bold, format.font.size, format.fill.color, format.wrapText]).toEqual([
        true,
        null,
        "#FFF2CC",
        true,
      ]);
      expect([format.rowHeight, format.columnWidth, format.protection.locked]).toEqual([33, 120, null]);
    });
  });

  test("borders of an area", async () => {
    await local.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:B2");
      for (const edge of [
        "EdgeTop",
        "EdgeBottom",
        "EdgeLeft",
        "EdgeRight",
        "InsideHorizontal",
        "InsideVertical",
      ] as const) {
        const border = range.format.borders.getItem(edge);
        border.style = "Continuous";
        border.color = "#808080";
        border.weight = "Thin";
      }
      const inner = range.getCell(1, 1).format.borders.getItem("EdgeTop").load("style,color,weight");
      await context.sync();
      expect(inner.toJSON()).toMatchObject({ style: "Continuous", color: "#808080", weight: "Thin" });
    });
  });

  test("cell, row and column properties in one call each", async () => {
    await local.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:B1");
      range.setCellProperties([
        [
          { format: { font: { bold: true }, fill: { color: "#DDEBF7" } } },
          { format: { protection: { locked: false }, borders: { bottom: { style: "Continuous" } } } },
        ],
      ]);
      range.setRowProperties([{ format: { rowHeight: 40 } }]);
      range.setColumnProperties([{ format: { columnWidth: 50 } }, { format: { columnWidth: 300 } }]);
      const properties = range.getCellProperties({ format: { font: { bold: true }, fill: { color: true } } });
      range.load("format/rowHeight,format/columnWidth");
      await context.sync();
      expect(properties.value).toEqual([
        [
          { format: { font: { bold: true }, fill: { color: "#DDEBF7" } } },
          { format: { font: { bold: false }, fill: { color: "#FFFFFF" } } },
        ],
      ]);
      expect([range.format.rowHeight, range.format.columnWidth]).toEqual([40, null]);
    });
  });

  test("a whole sheet can be formatted; later cells look alike", async () => {
    await local.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange().format.font.size = 14;
      sheet.getRange("C:C").format.font.bold = true;
      const cell = sheet.getRange("C5").load("format/font/size,format/font/bold");
      await context.sync();
      expect([cell.format.font.size, cell.format.font.bold]).toEqual([14, true]);
    });
  });

  test("merging keeps the first content only", async () => {
    await local.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1:C1").values = [["Biểu mẫu 1", "x", "y"]];
      sheet.getRange("A1:C1").merge();
      sheet.getRange("B1").values = [["lost"]];
      const range = sheet.getRange("A1:C1").load("values");
      await context.sync();
      expect(range.values).toEqual([["Biểu mẫu 1", "", ""]]);
      sheet.getRange("A1").unmerge();
      await context.sync();
      expect(local.grid.activeSheet.merges).toEqual([]);
    });
  });
});

describe("validations and conditional formats", () => {
  test("a list is stored, read back, and obeyed when somebody types", async () => {
    await local.Excel.run(async (context) => {
      const { dataValidation } = context.workbook.worksheets.getItem("Sheet1").getRange("A1:A3");
      dataValidation.rule = { list: { inCellDropDown: true, source: "Có,Không" } };
      dataValidation.prompt = { showPrompt: true, title: "Chọn", message: "Chọn Có hoặc Không" };
      dataValidation.errorAlert = {
        showAlert: true,
        style: "Stop",
        title: "Sai",
        message: "Chỉ chọn Có hoặc Không",
      };
      dataValidation.load("type,rule,prompt,errorAlert,ignoreBlanks");
      await context.sync();
      expect(dataValidation.type).toBe("List");
      expect(dataValidation.rule).toEqual({ list: { inCellDropDown: true, source: "Có,Không" } });
    });
    expect(local.officer.type("Sheet1", "A2", "Có")).toEqual({ accepted: true });
    expect(local.officer.type("Sheet1", "A2", "có lẽ")).toEqual({
      accepted: false,
      title: "Sai",
      message: "Chỉ chọn Có hoặc Không",
    });
    expect(local.value("Sheet1", "A2")).toBe("Có");
    local.officer.paste("Sheet1", "A2", [["có lẽ"]]);
    expect(local.value("Sheet1", "A2")).toBe("có lẽ");
  });

  test("whole numbers and per cents are obeyed; a warning lets everything in", async () => {
    await local.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1").dataValidation.rule = {
        wholeNumber: { formula1: 0, operator: "GreaterThanOrEqualTo" },
      };
      sheet.getRange("A2").dataValidation.rule = {
        decimal: { formula1: 0, formula2: 100, operator: "Between" },
      };
      sheet.getRange("A3").dataValidation.rule = { decimal: { formula1: 0, operator: "GreaterThan" } };
      sheet.getRange("A3").dataValidation.errorAlert = {
        showAlert: true,
        style: "Warning",
        title: "",
        message: "",
      };
      await context.sync();
    });
    const accepted = (address: string, text: string) => local.officer.type("Sheet1", address, text).accepted;
    expect([accepted("A1", "5"), accepted("A1", "5,5"), accepted("A1", "-1"), accepted("A1", "x")]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect([accepted("A2", "98,17"), accepted("A2", "101")]).toEqual([true, false]);
    expect(accepted("A3", "-1")).toBe(true);
  });

  test("Excel's limits on texts are kept", async () => {
    const refused = local.Excel.run(async (context) => {
      const { dataValidation } = context.workbook.worksheets.getItem("Sheet1").getRange("A1");
      dataValidation.prompt = { showPrompt: true, title: "x".repeat(33), message: "" };
      await context.sync();
    });
    await expect(refused).rejects.toMatchObject({ code: "InvalidArgument" });
  });

  test("a formula colours cells; clearing takes it off", async () => {
    await local.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("D1:D9");
      const added = range.conditionalFormats.add(local.Excel.ConditionalFormatType.custom);
      added.custom.rule.formula = "=D1>100";
      added.custom.format.fill.color = "#FFC7CE";
      added.custom.format.font.color = "#9C0006";
      const formats = range.conditionalFormats.load("items/type,items/id");
      const rule = added.custom.rule.load("formula");
      await context.sync();
      expect(formats.items.map((one) => one.type)).toEqual(["Custom"]);
      expect(rule.formula).toBe("=D1>100");
      range.conditionalFormats.clearAll();
      const count = range.conditionalFormats.getCount();
      await context.sync();
      expect(count.value).toBe(0);
    });
  });
});
