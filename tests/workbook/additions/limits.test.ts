import { describe, expect, it } from "@jest/globals";
import { compareWithPlan } from "../../../src/workbook/additions/compare-with-plan.js";
import { planReportWorkbook } from "../../../src/workbook/planning/plan-workbook.js";
import type { WorkbookSnapshot } from "../../../src/workbook/snapshot.js";
import { snapshotOf } from "../../support/plan-snapshot.js";
import { edition } from "../../support/report-data.js";
import { insertColumn, setCell } from "../../support/snapshot-damage.js";

/** When a sheet without our names counts as ours: each limit just under, at and just over. */

const FORM = 3;
const SHEET = "Biểu mẫu 3";
const tuKy = edition("tu-ky-2023");
const rows = tuKy.forms.find(({ number }) => number === FORM)?.indicators.length ?? 0;
const plan = planReportWorkbook(tuKy, new Map(), [], []);
const unnamed: WorkbookSnapshot = { ...snapshotOf(plan), names: [] };

const standing = (snapshot: WorkbookSnapshot) => {
  const { keptSheets, foreignSheets } = compareWithPlan(plan, snapshot);
  if (foreignSheets.includes(SHEET)) return "foreign";
  return keptSheets.some(({ name }) => name === SHEET) ? "ours" : "?";
};

describe("a sheet of our name without our names", () => {
  const changed = (count: number) => {
    let snapshot = unnamed;
    for (let i = 0; i < count; i++) snapshot = setCell(snapshot, SHEET, 6 + i, 2, `Dòng khác ${i}`);
    return snapshot;
  };
  const most = Math.floor(rows * 0.2 + 1e-9);

  it.each([
    [most - 1, "ours"],
    [most, "ours"],
    [most + 1, "foreign"],
  ])("is ours as long as four rows in five read the same: %i changed, %s", (count, whose) => {
    expect(standing(changed(count))).toBe(whose);
  });

  it.each([
    [2, "ours"],
    [3, "ours"],
    [4, "foreign"],
  ])("is ours with its table up to three columns further right: %i, %s", (columns, whose) => {
    let snapshot = unnamed;
    for (let i = 0; i < columns; i++) snapshot = insertColumn(snapshot, SHEET, 1);
    expect(standing(snapshot)).toBe(whose);
  });
});
