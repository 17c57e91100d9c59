import { join } from "node:path";
import { a1 } from "../../src/values/address.js";
import { valueCell } from "../../src/workbook/layout/form-layout.js";
import { edition, thanhMienData } from "../../tests/support/report-data.js";
import { driveLocalExcel, type LocalExcelDriver } from "../local-excel/driver.js";
import { IMAGES } from "./images.js";

/** Pictures of the pane beside the grid while Thanh Miện's report is made, for the README. */
export async function picturePane(): Promise<void> {
  const excel = await driveLocalExcel({
    context: { viewport: { width: 1366, height: 768 }, deviceScaleFactor: 1 },
  });
  try {
    const pane = (id: string) => excel.pane.getByTestId(id);
    await pane("edition").selectOption("hai-duong-2022");
    await pane("organization").fill("UBND thị trấn Thanh Miện");
    await pane("superior").fill("UBND huyện Thanh Miện");
    await pane("period").selectOption("quarter-3");
    await pane("year").fill("2023");
    await pane("preview").waitFor();
    await shootPane(excel, "pane-insert");
    await pane("insert").click();
    await pane("inserted").waitFor();
    await shootPane(excel, "pane-inserted");
    await pane("to-check").click();
    await pane("screen-check").waitFor();
    await typeNumbers(excel);
    const finding = pane("finding").first();
    await finding.waitFor();
    await excel.page.waitForTimeout(3000);
    await finding.click();
    await excel.page.waitForTimeout(800);
    await excel.page.screenshot({ path: join(IMAGES, "check-beside-form.png") });
    await shootPane(excel, "pane-check");
    await pane("step-report").click();
    await pane("report-preview").waitFor();
    await shootPane(excel, "pane-report");
  } finally {
    await excel.close();
  }
}

async function typeNumbers(excel: LocalExcelDriver): Promise<void> {
  const haiDuong = edition("hai-duong-2022");
  for (const form of haiDuong.forms) {
    for (const [code, value] of Object.entries(thanhMienData.forms[String(form.number)] ?? {})) {
      const address = valueCell(haiDuong, form, code);
      await excel.type(address.sheet, a1(address), String(value).replace("98.17", "98,17"));
    }
  }
}

/** The pane alone, at the 350 pixels that Excel gives it. */
async function shootPane(excel: LocalExcelDriver, name: string): Promise<void> {
  await excel.page.waitForTimeout(400);
  await excel.page.locator("#pane iframe").screenshot({ path: join(IMAGES, `${name}.png`) });
}
