import { describe, expect, it } from "@jest/globals";
import { indicatorKey } from "../../../src/forms/indicators.js";
import type { Report } from "../../../src/report/report.js";
import type { CellRef } from "../../../src/rules/finding.js";
import { Trial } from "../../../src/rules/localize/trial.js";
import { smallEdition, smallReport, smallTable } from "../../support/small-edition.js";

/** What follows from a number that is tried, in forms and tables of a few cells. */

function said({ values, tables }: Report, ref: CellRef): number | string {
  const table = "table" in ref ? tables.get(ref.table) : undefined;
  const cell =
    "form" in ref
      ? values.get(indicatorKey(ref.form, ref.code))
      : (ref.row === null ? table?.total : table?.rows.find(({ row }) => row === ref.row)?.cells)?.get(
          ref.column,
        );
  return cell?.reading.kind === "number" ? cell.reading.value : (cell?.reading.kind ?? "no cell");
}

const row = (code: string): CellRef => ({ form: 1, code });
const at = (line: number | null, column: string): CellRef => ({ table: "small", row: line, column });

/** The report with formulas in these rows of its form. */
function computed(report: Report, ...codes: readonly string[]): Report {
  const values = new Map(report.values);
  for (const code of codes) {
    const key = indicatorKey(1, code);
    const known = values.get(key);
    if (known !== undefined) values.set(key, { ...known, cell: { ...known.cell, formula: "A1" } });
  }
  return { ...report, values };
}

describe("a share of the form", () => {
  const ratio = { code: "1", kind: "ratio" } as const;
  const counts = [{ code: "1.1" }, { code: "1.2" }];
  const share = smallEdition([{ ...ratio, ratio: { numerator: "1.2", denominator: "1.1" } }, ...counts]);
  const reduction = smallEdition([{ ...ratio, reduction: { from: "1.1", to: "1.2" } }, ...counts]);
  const values = { "1/1": 50, "1/1.1": 200, "1/1.2": 100 };

  it.each([
    ["its part", "1.2", 25, 12.5],
    ["its whole", "1.1", 300, 33.33],
    ["nothing that it is made from", "1.1", 0, "blank"],
  ])("follows %s", (_, code, value, expected) => {
    const trial = new Trial(computed(smallReport(share, values), "1"));
    trial.try(row(code), value);
    expect(said(trial.report, row("1"))).toBe(expected);
    trial.undo();
    expect([said(trial.report, row("1")), said(trial.report, row(code))]).toEqual([
      50,
      values[`1/${code}` as "1/1.1"],
    ]);
  });

  it("is how much it fell, where the form asks for that", () => {
    const trial = new Trial(computed(smallReport(reduction, values), "1"));
    trial.try(row("1.2"), 150);
    expect(said(trial.report, row("1"))).toBe(25);
  });

  it("stays as it was typed, and while its part is not there", () => {
    const typed = new Trial(smallReport(share, values));
    typed.try(row("1.2"), 25);
    expect(said(typed.report, row("1"))).toBe(50);
    const half = new Trial(computed(smallReport(share, { "1/1.1": 200 }), "1"));
    half.try(row("1.1"), 300);
    expect(said(half.report, row("1"))).toBe("blank");
  });

  it("is no cell that somebody typed, nor are its two numbers where it was typed itself", () => {
    const followed = new Trial(computed(smallReport(share, values), "1"));
    expect(followed.typed(row("1"))).toBeNull();
    expect(followed.sources(row("1"))).toEqual([row("1.2"), row("1.1")]);
    const typed = new Trial(smallReport(share, values));
    expect(typed.sources(row("1"))).toEqual([row("1")]);
    // A formula over a blank part rests on the other one alone.
    const half = new Trial(computed(smallReport(share, { "1/1.1": 200 }), "1"));
    expect(half.sources(row("1"))).toEqual([row("1.1")]);
  });
});

const added = { total: "sum" } as const;
/** `all` comes before the sums that it is made from, `rate` is a share of them. */
const table = smallTable([
  { id: "all", ...added, formula: { kind: "sum", of: ["ab", "c"] } },
  { id: "ab", ...added, formula: { kind: "sum", of: ["a", "b"] } },
  { id: "a", ...added },
  { id: "b", ...added },
  { id: "c", ...added },
  { id: "d", ...added },
  {
    id: "rate",
    kind: "percent",
    total: "ratio",
    formula: { kind: "ratio", numerator: ["c", "d"], denominator: ["all"] },
  },
  { id: "without-a", formula: { kind: "difference", of: "all", minus: ["a"] } },
]);
const rows = [
  { name: "một", a: 3, b: 4, c: 5, d: 1 },
  { name: "hai", a: 10, b: 20, c: 30, d: 2 },
];
const blank = smallEdition([{ code: "1" }, { code: "2" }]);
const columns = table.columns.map(({ id }) => id).filter((id) => id !== "name");
const line = (report: Report, number: number | null) =>
  Object.fromEntries(columns.map((column) => [column, said(report, at(number, column))]));

describe("a row of a table", () => {
  it("is followed by its sums, also those of sums, by differences and shares, and by the totals", () => {
    const trial = new Trial(smallReport(blank, {}, [[table, rows]], true));
    trial.try(at(1, "a"), 13);
    expect(line(trial.report, 1)).toEqual({
      ...{ a: 13, b: 4, ab: 17, c: 5, all: 22, d: 1, "without-a": 9, rate: 27.27 },
    });
    expect(line(trial.report, 2)).toEqual({
      ...{ a: 10, b: 20, ab: 30, c: 30, all: 60, d: 2, "without-a": 50, rate: 53.33 },
    });
    expect(line(trial.report, null)).toEqual({
      ...{ a: 23, b: 24, ab: 47, c: 35, all: 82, d: 3, "without-a": "blank", rate: 46.34 },
    });
    trial.undo();
    expect(line(trial.report, null)).toMatchObject({ a: 13, ab: 37, all: 72, rate: 52.78 });
  });

  it("leaves what is typed as it is: a sum, a total, a share", () => {
    const report = smallReport(blank, {}, [[table, rows]]);
    const before = [1, null].map((number) => line(report, number));
    const trial = new Trial(report);
    trial.try(at(1, "a"), 13);
    expect([1, null].map((number) => line(trial.report, number))).toEqual([
      { ...before[0], a: 13 },
      before[1],
    ]);
  });

  it("keeps a share whose whole is nothing", () => {
    const none = [{ name: "một", a: 3, d: 1 }];
    const trial = new Trial(smallReport(blank, {}, [[table, none]], true));
    trial.try(at(1, "a"), 0);
    expect(line(trial.report, 1)).toMatchObject({ all: 0, rate: 33.33 });
  });

  it("counts what is blank in a share as nothing", () => {
    const some = [{ name: "một", a: 3, b: 4, d: 1 }];
    const trial = new Trial(smallReport(blank, {}, [[table, some]], true));
    trial.try(at(1, "a"), 5);
    expect(line(trial.report, 1)).toMatchObject({ all: 9, c: "blank", rate: 11.11 });
  });

  it("is not there: nothing happens, and nothing is taken back", () => {
    const report = smallReport(blank, { "1/1": 5 }, [[table, rows]], true);
    const trial = new Trial(report);
    const cells = [at(3, "a"), at(1, "nothing"), { ...at(1, "a"), table: "other" }, row("9")];
    for (const ref of cells) trial.try(ref, 13);
    expect([1, 2, null].map((number) => line(trial.report, number))).toEqual(
      [1, 2, null].map((number) => line(report, number)),
    );
    trial.undo();
    expect(said(trial.report, row("1"))).toBe(5);
  });

  it("of the totals is followed by the total's share alone", () => {
    const report = smallReport(blank, {}, [[table, rows]], true);
    const trial = new Trial(report);
    trial.try(at(null, "d"), 13);
    expect(line(trial.report, null)).toEqual({ ...line(report, null), d: 13, rate: 66.67 });
    expect(line(trial.report, 1)).toEqual(line(report, 1));
  });

  it("a report that was tried is none the wiser", () => {
    const report = smallReport(blank, { "1/1": 5 }, [[table, rows]], true);
    const before = [1, 2, null].map((number) => line(report, number));
    const trial = new Trial(report);
    for (const ref of [at(1, "a"), at(null, "d"), row("1")]) trial.try(ref, 77);
    expect([1, 2, null].map((number) => line(report, number))).toEqual(before);
    expect(said(report, row("1"))).toBe(5);
  });
});

describe("a row of the form that a table feeds", () => {
  const fedBy = (feed: object) =>
    smallEdition(
      [
        { code: "1", kind: "money", unit: "triệu đồng" },
        { code: "2", kind: "ratio", ratio: { numerator: "1", denominator: "3" } },
        { code: "3" },
      ],
      { tables: [{ id: "small", feeds: [{ columns: ["a"], to: { form: 1, code: "1" }, ...feed }] }] },
    );
  const tried = (feed: object, column: string, value: number, ...formulas: readonly string[]) => {
    const report = smallReport(fedBy(feed), { "1/1": 13, "1/2": 50, "1/3": 26 }, [[table, rows]], true);
    const trial = new Trial(computed(report, ...formulas));
    trial.try(at(1, column), value);
    return [said(trial.report, row("1")), said(trial.report, row("2"))];
  };

  it("follows the total, and the share of the form with it", () => {
    expect(tried({ from: "total" }, "a", 16, "1", "2")).toEqual([26, 100]);
    expect(tried({ from: "total", columns: ["all"] }, "a", 16, "1", "2")).toEqual([85, 326.92]);
    expect(tried({ from: "total" }, "b", 16, "1", "2")).toEqual([13, 50]);
  });

  it("stays where it was typed", () => {
    expect(tried({ from: "total" }, "a", 16)).toEqual([13, 50]);
    expect(tried({ from: "total" }, "a", 16, "2")).toEqual([13, 50]);
  });

  it("follows in its own unit, to six decimals", () => {
    expect(tried({ from: "total", scale: 1e-6 }, "a", 1_234_567, "1")).toEqual([1.234577, 50]);
    expect(tried({ from: "total", scale: 1e-7 }, "a", 1_234_567, "1")).toEqual([0.123458, 50]);
  });

  it("comes from the rows that it takes, or from all that a total adds up", () => {
    const sources = (feed: object) => {
      const report = smallReport(fedBy(feed), { "1/1": 13 }, [[table, rows]], true);
      return new Trial(computed(report, "1")).sources(row("1"));
    };
    expect(sources({ from: { rows: ["hai"] } })).toEqual([at(2, "a")]);
    expect(sources({ from: "total" })).toEqual([at(1, "a"), at(2, "a")]);
    expect(sources({ from: "total", columns: ["ab"] })).toEqual([
      ...[at(1, "a"), at(1, "b"), at(2, "a"), at(2, "b")],
    ]);
  });

  it("is blank where the table has no such row", () => {
    expect(tried({ from: { rows: ["ba"] } }, "a", 16, "1", "2")).toEqual(["blank", "blank"]);
    expect(tried({ from: { rows: ["một"] } }, "a", 16, "1", "2")).toEqual([16, 61.54]);
  });
});
