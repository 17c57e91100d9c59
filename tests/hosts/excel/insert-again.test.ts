import { describe, expect, it } from "@jest/globals";
import type { WorkbookPlan } from "../../../src/workbook/plan.js";
import type { WorkbookSnapshot } from "../../../src/workbook/snapshot.js";
import { formsPlan } from "../plans.js";
import { cellOf, valueOfResult } from "../results.js";
import { type LocalPane, openPane } from "./local.js";

const SHEET = "Biểu mẫu 3";
const RATIO_NAME = "CCHC_BM3_3_3";

/** A workbook with form 3, two counts typed into it. */
async function filledPane(plan: WorkbookPlan = formsPlan(3)): Promise<LocalPane> {
  const pane = await openPane();
  valueOfResult(await pane.host.apply(plan));
  pane.excel.officer.type(SHEET, "D6", "922");
  pane.excel.officer.type(SHEET, "D7", "905");
  return pane;
}

async function captured({ host }: LocalPane): Promise<WorkbookSnapshot> {
  return valueOfResult(await host.capture());
}

function placeOf(snapshot: WorkbookSnapshot, name: string): readonly [string, number, number] | null {
  const area = snapshot.names.find((one) => one.name === name)?.area;
  return area ? [area.sheet, area.top, area.left] : null;
}

/** What the officer's cells and the sheet's layout are, for comparing before and after. */
function layoutOf({ excel }: LocalPane) {
  return excel.grid.sheets.map((sheet) => ({
    name: sheet.name,
    cells: sheet.cells,
    visibility: sheet.visibility,
    merges: sheet.merges,
    validations: sheet.validations,
    conditions: sheet.conditions,
    heights: sheet.rowHeights,
  }));
}

describe("inserting again, after the officer", () => {
  it("filled the form: not a cell, format or validation changes", async () => {
    const pane = await filledPane();
    const before = layoutOf(pane);
    valueOfResult(await pane.host.apply(formsPlan(3)));
    expect(layoutOf(pane)).toEqual(before);
  });

  it.each([
    ["renamed the sheet", (pane: LocalPane) => pane.excel.officer.renameSheet(SHEET, "TTHC quý III")],
    ["moved the sheet", (pane: LocalPane) => pane.excel.officer.moveSheet(SHEET, 1)],
    ["hid the sheet", (pane: LocalPane) => pane.excel.officer.setVisibility(SHEET, "Hidden")],
    ["protected the sheet", (pane: LocalPane) => pane.excel.officer.protectSheet(SHEET, "mật khẩu")],
    ["inserted rows above", (pane: LocalPane) => pane.excel.officer.insertRows(SHEET, 1, 2)],
    ["inserted a row between title and header", (pane: LocalPane) => pane.excel.officer.insertRows(SHEET, 3)],
    ["inserted a row among the indicators", (pane: LocalPane) => pane.excel.officer.insertRows(SHEET, 7)],
    ["inserted columns", (pane: LocalPane) => pane.excel.officer.insertColumns(SHEET, "A", 2)],
    ["deleted the last row's note", (pane: LocalPane) => pane.excel.officer.clear(SHEET, "E8")],
  ])("%s: nothing is added a second time", async (_what, change) => {
    const pane = await filledPane();
    change(pane);
    const before = layoutOf(pane);
    const report = valueOfResult(await pane.host.apply(formsPlan(3)));
    expect(report).toEqual({ addedSheets: [], keptSheets: [SHEET], addedNames: [], unsetPages: [] });
    expect(layoutOf(pane)).toEqual(before);
  });

  it("deleted the sheet: it comes back whole and its names point to it again", async () => {
    const pane = await filledPane();
    pane.excel.officer.deleteSheet(SHEET);
    const report = valueOfResult(await pane.host.apply(formsPlan(3)));
    expect(report.addedSheets).toEqual([SHEET]);
    expect((await captured(pane)).names).toEqual(formsPlan(3).names);
  });

  it("deleted a row: the row stays deleted, its name is reported as lost", async () => {
    const pane = await filledPane();
    pane.excel.officer.deleteRows(SHEET, 6);
    const preview = valueOfResult(await pane.host.inspect(formsPlan(3)));
    expect(preview.lostNames).toEqual(["CCHC_BM3_3_3_1"]);
    const before = layoutOf(pane);
    expect(valueOfResult(await pane.host.apply(formsPlan(3))).addedNames).toEqual([]);
    expect(layoutOf(pane)).toEqual(before);
  });

  it("cleared a label below inserted rows: the label comes back in its own row", async () => {
    const pane = await filledPane();
    pane.excel.officer.insertRows(SHEET, 1, 2);
    pane.excel.officer.clear(SHEET, "B9");
    valueOfResult(await pane.host.apply(formsPlan(3)));
    expect(pane.excel.value(SHEET, "B9")).toBe("Trong đó: Số hồ sơ giải quyết đúng hạn");
    expect(pane.excel.value(SHEET, "B7")).toBe("Tỷ lệ hồ sơ giải quyết đúng hạn");
  });

  it("cleared a ratio: its formula comes back, but not where rows have moved", async () => {
    const still = await filledPane();
    still.excel.officer.clear(SHEET, "D5");
    valueOfResult(await still.host.apply(formsPlan(3)));
    expect(still.excel.value(SHEET, "D5")).toBe(98.16);

    const moved = await filledPane();
    moved.excel.officer.insertRows(SHEET, 1);
    moved.excel.officer.clear(SHEET, "D6");
    valueOfResult(await moved.host.apply(formsPlan(3)));
    expect(moved.excel.formula(SHEET, "D6")).toBe("");
  });

  it("dragged a result cell away: nothing is written around the place where it lies now", async () => {
    const pane = await filledPane();
    await pointName(pane, "CCHC_BM3_3_3_1", "F20");
    const before = layoutOf(pane);
    expect(valueOfResult(await pane.host.apply(formsPlan(3))).addedNames).toEqual([]);
    expect(layoutOf(pane)).toEqual(before);
  });

  it("typed over the ratio: her number stays", async () => {
    const pane = await filledPane();
    pane.excel.officer.type(SHEET, "D5", "98,2");
    valueOfResult(await pane.host.apply(formsPlan(3)));
    expect(pane.excel.formula(SHEET, "D5")).toBe(98.2);
  });
});

/** Lets a name point to another cell, as dragging the cell does. */
async function pointName({ excel }: LocalPane, name: string, address: string): Promise<void> {
  await excel.Excel.run(async (context) => {
    context.workbook.names.getItem(name).formula =
      `='${SHEET}'!${address.replace(/([A-Z]+)(\d+)/, "$$$1$$$2")}`;
    await context.sync();
  });
}

describe("a name that was lost", () => {
  /** Takes names out of the workbook, as another program may. */
  function loseNames({ excel }: LocalPane, ...names: readonly string[]): void {
    excel.grid.names = excel.grid.names.filter(({ name }) => !names.includes(name));
  }

  it("is bound to the row with its STT, wherever that stands now", async () => {
    const pane = await filledPane();
    pane.excel.officer.insertRows(SHEET, 1, 3);
    loseNames(pane, "CCHC_BM3_3_3_1");
    valueOfResult(await pane.host.apply(formsPlan(3)));
    expect(placeOf(await captured(pane), "CCHC_BM3_3_3_1")).toEqual([SHEET, 9, 4]);
    expect(pane.excel.value(SHEET, "D9")).toBe(922);
  });

  it("is bound to the row with its label when the STT was changed", async () => {
    const pane = await filledPane();
    pane.excel.officer.type(SHEET, "A6", "a)");
    loseNames(pane, "CCHC_BM3_3_3_1");
    valueOfResult(await pane.host.apply(formsPlan(3)));
    expect(placeOf(await captured(pane), "CCHC_BM3_3_3_1")).toEqual([SHEET, 6, 4]);
  });

  it("takes the cell between its neighbours when the row says something else, if that is blank", async () => {
    const pane = await filledPane();
    for (const [address, text] of [
      ["A7", "x"],
      ["B7", "Dòng của xã"],
    ] as const) {
      pane.excel.officer.type(SHEET, address, text);
    }
    loseNames(pane, "CCHC_BM3_3_3_2");
    expect(valueOfResult(await pane.host.inspect(formsPlan(3))).lostNames).toEqual(["CCHC_BM3_3_3_2"]);
    pane.excel.officer.clear(SHEET, "D7");
    valueOfResult(await pane.host.apply(formsPlan(3)));
    expect(placeOf(await captured(pane), "CCHC_BM3_3_3_2")).toEqual([SHEET, 7, 4]);
  });

  it("is not bound to a cell that another name of ours has", async () => {
    const pane = await filledPane();
    loseNames(pane, RATIO_NAME);
    await pointName(pane, "CCHC_BM3_3_4", "D5");
    expect(valueOfResult(await pane.host.inspect(formsPlan(3))).lostNames).toEqual([RATIO_NAME]);
  });

  it("may be every name: a sheet that shows the same rows is taken for ours", async () => {
    const pane = await filledPane();
    pane.excel.officer.insertColumns(SHEET, "A");
    loseNames(pane, ...formsPlan(3).names.map(({ name }) => name));
    const report = valueOfResult(await pane.host.apply(formsPlan(3)));
    expect(report.keptSheets).toEqual([SHEET]);
    expect(placeOf(await captured(pane), "CCHC_BM3_3_3_2")).toEqual([SHEET, 7, 5]);
    expect(cellOf(await captured(pane), SHEET, 6, 5).value).toBe(922);
  });
});
