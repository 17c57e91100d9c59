import { describe, expect, it } from "@jest/globals";
import type { CellChart, HostResult } from "../../../src/hosts/port.js";
import { takeSnapshot } from "../../../tools/grid/snapshot.js";
import { valueOfResult } from "../results.js";
import { type LocalPane, openPane } from "./local.js";
import { reportPlan } from "./report.js";

const NAME = "CCHC_CHART_dossiers_by_field";
const SHEET = "Biểu mẫu 3";

const cells = (column: number, bottom = 12) => ({ top: 10, bottom, left: column, right: column });
const chartTo = (bottom?: number): CellChart => ({
  sheet: SHEET,
  title: "Hồ sơ đã giải quyết theo lĩnh vực",
  categories: { name: "Lĩnh vực", cells: cells(2, bottom) },
  unit: "Số hồ sơ",
  series: [
    { name: "Trước hạn", cells: cells(3, bottom), fill: "#1F4E79" },
    { name: "Đúng hạn", cells: cells(4, bottom), fill: "#9DC3E6" },
  ],
});

async function formPane(): Promise<LocalPane> {
  const pane = await openPane();
  valueOfResult(await pane.host.apply(reportPlan()));
  return pane;
}

function draw({ host }: LocalPane, chart: CellChart | null): Promise<HostResult<void>> {
  const { drawChart } = host.acts ?? {};
  if (drawChart === undefined) throw new Error("Excel draws charts.");
  return drawChart(NAME, chart);
}

const sheetOf = ({ excel }: LocalPane, name = SHEET) => {
  const sheet = excel.grid.sheetNamed(name);
  if (sheet === null) throw new Error(`no sheet ${name}`);
  return sheet;
};
const charts = (pane: LocalPane) => sheetOf(pane).charts;
/** Rows and columns from 0, as the grid has them. */
const shown = (pane: LocalPane) =>
  charts(pane).map(({ series }) => series.map(({ name, values }) => [name, values?.rect]));
const rect = (column: number, top = 9, bottom = 11) => ({ top, bottom, left: column, right: column });

describe("a chart on a sheet", () => {
  it("shows the cells themselves, with Vietnamese title, axes and legend, the first row on top", async () => {
    const pane = await formPane();
    valueOfResult(await draw(pane, chartTo()));
    expect(charts(pane)).toEqual([
      expect.objectContaining({
        name: NAME,
        type: "BarStacked",
        title: "Hồ sơ đã giải quyết theo lĩnh vực",
        legend: "Bottom",
        category: expect.objectContaining({ title: "Lĩnh vực", reversePlotOrder: true, position: "Maximum" }),
        value: expect.objectContaining({ title: "Số hồ sơ", minimum: 0 }),
      }),
    ]);
    expect(shown(pane)).toEqual([
      [
        ["Trước hạn", rect(2)],
        ["Đúng hạn", rect(3)],
      ],
    ]);
    const sheetId = sheetOf(pane).id;
    expect(charts(pane)[0]?.series.map(({ categories }) => categories)).toEqual([
      { sheetId, rect: rect(1) },
      { sheetId, rect: rect(1) },
    ]);
  });

  it("stands below everything on the sheet, and Excel goes there", async () => {
    const pane = await formPane();
    pane.excel.officer.type(SHEET, "F60", "Người lập biểu");
    valueOfResult(await draw(pane, chartTo()));
    const [chart] = charts(pane);
    const sheet = sheetOf(pane);
    const bottom = Array.from({ length: 60 }, (_, row) => sheet.rowHeights.get(row) ?? sheet.rowHeight);
    expect(chart?.top).toBe(bottom.reduce((sum, height) => sum + height, sheet.rowHeight));
    expect(pane.excel.grid.activeSheet.name).toBe(SHEET);
    expect(sheet.selection).toMatchObject({ top: 61, left: 1 });
  });

  it("stands below what she has drawn there herself", async () => {
    const pane = await formPane();
    await pane.excel.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(SHEET);
      const own = sheet.charts.add("BarStacked", sheet.getRange("D10:D12"), "Columns");
      own.setPosition("A40", "D50");
      await context.sync();
    });
    valueOfResult(await draw(pane, chartTo()));
    const [own, chart] = charts(pane);
    expect(own?.name).not.toBe(NAME);
    expect(chart?.top).toBe((own?.top ?? 0) + (own?.height ?? 0) + 12);
  });

  it("takes the place of the one before, where she has put it, wherever the rows are now", async () => {
    const pane = await formPane();
    valueOfResult(await draw(pane, chartTo()));
    await pane.excel.Excel.run(async (context) => {
      const chart = context.workbook.worksheets.getItem(SHEET).charts.getItem(NAME);
      chart.left = 700;
      chart.top = 40;
      chart.width = 300;
      await context.sync();
    });
    valueOfResult(await draw(pane, chartTo(13)));
    expect(charts(pane)).toHaveLength(1);
    expect(charts(pane)[0]).toMatchObject({ left: 700, top: 40, width: 300 });
    expect(shown(pane)[0]?.[0]).toEqual(["Trước hạn", rect(2, 9, 12)]);
  });

  it("goes with its cells when rows come between, and the workbook knows which they are", async () => {
    const pane = await formPane();
    valueOfResult(await draw(pane, chartTo()));
    const top = charts(pane)[0]?.top ?? 0;
    pane.excel.officer.insertRows(SHEET, 11, 2);
    expect(shown(pane)[0]?.[0]).toEqual(["Trước hạn", rect(2, 9, 13)]);
    expect(charts(pane)[0]?.top).toBe(top + 2 * sheetOf(pane).rowHeight);
    const { names } = valueOfResult(await pane.host.capture());
    expect(names.find(({ name }) => name === NAME)?.area).toEqual({
      sheet: SHEET,
      top: 10,
      bottom: 14,
      left: 2,
      right: 4,
    });
  });

  it("leaves the workbook exactly as it was when it is taken off, from another sheet too", async () => {
    const pane = await formPane();
    const state = () => {
      const { sheets, names } = takeSnapshot(pane.excel.grid);
      return { sheets: sheets.map((sheet) => ({ ...sheet, selection: null })), names };
    };
    const before = state();
    valueOfResult(await draw(pane, chartTo()));
    const other = sheetOf(pane, "Sheet1");
    other.charts = charts(pane);
    sheetOf(pane).charts = [];
    valueOfResult(await draw(pane, null));
    expect([...other.charts, ...charts(pane)]).toEqual([]);
    expect(state()).toEqual(before);
  });

  it("is refused by name on a protected sheet, before anything is drawn, unless drawings are let in", async () => {
    const pane = await formPane();
    pane.excel.officer.protectSheet(SHEET);
    const refused = await draw(pane, chartTo());
    expect(refused).toMatchObject({ ok: false, fault: { kind: "protected" } });
    expect(refused.ok ? "" : refused.fault.message).toContain(SHEET);
    expect(charts(pane)).toEqual([]);
    pane.excel.officer.unprotectSheet(SHEET);
    await pane.excel.Excel.run(async (context) => {
      context.workbook.worksheets.getItem(SHEET).protection.protect({ allowEditObjects: true });
      await context.sync();
    });
    valueOfResult(await draw(pane, chartTo()));
    expect(charts(pane)).toHaveLength(1);
  });

  it("is refused on a hidden sheet and in a workbook that is open for reading", async () => {
    const pane = await formPane();
    await pane.excel.Excel.run(async (context) => {
      context.workbook.worksheets.getItem(SHEET).visibility = "Hidden";
      await context.sync();
    });
    expect(await draw(pane, chartTo())).toMatchObject({ ok: false, fault: { code: "HiddenSheet" } });
    const closed = await formPane();
    closed.excel.grid.readOnly = true;
    expect(await draw(closed, chartTo())).toMatchObject({ ok: false, fault: { kind: "read-only" } });
    expect(charts(closed)).toEqual([]);
  });

  it("leaves no half of one where Excel refuses in the middle", async () => {
    const pane = await formPane();
    const bad = { ...chartTo(), series: [{ name: "Lỗi", cells: cells(3), fill: "không phải màu" }] };
    expect(await draw(pane, bad)).toMatchObject({ ok: false });
    expect(charts(pane)).toEqual([]);
  });

  it("takes four round trips, and three to go", async () => {
    const pane = await formPane();
    expect((await pane.trips(() => draw(pane, chartTo()))).trips).toBe(4);
    expect((await pane.trips(() => draw(pane, null))).trips).toBe(3);
  });
});
