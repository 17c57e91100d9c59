/** @jest-environment ./tests/environments/browser.ts */

import { afterEach, describe, expect, it } from "@jest/globals";
import { act } from "react";
import { openFilled, openWork, type Work } from "../support/work.js";
import { changed, enter, type Screen, showPane } from "./screen.js";

let work: Work;
let screen: Screen;

async function show(opened: Work): Promise<void> {
  work = opened;
  screen = await showPane({ kind: "work", session: opened.session, step: null, mac: false });
  if (!screen.has("screen-insert")) await screen.press(screen.find("step-insert"));
  await screen.until("preview");
  await screen.press(screen.find("toggle-tables"));
  await screen.until("tables");
}

afterEach(() => {
  screen.close();
  work.excel.close();
});

const sheets = () => work.excel.grid.sheets.map(({ name }) => name);
const ticked = () =>
  screen
    .all("tables")
    .flatMap((list) => [...list.querySelectorAll<HTMLInputElement>("input")])
    .flatMap((box) => (box.checked ? [box.dataset.testid ?? ""] : []));

describe("supplementary tables on the first step", () => {
  it("are all there to tick, by the names of their sheets", async () => {
    await show(await openWork());
    expect(screen.text("tables")).toContain("Hồ sơ theo lĩnh vực");
    expect(screen.find("tables").querySelectorAll("input")).toHaveLength(20);
    expect(ticked()).toEqual([]);
  });

  it("are ticked where the edition inserts them, whichever edition is chosen", async () => {
    await show(await openWork());
    await enter(screen.find("edition"), "vinh-linh-2023");
    const previewed = () => (screen.has("preview") ? screen.text("preview") : "");
    await changed(document.body, () => previewed().includes("Tiến độ nhiệm vụ"));
    await screen.settled();
    expect(ticked()).toContain("table-task-progress");
    expect(screen.text("preview")).toContain("Tiến độ nhiệm vụ");
    await screen.press(screen.find("table-task-progress"));
    expect(screen.text("preview")).not.toContain("Tiến độ nhiệm vụ");
    await enter(screen.find("edition"), "tu-ky-2023");
    expect(ticked()).toEqual([]);
  });

  it("come with the edition that was chosen just before the button was pressed, once that is there", async () => {
    await show(await openWork());
    await enter(screen.find("edition"), "dinh-hoa-2025");
    await act(async () => screen.find("insert").click());
    await changed(document.body, () => screen.has("inserted"));
    expect(sheets()).toContain("Phụ lục");
    expect(sheets()).not.toContain("Biểu mẫu 1");
  });

  it("are added to a filled workbook, which keeps what was typed and is told what stands there", async () => {
    await show(await openFilled());
    expect(screen.text("insert")).toBe("Chèn lại");
    await screen.press(screen.find("table-documents"));
    expect(screen.text("preview")).toContain("Sẽ thêm 1 trang tính: Văn bản đã ban hành.");
    expect(screen.text("insert")).toBe("Thêm phụ biểu đã chọn");
    await screen.press(screen.find("insert"));
    expect(screen.text("inserted")).toContain("Đã thêm 1 trang tính.");
    expect(sheets()).toContain("Văn bản đã ban hành");
    expect(work.excel.value("Biểu mẫu 3", "D10")).toBe(139);
    await screen.press(screen.find("toggle-tables"));
    expect(screen.find("table-documents")).toHaveProperty("disabled", true);
    expect(ticked()).toEqual(["table-documents"]);
  });

  it("feed blank form cells, also on a sheet whose rows have moved", async () => {
    const opened = await openWork();
    await show(opened);
    await enter(screen.find("edition"), "hai-duong-2022");
    await screen.press(screen.find("insert"));
    await screen.press(screen.find("toggle-tables"));
    opened.excel.officer.insertRows("Biểu mẫu 1", 2, 3);
    await act(() => opened.pauseInTyping());
    await screen.press(screen.find("table-documents"));
    await screen.press(screen.find("insert"));
    const formulas = () =>
      [...Array(60).keys()].map((row) => String(opened.excel.formula("Biểu mẫu 1", `D${row + 1}`)));
    expect(formulas().filter((formula) => formula.includes("Văn bản đã ban hành")).length).toBeGreaterThan(0);
  });
});
