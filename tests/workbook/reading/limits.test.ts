import { describe, expect, it } from "@jest/globals";
import { columnNumbers, headerDepth } from "../../../src/forms/table-header.js";
import { findTable } from "../../../src/forms/tables.js";
import { planReportWorkbook } from "../../../src/workbook/planning/plan-workbook.js";
import { readReport } from "../../../src/workbook/reading/read-report.js";
import type { WorkbookSnapshot } from "../../../src/workbook/snapshot.js";
import { snapshotOf } from "../../support/plan-snapshot.js";
import { edition } from "../../support/report-data.js";
import { insertRow, removeNames, renameSheet, setCell } from "../../support/snapshot-damage.js";

/** How far the reading looks: each limit just under, at and just over. */

const tuKy = edition("tu-ky-2023");
const TABLE = "dossiers-by-field";
/** A table with an even number of columns. */
const EVEN = "linked-procedures";
const plan = planReportWorkbook(tuKy, new Map(), [], [{ id: TABLE }, { id: EVEN }]);
const whole = snapshotOf(plan);
const FORM = "Biểu mẫu 3";

function pushedDown(snapshot: WorkbookSnapshot, sheet: string, row: number, rows: number): WorkbookSnapshot {
  let pushed = snapshot;
  for (let i = 0; i < rows; i++) pushed = insertRow(pushed, sheet, row);
  return pushed;
}

describe("a form without names", () => {
  const unnamed = removeNames(
    whole,
    plan.names.flatMap(({ name }) => (name.startsWith("CCHC_BM3_") ? [name] : [])),
  );
  const found = (snapshot: WorkbookSnapshot) =>
    [...readReport(tuKy, snapshot).values.values()].some(
      ({ form, address }) => form === 3 && address !== null,
    );

  // The lower of the two header rows is the fifth.
  it.each([
    [29, true],
    [30, true],
    [31, false],
  ])("is found with its header down to row %i: %s", (row, is) => {
    expect(found(pushedDown(unnamed, FORM, 1, row - 5))).toBe(is);
  });

  it.each([
    [9, true],
    [10, true],
    [11, false],
  ])("is found on a renamed sheet with its caption in row %i: %s", (row, is) => {
    const renamed = renameSheet(pushedDown(unnamed, FORM, 1, row - 1), FORM, "Sheet1");
    expect(found(renamed)).toBe(is);
  });
});

describe("a table", () => {
  const table = findTable(TABLE);
  if (table === null) throw new Error(`no table ${TABLE}`);
  const name = whole.names.find((candidate) => candidate.name === "CCHC_TBL_dossiers_by_field");
  const area = name?.area;
  if (!area) throw new Error("the table has no name");
  const totalOf = (snapshot: WorkbookSnapshot) => readReport(tuKy, snapshot).tables.get(TABLE)?.total ?? null;

  it.each([
    [19, true],
    [20, true],
    [21, false],
  ])("has its total row found %i rows below its body: %s", (rows, is) => {
    const far = pushedDown(whole, area.sheet, area.bottom + 1, rows - 1);
    expect(totalOf(far) !== null).toBe(is);
  });

  it.each([
    [TABLE, 8, true],
    [TABLE, 7, true],
    [TABLE, 6, false],
    [EVEN, 5, true],
    [EVEN, 4, true],
    [EVEN, 3, false],
  ])("%s without its name is told by %i of its column numbers: %s", (id, left, is) => {
    const body = `CCHC_TBL_${id.replaceAll("-", "_")}`;
    const place = whole.names.find((candidate) => candidate.name === body)?.area;
    const count = columnNumbers(findTable(id) ?? table).length;
    let damaged = removeNames(whole, [body]);
    for (let column = left + 1; column <= count; column++) {
      damaged = setCell(damaged, place?.sheet ?? "", (place?.top ?? 0) - 1, column, null);
    }
    expect(readReport(tuKy, damaged).tables.has(id)).toBe(is);
  });

  it.each([
    [29, true],
    [30, true],
    [31, false],
  ])("without its name is found with its column numbers in row %i: %s", (row, is) => {
    const unnamed = removeNames(whole, ["CCHC_TBL_dossiers_by_field"]);
    const numbered = 3 + headerDepth(table);
    expect(readReport(tuKy, pushedDown(unnamed, area.sheet, 1, row - numbered)).tables.has(TABLE)).toBe(is);
  });
});
