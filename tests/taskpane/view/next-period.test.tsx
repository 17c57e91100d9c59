/** @jest-environment ./tests/environments/browser.ts */
import { afterEach, describe, expect, it } from "@jest/globals";
import { openFilled, openWithForms, type Work } from "../support/work.js";
import { enter, type Screen, showPane } from "./screen.js";

let work: Work;
let screen: Screen;

async function show(opened: Work): Promise<void> {
  work = opened;
  screen = await showPane({ kind: "work", session: opened.session, step: null, mac: false });
  await screen.press(screen.find("step-insert"));
}

async function openNext(opened: Work): Promise<void> {
  await show(opened);
  await screen.until("preview");
  await screen.press(screen.find("next"));
  await screen.until("next-period");
}

afterEach(() => {
  screen.close();
  work.excel.close();
});

const sheets = () => work.excel.grid.sheets.map(({ name }) => name);

describe("the next period", () => {
  it("says what will happen and writes nothing before she has confirmed that the file is saved", async () => {
    await openNext(await openFilled());
    expect(screen.text("next-period")).toContain(
      "Tệp này đang là của quý III năm 2023, sẽ thành tệp của năm 2023:",
    );
    expect(screen.text("next-account")).toMatch(/^Sẽ xóa \d+ ô số liệu, số và ngày của báo cáo để ghi mới\./);
    expect(screen.text("next-account")).toContain(
      "Số liệu quý III năm 2023 được chuyển sang trang tính Kỳ trước để so sánh.",
    );
    expect(screen.text("next-period")).toContain("Lưu tệp thành tên khác trước đã.");
    expect(screen.find("next-go")).toHaveProperty("disabled", true);
    await screen.press(screen.find("next-cancel"));
    expect(screen.has("next-period")).toBe(false);
    expect(sheets()).not.toContain("Kỳ trước");
    expect(work.excel.value("Biểu mẫu 3", "D10")).toBe(139);
  });

  it("clears the figures, keeps them for comparison, carries the information and tells what it did", async () => {
    await openNext(await openFilled());
    await screen.press(screen.find("next-saved"));
    await screen.press(screen.find("next-go"));
    await screen.until("next-done");
    expect(screen.text("next-done")).toContain("Tệp này nay là của năm 2023.");
    expect(screen.text("next-account")).toMatch(/^Đã xóa \d+ ô số liệu/);
    expect(sheets()).toContain("Kỳ trước");
    expect(work.excel.value("Biểu mẫu 3", "D10")).toBe(null);
    expect(work.excel.value("Thông tin chung", "B6")).toBe("UBND thị trấn Thanh Miện");
    const { book } = work.session.state();
    if (book.kind !== "forms") throw new Error("the forms are gone");
    const { report, evaluation } = book.judgement;
    expect(report.info).toMatchObject({ period: "year", year: 2023 });
    expect(evaluation.context.earlier?.info).toMatchObject({ period: "quarter-3", year: 2023 });
    expect(evaluation.context.earlier?.values.get("3/1.4")?.cell.value).toBe(139);
    await screen.press(screen.find("next-to-check"));
    expect(screen.has("screen-check")).toBe(true);
  });

  it("takes what was typed in the last second, though the pane had not read it yet", async () => {
    await openNext(await openFilled());
    work.excel.officer.type("Biểu mẫu 3", "D10", "157");
    await screen.press(screen.find("next-saved"));
    await screen.press(screen.find("next-go"));
    await screen.until("next-done");
    const { book } = work.session.state();
    const earlier = book.kind === "forms" ? book.judgement.evaluation.context.earlier : null;
    expect(earlier?.values.get("3/1.4")?.cell.value).toBe(157);
  });

  it("offers any later period", async () => {
    await openNext(await openFilled());
    const offered = [...screen.find("next-choice").querySelectorAll("option")].map(
      ({ textContent }) => textContent,
    );
    expect(offered).toEqual([
      "Năm 2023",
      "Quý I năm 2024",
      "6 tháng đầu năm 2024",
      "Quý III năm 2024",
      "Năm 2024",
    ]);
    await enter(screen.find("next-choice"), "2024-quarter-1");
    expect(screen.text("next-go")).toBe("Chuyển sang quý I năm 2024");
  });

  it("lists the cells that keep a formula of her own; choosing one goes there", async () => {
    const opened = await openFilled();
    opened.excel.officer.type("Biểu mẫu 3", "D10", "=D11+D12");
    await opened.pauseInTyping();
    await openNext(opened);
    await screen.press(screen.find("next-saved"));
    await screen.press(screen.find("next-go"));
    await screen.until("next-review");
    const row = screen.all("next-row").find(({ textContent }) => textContent === "Biểu mẫu 3, dòng 1.4");
    if (row === undefined) throw new Error(`no such row in ${screen.text("next-review")}`);
    await screen.press(row);
    expect(work.cursor()).toBe("Biểu mẫu 3!D10");
  });

  it("asks for the period where the workbook does not tell it", async () => {
    const opened = await openWithForms();
    await opened.typeInfo("year", "");
    await opened.pauseInTyping();
    await openNext(opened);
    expect(screen.text("next-unknown")).toContain("Chọn Kỳ báo cáo và ghi Năm ở trang tính Thông tin chung");
    expect(screen.has("next-go")).toBe(false);
  });

  it("asks about protection before it says anything, and goes on once it is gone", async () => {
    const opened = await openFilled();
    opened.excel.officer.protectSheet("Biểu mẫu 7");
    await opened.session.check();
    await openNext(opened);
    expect(screen.text("next-closed")).toContain("Đang được bảo vệ: 1 trang tính (Biểu mẫu 7).");
    expect(screen.has("next-account")).toBe(false);
    expect(screen.has("next-go")).toBe(false);
    opened.excel.officer.unprotectSheet("Biểu mẫu 7");
    await screen.press(screen.find("next-opened"));
    expect(screen.has("next-closed")).toBe(false);
    expect(screen.has("next-account")).toBe(true);
  });

  it("writes nothing at all where a sheet was protected meanwhile, says which, and goes on once it is not", async () => {
    await openNext(await openFilled());
    work.excel.officer.protectSheet("Biểu mẫu 7");
    await screen.press(screen.find("next-saved"));
    await screen.press(screen.find("next-go"));
    await screen.until("next-closed");
    expect(work.excel.value("Biểu mẫu 3", "D10")).toBe(139);
    expect(work.excel.grid.sheets.map(({ name }) => name)).not.toContain("Kỳ trước");
    work.excel.officer.unprotectSheet("Biểu mẫu 7");
    await screen.press(screen.find("next-opened"));
    await screen.press(screen.find("next-go"));
    await screen.until("next-done");
    expect(work.excel.value("Biểu mẫu 3", "D10")).toBe(null);
  });
});
