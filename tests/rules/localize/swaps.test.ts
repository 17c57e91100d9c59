import { describe, expect, it } from "@jest/globals";
import { proposalsOf } from "../../../src/jobs/proposals.js";
import type { Report } from "../../../src/report/report.js";
import { cellId } from "../../../src/rules/behind.js";
import { evaluate, findingsOf, ruleSetOf } from "../../../src/rules/evaluate.js";
import type { CellRef } from "../../../src/rules/finding.js";
import { localize } from "../../../src/rules/localize/localize.js";
import { swapOf } from "../../../src/rules/localize/suspect.js";
import { english } from "../../../src/rules/messages/en/wording.js";
import { suggestion } from "../../../src/rules/suggest.js";
import { mistyped, toldDefects } from "../../support/localize.js";
import { relation, smallEdition, smallReport, smallTable } from "../../support/small-edition.js";

/** Two numbers that somebody typed into one another's cell. */

/** What is proposed for each defect, as pairs of cells and otherwise; `-` where nothing is. */
function proposed(report: Report): readonly string[] {
  const evaluation = evaluate(ruleSetOf(report.edition), { report, earlier: null });
  const findings = findingsOf(evaluation).filter(({ rule }) => !/missing$|^info\.|^layout\./.test(rule));
  return localize(evaluation, findings).map(({ finding, also, explanations }) => {
    const sets = explanations.map((set) => {
      const swap = swapOf(set);
      const cells = (swap ?? set).map(({ cell }) => cellId(cell).replace("1/", ""));
      return swap === null ? cells.join(" and ") : cells.join(" ⇄ ");
    });
    return `${1 + also.length} at ${"code" in finding.place ? finding.place.code : "a table"}: ${sets.join("; ") || "-"}`;
  });
}

const exchanged = (report: Report, a: CellRef, b: CellRef, values: readonly [number, number]) =>
  mistyped(mistyped(report, a, values[1]), b, values[0]);

describe("two rows of a form that changed places", () => {
  const rows = [
    { code: "1" },
    { code: "1.1", kind: "ratio", ratio: { numerator: "1.2", denominator: "1" } },
    { code: "1.2" },
  ] as const;
  const plan = smallEdition(rows);
  const typed = smallReport(plan, { "1/1": 22, "1/1.2": 25, "1/1.1": 88 });

  it("are one defect, told at one of them, with the change of both", () => {
    expect(toldDefects(typed)).toEqual([
      {
        // The share of a part above its whole is silent, but must hold as well.
        told: ["part.exceeds 1/1.2 error"],
        explained: ["1/1.2: 25 → 22 (slip) and 1/1: 22 → 25 (slip)"],
      },
    ]);
  });

  it("are told in a sentence of their own, the cell that is told of first", () => {
    const evaluation = evaluate(ruleSetOf(plan), { report: typed, earlier: null });
    const findings = findingsOf(evaluation);
    const [defect] = localize(evaluation, findings).filter(({ explanations }) => explanations.length > 0);
    if (defect === undefined) throw new Error("nothing is explained");
    expect(suggestion(defect, plan)).toBe("Có thể hai ô bị đổi chỗ: 25 ở ô này ⇄ 22 ở dòng 1 thì khớp.");
    expect(suggestion(defect, plan, english)).toBe(
      "Perhaps two cells changed places: 25 in this cell ⇄ 22 in row 1 makes the rule hold.",
    );
    expect(proposalsOf(defect, typed)).toMatchObject([
      { by: "swap", words: "25 ở ô này ⇄ 22 ở dòng 1", edits: [{ value: 22 }, { value: 25 }] },
    ]);
  });

  it("are proposed also where the share is off by its last decimal besides, which is told once they are back", () => {
    const off = (share: number) => smallReport(plan, { "1/1": 905, "1/1.2": 922, "1/1.1": share });
    expect(proposed(off(98.17))).toEqual(["1 at 1.2: 1.2 ⇄ 1"]);
    const back = smallReport(plan, { "1/1": 922, "1/1.2": 905, "1/1.1": 98.17 });
    expect(toldDefects(back)).toEqual([
      { told: ["ratio.mismatch 1/1.1 warning"], explained: ["1/1.1: 98.17 → 98.16 98.1 98.15 (slip)"] },
    ]);
    // From a tenth of a point on it is an error, and speaks against it.
    expect(proposed(off(98.27)).join()).not.toContain("⇄");
  });

  it("are not proposed under a bound alone, where any other digit mends as well", () => {
    const bound = smallEdition([{ code: "1" }, { code: "2" }], { rules: [relation("1/2", "<=", "1/1")] });
    expect(proposed(smallReport(bound, { "1/1": 922, "1/2": 944 }))).toEqual(["1 at 2: 2; 1"]);
  });

  it("nor where one cell explains as much by a slip", () => {
    const sum = smallEdition([
      { code: "1", parts: { codes: ["1.1", "1.2"], relation: "equal" } },
      ...[{ code: "1.1" }, { code: "1.2" }],
    ]);
    // 2 = 1 + 1, or a digit of the total is wrong: 3 = 2 + 1.
    expect(proposed(smallReport(sum, { "1/1": 1, "1/1.1": 2, "1/1.2": 1 })).join()).not.toContain("⇄");
    // 57 = 25 + 32; of one cell nothing follows.
    expect(proposed(smallReport(sum, { "1/1": 25, "1/1.1": 57, "1/1.2": 32 }))).toEqual(["3 at 1: 1 ⇄ 1.1"]);
  });

  it("nor with a cell that only passing rules look at", () => {
    const two = smallEdition([{ code: "1" }, { code: "2" }, { code: "3" }, { code: "4" }], {
      rules: [relation("1/1", "=", "1/2"), relation("1/3", "<=", "1/4")],
    });
    // 2 should be 571; 3 holds just that and may hold less.
    expect(proposed(smallReport(two, { "1/1": 571, "1/2": 28, "1/3": 571, "1/4": 600 }))).toEqual([
      "1 at 1: 1; 2",
    ]);
  });

  it("nor where the change would break another rule", () => {
    const held = smallEdition([...rows, { code: "2" }], {
      rules: [relation("1/1", "<=", "1/2")],
    });
    const values = { "1/1": 22, "1/1.2": 25, "1/1.1": 88 };
    expect(proposed(smallReport(held, { ...values, "1/2": 25 }))).toEqual(["1 at 1.2: 1.2 ⇄ 1"]);
    expect(proposed(smallReport(held, { ...values, "1/2": 24 }))[0]).not.toContain("⇄");
  });
});

describe("two cells that no failing rule joins", () => {
  const two = smallEdition(
    ["1", "2", "3", "4", "5", "6"].map((code) => ({ code })),
    { rules: [relation("1/1", "=", "1/5"), relation("1/2", "=", "1/6")] },
  );

  it("are one defect where each has just the number that the other lacks", () => {
    expect(proposed(smallReport(two, { "1/1": 38, "1/2": 571, "1/5": 571, "1/6": 38 }))[0]).toMatch(
      /^2 at 1: 1 ⇄ 2/,
    );
  });

  it("stay two where one of the numbers is another", () => {
    const told = proposed(smallReport(two, { "1/1": 38, "1/2": 571, "1/5": 571, "1/6": 39 }));
    expect(told).toHaveLength(2);
    expect(told.join()).not.toContain("⇄");
  });
});

describe("two cells of a table that changed places", () => {
  const added = { total: "sum" } as const;
  const table = smallTable([
    { id: "all", ...added, formula: { kind: "sum", of: ["a", "b"] } },
    ...[
      { id: "a", ...added },
      { id: "b", ...added },
    ],
  ]);
  const rows = [
    { name: "một", a: 31, b: 4 },
    { name: "hai", a: 256, b: 78 },
  ];
  const blank = smallEdition([{ code: "1" }]);
  const right = smallReport(blank, {}, [[table, rows]]);
  const at = (row: number, column: string): CellRef => ({ table: "small", row, column });

  it("in a row: the totals of both columns say so", () => {
    expect(proposed(right)).toEqual([]);
    expect(proposed(exchanged(right, at(2, "a"), at(2, "b"), [256, 78]))).toEqual([
      "2 at a table: small#2#a ⇄ small#2#b",
    ]);
  });

  it("in a column: the sums of both rows do", () => {
    expect(proposed(exchanged(right, at(1, "a"), at(2, "a"), [31, 256]))).toEqual([
      "2 at a table: small#1#a ⇄ small#2#a",
    ]);
  });
});

describe("two cells that only together mend all", () => {
  const sums = (rules: readonly unknown[]) =>
    smallEdition(
      [
        ...[
          { code: "1", parts: { codes: ["1.1", "1.2"], relation: "equal" } },
          { code: "1.1" },
          { code: "1.2" },
        ],
        ...[
          { code: "2", parts: { codes: ["2.1", "2.2"], relation: "equal" } },
          { code: "2.1" },
          { code: "2.2" },
        ],
      ],
      { rules },
    );
  const said = (report: Report) => {
    const evaluation = evaluate(ruleSetOf(report.edition), { report, earlier: null });
    const told = localize(evaluation, findingsOf(evaluation)).filter(
      ({ explanations }) => explanations.length > 0,
    );
    return told.map(({ explanations }) => ({
      sets: explanations.length,
      sure: explanations.map((set) => set.map(({ sure }) => sure)),
      text: told.map((defect) => suggestion(defect, report.edition)).join(),
    }));
  };

  it("are told with numbers where an equation asks for each, whatever the other holds", () => {
    const report = smallReport(sums([relation("1/1.2", "<=", "1/2.1")]), {
      ...{ "1/1": 100, "1/1.1": 30, "1/1.2": 700, "1/2": 500, "1/2.1": 71, "1/2.2": 29 },
    });
    const [defect] = said(report);
    expect(defect?.sure).toContainEqual([true, true]);
  });

  it("are not where one number follows from what is tried in the other", () => {
    const levels = smallEdition([
      { code: "1", parts: { codes: ["1.1", "1.2"], relation: "equal" } },
      { code: "1.1", parts: { codes: ["1.1.1", "1.1.2"], relation: "equal" } },
      ...[{ code: "1.1.1" }, { code: "1.1.2" }, { code: "1.2" }],
    ]);
    // 1.1 is tried, and of the other only then it follows what it would be.
    const report = smallReport(levels, { "1/1": 25, "1/1.1": 0, "1/1.1.1": 5, "1/1.1.2": 7, "1/1.2": 8 });
    const [defect] = said(report);
    expect(defect?.sets).toBe(4);
    expect(defect?.text).toBe("");
  });
});
