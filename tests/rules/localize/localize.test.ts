import { describe, expect, it } from "@jest/globals";
import { findTable } from "../../../src/forms/tables.js";
import type { Report } from "../../../src/report/report.js";
import { evaluate, findingsOf, ruleSetOf } from "../../../src/rules/evaluate.js";
import type { CellRef } from "../../../src/rules/finding.js";
import { type Defect, localize } from "../../../src/rules/localize/localize.js";
import { typistRepairs } from "../../../src/rules/localize/repairs.js";
import type { CellValue } from "../../../src/values/cell.js";
import thanhMienTables from "../../fixtures/thanh-mien-2023-q3.tables.json" with { type: "json" };
import { lines, reportWith } from "../../support/check.js";
import { buildTable } from "../../support/consistent.js";
import { buildReport } from "../../support/report-builder.js";
import { thanhMienData } from "../../support/report-data.js";
import { reportWithTables } from "../../support/table-books.js";

function defects(report: Report): readonly Defect[] {
  const evaluation = evaluate(ruleSetOf(report.edition), { report, earlier: null });
  const findings = findingsOf(evaluation).filter(
    ({ rule, severity }) => severity !== "info" && !/missing|^info\.|^value\.[tad]/.test(rule),
  );
  return localize(evaluation, findings);
}

function placeOf(ref: CellRef): string {
  return "form" in ref ? `${ref.form}/${ref.code}` : `${ref.table}/${ref.row ?? "total"}/${ref.column}`;
}

/** `3/1.4: 139 → 157`, or two such joined by `and`. */
function explained({ explanations }: Defect): readonly string[] {
  return explanations.map((set) =>
    set.map(({ cell, value, repairs }) => `${placeOf(cell)}: ${value} → ${repairs[0]}`).join(" and "),
  );
}

function on(rows: Readonly<Record<string, CellValue>>, id = "tu-ky-2023") {
  return defects(reportWith(id, rows)).map((defect) => ({
    told: lines([defect.finding, ...defect.also]).map((line) => line.split(" ").slice(0, 2).join(" ")),
    explained: explained(defect),
  }));
}

describe("one defect, one finding, on the right cell", () => {
  it("puts the total and the part that disagree together (139 above 157)", () => {
    const all = on({ "3/1.4": 139, "3/1.4.3": 157 }, "hai-duong-2022");
    expect(all).toHaveLength(1);
    expect(all[0]?.told).toEqual(["total.mismatch 3/1.4", "part.exceeds 3/1.4.3"]);
    expect(all[0]?.explained).toEqual(["3/1.4: 139 → 157", "3/1.4.3: 157 → 139"]);
  });

  it("blames the one cell that explains every failing rule", () => {
    // 62 given, 59 on time: somebody typed 95.
    expect(on({ "1/4.1": 62, "1/4.2": 95, "1/4.3": 3, "1/4.4": 0 })[0]).toMatchObject({
      told: ["part.exceeds 1/4.2"],
    });
    // Two levels of a sum, and a bound of the whole: 27 for 72.
    const rows = {
      "3/1.4": 139,
      "3/1.4.3": 139,
      "7/6.4.1": 68,
      "7/6.4.2": 86,
      "7/6.5.2": 44,
      "7/6.6.1": 112,
    };
    const [defect, ...others] = on(rows);
    expect(others).toEqual([]);
    expect(defect?.explained).toEqual(["7/6.4.2: 86 → 68"]);
    expect(defect?.told[0]).toBe("part.exceeds 7/6.4.2");
  });

  it("never blames a cell that only passing rules touch, nor one that would break another rule", () => {
    // 6.6.2 / 6.6.1 = 100 says that 112 is right: the parts are wrong.
    const rows = { "7/6.4.2": 68, "7/6.5.2": 54, "7/6.6": 100, "7/6.6.1": 112, "7/6.6.2": 112 };
    expect(on(rows)[0]?.explained).toEqual(["7/6.4.2: 68 → 58", "7/6.5.2: 54 → 44"]);
  });

  it("mends a ratio by itself or by its parts", () => {
    const [defect] = on({ "3/3.3": 95, "3/3.3.1": 922, "3/3.3.2": 905 });
    expect(defect?.told).toEqual(["ratio.mismatch 3/3.3"]);
    expect(defect?.explained[0]).toBe("3/3.3: 95 → 98");
  });

  it("proposes no amount that is wrong by itself, only the one that the unit makes of it", () => {
    expect(on({ "6/1.1": 3_000_000_000 })[0]?.explained).toEqual(["6/1.1: 3000000000 → 3"]);
    expect(on({ "6/1.1": 3_000_000_000_000 })[0]?.told).toEqual(["value.unit 6/1.1"]);
  });

  it("finds by arithmetic what a share, its part or its whole would be", () => {
    expect(on({ "3/3.3": 50, "3/3.3.1": 200, "3/3.3.2": 88 })[0]?.explained).toEqual([
      ...["3/3.3: 50 → 44", "3/3.3.2: 88 → 100", "3/3.3.1: 200 → 176"],
    ]);
  });

  it("needs two cells where no single one is enough", () => {
    const rows = {
      "6/2": 20,
      "6/2.2": 5,
      "6/2.3": 4,
      "6/2.4": 9,
      "6/2.5": 1,
      "6/2.4.1": 2,
      "6/2.4.2": 3,
      "6/2.4.3": 1,
    };
    const [defect] = on(rows);
    expect(defect?.told).toEqual(["total.mismatch 6/2", "total.mismatch 6/2.4"]);
    expect(defect?.explained.length).toBeGreaterThan(0);
    expect(defect?.explained.every((set) => set.includes(" and "))).toBe(true);
  });

  it("keeps defects of different cells apart", () => {
    const all = on({ "3/1.4": 139, "3/1.4.3": 157, "4/2.1": 17, "4/2.2": 71 });
    expect(all.map(({ told }) => told.length)).toEqual([2, 1]);
    expect(all[1]?.explained).toContain("4/2.2: 71 → 17");
  });

  it("explains Thanh Miện's two totals by the one cell of Người có công", async () => {
    const forms = Object.fromEntries(
      Object.entries(thanhMienData.forms).flatMap(([form, rows]) =>
        Object.entries(rows).map(([code, value]) => [`${form}/${code}`, value]),
      ),
    );
    const report = await reportWithTables("hai-duong-2022", thanhMienTables, forms, thanhMienData.info);
    const found = defects(report).find(
      ({ finding }) => finding.rule === "total.mismatch" && finding.place.kind === "table",
    );
    expect(lines([...(found === undefined ? [] : [found.finding, ...found.also])])).toEqual([
      "total.mismatch dossiers-by-field/total/received-total error",
      "total.mismatch dossiers-by-field/total/received-direct error",
    ]);
    expect(found === undefined ? [] : explained(found)[0]).toBe(
      "dossiers-by-field/4/received-direct: 15 → 22",
    );
  });
});

describe("what a typist may have meant", () => {
  it("swapped, wrong, missing and doubled digits, zeros and decimal points", () => {
    const repairs = typistRepairs(95, "count");
    for (const meant of [59, 94, 5, 9, 195, 955, 950]) expect(repairs).toContain(meant);
    expect(repairs).not.toContain(95);
    expect(repairs.every((value) => Number.isInteger(value) && value >= 0)).toBe(true);
    expect(typistRepairs(0.88, "percent")).toContain(88);
    expect(typistRepairs(9817, "percent")).toContain(98.17);
    expect(typistRepairs(98.71, "percent")).toContain(98.17);
    expect(typistRepairs(-5, "count")).toContain(5);
  });

  it("no number that would be typed with zeros in front", () => {
    expect(typistRepairs(105, "count")).not.toContain(5);
    expect(typistRepairs(105, "count")).toEqual(expect.arrayContaining([15, 10, 150]));
    expect(typistRepairs(1005, "count")).not.toContain(5);
    expect(typistRepairs(3, "count")).toContain(0);
    expect(typistRepairs(0.88, "percent")).toContain(0.98);
    expect(typistRepairs(1.5, "percent")).toContain(0.5);
  });
});

describe("a form that takes single rows of a table", () => {
  it("leads to the row in which the slip is, not to the form", () => {
    const staff = (officials: number) =>
      buildTable(
        findTable("staff") ?? never(),
        [
          { group: "Cán bộ", assigned: 11, present: officials },
          { group: "Công chức", assigned: 12, present: 8 },
        ],
        false,
      );
    const report = buildReport("tu-ky-2023", { "4/2.1": 23, "4/2.2": 19 });
    const right = staff(11);
    // 11 officials, of whom somebody typed 1; the totals below, typed too, are right.
    const slipped = { ...staff(1), total: right.total };
    const [defect, ...others] = defects({ ...report, tables: new Map([["staff", slipped]]) });
    expect(others).toEqual([]);
    expect(defect === undefined ? [] : explained(defect)).toEqual(["staff/1/present: 1 → 11"]);
    expect(defects({ ...report, tables: new Map([["staff", right]]) })).toEqual([]);
  });
});

function never(): never {
  throw new Error("no such table");
}
