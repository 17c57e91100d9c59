import { describe, expect, it } from "@jest/globals";
import type { CellEdit } from "../../../src/hosts/port.js";
import type { CellStyle } from "../../../src/workbook/plan.js";
import { formsPlan } from "../plans.js";
import { cellOf, valueOfResult } from "../results.js";
import { type LocalPane, openPane } from "./local.js";

const SHEET = "Biểu mẫu 3";

function edit(row: number, column: number, value: CellEdit["value"]): CellEdit {
  return { cell: { sheet: SHEET, row, column }, value };
}

async function formPane(): Promise<LocalPane> {
  const pane = await openPane();
  valueOfResult(await pane.host.apply(formsPlan(3)));
  return pane;
}

describe("writing", () => {
  it("puts a number into a cell that was formatted as text, as a number", async () => {
    const pane = await formPane();
    valueOfResult(await pane.host.write([edit(6, 2, 922), edit(7, 2, "0012"), edit(7, 4, "0012")]));
    const snapshot = valueOfResult(await pane.host.capture());
    expect(cellOf(snapshot, SHEET, 6, 2)).toEqual({ value: 922, format: "General", formula: "" });
    expect(cellOf(snapshot, SHEET, 7, 2)).toEqual({ value: "0012", format: "@", formula: "" });
    expect(cellOf(snapshot, SHEET, 7, 4)).toEqual({ value: "0012", format: "General", formula: "" });
  });

  it.each([
    ["'ngoặc đơn", 2],
    ["'ngoặc đơn", 4],
    ["TRUE", 4],
    ["1/2", 4],
    ["=SUM(A1)", 2],
  ])("keeps the text %s in column %i", async (text, column) => {
    const pane = await formPane();
    valueOfResult(await pane.host.write([edit(6, column, text)]));
    expect(cellOf(valueOfResult(await pane.host.capture()), SHEET, 6, column)).toMatchObject({
      value: text,
      formula: "",
    });
  });

  it("writes truth values, and clears with an empty text", async () => {
    const pane = await formPane();
    valueOfResult(await pane.host.write([edit(6, 4, true), edit(7, 4, 5)]));
    valueOfResult(await pane.host.write([edit(7, 4, "")]));
    const snapshot = valueOfResult(await pane.host.capture());
    expect(cellOf(snapshot, SHEET, 6, 4).value).toBe(true);
    expect(cellOf(snapshot, SHEET, 7, 4).value).toBeNull();
  });

  it("reaches unlocked cells of a protected sheet and refuses locked ones, whole", async () => {
    const pane = await formPane();
    pane.excel.officer.protectSheet(SHEET);
    expect(await pane.host.write([edit(6, 4, 922)])).toEqual({ ok: true, value: undefined });
    const result = await pane.host.write([edit(7, 4, 905), edit(6, 2, "Nhãn")]);
    expect(result).toMatchObject({ ok: false, fault: { kind: "protected", code: "ProtectedSheet" } });
    expect(pane.excel.value(SHEET, "D7")).toBeNull();
  });

  it("refuses to change a format on a protected sheet, where Excel would stop midway", async () => {
    const pane = await formPane();
    pane.excel.officer.protectSheet(SHEET);
    const result = await pane.host.write([
      edit(6, 4, 922),
      { ...edit(7, 4, null), value: { formula: "D6*2" } },
    ]);
    expect(result).toMatchObject({ ok: false, fault: { kind: "protected", code: "ProtectedSheet" } });
    expect(pane.excel.value(SHEET, "D6")).toBeNull();
  });

  it.each([
    ["a number that is none", Number.NaN],
    ["a text longer than a cell", "x".repeat(8001)],
  ])("refuses %s without asking Excel", async (_what, value) => {
    const pane = await formPane();
    const { result, trips } = await pane.trips(() => pane.host.write([edit(6, 4, 1), edit(7, 4, value)]));
    expect(result).toMatchObject({ ok: false, fault: { kind: "unsupported", code: "UnwritableValue" } });
    expect(trips).toBe(0);
  });

  it("says read-only, and lets events through again after a refusal", async () => {
    const pane = await formPane();
    pane.excel.grid.readOnly = true;
    expect(await pane.host.write([edit(6, 4, 922)])).toMatchObject({
      ok: false,
      fault: { kind: "read-only" },
    });
    pane.excel.grid.readOnly = false;
    let told = 0;
    valueOfResult(await pane.host.onChange(() => told++));
    pane.excel.officer.type(SHEET, "D6", "922");
    await pane.excel.settled();
    pane.timers.advance(200);
    expect(told).toBe(1);
  });

  it("asks nothing of Excel when there is nothing to write", async () => {
    const pane = await formPane();
    expect((await pane.trips(() => pane.host.write([]))).trips).toBe(0);
  });
});

describe("selecting", () => {
  it("shows the sheet and selects the cell", async () => {
    const pane = await formPane();
    valueOfResult(await pane.host.select({ sheet: SHEET, row: 6, column: 4 }));
    expect(pane.excel.grid.activeSheet.name).toBe(SHEET);
    expect(pane.excel.grid.activeSheet.selection).toEqual({ top: 5, left: 3, bottom: 5, right: 3 });
  });

  it("leaves a hidden sheet hidden and says how to show it", async () => {
    const pane = await formPane();
    pane.excel.officer.setVisibility(SHEET, "Hidden");
    expect(await pane.host.select({ sheet: SHEET, row: 6, column: 4 })).toEqual({
      ok: false,
      fault: {
        kind: "not-found",
        code: "HiddenSheet",
        message:
          "Trang tính “Biểu mẫu 3” đang bị ẩn. Bấm chuột phải vào tên một trang tính bất kỳ, chọn Bỏ ẩn (Unhide), rồi bấm lại.",
      },
    });
  });

  it("says that a sheet is gone", async () => {
    const pane = await formPane();
    pane.excel.officer.deleteSheet(SHEET);
    const result = await pane.host.select({ sheet: SHEET, row: 6, column: 4 });
    expect(result).toMatchObject({ ok: false, fault: { kind: "not-found", code: "MissingSheet" } });
  });
});

it("texts of a plan stay texts whatever their cell's format", async () => {
  const pane = await openPane();
  const [form] = formsPlan(3).sheets;
  if (form === undefined) throw new Error("The plan has no sheet.");
  const style = form.cells[0]?.style as CellStyle;
  const texts = ["05", "1/2", "=1+1", "'trích", "88%", "1.500", "-"];
  const cells = texts.map((text, index) => ({
    row: index + 1,
    column: 1,
    content: { kind: "text", text } as const,
    style: { ...style, numberFormat: index % 2 === 0 ? "General" : "#,##0" },
  }));
  const plain = { ...form, cells, merges: [], validations: [], conditions: [] };
  valueOfResult(await pane.host.apply({ sheets: [plain], names: [] }));
  const snapshot = valueOfResult(await pane.host.capture());
  expect(texts.map((_text, index) => cellOf(snapshot, SHEET, index + 1, 1))).toEqual(
    texts.map((text, index) => ({ value: text, format: index % 2 === 0 ? "General" : "#,##0", formula: "" })),
  );
});
