import { describe, expect, it } from "@jest/globals";
import { driveLocalExcel } from "../../tools/local-excel/driver.js";
import { handsOf } from "./looks/excel-hands.js";

/** The chart of a table, drawn by the officer's press beside the unmodified client library. */

const SHEET = "Hồ sơ theo lĩnh vực";
const PATIENCE = 300_000;

describe("the chart of dossiers by field in Excel", () => {
  it(
    "comes below its table on one press, follows the cells, and goes on another",
    async () => {
      const excel = await driveLocalExcel();
      try {
        const pane = (id: string) => excel.pane.getByTestId(id);
        await pane("preview").waitFor();
        await pane("toggle-tables").click();
        await pane("tables").getByText(SHEET).click();
        await pane("insert").click();
        await pane("inserted").waitFor();
        await handsOf(excel).typeAll([
          { sheet: SHEET, cell: "D7", text: "279" },
          { sheet: SHEET, cell: "D8", text: "605" },
        ]);
        await excel.select(SHEET, "D8");
        await pane("step-check").click();
        await pane("open-cell").click();
        await pane("draw-chart").click();
        await pane("chart-drawn").waitFor();
        const chart = excel.page.locator("#charts svg");
        expect(await chart.getAttribute("aria-label")).toBe("Hồ sơ tiếp nhận theo lĩnh vực");
        expect(await chart.locator("text").allTextContents()).toEqual(
          expect.arrayContaining([
            "Hộ tịch",
            "279",
            "Chứng thực",
            "605",
            "Trực tuyến",
            "Lĩnh vực · Số hồ sơ",
          ]),
        );
        await excel.act((local, sheet) => local.officer.type(sheet, "D8", "700"), SHEET);
        await chart.getByText("700").waitFor();
        if (process.env.CCHC_PICTURES)
          await excel.page.screenshot({ path: `${process.env.CCHC_PICTURES}/chart.png` });
        await pane("remove-chart").click();
        await chart.waitFor({ state: "detached" });
      } finally {
        await excel.close();
      }
    },
    PATIENCE,
  );
});
