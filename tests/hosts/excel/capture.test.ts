import { describe, expect, it } from "@jest/globals";
import { UNITED_STATES } from "../../../tools/grid/culture.js";
import { formsPlan } from "../plans.js";
import { cellOf, valueOfResult } from "../results.js";
import { type LocalPane, openPane } from "./local.js";

const SHEET = "Biểu mẫu 3";

async function formPane(options: Parameters<typeof openPane>[0] = {}): Promise<LocalPane> {
  const pane = await openPane(options);
  valueOfResult(await pane.host.apply(formsPlan(3)));
  return pane;
}

async function captured({ host }: LocalPane) {
  return valueOfResult(await host.capture());
}

describe("a capture from Excel", () => {
  it("reads the sheets of others only when asked for the whole workbook, and forgets them again", async () => {
    const pane = await formPane();
    pane.excel.officer.addSheet("Thu chi");
    pane.excel.officer.type("Thu chi", "B2", "1.500");
    const names = async (scope?: "ours" | "whole") =>
      valueOfResult(await pane.host.capture(scope)).sheets.map(({ name }) => name);
    const { result, trips } = await pane.trips(() => names("whole"));
    expect(result).toEqual(["Sheet1", SHEET, "Thu chi"]);
    expect(trips).toBe(2);
    expect(cellOf(valueOfResult(await pane.host.capture("whole")), "Thu chi", 2, 2).value).toBe(1500);
    expect(await names()).toEqual([SHEET]);
  });

  it("reads numbers, texts, truth values, dates, per cents, errors and blanks as what they are", async () => {
    const pane = await formPane();
    const typed = [
      "922",
      "25 văn bản",
      "TRUE",
      "1/2/2023",
      "88%",
      "=1/0",
      '=IF(1=1,"","x")',
      "'=1+1",
      "'0012",
    ];
    for (const [index, text] of typed.entries()) pane.excel.officer.type(SHEET, `F${index + 10}`, text);
    const snapshot = await captured(pane);
    expect(typed.map((_text, index) => cellOf(snapshot, SHEET, index + 10, 6))).toEqual([
      { value: 922, format: "General", formula: "" },
      { value: "25 văn bản", format: "General", formula: "" },
      { value: true, format: "General", formula: "" },
      { value: 44958, format: "dd/mm/yyyy", formula: "" },
      { value: 0.88, format: "0%", formula: "" },
      { value: { error: "#DIV/0!" }, format: "General", formula: "=1/0" },
      { value: "", format: "General", formula: '=IF(1=1,"","x")' },
      { value: "=1+1", format: "General", formula: "" },
      { value: "0012", format: "General", formula: "" },
    ]);
    expect(cellOf(snapshot, SHEET, 9, 6)).toEqual({ value: null, format: "General", formula: "" });
  });

  it("says how this Excel writes numbers, where it can tell", async () => {
    expect((await captured(await formPane())).culture).toEqual({ decimal: ",", group: "." });
    expect((await captured(await formPane({ region: UNITED_STATES }))).culture).toEqual({
      decimal: ".",
      group: ",",
    });
    expect((await captured(await formPane({ excelApi: "1.10" }))).culture).toBeNull();
  });

  it("says which sheets are hidden or protected", async () => {
    const pane = await formPane();
    const about = async () => (await captured(pane)).sheets.map((sheet) => [sheet.visible, sheet.protected]);
    expect(await about()).toEqual([[true, false]]);
    pane.excel.officer.setVisibility(SHEET, "Hidden");
    pane.excel.officer.protectSheet(SHEET);
    expect(await about()).toEqual([[false, true]]);
  });

  it("leaves other sheets out, however many there are", async () => {
    const pane = await formPane();
    for (let number = 1; number <= 30; number += 1) pane.excel.officer.addSheet(`Hộ nghèo ${number}`);
    expect((await captured(pane)).sheets.map(({ name }) => name)).toEqual([SHEET]);
  });

  it("follows rows and columns that were inserted", async () => {
    const pane = await formPane();
    pane.excel.officer.type(SHEET, "D6", "922");
    pane.excel.officer.insertRows(SHEET, 1, 2);
    pane.excel.officer.insertColumns(SHEET, "C");
    const snapshot = await captured(pane);
    const area = snapshot.names.find(({ name }) => name === "CCHC_BM3_3_3_1")?.area;
    expect(area).toEqual({ sheet: SHEET, top: 8, bottom: 8, left: 5, right: 5 });
    expect(cellOf(snapshot, SHEET, 8, 5).value).toBe(922);
  });

  it("knows a name without a cell", async () => {
    const pane = await formPane();
    pane.excel.officer.deleteRows(SHEET, 6);
    const { names } = await captured(pane);
    expect(names.find(({ name }) => name === "CCHC_BM3_3_3_1")).toEqual({
      name: "CCHC_BM3_3_3_1",
      area: null,
    });
  });

  it("survives the deletion of a sheet", async () => {
    const pane = await formPane();
    await captured(pane);
    pane.excel.officer.deleteSheet(SHEET);
    const snapshot = await captured(pane);
    expect(snapshot.sheets).toEqual([]);
    expect(snapshot.names.every(({ area }) => area === null)).toBe(true);
  });

  it("is not blown up by a stray entry at the far end of the sheet", async () => {
    const pane = await formPane();
    pane.excel.officer.type(SHEET, "XFD1048576", "lạc");
    const [sheet] = (await captured(pane)).sheets;
    expect(sheet?.values).toHaveLength(8);
    expect(sheet?.values[0]).toHaveLength(4);
  });

  it("reads a cell of ours however far out it was moved, in a second round trip", async () => {
    const pane = await formPane();
    pane.excel.officer.type(SHEET, "D6", "922");
    pane.excel.officer.insertRows(SHEET, 1, 2500);
    const { result, trips } = await pane.trips(() => captured(pane));
    expect(cellOf(result, SHEET, 2506, 4).value).toBe(922);
    expect(trips).toBe(2);
  });

  it("tells two sheets apart when the first was renamed and another took its name", async () => {
    const pane = await formPane();
    pane.excel.officer.type(SHEET, "D6", "922");
    await captured(pane);
    pane.excel.officer.renameSheet(SHEET, "TTHC");
    pane.excel.officer.addSheet(SHEET);
    pane.excel.officer.type(SHEET, "A1", "Ghi chép riêng");
    const snapshot = await captured(pane);
    expect(cellOf(snapshot, "TTHC", 6, 4).value).toBe(922);
    expect(cellOf(snapshot, SHEET, 1, 1).value).toBe("Ghi chép riêng");
  });
});
