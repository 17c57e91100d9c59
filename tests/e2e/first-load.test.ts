import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { driveLocalExcel, type LocalExcelDriver } from "../../tools/local-excel/driver.js";
import { closePane, loadedDuring, openBlank, openForms } from "./first-load.js";

/** What the pane may send over the wire before it can be used, office.js aside. */
const BUDGET = 200 * 1024;

let excel: LocalExcelDriver;

beforeAll(async () => {
  excel = await driveLocalExcel({ apart: true, query: { pane: "closed" } });
});
afterAll(() => excel?.close());

test("the browser asks for at most 200 KB until a blank workbook can be filled", async () => {
  const { own, files } = await loadedDuring(excel, () => openBlank(excel));
  expect(files.slice(0, 3).sort()).toEqual(["/js/taskpane.js", "/pane.css", "/taskpane.html"]);
  expect(new Set(files).size).toBe(files.length);
  expect(files).toContain("/js/planner.js");
  expect(own).toBeGreaterThan(BUDGET / 2);
  expect(own).toBeLessThanOrEqual(BUDGET);
});

test("and until what is wrong with forms is seen, of the longest edition", async () => {
  await excel.pane.getByTestId("edition").selectOption("tu-ky-2023");
  await excel.pane.locator("[data-testid=insert]:enabled").click();
  await excel.pane.getByTestId("inserted").waitFor();
  await closePane(excel);
  const { own, files } = await loadedDuring(excel, () => openForms(excel));
  expect(files).toEqual(expect.arrayContaining(["/js/check.js", "/js/tuky2023.js", "/js/defects.js"]));
  for (const late of ["/js/insert.js", "/js/planner.js", "/js/report.js", "/js/writer.js"]) {
    expect(files).not.toContain(late);
  }
  expect(own).toBeGreaterThan(BUDGET / 2);
  expect(own).toBeLessThanOrEqual(BUDGET);
});
