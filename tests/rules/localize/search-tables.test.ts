import { describe, expect, it } from "@jest/globals";
import type { Edition } from "../../../src/forms/schema.js";
import { ruleSetOf } from "../../../src/rules/evaluate.js";
import type { TableCellRef } from "../../../src/rules/finding.js";
import { mistyped, toldDefects } from "../../support/localize.js";
import { relation, smallEdition, smallReport, smallTable } from "../../support/small-edition.js";

/** The search for the wrong cell in tables of two rows, one idea each. */

const added = { total: "sum" } as const;
const table = smallTable([
  { id: "all", ...added, formula: { kind: "sum", of: ["a", "b"] } },
  ...[
    { id: "a", ...added },
    { id: "b", ...added },
  ],
  { id: "done", ...added, atMost: ["all"] },
  { id: "left", ...added, formula: { kind: "difference", of: "all", minus: ["done"] } },
  {
    ...{ id: "rate", kind: "percent", total: "ratio" },
    formula: { kind: "ratio", numerator: ["done"], denominator: ["all"] },
  },
]);
const rows = [
  { name: "một", a: 3, b: 4, done: 5 },
  { name: "hai", a: 25, b: 36, done: 41 },
];
const blank = smallEdition([{ code: "1" }, { code: "2" }]);

/** Two rows whose sums, shares and totals are typed, or left to formulas, and then one number mistyped. */
function slipped(formulas: boolean, row: number | null, column: string, value: number, edition = blank) {
  const report = smallReport(edition, edition === blank ? {} : { "1/1": 28 }, [[table, rows]], formulas);
  return toldDefects(mistyped(report, { table: "small", row, column }, value));
}

describe("a slip in a table that somebody typed whole", () => {
  it("is found by the row and the total together", () => {
    expect(slipped(false, 2, "a", 52)).toEqual([
      {
        told: ["total.mismatch small/2/all error", "total.mismatch small/total/a error"],
        explained: ["small#2#a: 52 → 25 (slip)"],
      },
    ]);
  });

  it("in a sum that others are made from, by all of them", () => {
    expect(slipped(false, 2, "all", 16)).toEqual([
      {
        told: [
          ...["total.mismatch small/2/all error", "part.exceeds small/2/done error"],
          ...["total.mismatch small/2/left error", "total.mismatch small/total/all error"],
        ],
        explained: ["small#2#all: 16 → 61 (slip)"],
      },
    ]);
  });

  it("in the total row is one of the total row", () => {
    expect(slipped(false, null, "b", 4)).toEqual([
      {
        told: ["total.mismatch small/total/b error"],
        explained: ["small#total#b: 4 → 40 (slip)"],
      },
    ]);
  });

  it("in a share stays in the share", () => {
    expect(slipped(false, 1, "rate", 74.13)).toEqual([
      { told: ["ratio.mismatch small/1/rate error"], explained: ["small#1#rate: 74.13 → 71.43 (slip)"] },
    ]);
  });

  it("two of them in two rows are two", () => {
    const report = smallReport(blank, {}, [[table, rows]]);
    const once = mistyped(report, { table: "small", row: 1, column: "rate" }, 74.13);
    const twice = mistyped(once, { table: "small", row: 2, column: "rate" }, 62.71);
    expect(toldDefects(twice).map(({ explained }) => explained)).toEqual([
      ...[["small#1#rate: 74.13 → 71.43 (slip)"], ["small#2#rate: 62.71 → 67.21 (slip)"]],
    ]);
  });
});

describe("a slip in a table whose sums follow", () => {
  it("shows only where a bound is broken; the numbers that it is made from may be wrong as well", () => {
    expect(slipped(true, 2, "a", 52)).toEqual([]);
    expect(slipped(true, 2, "done", 71)).toEqual([
      {
        told: ["part.exceeds small/2/done error"],
        explained: [
          "small#2#done: 71 → 61 11 21 31 41 (slip)",
          "small#2#a: 25 → 35 250 2500 25000 125 (slip)",
          "small#2#b: 36 → 46 360 3600 36000 136 (slip)",
        ],
      },
    ]);
  });
});

describe("a row of a form that takes a total", () => {
  const feed = { columns: ["a"], from: "total", to: { form: 1, code: "1" } };
  const fed = smallEdition([{ code: "1" }, { code: "2" }], { tables: [{ id: "small", feeds: [feed] }] });

  it("leads to the row of the table that was mistyped, where its total follows", () => {
    expect(slipped(true, 2, "a", 52, fed)).toEqual([
      { told: ["cross.mismatch 1/1 error"], explained: ["small#2#a: 52 → 25 (slip)"] },
    ]);
  });

  it("is wrong itself where the table agrees with all its own", () => {
    const report = smallReport(fed, { "1/1": 82 }, [[table, rows]], true);
    expect(toldDefects(report)).toEqual([
      { told: ["cross.mismatch 1/1 error"], explained: ["1/1: 82 → 28 (slip)"] },
    ]);
  });

  it("is told with the slip in the total that it takes, where that is typed", () => {
    expect(slipped(false, null, "a", 82, fed)).toEqual([
      {
        told: ["total.mismatch small/total/a error", "cross.mismatch 1/1 error"],
        explained: ["small#total#a: 82 → 28 (slip)"],
      },
    ]);
  });
});

describe("rows that a form takes by their labels", () => {
  const feed = { columns: ["a"], from: { rows: ["hai"] }, to: { form: 1, code: "1" } };
  const fed = smallEdition([{ code: "1" }, { code: "2" }], { tables: [{ id: "small", feeds: [feed] }] });
  const set = ruleSetOf(fed);
  const explained = (names: readonly string[]) => {
    const renamed = rows.map((row, index) => ({ ...row, name: names[index] ?? "" }));
    const report = smallReport(fed, { "1/1": 52 }, [[table, renamed]], true);
    return toldDefects(report, set).map((one) => one.explained);
  };

  it("are looked for in each report, wherever they stand there", () => {
    expect(explained(["một", "hai"])).toEqual([["1/1: 52 → 25 (slip)", "small#2#a: 25 → 52 (slip)"]]);
    // The same edition, another report: now the first row is the one that counts.
    expect(explained(["hai", "một"])).toEqual([["1/1: 52 → 3", "small#1#a: 3 → 52"]]);
  });
});

describe("tables that must agree", () => {
  const agrees = [{ columns: ["c"], with: { table: "small", columns: ["a"] } }];
  const other = smallTable([{ id: "c", ...added }], { id: "other", agrees });
  const report = (values: readonly number[], edition: Edition = blank) => {
    const counted = values.map((c, index) => ({ name: `dòng ${index}`, c }));
    return smallReport(
      edition,
      {},
      [
        [table, rows],
        [other, counted],
      ],
      true,
    );
  };
  const at = (row: number): TableCellRef => ({ table: "small", row, column: "a" });

  it("show a slip in either, also in the one that says nothing of it", () => {
    expect(toldDefects(report([20, 80]))).toEqual([
      { told: ["cross.mismatch other/total/c error"], explained: ["other#2#c: 80 → 8 (slip)"] },
    ]);
    expect(toldDefects(mistyped(report([20, 8]), at(2), 52))).toEqual([
      { told: ["cross.mismatch other/total/c error"], explained: ["small#2#a: 52 → 25 (slip)"] },
    ]);
    expect(toldDefects(report([20, 8]))).toEqual([]);
  });

  it("without a total row, in their only row", () => {
    const single = smallTable([{ id: "c" }, { id: "d" }], {
      ...{ id: "other", total: undefined, body: { kind: "one" } },
      agrees: [{ columns: ["c", "d"], with: { table: "small", columns: ["a"] } }],
    });
    const one = (d: number) =>
      toldDefects(
        smallReport(
          blank,
          {},
          [
            [table, rows],
            [single, [{ name: "cả", c: 20, d }]],
          ],
          true,
        ),
      );
    expect(one(8)).toEqual([]);
    expect(one(80)).toEqual([
      { told: ["cross.mismatch other/1/c error"], explained: ["other#1#d: 80 → 8 (slip)"] },
    ]);
  });

  it.each(["small", "other"])("bind one another where a form speaks of %s alone", (named) => {
    const total = { sum: [{ table: named, columns: [named === "small" ? "a" : "c"] }] };
    const related = smallEdition([{ code: "1" }, { code: "2" }], {
      rules: [{ ...relation("1/1", "=", "1/2"), right: total }],
    });
    // 25 for 55 (or 8 for 38) in the table named would explain it, but not what the other one says.
    const tables = report([20, 8], related);
    const form = smallReport(related, { "1/1": 58 });
    expect(toldDefects({ ...form, tables: tables.tables })).toEqual([
      { told: ["cross.mismatch 1/1 error"], explained: ["1/1: 58 → 28 (slip)"] },
    ]);
  });
});
