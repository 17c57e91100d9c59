import { beforeEach, describe, expect, test } from "@jest/globals";
import { createLocalExcel, type LocalExcel } from "../../../tools/local-excel/node.js";

let local: LocalExcel;

beforeEach(async () => {
  local = await createLocalExcel();
});

/** The code under which Excel refuses, or `accepted`. */
async function outcome(act: (context: Excel.RequestContext) => void): Promise<string> {
  try {
    await local.Excel.run(async (context) => {
      act(context);
      await context.sync();
    });
    return "accepted";
  } catch (error) {
    if (error instanceof local.OfficeExtension.Error) return error.code;
    throw error;
  }
}

const sheet1 = (context: Excel.RequestContext) => context.workbook.worksheets.getItem("Sheet1");
const write = (context: Excel.RequestContext) => {
  sheet1(context).getRange("A1").values = [[1]];
};

describe("what Excel refuses", () => {
  test("things that are not there", async () => {
    expect(await outcome((context) => context.workbook.worksheets.getItem("Biểu mẫu 9").load("name"))).toBe(
      "ItemNotFound",
    );
    expect(await outcome((context) => context.workbook.names.getItem("CCHC_X").load("name"))).toBe(
      "ItemNotFound",
    );
    expect(await outcome((context) => sheet1(context).getRange("A0").load("address"))).toBe(
      "InvalidArgument",
    );
    expect(await outcome((context) => sheet1(context).getRange("A1,B2").load("address"))).toBe(
      "InvalidArgument",
    );
  });

  test("null objects take everything and do nothing", async () => {
    await local.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject("Biểu mẫu 9");
      sheet.getRange("A1").values = [[1]];
      sheet.getRange("A1").format.font.bold = true;
      const range = sheet.getUsedRangeOrNullObject().load("address");
      await context.sync();
      expect([sheet.isNullObject, range.isNullObject]).toEqual([true, true]);
    });
  });

  test("members that this host does not have fail loudly", async () => {
    expect(await outcome((context) => context.workbook.tables.load("items"))).toBe("ApiNotFound");
    expect(await outcome((context) => sheet1(context).getRange("A1").load("hyperlink"))).toBe("ApiNotFound");
    expect(await outcome((context) => (sheet1(context).getRange("A1").format.textOrientation = 90))).toBe(
      "ApiNotFound",
    );
    expect(await outcome((context) => sheet1(context).getRange("A1").removeDuplicates([0], false))).toBe(
      "ApiNotFound",
    );
  });

  test("tables of the wrong shape, bad formulas, bad values", async () => {
    expect(await outcome((context) => (sheet1(context).getRange("A1:B1").values = [[1]]))).toBe(
      "InvalidArgument",
    );
    expect(await outcome((context) => (sheet1(context).getRange("A1").formulas = [["=SUM("]]))).toBe(
      "InvalidArgument",
    );
    expect(await outcome((context) => (sheet1(context).getRange("A1").format.fill.color = "đỏ"))).toBe(
      "InvalidArgument",
    );
  });

  test("names and sheets that are there already, or can not be", async () => {
    expect(await outcome((context) => context.workbook.worksheets.add("sheet1"))).toBe("ItemAlreadyExists");
    expect(await outcome((context) => context.workbook.worksheets.add("Biểu mẫu 1/2"))).toBe(
      "InvalidArgument",
    );
    expect(await outcome((context) => context.workbook.worksheets.add("x".repeat(32)))).toBe(
      "InvalidArgument",
    );
    expect(await outcome((context) => sheet1(context).delete())).toBe("InvalidOperation");
  });

  test("what came before a refusal stays done", async () => {
    expect(
      await outcome((context) => {
        write(context);
        context.workbook.worksheets.getItem("x").load("name");
      }),
    ).toBe("ItemNotFound");
    expect(local.value("Sheet1", "A1")).toBe(1);
  });

  test("locked cells of a protected sheet; unlocked ones are open", async () => {
    await outcome((context) => (sheet1(context).getRange("D5").format.protection.locked = false));
    local.officer.protectSheet("Sheet1", "mật khẩu");
    expect(await outcome(write)).toBe("AccessDenied");
    expect(await outcome((context) => (sheet1(context).getRange("D5").values = [[7]]))).toBe("accepted");
    expect(await outcome((context) => (sheet1(context).getRange("D5").format.font.bold = true))).toBe(
      "AccessDenied",
    );
    expect(await outcome((context) => sheet1(context).getRange("1:1").insert("Down"))).toBe("AccessDenied");
    expect(local.officer.type("Sheet1", "A1", "1").accepted).toBe(false);
    expect(await outcome((context) => sheet1(context).protection.unprotect("sai"))).toBe("AccessDenied");
    expect(await outcome((context) => sheet1(context).protection.unprotect("mật khẩu"))).toBe("accepted");
    expect(await outcome(write)).toBe("accepted");
  });

  test("a workbook with protected structure, or open for reading only", async () => {
    local.grid.structureProtected = true;
    expect(await outcome((context) => context.workbook.worksheets.add("x"))).toBe("AccessDenied");
    expect(await outcome(write)).toBe("accepted");
    local.grid.readOnly = true;
    expect(await outcome(write)).toBe("AccessDenied");
    expect(await outcome((context) => context.workbook.load("readOnly"))).toBe("accepted");
  });

  test("anything while a cell is being edited, until she is done", async () => {
    local.host.beginCellEdit();
    expect(await outcome(write)).toBe("InvalidOperationInCellEditMode");
    local.host.endCellEdit();
    expect(await outcome(write)).toBe("accepted");
  });

  test("with delayForCellEdit the request waits instead", async () => {
    local.host.beginCellEdit();
    const waiting = local.Excel.run({ delayForCellEdit: true }, async (context) => {
      write(context);
      await context.sync();
    });
    await local.settled();
    expect(local.value("Sheet1", "A1")).toBe(null);
    local.host.endCellEdit();
    await waiting;
    expect(local.value("Sheet1", "A1")).toBe(1);
  });

  test("everything once the session is lost", async () => {
    local.host.dropSession();
    expect(await outcome(write)).toBe("InvalidOrTimedOutSession");
    local.host.restoreSession();
    expect(await outcome(write)).toBe("accepted");
  });

  test("what a test asks to be refused, once", async () => {
    local.host.failNext("GeneralException");
    expect(await outcome(write)).toBe("GeneralException");
    expect(await outcome(write)).toBe("accepted");
  });

  test("hidden sheets can not be activated", async () => {
    local.officer.addSheet("Ẩn");
    local.officer.setVisibility("Ẩn", "Hidden");
    expect(await outcome((context) => context.workbook.worksheets.getItem("Ẩn").activate())).toBe(
      "InvalidOperation",
    );
  });

  test("rows that would tear a merged cell", async () => {
    await outcome((context) => sheet1(context).getRange("A5:C6").merge());
    expect(await outcome((context) => sheet1(context).getRange("B2").insert("Down"))).toBe(
      "InsertDeleteConflict",
    );
    expect(await outcome((context) => sheet1(context).getRange("2:2").insert("Down"))).toBe("accepted");
    expect(local.grid.activeSheet.merges).toMatchObject([{ top: 5, bottom: 6 }]);
  });
});

describe("what real Excel refuses", () => {
  test("a merge that would cut a merged cell in two; a larger one takes it in", async () => {
    await outcome((context) => sheet1(context).getRange("A5:C6").merge());
    expect(await outcome((context) => sheet1(context).getRange("B6:D8").merge())).toBe("InvalidOperation");
    expect(local.grid.activeSheet.merges).toHaveLength(1);
    expect(await outcome((context) => sheet1(context).getRange("A5:D8").merge())).toBe("accepted");
    expect(local.grid.activeSheet.merges).toHaveLength(1);
  });

  test("names that point to a sheet which is not there", async () => {
    const add = (formula: string) => outcome((context) => context.workbook.names.add("TEN", formula));
    expect(await add("='Không có'!$A$1")).toBe("InvalidArgument");
    expect(await add("=Sheet1!$A$1")).toBe("accepted");
    const point = (formula: string) =>
      outcome((context) => {
        context.workbook.names.getItem("TEN").formula = formula;
      });
    expect(await point("=Sheet9!$A$1")).toBe("InvalidArgument");
    expect(await point("=Sheet1!$B$1")).toBe("accepted");
  });

  test("a page that is to be no page high", async () => {
    const zoom = (pages: number) =>
      outcome((context) => {
        sheet1(context).pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: pages };
      });
    expect([await zoom(0), await zoom(1)]).toEqual(["InvalidArgument", "accepted"]);
  });

  test("reading the formula of a text over 8,221 characters, as desktop Excel; its value can be read", async () => {
    const put = (length: number) =>
      outcome((context) => {
        sheet1(context).getRange("A1").values = [["x".repeat(length)]];
      });
    const read = (property: string) => outcome((context) => sheet1(context).getRange("A1").load(property));
    await put(8221);
    expect(await read("formulas")).toBe("accepted");
    await put(8222);
    expect([await read("formulas"), await read("values")]).toEqual(["GeneralException", "accepted"]);
  });

  test("requests and answers over 5 MB", async () => {
    const rows = (count: number, length: number) =>
      Array.from({ length: count }, () => [`${"x".repeat(length)}`]);
    const put = (count: number) =>
      outcome((context) => {
        sheet1(context).getRange(`A1:A${count}`).values = rows(count, 7000);
      });
    expect(await put(800)).toBe("RequestPayloadSizeLimitExceeded");
    expect(await put(600)).toBe("accepted");
    const read = (properties: string) =>
      outcome((context) => sheet1(context).getRange("A1:A600").load(properties));
    expect(await read("values,formulas")).toBe("ResponsePayloadSizeLimitExceeded");
    expect(await read("values")).toBe("accepted");
  });

  test("in a group of undo steps, what cannot be undone", async () => {
    local.officer.addSheet("Khác");
    const hide = () =>
      outcome((context) => {
        context.workbook.worksheets.getItem("Khác").visibility = "Hidden";
      });
    const remove = () => outcome((context) => context.workbook.worksheets.getItem("Khác").delete());
    local.host.inUndoGroup = true;
    expect([await hide(), await remove(), await outcome(write)]).toEqual([
      "UndoNotSupported",
      "UndoNotSupported",
      "accepted",
    ]);
    local.host.inUndoGroup = false;
    expect([await hide(), await remove()]).toEqual(["accepted", "accepted"]);
  });
});

describe("undo and the add-in", () => {
  test("an add-in's write wipes the officer's undo list; reading does not", async () => {
    local.officer.type("Sheet1", "B1", "5");
    await outcome((context) => sheet1(context).getRange("B1").load("values"));
    expect(local.grid.undoDepth).toBe(1);
    await outcome(write);
    expect(local.grid.undoDepth).toBe(0);
    expect(local.grid.undo()).toBe(false);
  });

  test("a newer Excel keeps it", async () => {
    local = await createLocalExcel({ addinClearsUndo: false });
    local.officer.type("Sheet1", "B1", "5");
    await outcome(write);
    expect(local.grid.undoDepth).toBe(1);
  });
});
