import { describe, expect, it } from "@jest/globals";
import { refOf } from "../../src/forms/indicators.js";
import type { ExplicitRule } from "../../src/forms/rule-schema.js";
import { findTable } from "../../src/forms/tables.js";
import type { Report } from "../../src/report/report.js";
import { evaluate, findingsOf, reevaluate, ruleSetOf, summarize } from "../../src/rules/evaluate.js";
import { containsEarlier, cumulatesFrom, isSameOfLastYear } from "../../src/rules/periods.js";
import { type FormCheck, isAmong, saysOfNumbers, type TableCheck } from "../../src/rules/rule.js";
import type { TableRowValues } from "../support/chance.js";
import { check } from "../support/check.js";
import { buildTable } from "../support/consistent.js";
import { buildReport } from "../support/report-builder.js";

/** What a kind of rule says of numbers; what is counted of a report; when rules run again. */

describe("what a check says of numbers", () => {
  const relation = (operator: ExplicitRule["operator"]): FormCheck => ({
    kind: "relation",
    rule: {
      ...{ name: "a", operator, severity: "error", says: "." },
      left: { sum: ["3/1"], missing: "skip-any", is: "filled" },
      right: { sum: ["3/2"], missing: "skip-any", is: "filled" },
    },
  });
  const of = { kind: "share", numerator: "a", denominator: "b" } as const;

  it.each<[FormCheck | TableCheck, "equation" | "bound" | null]>([
    [relation("="), "equation"],
    [relation("<="), "bound"],
    [relation(">="), "bound"],
    [relation("implies"), "bound"],
    [{ kind: "sum", parts: ["a"] }, "equation"],
    [{ kind: "difference", from: "a", minus: ["b"] }, "equation"],
    [{ kind: "column-total" }, "equation"],
    [{ kind: "sum-within", parts: ["a"] }, "bound"],
    [{ kind: "within", whole: "a" }, "bound"],
    [{ kind: "ratio", of }, "equation"] as [TableCheck, "equation"],
    [{ kind: "ratio-filled", of }, null] as [TableCheck, null],
    [{ kind: "not-negative" }, "bound"],
    [{ kind: "whole" }, "bound"],
    [{ kind: "readable" }, null],
    [{ kind: "filled", when: null }, null],
    [{ kind: "number-once" }, null],
    [{ kind: "agrees", columns: ["a"], with: { table: "b", columns: ["c"] } }, "equation"],
  ])("%j: %s", (one, expected) => {
    expect(saysOfNumbers(one)).toBe(expected);
  });

  it("holds in sums what holds in every row: sums, differences and bounds", () => {
    const among: readonly TableCheck[] = [
      { kind: "sum", parts: ["a"] },
      { kind: "difference", from: "a", minus: ["b"] },
      { kind: "within", whole: "a" },
      { kind: "sum-within", parts: ["a"] },
    ];
    expect(among.map(isAmong)).toEqual([true, true, true, true]);
    const others: readonly TableCheck[] = [
      { kind: "ratio", of },
      { kind: "column-total" },
      { kind: "whole" },
    ];
    expect(others.map(isAmong)).toEqual([false, false, false]);
  });
});

describe("what is counted of a report", () => {
  const summary = (rows: Record<string, string | number>, id = "tu-ky-2023") =>
    check(buildReport(id, rows)).summary;

  it("rows that must be filled, and those of them that are", () => {
    const blank = summary({});
    expect(blank.filled).toBe(0);
    expect(blank.required).toBeGreaterThan(50);
    expect(summary({ "3/1.4": 139 })).toMatchObject({ filled: 1, required: blank.required });
    // Rows of the province and optional ones are not asked for.
    expect(summary({ "3/1.4.1": 1, "3/1": 1 })).toMatchObject({ filled: 0, required: blank.required });
    // 5.2 is asked for once a survey was held.
    const held = summary({ "1/5": 1 });
    expect(held).toMatchObject({ filled: 1, required: blank.required + 2 });
    expect(summary({ "1/5": 0 })).toMatchObject({ filled: 1, required: blank.required });
  });

  it("rules that cannot be checked yet: each once its inputs are there is one less", () => {
    const { unchecked } = summary({});
    expect(summary({ "4/2.1": 17 }).unchecked).toBe(unchecked);
    // 2.2 within 2.1.
    expect(summary({ "4/2.1": 17, "4/2.2": 16 }).unchecked).toBeLessThan(unchecked);
    expect(summary({ "4/2.1": 17, "4/2.2": "x" }).unchecked).toBe(unchecked);
  });

  it("rules of tables are counted too, row by row", () => {
    const staff = findTable("staff");
    if (staff === null) throw new Error("no such table");
    const unchecked = (...rows: readonly TableRowValues[]) => {
      const report = { ...buildReport("tu-ky-2023"), tables: new Map([["staff", buildTable(staff, rows)]]) };
      return (
        evaluate(ruleSetOf(report.edition), { report, earlier: null }).tables.outcomes.get("staff")
          ?.unchecked ?? 0
      );
    };
    const full = {
      ...{ group: "a", assigned: 9, present: 8, postgraduate: 1, university: 5, college: 1 },
      ...{ "other-qualification": 1, "politics-advanced": 1, "politics-intermediate": 2 },
      ...{ "politics-elementary": 3, qualified: 4, training: 9 },
    };
    expect(unchecked(full)).toBe(0);
    // Present within assigned cannot be told.
    const { assigned: _, ...without } = full;
    expect(unchecked(without)).toBe(1);
    expect(unchecked(without, without)).toBe(2);
    // A cell that cannot be read: its bound, and the total of its column.
    expect(unchecked({ ...full, assigned: "x" })).toBe(2);
  });

  it("findings by how grave they are", () => {
    const { summary, findings } = check(buildReport("tu-ky-2023", { "4/2.1": 17, "4/2.2": 18, "1/1": "5" }));
    expect(summary.errors).toBe(findings.filter(({ severity }) => severity === "error").length);
    expect(summary.errors).toBe(1);
    expect(summary.infos).toBe(1);
    expect(summary.warnings).toBe(findings.length - 2);
  });
});

describe("rules that run again", () => {
  const set = ruleSetOf(buildReport("tu-ky-2023").edition);
  const report = buildReport("tu-ky-2023", { "4/2.1": 17, "4/2.2": 16 }, { period: "half-year", year: 2023 });
  const before = evaluate(set, { report, earlier: null });

  /** The cells whose rules were run again: their outcomes are new objects where they fail. */
  const runAgain = (
    next: Report,
    changed: readonly `${number}/${string}`[],
    earlier: Report | null = null,
  ) => {
    const after = reevaluate(before, { report: next, earlier }, changed);
    const full = evaluate(set, { report: next, earlier });
    expect(findingsOf(after)).toEqual(findingsOf(full));
    expect(summarize(after, findingsOf(after))).toEqual(summarize(full, findingsOf(full)));
    return set.rules.flatMap(({ form, code }, index) =>
      after.outcomes[index] === before.outcomes[index] ? [] : [`${form}/${code}`],
    );
  };

  it("are those that look at a changed cell", () => {
    const next = buildReport("tu-ky-2023", { "4/2.1": 17, "4/2.2": 18 }, report.info);
    const again = runAgain(next, ["4/2.2"]);
    expect(again).toContain("4/2.2");
    expect(again.every((row) => /^[45]\//.test(row))).toBe(true);
    expect(runAgain(report, [])).toEqual([]);
  });

  it.each<[string, Partial<Report["info"]>]>([
    ["the period", { period: "quarter-3" }],
    ["the year", { year: 2024 }],
    ["the first day", { from: { year: 2023, month: 1, day: 1 } }],
    ["the last day", { to: { year: 2023, month: 6, day: 1 } }],
  ])("and those of the earlier period, with %s", (_, info) => {
    const earlier = buildReport(
      "tu-ky-2023",
      { "4/2.1": 170, "4/2.2": 1 },
      { period: "quarter-1", year: 2023 },
    );
    const compared = evaluate(set, { report, earlier });
    const next = { ...report, info: { ...report.info, ...info } };
    const after = reevaluate(compared, { report: next, earlier }, []);
    expect(findingsOf(after)).toEqual(findingsOf(evaluate(set, { report: next, earlier })));
    const again = set.rules.filter((_, index) => after.outcomes[index] !== compared.outcomes[index]);
    expect(again.length).toBeGreaterThan(0);
    expect(new Set(again.map(({ id }) => id.split(".")[0]))).toEqual(new Set(["period"]));
    // The same days, read once more, are no others.
    const same = { ...next, info: structuredClone(next.info) };
    const still = reevaluate(after, { report: same, earlier }, []);
    expect(still.outcomes).toEqual(after.outcomes);
    expect(still.outcomes.every((outcome, index) => outcome === after.outcomes[index])).toBe(true);
  });
});

describe("which earlier period a report is compared with", () => {
  const blank = buildReport("tu-ky-2023");
  const day = (month: number, of: number, year = 2023) => ({ year, month, day: of });
  const over = (from: ReturnType<typeof day> | null, to: ReturnType<typeof day> | null): Report => ({
    ...blank,
    info: { ...blank.info, from, to },
  });
  const half = over(day(1, 1), day(6, 30));

  it.each<[string, Report, boolean]>([
    ["the quarter at its beginning", over(day(1, 1), day(3, 31)), true],
    ["the quarter at its end", over(day(4, 1), day(6, 30)), true],
    ["one within", over(day(2, 1), day(3, 1)), true],
    ["itself", half, false],
    ["one that begins before", over(day(12, 31, 2022), day(3, 31)), false],
    ["one that ends later", over(day(4, 1), day(7, 1)), false],
    ["one without a first day", over(null, day(3, 31)), false],
    ["one without a last day", over(day(1, 1), null), false],
  ])("a half-year contains %s: %s", (_, earlier, expected) => {
    expect(containsEarlier(half, earlier)).toBe(expected);
  });

  it("nothing is contained in a window without its days", () => {
    expect(containsEarlier(over(null, day(6, 30)), over(day(2, 1), day(3, 1)))).toBe(false);
    expect(containsEarlier(over(day(1, 1), null), over(day(2, 1), day(3, 1)))).toBe(false);
  });

  it("the same period of last year is that one alone", () => {
    const of = (period: Report["info"]["period"], year: number | null): Report => ({
      ...blank,
      info: { ...blank.info, period, year },
    });
    const now = of("half-year", 2023);
    expect(isSameOfLastYear(now, of("half-year", 2022))).toBe(true);
    expect(isSameOfLastYear(now, of("half-year", 2023))).toBe(false);
    expect(isSameOfLastYear(now, of("half-year", 2021))).toBe(false);
    expect(isSameOfLastYear(now, of("quarter-1", 2022))).toBe(false);
    expect(isSameOfLastYear(of(null, 2023), of(null, 2022))).toBe(false);
    expect(isSameOfLastYear(of("half-year", null), of("half-year", null))).toBe(false);
    expect(cumulatesFrom(of("year", null), of("quarter-1", null))).toBe(false);
  });
});

it("every row of an edition is named by its rules", () => {
  const { edition } = buildReport("tu-ky-2023");
  const named = new Set(ruleSetOf(edition).rules.map(({ form, code }) => `${form}/${code}`));
  const rows = [...buildReport("tu-ky-2023").values.keys()]
    .map(refOf)
    .map(({ form, code }) => `${form}/${code}`);
  expect(rows.filter((row) => !named.has(row))).toEqual([]);
});
