import { describe, expect, it } from "@jest/globals";
import { editionIds } from "../../../src/forms/catalogue.js";
import { indicatorKey, refOf } from "../../../src/forms/indicators.js";
import { findColumn, findTable, isNumberColumn } from "../../../src/forms/tables.js";
import type { Report } from "../../../src/report/report.js";
import type { TableReport } from "../../../src/report/table-report.js";
import { cellId, wiringOf } from "../../../src/rules/behind.js";
import { ruleSetOf } from "../../../src/rules/evaluate.js";
import type { CellRef } from "../../../src/rules/finding.js";
import { constraintsOf } from "../../../src/rules/localize/constraints.js";
import { Trial } from "../../../src/rules/localize/trial.js";
import { FRESH_TOTALS } from "../../../src/rules/tables/numbers.js";
import { fedNumber } from "../../../src/rules/tables/run-fed.js";
import { nearlyEqual, roundHalfUp } from "../../../src/values/tolerance.js";
import { Chance } from "../../support/chance.js";
import { buildConsistent, buildTable, consistentReport } from "../../support/consistent.js";
import { buildReport } from "../../support/report-builder.js";
import { smallEdition, smallReport, smallTable } from "../../support/small-edition.js";

/** A consistent report in which sums, shares and what tables feed are left to formulas. */
function withFormulas(id: string, seed: number): Report {
  const report = buildConsistent(id, consistentReport(id, seed), { formulas: true, tables: true });
  const values = new Map(report.values);
  for (const [key, feed] of wiringOf(report.edition).feeds) {
    const table = report.tables.get(feed.table);
    const known = values.get(key);
    const fed = table === undefined ? null : fedNumber(feed, table, report.info, FRESH_TOTALS);
    if (known === undefined || fed === null || known.reading.kind !== "number") continue;
    if (!nearlyEqual(known.reading.value, fed)) continue;
    values.set(key, { ...known, cell: { ...known.cell, formula: "SUM(A1)" } });
  }
  return { ...report, values };
}

function allCells({ values, tables }: Report): readonly CellRef[] {
  const cells: CellRef[] = [...values.keys()].map(refOf);
  for (const [id, { table, rows, total }] of tables) {
    for (const { id: column } of table.columns) {
      for (const { row } of rows) cells.push({ table: id, row, column });
      if (total !== null) cells.push({ table: id, row: null, column });
    }
  }
  return cells;
}

function cellAt({ values, tables }: Report, ref: CellRef) {
  if ("form" in ref) return values.get(indicatorKey(ref.form, ref.code));
  const table = tables.get(ref.table);
  const cells = ref.row === null ? table?.total : table?.rows.find(({ row }) => row === ref.row)?.cells;
  return cells?.get(ref.column);
}

function said(report: Report, ref: CellRef): number | string {
  const reading = cellAt(report, ref)?.reading;
  return reading?.kind === "number" ? reading.value : (reading?.kind ?? "no cell");
}

const isComputed = (report: Report, ref: CellRef) => (cellAt(report, ref)?.cell.formula ?? "") !== "";

/** Of a hundred typed cells of a report some, each with a number that nobody typed. */
function* tries(report: Report, trial: Trial, seed: number, count: number) {
  const chance = new Chance(seed);
  const typed = allCells(report).flatMap((ref) => trial.typed(ref) ?? []);
  for (let turn = 0; turn < count; turn++) {
    const cell = chance.of(typed);
    yield { cell, value: cell.kind === "percent" ? chance.int(1, 99) + 0.37 : chance.int(1, 9999) };
  }
}

const SEEDS = [3, 17];
const cases = editionIds().flatMap((id) => SEEDS.map((seed) => [id, seed] as const));

describe.each(cases)("a number tried in a report of %s (%d)", (id, seed) => {
  const report = withFormulas(id, seed);

  it("is followed by every sum, share and total that a formula makes of it", () => {
    const trial = new Trial(report);
    const made = constraintsOf(
      ruleSetOf(report.edition),
      trial,
      { earlier: null },
      new Set(report.tables.keys()),
    ).filter(
      ({ rule, at, exact }) =>
        exact && (rule === "ratio.mismatch" || rule === "total.mismatch") && followsByFormula(at),
    );
    expect(made.length).toBeGreaterThan(20);
    for (const { cell, value } of tries(report, trial, seed, 40)) {
      trial.try(cell.ref, value);
      const broken = made.filter((one) => one.run().kind === "fails").map(({ at }) => cellId(at));
      expect({ cell: cellId(cell.ref), value, broken }).toEqual({
        ...{ cell: cellId(cell.ref), value, broken: [] },
      });
      trial.undo();
    }

    /** A column that is checked by a second sum follows its formula, not the check. */
    function followsByFormula(at: CellRef): boolean {
      if (!isComputed(report, at)) return false;
      const table = "table" in at ? findTable(at.table) : null;
      const column = table === null || "form" in at ? null : findColumn(table, at.column);
      return column === null || !("check" in column) || column.check === undefined;
    }
  });

  it("is followed by the rows of the forms that take it from a table", () => {
    const trial = new Trial(report);
    const fed = [...wiringOf(report.edition).feeds].filter(([key]) => isComputed(report, refOf(key)));
    for (const { cell, value } of tries(report, trial, seed + 1, 40)) {
      trial.try(cell.ref, value);
      for (const [key, feed] of fed) {
        const table = trial.report.tables.get(feed.table);
        const number = table === undefined ? null : fedNumber(feed, table, report.info, FRESH_TOTALS);
        const expected = number === null ? "blank" : roundHalfUp(number, 6);
        expect([cellId(cell.ref), key, said(trial.report, refOf(key))]).toEqual([
          cellId(cell.ref),
          key,
          expected,
        ]);
      }
      trial.undo();
    }
  });

  it("changes nothing but itself and what comes from it, and that is all taken back", () => {
    const trial = new Trial(report);
    const cells = allCells(report);
    const before = new Map(cells.map((ref) => [ref, cellAt(trial.report, ref)]));
    const sources = new Map(cells.map((ref) => [ref, new Set(trial.sources(ref).map(cellId))]));
    for (const { cell, value } of tries(report, trial, seed + 2, 25)) {
      trial.try(cell.ref, value);
      expect(said(trial.report, cell.ref)).toBe(value);
      const own = cellId(cell.ref);
      const strangers = cells.filter(
        (ref) =>
          said(trial.report, ref) !== said(report, ref) &&
          cellId(ref) !== own &&
          !(isComputed(report, ref) && sources.get(ref)?.has(own)),
      );
      expect(strangers.map(cellId)).toEqual([]);
      trial.undo();
      expect(cells.filter((ref) => cellAt(trial.report, ref) !== before.get(ref)).map(cellId)).toEqual([]);
    }
  });

  it("two numbers tried one after the other are taken back together", () => {
    const trial = new Trial(report);
    const [first, second] = [...tries(report, trial, seed + 3, 2)];
    const cells = allCells(report);
    const before = cells.map((ref) => cellAt(trial.report, ref));
    for (const one of [first, second, first]) if (one !== undefined) trial.try(one.cell.ref, one.value);
    trial.undo();
    expect(cells.map((ref) => cellAt(trial.report, ref))).toEqual(before);
  });

  it("comes from the rows where a total adds them up", () => {
    const trial = new Trial(report);
    let totals = 0;
    for (const [table, { table: of, rows, total }] of report.tables) {
      for (const column of of.columns) {
        if (!isNumberColumn(column) || column.total !== "sum" || column.formula !== undefined) continue;
        const ref = { table, row: null, column: column.id };
        if (total === null || !isComputed(report, ref)) continue;
        totals += 1;
        const typed = rows.map(({ row }) => ({ ...ref, row })).filter((cell) => trial.typed(cell) !== null);
        expect(trial.sources(ref)).toEqual(typed);
      }
    }
    expect(totals).toBeGreaterThan(5);
  });
});

describe("what counts as typed", () => {
  const blank = buildReport("tu-ky-2023", {
    "3/1.4": 139,
    "3/3.3": 95.5,
    "6/1.1": 2.5,
    "1/5": 1,
    "3/2.1": "mười",
  });
  const trial = new Trial(blank);

  it.each([
    ["3/1.4", { value: 139, kind: "count" }],
    ["3/3.3", { value: 95.5, kind: "percent" }],
    ["6/1.1", { value: 2.5, kind: "money" }],
    ["1/5", null],
    ["3/2.1", null],
    ["3/2.2", null],
    ["3/3", null],
    ["9/9", null],
  ] as const)("%s", (row, expected) => {
    const [form, code = ""] = row.split("/");
    const ref = { form: Number(form), code };
    expect(trial.typed(ref)).toEqual(expected === null ? null : { ref, isText: false, ...expected });
  });

  it("is no formula, and no word of a table", () => {
    const staff = table("staff", [
      { group: "Cán bộ", assigned: 11, present: 9, postgraduate: 2, university: 7 },
    ]);
    const report = { ...blank, tables: new Map([["staff", staff]]) };
    const typed = (column: string, row: number | null = 1) =>
      new Trial(report).typed({ table: "staff", row, column })?.value ?? null;
    expect(typed("assigned")).toBe(11);
    expect(typed("group")).toBeNull();
    expect(typed("nothing")).toBeNull();
    expect(typed("assigned", 2)).toBeNull();
    expect(typed("assigned", null)).toBeNull();
    expect(new Trial(blank).typed({ table: "staff", row: 1, column: "assigned" })).toBeNull();
  });

  it("is no word in a column of numbers, and nothing in a heading's row", () => {
    const staff = table("staff", [
      { group: "Cán bộ", assigned: "mười", present: 9 },
      { group: "Công chức", assigned: 3 },
    ]);
    const rows = staff.rows.map((row, at) => (at === 1 ? { ...row, kind: "group" as const } : row));
    const trial = new Trial({ ...blank, tables: new Map([["staff", { ...staff, rows }]]) });
    const typed = (row: number, column: string) => trial.typed({ table: "staff", row, column });
    expect([typed(1, "assigned"), typed(1, "present")?.value, typed(2, "assigned")]).toEqual([null, 9, null]);
  });
});

describe("a number tried in one of two tables with a column of one name", () => {
  it("is followed by the row of the forms that takes it from that table", () => {
    const feed = (id: string, code: string) => ({
      ...{ id, feeds: [{ columns: ["assigned"], from: "total", to: { form: 1, code } }] },
    });
    const fed = smallEdition([{ code: "1" }, { code: "2" }], {
      tables: [feed("small", "1"), feed("staff", "2")],
    });
    const small = smallTable([{ id: "assigned", total: "sum" }]);
    const staff = findTable("staff");
    if (staff === null) throw new Error("no staff");
    const typed = smallReport(
      fed,
      { "1/1": 5, "1/2": 7 },
      [
        [small, [{ name: "a", assigned: 5 }]],
        [staff, [{ group: "a", assigned: 7 }]],
      ],
      true,
    );
    const values = new Map(
      [...typed.values].map(([key, own]) => [key, { ...own, cell: { ...own.cell, formula: "=X1" } }]),
    );
    const trial = new Trial({ ...typed, values });
    const says = () =>
      ["1", "2"].map((code) => {
        const reading = trial.report.values.get(indicatorKey(1, code))?.reading;
        return reading?.kind === "number" ? reading.value : null;
      });
    trial.try({ table: "small", row: 1, column: "assigned" }, 6);
    expect(says()).toEqual([6, 7]);
    trial.undo();
    trial.try({ table: "staff", row: 1, column: "assigned" }, 9);
    expect(says()).toEqual([5, 9]);
    trial.undo();
    expect(says()).toEqual([5, 7]);
  });
});

describe("the value of a neighbour, typed twice", () => {
  const repeats = (rows: Record<string, number>, row: string) => {
    const [form, code = ""] = row.split("/");
    return new Trial(buildReport("tu-ky-2023", rows)).repeatsNeighbour({ form: Number(form), code });
  };

  it("is that of the row above or below, over headings", () => {
    expect(repeats({ "3/1.1": 7, "3/1.2": 7 }, "3/1.1")).toBe(true);
    expect(repeats({ "3/1.1": 7, "3/1.2": 7 }, "3/1.2")).toBe(true);
    expect(repeats({ "3/1.1": 7, "3/1.2": 8 }, "3/1.1")).toBe(false);
    expect(repeats({ "3/1.1": 7, "3/1.3": 7 }, "3/1.1")).toBe(false);
    expect(repeats({ "3/1.1": 7 }, "3/1.1")).toBe(false);
    // Under 3/1.4.3 comes the heading 3/2, under that 3/2.1.
    expect(repeats({ "3/1.4.3": 7, "3/2.1": 7 }, "3/1.4.3")).toBe(true);
    expect(repeats({ "3/1.4.3": 7, "3/2.1": 7 }, "3/2.1")).toBe(true);
    // The share 1/2 stands between 1/1 and 1/2.1.
    expect(repeats({ "1/1": 5, "1/2.1": 5 }, "1/2.1")).toBe(false);
  });

  it("is never 0, and none where nothing was typed", () => {
    expect(repeats({ "3/1.1": 0, "3/1.2": 0 }, "3/1.1")).toBe(false);
    expect(repeats({ "3/1.2": 7 }, "3/1.1")).toBe(false);
  });

  it("in a table it stands in the row above or below, or in the column beside", () => {
    const rows = [
      { group: "a", assigned: 3, present: 9 },
      { group: "b", assigned: 3, present: 4 },
      { group: "c", assigned: 8, present: 8 },
      { group: "d", assigned: 5, present: 6 },
    ];
    const report = buildReport("tu-ky-2023");
    const trial = new Trial({ ...report, tables: new Map([["staff", table("staff", rows)]]) });
    const repeats = (row: number | null, column: string) =>
      trial.repeatsNeighbour({ table: "staff", row, column });
    expect([1, 2, 3, 4].map((row) => repeats(row, "assigned"))).toEqual([true, true, true, false]);
    expect([1, 2, 3, 4].map((row) => repeats(row, "present"))).toEqual([false, false, true, false]);
    // In a total row only the columns beside are neighbours: the last row's number is the total of one.
    const typedTotals = table("staff", [{ group: "a", assigned: 3, present: 4 }], false);
    const single = new Trial({ ...report, tables: new Map([["staff", typedTotals]]) });
    expect(single.repeatsNeighbour({ table: "staff", row: null, column: "assigned" })).toBe(false);
  });
});

function table(id: string, rows: Parameters<typeof buildTable>[1], formulas = true): TableReport {
  const known = findTable(id);
  if (known === null) throw new Error(`no table ${id}`);
  return buildTable(known, rows, formulas);
}

describe("how near two cells stand", () => {
  const staff = findTable("staff");
  if (staff === null) throw new Error("no table");
  const rows = ["a", "b", "c", "d"].map((group) => ({ group, assigned: 9, present: 8 }));
  const report = buildReport("tu-ky-2023");
  const trial = new Trial({ ...report, tables: new Map([["staff", buildTable(staff, rows)]]) });
  const cell = (row: number | null, column: string) => ({ table: "staff", row, column });
  const columns = staff.columns.map(({ id }) => id);
  const row = (form: number, place: number) => {
    const filled = report.edition.forms
      .find(({ number }) => number === form)
      ?.indicators.filter(({ kind }) => kind !== "heading");
    return { form, code: filled?.[place]?.code ?? "" };
  };

  it("two rows of a form up and down: beside; further: in line; of another form: apart", () => {
    const from = (place: number, form = 3) => trial.nearness(row(3, 4), row(form, place));
    expect([2, 3, 5, 6].map((place) => from(place))).toEqual(["beside", "beside", "beside", "beside"]);
    expect([1, 7].map((place) => from(place))).toEqual(["in-line", "in-line"]);
    expect(from(4, 4)).toBe("apart");
  });

  it("two columns of a row: beside; further: in line", () => {
    const to = (place: number) => trial.nearness(cell(2, columns[1] ?? ""), cell(2, columns[place] ?? ""));
    expect([2, 3, 4].map(to)).toEqual(["beside", "beside", "in-line"]);
    expect(trial.nearness(cell(2, columns[4] ?? ""), cell(2, columns[1] ?? ""))).toBe("in-line");
    expect(trial.nearness(cell(null, "assigned"), cell(null, "present"))).toBe("beside");
  });

  it("the next row of a column: beside; further, and the total: in line", () => {
    const to = (other: number | null) => trial.nearness(cell(2, "assigned"), cell(other, "assigned"));
    expect([1, 3, 4, null].map(to)).toEqual(["beside", "beside", "in-line", "in-line"]);
    expect(trial.nearness(cell(null, "assigned"), cell(1, "assigned"))).toBe("in-line");
  });

  it("another row and another column, another table, a form and a table: apart", () => {
    expect(trial.nearness(cell(2, "assigned"), cell(3, "present"))).toBe("apart");
    expect(trial.nearness(cell(2, "assigned"), { ...cell(2, "assigned"), table: "tasks" })).toBe("apart");
    expect(trial.nearness(cell(2, "assigned"), row(3, 2))).toBe("apart");
    expect(trial.nearness(row(3, 2), cell(2, "assigned"))).toBe("apart");
  });
});
