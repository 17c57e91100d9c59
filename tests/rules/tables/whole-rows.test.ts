import { describe, expect, it } from "@jest/globals";
import type { Table } from "../../../src/forms/table-schema.js";
import { findColumn, findTable } from "../../../src/forms/tables.js";
import type { Report } from "../../../src/report/report.js";
import { evaluate, findingsOf, reevaluate } from "../../../src/rules/evaluate.js";
import { rowRules } from "../../../src/rules/kinds/rows.js";
import { localize } from "../../../src/rules/localize/localize.js";
import type { TableRowValues } from "../../support/chance.js";
import { rulesOf } from "../../support/check.js";
import { buildTable } from "../../support/consistent.js";
import { buildReport, type TypedValues } from "../../support/report-builder.js";
import { smallEdition, smallReport, smallTable } from "../../support/small-edition.js";

/** Dossiers of Thanh Miện by field, Q3 2023: received online, received directly, done early, done on the day. */
const FIELDS: readonly TableRowValues[] = (
  [
    ["Hộ tịch", 279, 0, 250, 29],
    ["Chứng thực", 605, 0, 600, 5],
    ["Bảo trợ xã hội", 37, 0, 24, 13],
    ["Người có công", 0, 22, 0, 0],
    ["Đất đai", 1, 0, 0, 1],
  ] as const
).map(([field, online, direct, early, onTime]) => ({
  ...{ field, "received-online": online, "received-direct": direct },
  ...{ "resolved-early": early, "resolved-on-time": onTime, "resolved-late": 0 },
}));

const summed = (rows: readonly TableRowValues[], field: string): TableRowValues => ({
  field,
  ...Object.fromEntries(
    Object.keys(rows[0] ?? {})
      .filter((column) => column !== "field")
      .map((column) => [column, rows.reduce((sum, row) => sum + Number(row[column]), 0)]),
  ),
});
const total = (field: string) => summed(FIELDS, field);

function reportWith(rows: readonly TableRowValues[], values: TypedValues = {}): Report {
  const table = findTable("dossiers-by-field");
  if (table === null) throw new Error("no such table");
  return {
    ...buildReport("hai-duong-2022", values),
    tables: new Map([["dossiers-by-field", buildTable(table, rows)]]),
  };
}

function never(): never {
  throw new Error("no such table or column");
}

/** What is told of whole rows: the rule, the row, its gravity. */
function told(rows: readonly TableRowValues[]): readonly string[] {
  const report = reportWith(rows);
  return findingsOf(evaluate(rulesOf(report.edition), { report, earlier: null })).flatMap(
    ({ rule, severity, place }) =>
      rule.startsWith("row.") && place.kind === "table" ? [`${severity} ${rule} ${place.row}`] : [],
  );
}

describe("a table whose total row adds up what is typed", () => {
  const counted = { id: "a", total: "sum" };
  const owed = (table: Table, column = "name") =>
    rowRules(table, findColumn(table, column) ?? never()).map(({ id, severity }) => `${severity} ${id}`);

  it("owes at the words of its rows that none is there twice, and none the sum of the others", () => {
    const table = smallTable([counted, { id: "note", kind: "text" }]);
    expect(owed(table)).toEqual(["error row.total", "warning row.repeated"]);
    expect([owed(table, "a"), owed(table, "note")]).toEqual([[], []]);
  });

  it("is one with a total row, and with amounts in it that nothing works out and that are added up", () => {
    expect(owed(smallTable([counted], { total: undefined }))).toEqual([]);
    expect(owed(smallTable([{ id: "a" }]))).toEqual([]);
    expect(owed(smallTable([{ id: "note", kind: "text" }]))).toEqual([]);
    const made = { id: "b", total: "sum", formula: { kind: "sum", of: ["a"] } };
    expect(owed(smallTable([{ id: "a" }, made]))).toEqual([]);
    expect(owed(smallTable([counted, made]))).toHaveLength(2);
    const share = { id: "s", kind: "percent", total: "ratio" };
    const formula = { kind: "ratio", numerator: ["a"], denominator: ["a"] };
    expect(owed(smallTable([{ id: "a" }, { ...share, formula }]))).toEqual([]);
  });

  it("is no register of documents, which has rules of its own", () => {
    const register = { type: "name", number: "a", symbol: "b", date: "c", issuer: "d" };
    expect(owed(smallTable([counted], { register }))).toEqual([]);
  });

  it("is one whose rows have words to be told by", () => {
    const table = smallTable([counted]);
    const wordless = { ...table, columns: table.columns.filter(({ id }) => id !== "name") };
    expect(owed(wordless, "a")).toEqual([]);
  });
});

describe("a total typed among the rows", () => {
  it.each([
    "Tổng",
    "Tổng cộng:",
    "Tổng số :",
    "Cộng.",
    "CỘNG",
    "Toàn xã",
  ])("is an error at the row called %s", (name) => {
    expect(told([...FIELDS, total(name)])).toEqual(["error row.total 6"]);
  });

  it("is found at the head of the table too, and where a number of it is wrong", () => {
    const wrong = { ...total("Tổng số"), "received-online": 900 };
    expect(told([wrong, ...FIELDS])).toEqual(["error row.total 1"]);
  });

  it("is asked about by its numbers alone where it has another name", () => {
    expect(told([...FIELDS, total("Thị trấn Thanh Miện")])).toEqual(["warning row.total 6"]);
  });

  it("is not asked about where its numbers are so small that others soon make them together", () => {
    const row = (
      field: string,
      [online, direct, early]: readonly [number, number, number],
    ): TableRowValues => ({
      ...{ field, "received-online": online, "received-direct": direct },
      ...{ "resolved-early": early, "resolved-on-time": 0, "resolved-late": 0 },
    });
    const others = [row("Hộ tịch", [4, 4, 3]), row("Đất đai", [4, 4, 4]), row("Chứng thực", [2, 2, 3])];
    expect(told([...others, summed(others, "Lĩnh vực khác")])).toEqual(["warning row.total 4"]);
    const fewer = [...others.slice(0, 2), row("Chứng thực", [2, 2, 2])];
    expect(told([...fewer, summed(fewer, "Lĩnh vực khác")])).toEqual([]);
    // Words are enough.
    expect(told([...fewer, summed(fewer, "Tổng")])).toEqual(["error row.total 4"]);
  });

  it("is told once, at the first, with its words and how many rows besides it hold a number", () => {
    const blank = { field: "Xây dựng" };
    const rows = [...FIELDS, total("Tổng cộng"), blank, total("Cộng.")];
    const report = reportWith(rows);
    const found = findingsOf(evaluate(rulesOf(report.edition), { report, earlier: null }));
    expect(
      found.flatMap((one) =>
        one.rule === "row.total" && one.place.kind === "table"
          ? [[one.place.row, one.place.column, one.actual, one.expected, one.rows]]
          : [],
      ),
    ).toEqual([[6, "field", "Tổng cộng", null, 6]]);
  });

  it("is no blank row called so, and no heading", () => {
    expect(told([...FIELDS, { field: "Tổng cộng" }])).toEqual([]);
    const { field: _, ...nameless } = total("Tổng cộng");
    expect(told([nameless, ...FIELDS.slice(0, 2)])).toEqual([]);
    const headed = reportWith([total("Tổng"), ...FIELDS]);
    const [table] = headed.tables.values();
    if (table === undefined) throw new Error("no table");
    const rows = table.rows.map((row, at) => (at === 0 ? { ...row, kind: "group" as const } : row));
    const report = { ...headed, tables: new Map([[table.table.id, { ...table, rows }]]) };
    const found = findingsOf(evaluate(rulesOf(report.edition), { report, earlier: null }));
    expect(found.filter(({ rule }) => rule.startsWith("row."))).toEqual([]);
  });

  it("is one where each column adds up, blanks as 0", () => {
    const rows = FIELDS.slice(0, 4).map(({ "resolved-late": _, ...row }) => row);
    const sum = summed(FIELDS.slice(0, 4), "Thị trấn Thanh Miện");
    expect(told([...rows, sum])).toEqual(["warning row.total 5"]);
    for (const column of ["received-direct", "resolved-early", "resolved-late"]) {
      expect(told([...rows, { ...sum, [column]: Number(sum[column]) + 1 }])).toEqual([]);
    }
  });

  it("is not taken for one where a number differs, where words say more, or where little adds up by chance", () => {
    const other = { ...total("Thị trấn Thanh Miện"), "received-online": 921 };
    expect(told([...FIELDS, other])).toEqual([]);
    expect(told([...FIELDS, { ...other, field: "Tổng hợp" }])).toEqual([]);
    // Three rows besides it and three columns are enough, fewer of either are not.
    const few = FIELDS.slice(0, 3);
    expect(told([...few, summed(few, "Lĩnh vực khác")])).toEqual(["warning row.total 4"]);
    const two = FIELDS.slice(0, 2);
    expect(told([...two, summed(two, "Lĩnh vực khác")])).toEqual([]);
    const narrow = FIELDS.map(({ field, "received-online": online = 0, "received-direct": direct = 0 }) => ({
      ...{ field: field ?? "", "received-online": online, "received-direct": direct },
    }));
    expect(told([...narrow, summed(narrow, "Lĩnh vực khác")])).toEqual([]);
  });

  it("is the only row of its table, or one beside a single other: then it counts nothing twice", () => {
    expect(told([total("Toàn xã")])).toEqual([]);
    expect(told([...FIELDS.slice(0, 1), total("Toàn xã")])).toEqual([]);
    expect(told([...FIELDS.slice(0, 2), total("Toàn xã")])).toEqual(["error row.total 3"]);
  });
});

describe("a row written twice", () => {
  it("is told at the second of the two", () => {
    expect(told([...FIELDS, ...FIELDS.slice(1, 2)])).toEqual(["warning row.repeated 6"]);
  });

  it("is told at each later one, with the first that says the same, though others of its name say more", () => {
    const [, second = {}] = FIELDS;
    const other = { ...second, "received-online": 606 };
    const rows = [...FIELDS, other, second, other];
    const told = findingsOf(
      evaluate(rulesOf(reportWith(rows).edition), { report: reportWith(rows), earlier: null }),
    );
    expect(
      told.flatMap((one) =>
        one.rule === "row.repeated" && one.place.kind === "table"
          ? [[one.place.row, one.place.column, one.actual, one.other]]
          : [],
      ),
    ).toEqual([
      [7, "field", "Chứng thực", 2],
      [8, "field", "Chứng thực", 6],
    ]);
  });

  it("is told however it was typed: in capitals, with a space more, its numbers as text", () => {
    const [, second = {}] = FIELDS;
    expect(told([...FIELDS, { ...second, field: " CHỨNG  thực" }])).toEqual(["warning row.repeated 6"]);
    expect(told([...FIELDS, { ...second, "resolved-early": "600" }])).toEqual(["warning row.repeated 6"]);
    expect(told([...FIELDS, { ...second, "resolved-early": "sáu trăm" }])).toEqual([]);
  });

  it("is told from two numbers on, and not of words that are none", () => {
    const pair = { field: "Đất đai khác", "received-online": 1, "resolved-on-time": 1 };
    expect(told([pair, pair])).toEqual(["warning row.repeated 2"]);
    const { field: _, ...nameless } = pair;
    expect(told([nameless, nameless])).toEqual([]);
    const { "resolved-on-time": __, ...single } = pair;
    expect(told([single, single])).toEqual([]);
    const zero = { ...pair, "resolved-on-time": 0 };
    expect(told([zero, zero])).toEqual([]);
  });

  it("is not told where a cell differs, where it has no name, or where it hardly has numbers", () => {
    const [first = {}, second = {}] = FIELDS;
    expect(told([...FIELDS, { ...second, "received-online": 606 }])).toEqual([]);
    expect(told([...FIELDS, { ...second, field: "Chứng thực khác" }])).toEqual([]);
    const bare = { field: "Đất đai", "received-online": 1 };
    expect(told([first, bare, bare])).toEqual([]);
  });

  it("differs by any cell that is typed, and by none that a formula fills", () => {
    const table = smallTable([
      { id: "a", total: "sum" },
      { id: "b", total: "sum" },
      { id: "note", kind: "text" },
    ]);
    const row = { name: "dòng", a: 1, b: 2 };
    const twice = (second: TableRowValues, formula = "") => {
      const report = smallReport(smallEdition([{ code: "1" }]), {}, [[table, [row, { ...row, ...second }]]]);
      const [built] = report.tables.values();
      if (built === undefined) throw new Error("no table");
      const rows = built.rows.map((one) => {
        const note = one.cells.get("note");
        const cells = new Map(one.cells);
        if (note !== undefined) cells.set("note", { ...note, cell: { ...note.cell, formula } });
        return { ...one, cells };
      });
      const made = { ...report, tables: new Map([[table.id, { ...built, rows }]]) };
      const found = findingsOf(evaluate(rulesOf(made.edition), { report: made, earlier: null }));
      return found.filter(({ rule }) => rule === "row.repeated").length;
    };
    expect([twice({}), twice({ note: "khác" }), twice({ b: 3 })]).toEqual([1, 0, 0]);
    expect(twice({ note: "khác" }, "=A1")).toBe(1);
  });

  it("is told after the edit that makes it, and no longer after the one that takes it back", () => {
    const clean = reportWith(FIELDS);
    const doubled = reportWith([...FIELDS, ...FIELDS.slice(1, 2)]);
    const rules = rulesOf(clean.edition);
    const before = evaluate(rules, { report: clean, earlier: null });
    const after = reevaluate(before, { report: doubled, earlier: null }, []);
    const again = reevaluate(after, { report: clean, earlier: null }, []);
    const count = (evaluation: typeof before) =>
      findingsOf(evaluation).filter(({ rule }) => rule === "row.repeated").length;
    expect([before, after, again].map(count)).toEqual([0, 1, 0]);
  });
});

describe("what a row counted twice brings into sums", () => {
  const lines = (report: Report) => {
    const evaluation = evaluate(rulesOf(report.edition), { report, earlier: null });
    return localize(evaluation, findingsOf(evaluation)).flatMap(({ finding, also }) =>
      finding.rule.startsWith("row.") || finding.rule === "cross.mismatch"
        ? [[finding, ...also].map(({ rule }) => rule).join(", ")]
        : [],
    );
  };

  it("is told along with it: 922 dossiers resolved in the form, 1.844 by the table", () => {
    const forms = { "3/3.3.1": 922, "3/3.3.2": 922 };
    expect(lines(reportWith(FIELDS, forms))).toEqual([]);
    expect(lines(reportWith([...FIELDS, total("Tổng")], forms))).toEqual([
      "row.total, cross.mismatch, cross.mismatch",
    ]);
    expect(lines(reportWith([...FIELDS, ...FIELDS.slice(1, 2)], forms))).toEqual([
      "row.repeated, cross.mismatch, cross.mismatch",
    ]);
  });

  it("is told apart where the gap is another", () => {
    expect(lines(reportWith([...FIELDS, total("Tổng")], { "3/3.3.1": 921 }))).toEqual([
      "cross.mismatch",
      "row.total",
    ]);
  });
});
