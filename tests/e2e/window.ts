import type { Page } from "playwright-core";
import type { LocalExcelDriver } from "../../tools/local-excel/driver.js";

/** Opens the window with the report's pages; Excel on the web asks first, in the pane. */
export async function openWindow(excel: LocalExcelDriver): Promise<Page> {
  const opening = excel.page.context().waitForEvent("page");
  await excel.pane.getByTestId("wide").click();
  await excel.pane.getByRole("button", { name: "Cho phép" }).click();
  const page = await opening;
  await page.waitForFunction(() => document.documentElement.dataset.pages !== undefined);
  return page;
}
