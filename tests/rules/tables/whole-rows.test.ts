import { describe, expect, it } from "@jest/globals";
import { findTable } from "../../../src/forms/tables.js";
import type { Report } from "../../../src/report/report.js";
import { evaluate, findingsOf, reevaluate } from "../../../src/rules/evaluate.js";
import { localize } from "../../../src/rules/localize/localize.js";
import type { TableRowValues } from "../../support/chance.js";
import { rulesOf } from "../../support/check.js";
import { buildTable } from "../../support/consistent.js";
import { buildReport, type TypedValues } from "../../support/report-builder.js";

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

/** What is told of whole rows: the rule, the row, its gravity. */
function told(rows: readonly TableRowValues[]): readonly string[] {
  const report = reportWith(rows);
  return findingsOf(evaluate(rulesOf(report.edition), { report, earlier: null })).flatMap(
    ({ rule, severity, place }) =>
      rule.startsWith("row.") && place.kind === "table" ? [`${severity} ${rule} ${place.row}`] : [],
  );
}

describe("a total typed among the rows", () => {
  it.each(["Tổng", "Tổng cộng:", "CỘNG", "Toàn xã"])("is an error at the row called %s", (name) => {
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
  });
});

describe("a row written twice", () => {
  it("is told at the second of the two", () => {
    expect(told([...FIELDS, ...FIELDS.slice(1, 2)])).toEqual(["warning row.repeated 6"]);
  });

  it("is not told where a cell differs, where it has no name, or where it hardly has numbers", () => {
    const [first = {}, second = {}] = FIELDS;
    expect(told([...FIELDS, { ...second, "received-online": 606 }])).toEqual([]);
    expect(told([...FIELDS, { ...second, field: "Chứng thực khác" }])).toEqual([]);
    const bare = { field: "Đất đai", "received-online": 1 };
    expect(told([first, bare, bare])).toEqual([]);
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
