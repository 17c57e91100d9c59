import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import ExcelJS from "exceljs";
import { driveLocalExcel, type LocalExcelDriver } from "../../../tools/local-excel/driver.js";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const pane = { paneFolder: here("./pane"), manifest: here("./pane/manifest.xml") };

/** The canvas on which the cells are drawn. */
const CELLS = "#univer-sheet-main-canvas_workbook";

let excel: LocalExcelDriver;

beforeAll(async () => {
  excel = await driveLocalExcel(pane);
});
afterAll(() => excel?.close());

const state = () => excel.pane.locator("#state");
const click = (name: string) => excel.pane.getByRole("button", { name }).click();
const logged = (line: string) => excel.pane.locator("#log li", { hasText: line }).last().waitFor();

describe("the page with the unmodified office.js", () => {
  beforeEach(async () => {
    await excel.press("Sổ mới");
    await excel.press("Mở ngăn thử");
    await state().getByText("Excel").waitFor();
  });

  test("the pane is ready in Excel on the web, in Vietnamese, and nothing else is fetched", async () => {
    expect(await state().textContent()).toBe("Excel OfficeOnline 1.15 vi-VN");
    expect(await excel.page.locator("#side-name").textContent()).toBe("Thẻ thử");
    expect(excel.outsideRequests).toEqual([]);
  });

  test("what the pane writes is in the grid; what is typed there reaches the pane", async () => {
    await click("Ghi");
    await logged("written");
    expect(await excel.sheetNames()).toEqual(["Sheet1", "Biểu mẫu 1"]);
    expect(await excel.selection()).toBe("Biểu mẫu 1!A1");
    expect(await excel.value("Biểu mẫu 1", "B3")).toBe(1844);
    await excel.type("Biểu mẫu 1", "B2", "1.500");
    await logged("changed B2 Local");
    await logged("selection");
    await click("Đọc");
    await logged("[1.2,3000]");
    expect(await excel.text("Biểu mẫu 1", "B2")).toBe("1.500");
  });

  test.each([
    ["12,5", 12.5, "12,5"],
    ["88%", 0.88, "88%"],
    ["98.17", "98.17", "98.17"],
    ["'04", "04", "04"],
    ["=2*3", 6, "6"],
    ["Không", "Không", "Không"],
    ["1,2 + 3", "1,2 + 3", "1,2 + 3"],
  ])("%s typed by keyboard", async (text, value, shown) => {
    await excel.type("Sheet1", "C3", text);
    expect(await excel.value("Sheet1", "C3")).toBe(value);
    expect(await excel.text("Sheet1", "C3")).toBe(shown);
  });

  test("twenty cells in a row, then Delete, undo and redo by keyboard", async () => {
    for (let row = 1; row <= 20; row += 1) await excel.type("Sheet1", `A${row}`, String(row * 11));
    expect(await excel.value("Sheet1", "A20")).toBe(220);
    await excel.select("Sheet1", "A1:A19");
    await excel.page.keyboard.press("Delete");
    await excel.untilValue("Sheet1", "A7", null);
    await excel.page.keyboard.press("Control+z");
    await excel.untilValue("Sheet1", "A7", 77);
    await excel.page.keyboard.press("Control+y");
    await excel.untilValue("Sheet1", "A7", null);
    expect(await excel.value("Sheet1", "A20")).toBe(220);
  });

  test("while a cell is being edited the pane is refused", async () => {
    await excel.select("Sheet1", "B2");
    await excel.page.keyboard.type("12");
    await click("Ghi");
    await logged("refused: InvalidOperationInCellEditMode");
    await excel.page.locator(CELLS).click({ position: { x: 400, y: 300 } });
    await excel.untilValue("Sheet1", "B2", 12);
    await click("Ghi");
    await logged("written");
  });

  test("a list lets nothing else in and says so", async () => {
    await click("Ghi");
    await logged("written");
    // The notice stands for a few seconds only.
    const told = excel.page.locator("#notice", { hasText: "xác thực dữ liệu" }).waitFor();
    await excel.type("Biểu mẫu 1", "B4", "có lẽ");
    await told;
    expect(await excel.value("Biểu mẫu 1", "B4")).toBe(null);
    await excel.type("Biểu mẫu 1", "B4", "Không");
    expect(await excel.value("Biểu mẫu 1", "B4")).toBe("Không");
  });

  test("cells copied and pasted by keyboard", async () => {
    await excel.type("Sheet1", "A1", "1.500");
    await excel.type("Sheet1", "A2", "Xã A");
    await excel.select("Sheet1", "A1:A2");
    await excel.page.keyboard.press("Control+c");
    await excel.page.waitForFunction(async () => (await navigator.clipboard.readText()) === "1.500\nXã A");
    await excel.select("Sheet1", "C5");
    await excel.page.keyboard.press("Control+v");
    await excel.untilValue("Sheet1", "C6", "Xã A");
    expect(await excel.value("Sheet1", "C5")).toBe(1500);
  });

  test("rows inserted from the menu move cells", async () => {
    await excel.type("Sheet1", "B2", "7");
    await excel.select("Sheet1", "B2");
    await excel.page.locator(CELLS).click({ button: "right", position: { x: 150, y: 55 } });
    await excel.page.getByText("Chèn", { exact: true }).hover();
    await excel.page.getByRole("button", { name: /dòng ở trên/ }).click({ position: { x: 12, y: 12 } });
    await excel.untilValue("Sheet1", "B3", 7);
  });

  test("a co-author's edit, a ribbon function", async () => {
    await excel.act((local) => local.coauthor.type("Sheet1", "D4", "3"), null);
    await logged("changed D4 Remote");
    await excel.press("Chào");
    await logged("hello from the ribbon");
  });

  test("a reload finds the workbook as it was", async () => {
    await excel.type("Sheet1", "B2", "12,5");
    await excel.reload();
    await state().getByText("Excel").waitFor();
    expect(await excel.value("Sheet1", "B2")).toBe(12.5);
  });

  test("the workbook is saved as .xlsx and opened again", async () => {
    await click("Ghi");
    await logged("written");
    const [download] = await Promise.all([excel.page.waitForEvent("download"), excel.press("Lưu tệp")]);
    const path = await download.path();
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path);
    expect(book.getWorksheet("Biểu mẫu 1")?.getCell("B2").value).toBe(922);
    await excel.press("Sổ mới");
    const [chooser] = await Promise.all([excel.page.waitForEvent("filechooser"), excel.press("Mở tệp…")]);
    await chooser.setFiles({ name: "bao-cao.xlsx", mimeType: "", buffer: await readFile(path) });
    await excel.page.waitForFunction(() => window.localBook?.sheetNames().includes("Biểu mẫu 1"));
    expect(await excel.sheetNames()).toEqual(["Sheet1", "Biểu mẫu 1"]);
    expect(await excel.formula("Biểu mẫu 1", "B3")).toBe("=B2*2");
    expect(await excel.page.locator("#book-name").textContent()).toBe("bao-cao.xlsx");
  });
});
