/** @jest-environment ./tests/environments/browser.ts */

import { afterEach, describe, expect, it } from "@jest/globals";
import { act } from "react";
import { openFilled, openWork, type Work } from "../../support/work.js";
import { enter, type Screen, showPane } from "../screen.js";

let work: Work;
let screen: Screen;

async function show(opened: Work): Promise<void> {
  work = opened;
  screen = await showPane({ kind: "work", session: opened.session, step: null, mac: false });
}

afterEach(() => {
  screen.close();
  work.excel.close();
});

const marks = () =>
  work.excel.grid.sheetNamed("Biểu mẫu 3")?.conditions.filter(({ fill }) => fill === "#FF9C9C");

describe("marking cells on their sheets", () => {
  it("happens when she asks for it, and is taken off when she asks for that", async () => {
    await show(await openFilled());
    expect(marks()).toEqual([]);
    expect(screen.text("mark")).toMatch(/^Đánh dấu \d+ ô trên trang tính$/);
    expect(screen.has("unmark")).toBe(false);
    await screen.press(screen.find("mark"));
    expect(marks()?.length).toBeGreaterThan(0);
    expect(screen.text("mark")).toMatch(/^Đánh dấu lại \d+ ô$/);
    await screen.press(screen.find("unmark"));
    expect(marks()).toEqual([]);
    expect(screen.has("unmark")).toBe(false);
  });

  it("is told by the workbook to a pane that is opened later", async () => {
    await show(await openFilled());
    await screen.press(screen.find("mark"));
    screen.close();
    const later = await openWork({ grid: work.excel.grid });
    await later.session.open(null);
    await show(later);
    expect(screen.has("unmark")).toBe(true);
  });
});

describe("the blank sheet with which a workbook begins", () => {
  async function insert(): Promise<void> {
    await screen.until("edition");
    await enter(screen.find("edition"), "hai-duong-2022");
    await screen.until("preview");
    await screen.settled();
    await screen.press(screen.find("insert"));
  }
  const sheets = () => work.excel.grid.sheets.map(({ name }) => name);

  it("is offered for removal after the forms came, and goes", async () => {
    await show(await openWork());
    await insert();
    await screen.until("remove-sheet");
    expect(screen.text("remove-sheet")).toBe("Xóa Sheet1");
    expect(sheets()).toContain("Sheet1");
    await screen.press(screen.find("remove-sheet"));
    expect(sheets()).not.toContain("Sheet1");
    expect(screen.text("inserted")).toContain("Đã xóa trang tính Sheet1.");
    expect(screen.find("inserted").contains(document.activeElement)).toBe(true);
  });

  it("is not offered where something stands on it", async () => {
    const opened = await openWork();
    opened.excel.officer.type("Sheet1", "B2", "Ghi chú");
    await show(opened);
    await insert();
    await act(() => work.excel.settled());
    await screen.settled();
    expect(screen.has("remove-sheet")).toBe(false);
  });
});
