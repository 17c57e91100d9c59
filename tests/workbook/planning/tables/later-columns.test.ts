import { expect, test } from "@jest/globals";
import { findTable } from "../../../../src/forms/tables.js";
import { planReportWorkbook } from "../../../../src/workbook/planning/plan-workbook.js";
import { planTable } from "../../../../src/workbook/planning/tables/plan-table.js";
import { readReport } from "../../../../src/workbook/reading/read-report.js";
import { check } from "../../../support/check.js";
import { snapshotOf } from "../../../support/plan-snapshot.js";
import { edition } from "../../../support/report-data.js";

/** A workbook with the table as it was before some of its columns were added. */
function olderBook(id: string, change: (column: string) => boolean) {
  const table = findTable(id);
  if (table === null) throw new Error(id);
  // The sheet knew nothing of what later columns have to do with the others.
  const columns = table.columns
    .filter((column) => change(column.id))
    .map((column) =>
      "covers" in column
        ? { ...column, covers: column.covers?.filter(({ of }) => of.every(change)) }
        : column,
    );
  const older = { ...table, columns };
  const plan = planReportWorkbook(edition("tu-ky-2023"), new Map());
  const { sheet, name } = planTable(older);
  return readReport(
    edition("tu-ky-2023"),
    snapshotOf({ ...plan, sheets: [...plan.sheets, sheet], names: [...plan.names, name] }),
  );
}

test.each([
  ["linked-procedures", ["whole-group", "part-group", "remark"]],
  ["staff", ["positions"]],
])("a workbook made before %s had %s misses nothing", (id, later) => {
  const report = olderBook(id, (column) => !later.includes(column));
  expect(report.tables.get(id)?.table.columns.map((column) => column.id)).toContain(later[0]);
  expect(check(report).findings.filter(({ rule }) => rule.startsWith("layout."))).toEqual([]);
});

test("a column that every workbook of the table had is missed", () => {
  const report = olderBook("staff", (column) => column !== "training" && column !== "positions");
  expect(report.layout).toEqual([
    { kind: "column-missing", table: "staff", column: "training", sheet: "Đội ngũ cán bộ, công chức" },
  ]);
});
