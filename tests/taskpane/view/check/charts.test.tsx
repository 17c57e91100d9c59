/** @jest-environment ./tests/environments/browser.ts */

import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { act } from "react";
import { openFilled, type Work } from "../../support/work.js";
import { type Screen, showPane } from "../screen.js";

const SHEET = "Hồ sơ theo lĩnh vực";

let work: Work;
let screen: Screen;

beforeEach(async () => {
  work = await openFilled(["dossiers-by-field"]);
  work.session.show("check");
  screen = await showPane({ kind: "work", session: work.session, step: null, mac: false });
});

afterEach(() => {
  screen.close();
  work.excel.close();
});

const type = async (cell: string, text: string) => {
  work.excel.officer.type(SHEET, cell, text);
  await act(() => work.pauseInTyping());
  await screen.settled();
};
/** Two fields with what was received: there is something to compare. */
const fill = async () => {
  await type("D7", "279");
  await type("D8", "605");
};
const select = async (sheet: string, cell: string) => {
  work.excel.officer.select(sheet, cell);
  await act(() => work.excel.settled());
};
const charts = () => work.excel.grid.sheetNamed(SHEET)?.charts;

describe("the chart of a table on its sheet", () => {
  it("is offered below the list when there is something to draw, drawn, redrawn and taken off", async () => {
    expect(screen.has("draw-chart")).toBe(false);
    await fill();
    await screen.until("draw-chart");
    expect(screen.text("draw-chart")).toBe(`Vẽ biểu đồ “${SHEET}”`);
    await screen.press(screen.find("draw-chart"));
    await screen.until("chart-drawn");
    expect(charts()).toHaveLength(1);
    expect(work.cursor()).toMatch(new RegExp(`^${SHEET}!`));
    expect(screen.text("draw-chart")).toBe(`Vẽ lại biểu đồ “${SHEET}”`);
    expect(screen.text("chart-drawn")).toBe("Biểu đồ nằm dưới bảng. Sửa số trong bảng thì biểu đồ đổi theo.");
    await type("D9", "37");
    expect(screen.text("chart-drawn")).toBe("Bảng có dòng hoặc cột chưa vào biểu đồ. Bấm Vẽ lại.");
    await screen.press(screen.find("draw-chart"));
    expect(screen.text("chart-drawn")).toContain("Biểu đồ nằm dưới bảng.");
    expect(charts()).toHaveLength(1);
    await screen.press(screen.find("remove-chart"));
    expect(charts()).toEqual([]);
    expect(screen.has("remove-chart")).toBe(false);
  });

  it("is offered on the card of a cell of its sheet, and of no other", async () => {
    await fill();
    await select(SHEET, "D8");
    await screen.press(screen.find("open-cell"));
    await screen.until("draw-chart");
    await select("Biểu mẫu 1", "A1");
    expect(screen.has("draw-chart")).toBe(false);
  });

  it("tells a sheet that is protected, and stays offered", async () => {
    await fill();
    await screen.until("draw-chart");
    work.excel.officer.protectSheet(SHEET);
    await screen.press(screen.find("draw-chart"));
    await screen.until("trouble");
    expect(screen.text("trouble")).toContain(`Trang tính “${SHEET}” đang được bảo vệ.`);
    expect(charts()).toEqual([]);
    expect(screen.has("draw-chart")).toBe(true);
  });
});
