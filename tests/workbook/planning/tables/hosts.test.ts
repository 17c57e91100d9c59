import { describe, expect, it } from "@jest/globals";
import { allTables } from "../../../../src/forms/tables.js";
import type { WorkbookHost } from "../../../../src/hosts/port.js";
import { emptyWorkbook } from "../../../../src/hosts/xlsx/open.js";
import { planReportWorkbook } from "../../../../src/workbook/planning/plan-workbook.js";
import { readReport } from "../../../../src/workbook/reading/read-report.js";
import { openPane } from "../../../hosts/excel/local.js";
import { edition } from "../../../support/report-data.js";

const tuKy = edition("tu-ky-2023");
const plan = planReportWorkbook(
  tuKy,
  new Map(),
  [],
  allTables().map(({ id }) => ({ id })),
);

describe.each<readonly [string, () => Promise<WorkbookHost>]>([
  ["a file", async () => emptyWorkbook()],
  ["Excel", async () => (await openPane()).host],
])("all tables in %s", (_name, open) => {
  it("are written, read back, and not written twice", async () => {
    const host = await open();
    const first = await host.apply(plan);
    expect(first.ok && first.value.addedSheets).toHaveLength(8 + allTables().length);
    const cell = (column: number) => ({ sheet: "Hồ sơ theo lĩnh vực", row: 8, column });
    expect(
      await host.write([
        { cell: cell(4), value: 605 },
        { cell: cell(8), value: 604 },
      ]),
    ).toMatchObject({ ok: true });
    const captured = await host.capture();
    if (!captured.ok) throw new Error(captured.fault.message);
    const report = readReport(tuKy, captured.value);
    expect(report.tables.size).toBe(20);
    expect(report.layout).toEqual([]);
    const dossiers = report.tables.get("dossiers-by-field");
    expect(dossiers?.total?.get("received-online")?.reading).toMatchObject({ value: 605 });
    expect(report.values.get("3/3.3.2")?.reading).toMatchObject({ value: 604 });

    const second = await host.apply(plan);
    expect(second.ok && [second.value.addedSheets, second.value.addedNames]).toEqual([[], []]);
    const again = await host.capture();
    expect(again.ok && again.value.sheets).toEqual(captured.value.sheets);
  });
});

describe("a table that has grown", () => {
  it("is left as it is when the plan is applied again", async () => {
    const book = emptyWorkbook();
    await book.apply(plan);
    await book.insertRows({ sheet: "Hồ sơ theo lĩnh vực", before: 10, count: 4 });
    const before = await book.capture();
    await book.apply(plan);
    const after = await book.capture();
    expect(after.ok && before.ok && after.value).toEqual(before.ok && before.value);
  });
});
