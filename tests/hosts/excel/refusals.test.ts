import { describe, expect, it } from "@jest/globals";
import type { HostResult } from "../../../src/hosts/port.js";
import { formsPlan } from "../plans.js";
import { valueOfResult } from "../results.js";
import { type LocalPane, openPane } from "./local.js";
import { reportPlan } from "./report.js";

const SHEET = "Biểu mẫu 3";

function faultOfResult(result: HostResult<unknown>) {
  if (result.ok) throw new Error("This was to be refused.");
  return result.fault;
}

function sheetNames({ excel }: LocalPane): readonly string[] {
  return excel.grid.sheets.map(({ name }) => name);
}

describe("a sheet that merely has a name of ours", () => {
  async function withForeignSheet(): Promise<LocalPane> {
    const pane = await openPane();
    const { officer } = pane.excel;
    officer.addSheet("biểu MẪU 1");
    officer.type("biểu MẪU 1", "A1", "Danh sách hộ nghèo");
    officer.type("biểu MẪU 1", "B3", "12");
    return pane;
  }

  it("is left alone and named; nothing at all is inserted", async () => {
    const pane = await withForeignSheet();
    const fault = faultOfResult(await pane.host.apply(reportPlan()));
    expect(fault).toMatchObject({ kind: "name-taken", code: "ForeignSheet" });
    expect(fault.message).toBe(
      "Trong tệp đã có trang tính “biểu MẪU 1” với nội dung khác, không phải biểu mẫu này. Đổi tên trang tính đó (bấm đúp vào tên ở cuối màn hình) rồi chèn lại. Chưa có gì bị thay đổi.",
    );
    expect(sheetNames(pane)).toEqual(["Sheet1", "biểu MẪU 1"]);
    expect(pane.excel.value("biểu MẪU 1", "B3")).toBe(12);
    expect(pane.excel.grid.names).toEqual([]);
  });

  it("is told beforehand", async () => {
    const pane = await withForeignSheet();
    const preview = valueOfResult(await pane.host.inspect(reportPlan()));
    expect(preview.obstacle?.code).toBe("ForeignSheet");
  });

  it("no longer hinders once it is renamed", async () => {
    const pane = await withForeignSheet();
    pane.excel.officer.renameSheet("biểu MẪU 1", "Hộ nghèo");
    expect(valueOfResult(await pane.host.apply(reportPlan())).addedSheets).toHaveLength(9);
    expect(pane.excel.value("Hộ nghèo", "B3")).toBe(12);
  });

  it("does not hinder when the form itself stands on a renamed sheet", async () => {
    const pane = await openPane();
    valueOfResult(await pane.host.apply(formsPlan(3)));
    pane.excel.officer.renameSheet(SHEET, "TTHC");
    pane.excel.officer.addSheet(SHEET);
    pane.excel.officer.type(SHEET, "A1", "Ghi chép riêng");
    expect(valueOfResult(await pane.host.apply(formsPlan(3)))).toMatchObject({ keptSheets: [SHEET] });
    expect(pane.excel.value(SHEET, "A1")).toBe("Ghi chép riêng");
  });

  it("is filled when it is blank", async () => {
    const pane = await openPane();
    pane.excel.officer.addSheet(SHEET);
    expect(valueOfResult(await pane.host.apply(formsPlan(3))).addedSheets).toEqual([SHEET]);
    expect(sheetNames(pane)).toEqual(["Sheet1", SHEET]);
    expect(pane.excel.value(SHEET, "A6")).toBe("3.3.1");
  });
});

describe("what is protected", () => {
  it("a protected sheet that lacks a label is named, and nothing else is inserted", async () => {
    const pane = await openPane();
    valueOfResult(await pane.host.apply(formsPlan(3)));
    pane.excel.officer.clear(SHEET, "B6");
    pane.excel.officer.protectSheet(SHEET);
    const fault = faultOfResult(await pane.host.apply(formsPlan(1, 3)));
    expect(fault).toMatchObject({ kind: "protected", code: "ProtectedSheet" });
    expect(fault.message).toContain("Trang tính “Biểu mẫu 3” đang được bảo vệ.");
    expect(sheetNames(pane)).toEqual(["Sheet1", SHEET]);
  });

  it("so is a protected blank sheet of that name", async () => {
    const pane = await openPane();
    pane.excel.officer.addSheet(SHEET);
    pane.excel.officer.protectSheet(SHEET);
    expect(faultOfResult(await pane.host.apply(formsPlan(3)))).toMatchObject({ code: "ProtectedSheet" });
  });

  it("a protected structure is told before anything is tried", async () => {
    const pane = await openPane();
    pane.excel.grid.structureProtected = true;
    const { result, trips } = await pane.trips(() => pane.host.apply(formsPlan(3)));
    expect(faultOfResult(result)).toMatchObject({ kind: "protected", code: "ProtectedStructure" });
    expect(trips).toBe(1);
  });

  it("a workbook that is open for reading only", async () => {
    const pane = await openPane();
    pane.excel.grid.readOnly = true;
    const fault = faultOfResult(await pane.host.apply(formsPlan(3)));
    expect(fault).toMatchObject({ kind: "read-only", code: "AccessDenied" });
    expect(fault.message).toContain("chỉ đọc");
    expect(sheetNames(pane)).toEqual(["Sheet1"]);
  });
});

describe("Excel refuses midway", () => {
  it("what was added is taken away again and events come through", async () => {
    const pane = await openPane();
    valueOfResult(await pane.host.apply(formsPlan(1)));
    const plan = formsPlan(1, 3);
    const broken = plan.names.map((name, index) =>
      index === plan.names.length - 1 ? { ...name, name: "A1" } : name,
    );
    const fault = faultOfResult(await pane.host.apply({ ...plan, names: broken }));
    expect(fault).toMatchObject({ kind: "unknown", code: "InvalidArgument" });
    expect(sheetNames(pane)).toEqual(["Sheet1", "Biểu mẫu 1"]);
    expect(pane.excel.grid.names.map(({ name }) => name)).toEqual(formsPlan(1).names.map(({ name }) => name));

    let told = 0;
    valueOfResult(await pane.host.onChange(() => told++));
    pane.excel.officer.type("Biểu mẫu 1", "D6", "5");
    await pane.excel.settled();
    pane.timers.advance(200);
    expect(told).toBe(1);
  });

  it("a sheet that was blank before is blank again", async () => {
    const pane = await openPane();
    pane.excel.officer.addSheet(SHEET);
    const plan = formsPlan(3);
    const broken = plan.names.map((name, index) => (index === 3 ? { ...name, name: "A1" } : name));
    faultOfResult(await pane.host.apply({ ...plan, names: broken }));
    expect(sheetNames(pane)).toEqual(["Sheet1", SHEET]);
    expect(pane.excel.grid.sheetNamed(SHEET)?.used(true)).toBeNull();
    expect(valueOfResult(await pane.host.apply(plan)).addedSheets).toEqual([SHEET]);
  });

  it("a machine without a printer does not keep the forms from being inserted", async () => {
    const pane = await openPane();
    const process = pane.excel.host.process.bind(pane.excel.host);
    pane.excel.host.process = async (batch, flags) => {
      if (batch.Actions.some(({ Name }) => Name === "PaperSize"))
        pane.excel.host.failNext("GeneralException");
      return process(batch, flags);
    };
    expect(valueOfResult(await pane.host.apply(formsPlan(3))).addedSheets).toEqual([SHEET]);
  });

  it("nothing is taken away when somebody else has just added a sheet of that name", async () => {
    const pane = await openPane();
    const process = pane.excel.host.process.bind(pane.excel.host);
    let batches = 0;
    pane.excel.host.process = async (batch, flags) => {
      batches += 1;
      if (batches === 2) pane.excel.coauthor.addSheet("Biểu mẫu 5");
      return process(batch, flags);
    };
    const fault = faultOfResult(await pane.host.apply(formsPlan(3, 5)));
    expect(fault).toMatchObject({ kind: "name-taken", code: "ItemAlreadyExists" });
    expect(sheetNames(pane)).toContain("Biểu mẫu 5");
    expect(valueOfResult(await pane.host.apply(formsPlan(3, 5))).addedSheets).toEqual([SHEET, "Biểu mẫu 5"]);
  });
});

describe("a cell is being edited", () => {
  it("a capture fails and says what to press", async () => {
    const pane = await openPane();
    pane.excel.host.beginCellEdit();
    expect(faultOfResult(await pane.host.capture())).toEqual({
      kind: "cell-being-edited",
      code: "InvalidOperationInCellEditMode",
      message: "Đang gõ dở trong một ô. Bấm Enter rồi thử lại.",
    });
  });

  it("a button waits until the officer has left the cell", async () => {
    const pane = await openPane();
    pane.excel.host.beginCellEdit();
    const inserting = pane.host.apply(formsPlan(3));
    await pane.excel.settled();
    expect(sheetNames(pane)).toEqual(["Sheet1"]);
    pane.excel.host.endCellEdit();
    expect(valueOfResult(await inserting).addedSheets).toEqual([SHEET]);
  });
});

describe("the session is lost", () => {
  it("everything says so; afterwards everything works again", async () => {
    const pane = await openPane();
    valueOfResult(await pane.host.apply(formsPlan(3)));
    pane.excel.host.dropSession();
    const cell = { sheet: SHEET, row: 6, column: 4 };
    const results = [
      await pane.host.capture(),
      await pane.host.inspect(formsPlan(3)),
      await pane.host.apply(formsPlan(1, 3)),
      await pane.host.write([{ cell, value: 1 }]),
      await pane.host.select(cell),
      await pane.host.onChange(() => undefined),
    ];
    expect(results.map((result) => faultOfResult(result).kind)).toEqual(Array(6).fill("session-lost"));
    pane.excel.host.restoreSession();
    expect(valueOfResult(await pane.host.apply(formsPlan(1, 3))).addedSheets).toEqual(["Biểu mẫu 1"]);
  });
});

describe("undo", () => {
  it("of what was typed before inserting may take the forms away: they can be inserted again", async () => {
    const pane = await openPane({ addinClearsUndo: false });
    pane.excel.officer.type("Sheet1", "A1", "ghi chú");
    valueOfResult(await pane.host.apply(formsPlan(3)));
    expect(pane.excel.grid.undo()).toBe(true);
    expect(valueOfResult(await pane.host.capture()).sheets).toEqual([]);
    expect(valueOfResult(await pane.host.apply(formsPlan(3))).addedSheets).toEqual([SHEET]);
  });

  const cell = { sheet: SHEET, row: 6, column: 4 };
  const hidden = (plan: ReturnType<typeof formsPlan>) => ({
    ...plan,
    sheets: plan.sheets.map((sheet) =>
      sheet.name === SHEET ? sheet : { ...sheet, veryHidden: true as const },
    ),
  });

  it("groups what is written into cells where Excel can undo it, and only that", async () => {
    const recent = await openPane({ excelApi: "1.20" });
    valueOfResult(await recent.host.apply(hidden(formsPlan(1, 3))));
    valueOfResult(await recent.host.write([{ cell, value: 922 }]));
    valueOfResult(await recent.host.select(cell));
    expect(recent.runs).toEqual([
      { delayForCellEdit: true },
      { delayForCellEdit: true, mergeUndoGroup: true },
      { delayForCellEdit: true },
    ]);
  });

  it("knows no groups in an older Excel; buttons wait for a cell edit there too", async () => {
    const old = await openPane();
    valueOfResult(await old.host.apply(formsPlan(3)));
    valueOfResult(await old.host.write([{ cell, value: 922 }]));
    expect(old.runs).toEqual([{ delayForCellEdit: true }, { delayForCellEdit: true }]);
  });

  it("of a write that Excel refuses to group is given up, not the write", async () => {
    const pane = await openPane({ excelApi: "1.20" });
    valueOfResult(await pane.host.apply(formsPlan(3)));
    pane.excel.host.failNext("UndoNotSupported");
    expect(await pane.host.write([{ cell, value: 922 }])).toEqual({ ok: true, value: undefined });
    expect(pane.excel.value(SHEET, "D6")).toBe(922);
    expect(pane.runs.slice(1)).toEqual([
      { delayForCellEdit: true, mergeUndoGroup: true },
      { delayForCellEdit: true },
    ]);
  });
});
