import { describe, expect, it } from "@jest/globals";
import { findTable } from "../../../src/forms/tables.js";
import { cellId } from "../../../src/rules/behind.js";
import { ruleSetOf } from "../../../src/rules/evaluate.js";
import { constraintsOf } from "../../../src/rules/localize/constraints.js";
import { Trial } from "../../../src/rules/localize/trial.js";
import { toldDefects } from "../../support/localize.js";
import { relation, smallEdition, smallReport, smallTable } from "../../support/small-edition.js";

/** Which rules bind the numbers that are tried, how, and in which cells. */

const edition = smallEdition(
  [
    { code: "1", parts: { codes: ["1.1", "1.2"], relation: "equal" } },
    ...[{ code: "1.1" }, { code: "1.2" }],
    { code: "2", kind: "ratio", ratio: { numerator: "1.1", denominator: "1" } },
    { code: "3", kind: "choice", choices: [0, 1].map((value) => ({ value, label: `Mức ${value}` })) },
  ],
  {
    rules: [
      relation("1/1.1", "=", "1/1.2", "warning"),
      relation("1/1.1", "<=", "1/1.2"),
      relation("1/1", ">=", "1/1.2", "info"),
    ],
  },
);
const covers = [{ of: ["a"], severity: "warning", fully: "warning" }];
const table = smallTable([
  { id: "all", total: "sum", covers },
  { id: "a", total: "sum" },
  { id: "b", atMost: ["a"] },
]);
const report = smallReport(edition, {}, [[table, [{ name: "một", all: 9, a: 5, b: 3 }]]]);

function bound(tables: readonly string[]) {
  const found = constraintsOf(ruleSetOf(edition), new Trial(report), { earlier: null }, new Set(tables));
  return found.map(({ rule, at, exact, usual, cells }) => {
    const how = `${exact ? "equation" : "bound"}${usual ? ", usual" : ""}`;
    return `${rule} ${cellId(at)}: ${how}; ${[...cells.keys()].join(" ")}`;
  });
}

describe("the rules that bind numbers", () => {
  it("of the forms are equations and bounds; what only informs, and blanks, bind nothing", () => {
    const all = bound([]);
    expect(all).toEqual(
      expect.arrayContaining([
        "total.mismatch 1/1: equation; 1/1 1/1.1 1/1.2",
        "part.exceeds 1/1.1: bound; 1/1.1 1/1",
        "ratio.mismatch 1/2: equation; 1/2 1/1.1 1/1",
        "ratio.undefined 1/2: bound; 1/2 1/1.1 1/1",
        "value.percent-range 1/2: bound; 1/2",
        "value.negative 1/1: bound; 1/1",
        "cross.mismatch 1/1.1: equation, usual; 1/1.1 1/1.2",
        "cross.mismatch 1/1.1: bound; 1/1.1 1/1.2",
      ]),
    );
    expect(all.filter((line) => /missing|cross\.mismatch 1\/1:/.test(line))).toEqual([]);
  });

  it("of tables only of those that are asked for, in each row and in the total", () => {
    expect(bound([]).some((line) => line.includes("small"))).toBe(false);
    expect(bound(["other"])).toEqual(bound([]));
    const all = bound(["small"]).filter((line) => line.includes("small") && !line.includes("value."));
    expect(all.sort()).toEqual([
      "part.exceeds small#1#a: bound, usual; small#1#a small#1#all",
      "part.exceeds small#1#all: bound, usual; small#1#all small#1#a",
      "part.exceeds small#1#b: bound; small#1#b small#1#a",
      "part.exceeds small#total#a: bound, usual; small#total#a small#total#all",
      "part.exceeds small#total#all: bound, usual; small#total#all small#total#a",
      "total.mismatch small#1#all: equation, usual; small#1#all small#1#a",
      "total.mismatch small#total#a: equation; small#total#a small#1#a",
      "total.mismatch small#total#all: equation, usual; small#total#all small#total#a",
      "total.mismatch small#total#all: equation; small#total#all small#1#all",
    ]);
  });

  it("of words beside a number only where those stand", () => {
    const tasks = findTable("task-progress");
    if (tasks === null) throw new Error("no table of tasks");
    const rows = [
      { content: "a", done: "Đang thực hiện", completion: 91 },
      { content: "b", done: "Hoàn thành", completion: 100 },
      { content: "c", completion: 30 },
    ];
    const found = constraintsOf(
      ruleSetOf(edition),
      new Trial(smallReport(edition, {}, [[tasks, rows]])),
      { earlier: null },
      new Set(["task-progress"]),
    );
    expect(
      found.flatMap(({ rule, at, exact }) =>
        rule === "cross.mismatch" && "table" in at ? [`${cellId(at)}: ${exact ? "equation" : "bound"}`] : [],
      ),
    ).toEqual(["task-progress#1#completion: bound", "task-progress#2#completion: equation"]);
  });

  it("of a heading's row of a table none", () => {
    const rows = [...(report.tables.get("small")?.rows ?? [])].map((row) => ({
      ...row,
      kind: "group" as const,
    }));
    const known = report.tables.get("small");
    const grouped = known === undefined ? new Map() : new Map([["small", { ...known, rows }]]);
    const found = constraintsOf(
      ruleSetOf(edition),
      new Trial({ ...report, tables: grouped }),
      { earlier: null },
      new Set(["small"]),
    );
    expect(found.flatMap(({ at }) => ("table" in at && at.row !== null ? [at] : []))).toEqual([]);
  });
});

describe("what usually holds in a table", () => {
  it("is broken last, and as unusual", () => {
    const small = smallTable([
      { id: "all", total: "sum", covers: [{ of: ["a"], severity: "warning" }] },
      { id: "a" },
      { id: "same", check: { kind: "sum", of: ["a"] } },
    ]);
    const told = toldDefects(
      smallReport(edition, {}, [[small, [{ name: "một", all: 60, a: 59, same: 95 }]]]),
    );
    expect(told.map(({ explained }) => explained)).toEqual([
      ["small#1#same: 95 → 59 (slip)", "small#1#a: 59 → 95 (slip) (unusual)"],
    ]);
  });
});
