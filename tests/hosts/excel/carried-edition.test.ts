import { expect, it } from "@jest/globals";
import { findEdition } from "../../../src/forms/library.js";
import { planReportWorkbook } from "../../../src/workbook/planning/plan-workbook.js";
import { carriedEdition } from "../../../src/workbook/reading/carried-edition.js";
import { identifyEdition } from "../../../src/workbook/reading/identify.js";
import { valueOfResult } from "../results.js";
import { openPane } from "./local.js";

it("an edition of one's own goes into Excel on a very hidden sheet and is read back", async () => {
  const shipped = findEdition("two-tier-2025");
  if (shipped === null) throw new Error("The edition two-tier-2025 is gone.");
  const own = { ...shipped, id: "hai-duong-2026" };
  const pane = await openPane({ excelApi: "1.15" });
  valueOfResult(await pane.host.apply(planReportWorkbook(own)));
  expect(pane.excel.grid.sheetNamed("Bộ biểu mẫu")?.visibility).toBe("VeryHidden");
  const snapshot = valueOfResult(await pane.host.capture());
  expect(identifyEdition(snapshot, [], carriedEdition(snapshot))).toEqual({ kind: "found", edition: own });
  // Inserting again finds everything in place.
  const again = valueOfResult(await pane.host.apply(planReportWorkbook(own)));
  expect(again).toMatchObject({ addedSheets: [], addedNames: [], unsetPages: [] });
});
