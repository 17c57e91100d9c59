import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { a1 } from "../../src/values/address.js";
import { valueCell } from "../../src/workbook/layout/form-layout.js";
import { driveLocalExcel, type LocalExcelDriver } from "../../tools/local-excel/driver.js";
import { edition } from "../support/report-data.js";
import { openWindow } from "./window.js";

/** The report page by page in a window of Office, opened by Microsoft's own client library. */
const haiDuong = edition("hai-duong-2022");
const surveys = valueCell(haiDuong, haiDuong.forms[2] as (typeof haiDuong.forms)[number], "3.3.1");

let excel: LocalExcelDriver;
let shown: Page;

const pane = (id: string) => excel.pane.getByTestId(id);

beforeAll(async () => {
  excel = await driveLocalExcel();
  await pane("edition").selectOption("hai-duong-2022");
  await pane("organization").fill("UBND thị trấn Thanh Miện");
  await pane("year").fill("2023");
  await pane("preview").waitFor();
  await pane("insert").click();
  await pane("inserted").waitFor();
  await excel.type(surveys.sheet, a1(surveys), "922");
  const below = { ...surveys, row: surveys.row + 1 };
  await excel.type(below.sheet, a1(below), "905");
  await pane("step-report").click();
  await pane("fact").filter({ hasText: "922" }).first().waitFor();
  await excel.page
    .frames()
    .find((frame) => frame.url().includes("taskpane"))
    ?.evaluate(() => {
      document.addEventListener("securitypolicyviolation", () => {
        document.documentElement.dataset.violated = "yes";
      });
    });
});
afterAll(() => excel?.close());

describe("the report in a window", () => {
  it("stands on pages like the paper ones, and the figures are gone from the address", async () => {
    shown = await openWindow(excel);
    expect(Number(await shown.locator("html").getAttribute("data-pages"))).toBeGreaterThan(3);
    expect(new URL(shown.url()).hash).toBe("");
    expect(await shown.locator("#where").textContent()).toMatch(/^Trang 1\/\d+$/);
    const [width, height] = await shown
      .locator(".page")
      .first()
      .evaluate((page) => [page.clientWidth, page.clientHeight]);
    // 210 mm x 297 mm at 96 pixels an inch.
    expect([width, height]).toEqual([794, 1123]);
    expect(await shown.locator(".page").nth(1).locator(".page-number").textContent()).toBe("2");
  });

  it("goes from page to page by buttons and keys", async () => {
    await shown.getByRole("button", { name: "Trang sau" }).click();
    await shown.getByText(/^Trang 2\//).waitFor();
    await shown.keyboard.press("PageDown");
    await shown.getByText(/^Trang 3\//).waitFor();
    await shown.getByRole("button", { name: "Trang trước" }).click();
    await shown.getByText(/^Trang 2\//).waitFor();
  });

  it("closes when a number is chosen, and the grid goes to its cell", async () => {
    const closed = shown.waitForEvent("close");
    await shown.getByRole("button", { name: "922", exact: true }).first().click();
    await closed;
    await excel.untilSelected(`${surveys.sheet}!${a1(surveys)}`);
    await excel.pane.locator("[data-testid=wide]:focus").waitFor();
  });

  it("can be closed without a choice, and opened again", async () => {
    shown = await openWindow(excel);
    await shown.close();
    await excel.pane.locator("[data-testid=wide]:not([aria-disabled=true])").waitFor();
    expect(await pane("trouble").count()).toBe(0);
  });

  it("broke no rule of the page's policy", async () => {
    const html = excel.pane.locator("html");
    expect(await html.getAttribute("data-violated")).toBeNull();
  });
});

describe("the pane", () => {
  it("comes with a workbook that has the forms, and with no other", async () => {
    await excel.open({ pane: "closed" });
    await pane("pane").waitFor();
    await excel.page.evaluate(() => sessionStorage.clear());
    await excel.open({ pane: "closed" });
    expect(await excel.page.locator("#pane iframe").count()).toBe(0);
  });
});
