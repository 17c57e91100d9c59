import { describe, expect, it } from "@jest/globals";
import type { CellMark } from "../../../src/hosts/port.js";
import { isMarked } from "../../../src/jobs/marks.js";
import { takeSnapshot } from "../../../tools/grid/snapshot.js";
import { formsPlan } from "../plans.js";
import { valueOfResult } from "../results.js";
import { type LocalPane, openPane } from "./local.js";
import { reportPlan } from "./report.js";

const SHEET = "Biểu mẫu 3";
const at = (row: number, column: number, fill = "#FF9C9C"): CellMark => ({
  cell: { sheet: SHEET, row, column },
  fill,
});

async function formPane(): Promise<LocalPane> {
  const pane = await openPane();
  valueOfResult(await pane.host.apply(reportPlan()));
  return pane;
}

const acts = ({ host }: LocalPane) => {
  const { mark, removeBlankSheet } = host.acts ?? {};
  if (mark === undefined || removeBlankSheet === undefined) throw new Error("Excel does both.");
  return { mark, removeBlankSheet };
};
const conditions = ({ excel }: LocalPane) => excel.grid.sheetNamed(SHEET)?.conditions ?? [];
const marked = async ({ host }: LocalPane) => isMarked(valueOfResult(await host.capture()));

describe("marks over cells", () => {
  it("lie above every other condition, and the workbook tells that they are there", async () => {
    const pane = await formPane();
    const before = conditions(pane);
    expect(await marked(pane)).toBe(false);
    valueOfResult(await acts(pane).mark([at(10, 4), at(12, 4, "#FFD966")]));
    const [first, second, ...others] = conditions(pane);
    expect([first?.areas, second?.areas].flat()).toEqual([
      expect.objectContaining({ top: 11, bottom: 11, left: 3, right: 3 }),
      expect.objectContaining({ top: 9, bottom: 9, left: 3, right: 3 }),
    ]);
    expect([first?.fill, second?.fill]).toEqual(["#FFD966", "#FF9C9C"]);
    expect(others).toEqual(before);
    expect(await marked(pane)).toBe(true);
  });

  it("leave the workbook exactly as it was when they are taken off", async () => {
    const pane = await formPane();
    const before = JSON.stringify(takeSnapshot(pane.excel.grid));
    valueOfResult(await acts(pane).mark([at(10, 4), at(12, 4)]));
    expect(JSON.stringify(takeSnapshot(pane.excel.grid))).not.toBe(before);
    valueOfResult(await acts(pane).mark([]));
    expect(JSON.stringify(takeSnapshot(pane.excel.grid))).toBe(before);
  });

  it("are taken off by a pane that was opened later, where rows came between too", async () => {
    const first = await formPane();
    valueOfResult(await acts(first).mark([at(10, 4)]));
    const count = conditions(first).length;
    const later = await openPane({ grid: first.excel.grid });
    expect(await marked(later)).toBe(true);
    later.excel.officer.insertRows(SHEET, 5, 2);
    valueOfResult(await acts(later).mark([]));
    expect(conditions(later)).toHaveLength(count - 1);
    expect(await marked(later)).toBe(false);
  });

  it("are laid in place of those before, not beside them", async () => {
    const pane = await formPane();
    const count = conditions(pane).length;
    valueOfResult(await acts(pane).mark([at(10, 4), at(11, 4)]));
    valueOfResult(await acts(pane).mark([at(12, 4)]));
    expect(conditions(pane)).toHaveLength(count + 1);
  });

  it("are refused by name on a protected sheet, before anything is written", async () => {
    const pane = await formPane();
    pane.excel.officer.protectSheet(SHEET);
    const before = conditions(pane);
    const refused = await acts(pane).mark([at(10, 4)]);
    expect(refused).toMatchObject({ ok: false, fault: { kind: "protected" } });
    expect(refused.ok ? "" : refused.fault.message).toContain(SHEET);
    expect(conditions(pane)).toBe(before);
    expect(await marked(pane)).toBe(false);
  });
});

describe("removing a blank sheet", () => {
  it("takes the one with which a workbook begins", async () => {
    const pane = await formPane();
    expect(valueOfResult(await acts(pane).removeBlankSheet("Sheet1"))).toBe(true);
    expect(pane.excel.grid.sheets.map(({ name }) => name)).not.toContain("Sheet1");
  });

  it.each([
    ["a value", async (pane: LocalPane) => void pane.excel.officer.type("Sheet1", "C7", "0")],
    [
      "a look",
      (pane: LocalPane) =>
        pane.excel.Excel.run(async (context) => {
          context.workbook.worksheets.getItem("Sheet1").getRange("B2").format.fill.color = "#FFFF00";
          await context.sync();
        }),
    ],
  ])("leaves one that has %s", async (_, put) => {
    const pane = await formPane();
    await put(pane);
    expect(valueOfResult(await acts(pane).removeBlankSheet("Sheet1"))).toBe(false);
    expect(pane.excel.grid.sheets.map(({ name }) => name)).toContain("Sheet1");
  });

  it("does nothing where there is none of that name", async () => {
    const pane = await openPane();
    valueOfResult(await pane.host.apply(formsPlan(3)));
    expect(valueOfResult(await acts(pane).removeBlankSheet("Sheet9"))).toBe(false);
  });
});
