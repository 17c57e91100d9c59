import { describe, expect, it } from "@jest/globals";
import { feedsOf, findTable } from "../../../src/forms/tables.js";
import { type Finding, type FindingPlace, findingAt, type Told } from "../../../src/rules/finding.js";
import type { Defect } from "../../../src/rules/localize/defect.js";
import { joinKin } from "../../../src/rules/localize/kin.js";
import type { TableRowValues } from "../../support/chance.js";
import { buildTable } from "../../support/consistent.js";
import { buildReport } from "../../support/report-builder.js";
import { smallTable } from "../../support/small-edition.js";

/** What one wrong cell of a register breaks is told in one line, with what else it breaks. */

const known = (id: string) => findTable(id) ?? never();
const row: TableRowValues = { type: "Kế hoạch", number: 7, subject: "Kế hoạch" };
const blank = buildReport("tu-ky-2023");
const tables = [buildTable(known("documents"), [row, row]), buildTable(known("staff"), [{ group: "a" }])];
const report = { ...blank, tables: new Map(tables.map((one) => [one.table.id, one])) };

/** The row of the forms that counts the documents of the register. */
const feed = feedsOf(blank.edition).find(({ table }) => table === "documents") ?? never();
const counted = { kind: "indicator", ...feed.to, address: null } as const;

function at(rule: Finding["rule"], at: number | null, column: string, table = "documents"): Defect {
  const place: FindingPlace = { kind: "table", form: null, table, row: at, column, address: null };
  const told = { rule, actual: null, expected: null } as Told;
  const finding = findingAt(place, "warning", told);
  return { finding, also: [], explanations: [[]], moves: [] };
}

/** The form's count is so many more than the table has rows. */
function count(gap: number, place: FindingPlace = counted, table = "documents"): Defect {
  const by = { kind: "table", table, columns: ["subject"], from: "count" } as const;
  const finding = findingAt(place, "error", { rule: "cross.mismatch", actual: 9 + gap, expected: 9, by });
  return { finding, also: [], explanations: [], moves: [] };
}

/** The lines that are told, each with what is told along with it. */
const lines = (...defects: readonly Defect[]) =>
  joinKin(defects, report).map(({ finding, also }) =>
    [finding, ...also]
      .map(({ rule, place }) => `${rule} ${place.kind === "table" ? place.row : "form"}`)
      .join(", "),
  );

describe("what one date of a register breaks", () => {
  it("is one line: outside of the window before out of order before its weekday", () => {
    const [weekend, order] = [at("value.weekend", 1, "date"), at("value.order", 1, "date")];
    const window = at("period.window", 1, "date");
    expect(lines(weekend, order, window)).toEqual(["period.window 1, value.order 1, value.weekend 1"]);
    expect(lines(weekend, order)).toEqual(["value.order 1, value.weekend 1"]);
    expect(lines(weekend)).toEqual(["value.weekend 1"]);
    // What is told together is explained by no single number.
    expect(joinKin([weekend, order], report)[0]?.explanations).toEqual([]);
    expect(joinKin([weekend], report)[0]?.explanations).toEqual([[]]);
  });

  it("stays apart in different rows, in other tables, and where the table as a whole is meant", () => {
    expect(lines(at("value.weekend", 1, "date"), at("period.window", 2, "date"))).toEqual([
      ...["value.weekend 1", "period.window 2"],
    ]);
    expect(lines(at("value.weekend", 1, "a", "staff"), at("period.window", 1, "a", "staff"))).toEqual([
      ...["value.weekend 1", "period.window 1"],
    ]);
    expect(lines(at("value.weekend", null, "date"), at("period.window", null, "date"))).toEqual([
      ...["value.weekend null", "period.window null"],
    ]);
    expect(
      lines(at("value.weekend", 1, "date", "none"), at("period.window", 1, "date", "none")),
    ).toHaveLength(2);
  });
});

describe("what one number of a register breaks", () => {
  const [far, order] = [at("value.far", 1, "number"), at("value.order", 1, "date")];
  const twice = at("value.duplicate", 1, "number");

  it("is one line, with the order that it is out of", () => {
    expect(lines(far, twice)).toEqual(["value.duplicate 1, value.far 1"]);
    expect(lines(order, far)).toEqual(["value.far 1, value.order 1"]);
    expect(lines(far, order, twice)).toEqual(["value.duplicate 1, value.far 1, value.order 1"]);
  });

  it("but the order is the date's where that is wrong by itself", () => {
    expect(lines(far, order, at("period.window", 1, "date"))).toEqual([
      ...["value.far 1", "period.window 1, value.order 1"],
    ]);
    expect(lines(far, order, at("value.type", 1, "date"))).toEqual([
      "value.far 1",
      "value.type 1, value.order 1",
    ]);
  });

  it("and what its date breaks stays a line of its own", () => {
    const [year, weekend] = [at("value.year", 1, "date"), at("value.weekend", 1, "date")];
    expect(lines(far, weekend, year)).toEqual(["value.far 1", "value.year 1, value.weekend 1"]);
    expect(lines(far, twice, weekend, year)).toEqual([
      ...["value.duplicate 1, value.far 1", "value.weekend 1", "value.year 1"],
    ]);
  });
});

describe("a form's count that differs from the register", () => {
  const outside = (place: number) => at("period.window", place, "date");

  it("is told with the rows outside of the window, where there are just so many", () => {
    expect(lines(count(1), outside(1))).toEqual(["period.window 1, cross.mismatch form"]);
    expect(lines(count(2), outside(1), outside(2))).toEqual([
      ...["period.window 1, cross.mismatch form", "period.window 2"],
    ]);
    expect(lines(count(2), outside(1))).toEqual(["cross.mismatch form", "period.window 1"]);
    expect(lines(count(-1), outside(1))).toEqual(["cross.mismatch form", "period.window 1"]);
    expect(lines(count(1), outside(1), at("value.weekend", 1, "date"))).toEqual([
      "period.window 1, value.weekend 1, cross.mismatch form",
    ]);
  });

  it("with rows that lack what is counted, and with rows written twice, which are too few in the form", () => {
    const [column = ""] = feed.columns;
    expect(lines(count(1), at("value.missing", 1, column))).toEqual(["value.missing 1, cross.mismatch form"]);
    expect(lines(count(1), at("value.missing", 1, "type"))).toHaveLength(2);
    expect(lines(count(1), at("value.type", 1, column))).toHaveLength(2);
    expect(lines(count(-1), at("value.duplicate", 1, "number"))).toEqual([
      "value.duplicate 1, cross.mismatch form",
    ]);
    expect(lines(count(1), at("value.duplicate", 1, "number"))).toHaveLength(2);
  });

  it("with a row of which something else is told first", () => {
    const both = { ...at("value.order", 1, "date"), also: [outside(1).finding] };
    expect(lines(count(1), both)).toEqual(["value.order 1, period.window 1, cross.mismatch form"]);
  });

  it("by itself where the table that it counts is no register", () => {
    const other = feedsOf(blank.edition).find(({ table }) => table === "staff") ?? never();
    const place = { kind: "indicator", ...other.to, address: null } as const;
    const [column = ""] = other.columns;
    expect(lines(count(1, place, "staff"), at("value.missing", 1, column, "staff"))).toHaveLength(2);
  });

  it("by itself where another row, another table or nothing accounts for it", () => {
    expect(lines(count(1))).toEqual(["cross.mismatch form"]);
    expect(lines(count(1, { ...counted, code: "9.9" }), outside(1))).toHaveLength(2);
    expect(lines(count(1, { ...counted, form: 9 }), outside(1))).toHaveLength(2);
    expect(lines(count(1, counted, "staff"), outside(1))).toHaveLength(2);
    expect(lines(count(1), at("period.window", 1, "date", "staff"))).toHaveLength(2);
    const words = { kind: "words", name: "done", says: "." } as const;
    const said = findingAt(counted, "error", { rule: "cross.mismatch", actual: 10, expected: 9, by: words });
    expect(lines({ finding: said, also: [], explanations: [], moves: [] }, outside(1))).toHaveLength(2);
  });
});

describe("numbers that differ by just what a row counted twice brings", () => {
  const agrees = [{ columns: ["a"], with: { table: "staff", columns: ["assigned"] } }];
  const small = smallTable(
    [
      { id: "a", total: "sum" },
      { id: "b", total: "sum" },
    ],
    { agrees },
  );
  const rows = buildTable(small, [{ name: "x", a: 3, b: 4 }, { name: "y" }, { name: "z", a: 5 }]);
  const with3 = { ...report, tables: new Map([...report.tables, ["small", rows]]) };
  const told = (...defects: readonly Defect[]) =>
    joinKin(defects, with3).map(({ finding, also }) => [finding, ...also].map(({ rule }) => rule).join(", "));
  const twice = (row: number | null = 1, table = "small") => at("row.repeated", row, "name", table);
  const total = at("row.total", 1, "name", "small");
  const differs = (place: FindingPlace, gap: number, table: string, columns: readonly string[]): Defect => {
    const by = { kind: "table", table, columns, from: "total" } as const;
    const told = { rule: "cross.mismatch", actual: 9 + gap, expected: 9, by } as const;
    return { finding: findingAt(place, "error", told), also: [], explanations: [], moves: [] };
  };
  const inForm = (gap: number, columns: readonly string[] = ["a"], table = "small") =>
    differs(counted, gap, table, columns);
  const joined = (rule: string) => [`${rule}, cross.mismatch`];
  const apart = ["row.repeated", "cross.mismatch"];

  it("are told along with it where they take its table's sums: they have less", () => {
    expect(told(twice(), inForm(-3))).toEqual(joined("row.repeated"));
    expect(told(inForm(-7, ["a", "b"]), total)).toEqual(joined("row.total"));
    expect(told(twice(), inForm(-4, ["b"]), inForm(-3))).toEqual([
      "row.repeated, cross.mismatch, cross.mismatch",
    ]);
    expect(told(twice(3), inForm(-5, ["a", "b"]))).toEqual(joined("row.repeated"));
    for (const gap of [3, -2, -4]) expect(told(twice(), inForm(gap))).toEqual(apart);
    expect(told(twice(2), inForm(-3))).toEqual(apart);
    expect(told(twice(), inForm(-3, ["assigned"], "staff"))).toEqual(apart);
    expect(told(twice(9), inForm(-3))).toEqual(apart);
    expect(told(twice(1, "none"), inForm(-3, ["a"], "none"))).toEqual(apart);
  });

  it("are told along with it where its own table must agree with another: that has more", () => {
    const own = (gap: number, column = "a", table = "staff") =>
      differs(
        { kind: "table", form: null, table: "small", row: null, column, address: null },
        ...([gap, table, ["assigned"]] as const),
      );
    expect(told(twice(), own(3))).toEqual(joined("row.repeated"));
    expect(told(twice(), own(-3))).toEqual(apart);
    expect(told(twice(), own(4))).toEqual(apart);
    expect(told(twice(), own(3, "b"))).toEqual(apart);
    expect(told(twice(), own(3, "a", "fees"))).toEqual(apart);
    const elsewhere: FindingPlace = {
      ...{ kind: "table", form: null, table: "staff", row: 1, column: "a", address: null },
    };
    expect(told(twice(), differs(elsewhere, 3, "fees", ["assigned"]))).toEqual(apart);
  });

  it("are told by themselves where another rule than a sum of the table says so", () => {
    expect(told(at("value.type", 1, "name", "small"), inForm(-3))).toEqual(["value.type", "cross.mismatch"]);
    const words = { kind: "words", name: "done", says: "." } as const;
    const told2 = findingAt(counted, "error", { rule: "cross.mismatch", actual: 6, expected: 9, by: words });
    expect(told(twice(), { finding: told2, also: [], explanations: [], moves: [] })).toEqual(apart);
  });
});

function never(): never {
  throw new Error("no such table");
}
