import { expect, it } from "@jest/globals";
import { findEdition } from "../../../src/forms/library.js";
import type { WorkbookHost } from "../../../src/hosts/port.js";
import { planNextPeriod } from "../../../src/workbook/next-period/plan-next-period.js";
import type { PeriodOfYear } from "../../../src/workbook/next-period/target.js";
import { readEarlier } from "../../../src/workbook/reading/read-earlier.js";
import { readReport } from "../../../src/workbook/reading/read-report.js";
import { valueOfResult } from "../results.js";
import { openPane } from "./local.js";
import { reportPlan } from "./report.js";

const FORM = "Biểu mẫu 3";

function theEdition() {
  const edition = findEdition("tu-ky-2023");
  if (edition === null) throw new Error("The edition tu-ky-2023 is gone.");
  return edition;
}

/** What stands in the workbook, with the cell of a row of form 3. */
async function look(host: WorkbookHost) {
  const snapshot = valueOfResult(await host.capture());
  const report = readReport(theEdition(), snapshot);
  const cell = (code: "3.3" | "3.3.1" | "3.3.2") => {
    const address = report.values.get(`3/${code}`)?.address ?? null;
    if (address === null) throw new Error(`No cell for ${code}`);
    return address;
  };
  return { snapshot, report, cell, earlier: readEarlier(theEdition(), snapshot) };
}

async function goOn(host: WorkbookHost, next: PeriodOfYear) {
  const { report, snapshot } = await look(host);
  const outcome = planNextPeriod(report, snapshot, next);
  if (!outcome.ok) throw new Error(outcome.fault);
  valueOfResult(await host.apply(outcome.value.plan));
  valueOfResult(await host.write(outcome.value.edits));
  return look(host);
}

it("makes the next period's workbook in Excel itself, and the one after", async () => {
  const { host } = await openPane();
  valueOfResult(await host.apply(reportPlan()));
  const { report, cell } = await look(host);
  const info = (key: "period" | "year") => {
    const found = report.infoCells.get(key);
    if (found === undefined) throw new Error(key);
    return found;
  };
  valueOfResult(
    await host.write([
      { cell: info("period"), value: "Quý III" },
      { cell: info("year"), value: 2023 },
      { cell: cell("3.3"), value: 1, format: "0%" },
      { cell: cell("3.3.1"), value: 922 },
      { cell: cell("3.3.2"), value: "905" },
    ]),
  );

  const year = await goOn(host, { period: "year", year: 2023 });
  expect(year.report.info).toMatchObject({ period: "year", year: 2023 });
  expect(year.report.values.get("3/3.3.1")?.cell.value).toBeNull();
  expect(year.report.values.get("3/3.3")?.cell).toMatchObject({
    value: "",
    format: "General",
    formula: '=IFERROR(IF(OR(D26="",D27=""),"",ROUND(100*D27/D26,2)),"")',
  });
  expect(year.earlier?.info).toMatchObject({ period: "quarter-3", year: 2023 });
  expect(year.earlier?.values.get("3/3.3.1")?.reading).toMatchObject({ kind: "number", value: 922 });
  expect(year.earlier?.values.get("3/3.3")?.reading).toMatchObject({ kind: "number", value: 100 });

  valueOfResult(await host.write([{ cell: cell("3.3.1"), value: 3700 }]));
  const quarter = await goOn(host, { period: "quarter-1", year: 2024 });
  expect(quarter.earlier?.info).toMatchObject({ period: "year", year: 2023 });
  expect(quarter.earlier?.values.get("3/3.3.1")?.reading).toMatchObject({ kind: "number", value: 3700 });
  expect(quarter.earlier?.values.get("3/3.3.2")?.reading).toEqual({ kind: "blank" });
  expect(quarter.snapshot.sheets.filter(({ name }) => name.startsWith("Kỳ trước"))).toHaveLength(1);
  expect(quarter.report.values.get("3/3.3.1")?.address?.sheet).toBe(FORM);
});
