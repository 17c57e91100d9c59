import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser } from "playwright-core";
import { driveLocalExcel, type LocalExcelDriver } from "../../tools/local-excel/driver.js";
import {
  findingIn,
  insertThanhMien,
  place,
  THANH_MIEN,
  THANH_MIEN_SHEETS,
  untilCount,
  wordFile,
} from "./thanh-mien.js";

/**
 * The whole job of an officer in a browser: Microsoft's unmodified client library, the pane as it is
 * built for Excel, the local host's grid, and Thanh Miện's numbers typed by keyboard.
 */
let excel: LocalExcelDriver;

const pane = (id: string) => excel.pane.getByTestId(id);
const finding = (rule: string, cell: string) => findingIn(excel.pane, rule, cell);
const untilErrors = (count: number) => untilCount(excel.pane, "error", count);

beforeAll(async () => {
  excel = await driveLocalExcel();
});
afterAll(() => excel?.close());

describe("an officer with quarter III of Thanh Miện", () => {
  it("inserts the forms after being told what will be added", async () => {
    await insertThanhMien(excel.pane);
    expect(await excel.sheetNames()).toEqual(THANH_MIEN_SHEETS);
  });

  it("types the numbers as printed and sees the mistakes come", async () => {
    await pane("to-check").click();
    await untilErrors(0);
    for (const { sheet, cell, text } of THANH_MIEN) await excel.type(sheet, cell, text);
    await finding("ratio.mismatch", place(7, "6.7").cell).waitFor();
    await finding("total.mismatch", place(3, "1.4").cell).waitFor();
    // Two relations fail through one cell: told once, in one place.
    await finding("part.exceeds", place(3, "1.4.3").cell).waitFor({ state: "detached" });
    await untilErrors(1);
  });

  it("clicks a finding, lands on its cell, corrects the number and sees the finding go", async () => {
    const { sheet, cell } = place(3, "1.4");
    await finding("total.mismatch", cell).click();
    await excel.untilSelected(`${sheet}!${cell}`);
    await excel.type(sheet, cell, "157");
    await finding("total.mismatch", cell).waitFor({ state: "detached" });
    await untilErrors(0);
    await excel.type(sheet, cell, "139");
    await finding("total.mismatch", cell).waitFor();
    await untilErrors(1);
  });

  it("costs one round trip an edit", async () => {
    const { sheet, cell } = place(3, "1.4");
    // Readings that earlier typing led to have come to their end.
    const before = await excel.untilLive();
    await excel.type(sheet, cell, "157");
    await finding("total.mismatch", cell).waitFor({ state: "detached" });
    expect((await excel.untilLive()) - before).toBe(1);
  });

  it("reads the report, goes from a number to its cell, and exports it to Word", async () => {
    await pane("step-report").click();
    await pane("report-preview").waitFor();
    const fact = pane("fact").filter({ hasText: /^922/ }).first();
    await fact.click();
    await excel.untilSelected(`Biểu mẫu 1!${place(1, "5.1").cell}`);
    const { name, xml, text } = await wordFile(excel.page, () => pane("export").click());
    expect(name).toBe("Bao-cao-CCHC-quy-III-2023-thi-tran-Thanh-Mien.docx");
    expect(xml).toContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    expect(xml).toContain("THỊ TRẤN THANH MIỆN");
    // Each number is a bookmark of its own.
    expect(text).toContain("922/922");
  });

  it("finds everything again after the pane was closed and the page loaded anew", async () => {
    await excel.reload();
    await pane("screen-check").waitFor();
    await finding("ratio.mismatch", place(7, "6.7").cell).waitFor();
    await untilErrors(0);
    await excel.press("Xuất báo cáo");
    await pane("report-preview").waitFor();
  });

  it("changes nothing typed when the forms are inserted a second time", async () => {
    const { sheet, cell } = place(3, "3.3.1");
    await excel.press("Mở ngăn báo cáo");
    await pane("step-insert").click();
    await pane("screen-insert").waitFor();
    await excel.pane.getByText("Tệp này đã có đủ biểu mẫu").waitFor();
    expect(await excel.value(sheet, cell)).toBe(922);
    expect(await excel.sheetNames()).toHaveLength(10);
  });

  it("never leaves its own origin and office.js", () => {
    expect(excel.outsideRequests).toEqual([]);
  });
});

describe("surroundings that do not fit", () => {
  it("says that office.js could not be loaded, and what to do", async () => {
    const blocked = await driveLocalExcel({ network: "blocked", ...shared() });
    try {
      const trouble = blocked.pane.getByTestId("trouble-no-office");
      await trouble.waitFor();
      expect(await trouble.textContent()).toContain(
        "nhờ cán bộ tin học mở địa chỉ appsforoffice.microsoft.com",
      );
    } finally {
      await blocked.close();
    }
  });

  it("says that the Excel is too old", async () => {
    const old = await driveLocalExcel({ query: { excelApi: "1.7" }, ...shared() });
    try {
      await old.pane.getByTestId("trouble-too-old").waitFor();
    } finally {
      await old.close();
    }
  });

  it("says in a plain browser that it belongs into Excel", async () => {
    const page = await excel.page.context().newPage();
    await page.goto(new URL("taskpane.html", excel.server.url).href);
    await page.locator("[data-testid^=trouble-]").waitFor();
    await page.close();
  });
});

/** One browser for all: starting it costs more than a page. */
function shared(): { readonly browser?: Browser } {
  const browser = excel.page.context().browser();
  return browser === null ? {} : { browser };
}
