import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { editionIds } from "../../src/forms/catalogue.js";
import { findIndicator, type IndicatorKey, refOf, rowKey } from "../../src/forms/indicators.js";
import type { ExplicitRule } from "../../src/forms/rule-schema.js";
import { formulaOf, relationFormulaOf, totalFormulaOf } from "../../src/rules/formula-of.js";
import type { Check } from "../../src/rules/rule.js";
import { runCheck } from "../../src/rules/run-check.js";
import { runRelation } from "../../src/rules/run-relation.js";
import { FRESH_TOTALS } from "../../src/rules/tables/numbers.js";
import type { CellValue } from "../../src/values/cell.js";
import type { Reading } from "../../src/values/reading.js";
import { readCell } from "../../src/values/reading.js";
import { buildReport } from "../support/report-builder.js";
import { edition } from "../support/report-data.js";
import { evaluateOn } from "../support/sheet-formula.js";

type Key = "A1" | "B1" | "C1" | "D1";

const kinds: readonly Check<Key>[] = [
  { kind: "not-negative" },
  { kind: "percent-range" },
  { kind: "ratio", of: { kind: "share", numerator: "B1", denominator: "C1" } },
  { kind: "ratio", of: { kind: "reduction", numerator: "B1", denominator: "C1" } },
  { kind: "sum", parts: ["B1", "C1", "D1"] },
  { kind: "sum-within", parts: ["B1", "C1", "D1"] },
  { kind: "sum-reaches", parts: ["B1", "C1", "D1"] },
  { kind: "difference", from: "B1", minus: ["C1", "D1"] },
  { kind: "within", whole: "B1" },
];

/** Small numbers, so that checks hold as often as they fail, with up to two decimals. */
const value = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -3, max: 12 }),
  fc.constantFrom(25, 33, 33.3, 33.33, 33.34, 50, 66.66, 66.67, 66.7, 75, 100, 101),
);

/** The same, nothing and little more often. */
const known = fc.oneof(value, fc.constantFrom(0, 1, null));

/** Every row of so many of these values. */
function everyRow<T>(length: number, values: readonly T[]): readonly (readonly T[])[] {
  if (length === 0) return [[]];
  return everyRow(length - 1, values).flatMap((row) => values.map((value) => [...row, value]));
}

function read(number: number | null): Reading {
  return readCell({ value: number, format: "General", formula: "" }, { kind: "money" }, null);
}

describe("a check as the sheet's formula", () => {
  it.each(kinds.map((check) => [check.kind, check] as const))("%s fails where the rule fails", (_, check) => {
    const formula = formulaOf<Key>(check, { own: "A1", cells: (key) => [key] });
    expect(formula).not.toBeNull();
    let failing = 0;
    fc.assert(
      fc.property(fc.record({ A1: value, B1: value, C1: value, D1: value }), (cells) => {
        // A ratio of 1 or less may be a per cent that Excel keeps as a fraction, of which only the pane sees
        // the format; a negative one is marked as such.
        fc.pre(check.kind !== "ratio" || cells.A1 === null || cells.A1 > 1);
        const outcome = runCheck<Key>(check, "error", {
          own: read(cells.A1),
          found: true,
          read: (key) => read(cells[key]),
          name: (key) => ({ kind: "row", form: 1, code: key }),
          computed: () => ({ kind: "blank" }),
        });
        if (outcome.kind === "fails") failing += 1;
        expect(evaluateOn(cells, formula ?? "") === true).toBe(outcome.kind === "fails");
      }),
      { numRuns: 400 },
    );
    expect(failing).toBeGreaterThan(0);
  });

  it("leaves to the pane what a sheet cannot tell", () => {
    const others: readonly Check<Key>[] = [
      { kind: "readable" },
      { kind: "one-reading" },
      { kind: "filled", when: null },
      { kind: "choice", values: [0, 1] },
    ];
    for (const check of others)
      expect(formulaOf<Key>(check, { own: "A1", cells: (key) => [key] })).toBeNull();
  });
});

describe("a relation between rows as the sheet's formula", () => {
  const relations = editionIds().flatMap((id) => (edition(id).rules ?? []).map((rule) => ({ id, rule })));
  const keysOf = ({ left, right }: ExplicitRule) => [
    ...new Set(
      [...left.sum, ...right.sum].flatMap((term) => (typeof term === "string" ? [rowKey(term)] : [])),
    ),
  ];
  const speaksOfTables = ({ left, right }: ExplicitRule) =>
    [...left.sum, ...right.sum].some((term) => typeof term === "object" && "table" in term);
  const synthetic: readonly ExplicitRule[] = (["=", "<=", ">="] as const).flatMap((operator) =>
    (["skip-any", "skip-all", "zero"] as const).map((missing) => ({
      ...{ name: `${operator} ${missing}`, operator, severity: "error", says: "." },
      left: { sum: ["3/1.1", "3/1.2"], missing, is: "filled" },
      right: { sum: ["3/1.3", { number: 2 }], missing, is: "filled" },
    })),
  );
  /** Per cents: 3/3.1 to 3/3.4 are shares of other rows; on either side, on both, against one another and a number. */
  const shares: readonly ExplicitRule[] = (["=", "<=", ">="] as const).flatMap((operator) =>
    [
      [["3/3.1", "3/3.2"], [{ number: 3 }]],
      [["3/1.3"], ["3/3.1", "3/3.2"]],
      [["3/3.1", "3/3.2"], ["3/3.3"]],
      [["3/3.1"], ["3/3.2"]],
      [["3/3.1"], ["3/1.3"]],
      [["3/1.3"], ["3/3.1"]],
    ].map(([left = [], right = []], index) => ({
      ...{ name: `${operator} shares ${index}`, operator, severity: "error" as const, says: "." },
      left: { sum: left, missing: "skip-any" as const, is: "filled" as const },
      right: { sum: right, missing: "skip-any" as const, is: "filled" as const },
    })),
  );
  const logical: readonly ExplicitRule[] = (["implies", "both-or-neither", "never-both"] as const).flatMap(
    (operator) =>
      (["filled", "positive", { equals: 1 }] as const).map((is) => ({
        ...{ name: `${operator} ${JSON.stringify(is)}`, operator, severity: "error", says: "." },
        left: { sum: ["3/1.1"], missing: "skip-any", is },
        right: { sum: ["3/1.2", "3/1.3"], missing: "skip-all", is: "positive" },
      })),
  );
  const all = [
    ...relations.map(({ id, rule }) => [`${id} ${rule.name}`, id, rule] as const),
    ...[...synthetic, ...shares, ...logical].map((rule) => [rule.name, "tu-ky-2023", rule] as const),
  ];

  it.each(
    all.filter(([, , rule]) => !speaksOfTables(rule)),
  )("%s fails where the rule fails", (_, id, rule) => {
    const keys = keysOf(rule);
    const isRatio = (key: IndicatorKey) => findIndicator(edition(id), refOf(key))?.kind === "ratio";
    const formula = relationFormulaOf(rule, { cellOf: (key) => `${"ABCD"[keys.indexOf(key)]}1`, isRatio });
    const blank = buildReport(id);
    /** True where both fail; it is wrong where one does. */
    const fails = (numbers: readonly (number | null)[]): boolean => {
      const values = new Map(blank.values);
      keys.forEach((key, index) => {
        const known = values.get(key);
        if (known !== undefined) values.set(key, { ...known, reading: read(numbers[index] ?? null) });
      });
      const outcome = runRelation(rule, rule.severity, {
        ...{ report: { ...blank, values }, earlier: null, totals: FRESH_TOTALS },
      });
      const [A1 = null, B1 = null, C1 = null, D1 = null] = numbers;
      const marked = evaluateOn({ A1, B1, C1, D1 }, formula ?? "") === true;
      expect({ numbers, marked }).toEqual({ numbers, marked: outcome.kind === "fails" });
      return marked;
    };
    // Every rule fails on some of these, whatever chance brings.
    expect(everyRow(keys.length, [null, 0, 1, 50]).filter(fails)).not.toEqual([]);
    // Shares with more and fewer decimals beside one another, on either side.
    if (keys.length === 2) for (const row of everyRow(2, [33, 33.3, 33.33, 33.34])) fails(row);
    fc.assert(
      fc.property(fc.tuple(known, known, known, known), (numbers) => {
        fails(numbers);
      }),
      { numRuns: 150 },
    );
  });

  it("leaves to the pane what looks at a table, and words that only it can read", () => {
    const [table] = relations.filter(({ rule }) => speaksOfTables(rule));
    const scope = { cellOf: () => "A1", isRatio: () => false };
    expect(table === undefined ? "" : relationFormulaOf(table.rule, scope)).toBeNull();
    const within = relations.find(({ rule }) => rule.name === "linked-same-level");
    const formula =
      within === undefined
        ? null
        : relationFormulaOf(within.rule, { ...scope, cellOf: (key) => (key === "3/2.1" ? "A1" : "B1") });
    expect(formula).toBe("AND(COUNT(A1)=1,COUNT(B1)=1,A1-B1>1E-9)");
    expect(evaluateOn({ A1: 3, B1: "2" }, formula ?? "")).toBe(false);
  });
});

describe("a share of several cells as the sheet's formula", () => {
  const check = { kind: "ratio", of: { kind: "share", numerator: "B1", denominator: "C1" } } as const;
  const formula = formulaOf<Key>(check, {
    own: "A1",
    cells: (key) => (key === "B1" ? ["B1", "D1"] : [key]),
  });
  const marked = (cells: Readonly<Record<string, CellValue>>) => evaluateOn(cells, formula ?? "") === true;

  it("adds them up, with any of them there", () => {
    expect(marked({ A1: 50, B1: 2, D1: 3, C1: 10 })).toBe(false);
    expect(marked({ A1: 51, B1: 2, D1: 3, C1: 10 })).toBe(true);
    expect(marked({ A1: 21, B1: 2, C1: 10 })).toBe(true);
    expect(marked({ A1: 31, D1: 3, C1: 10 })).toBe(true);
    expect(marked({ A1: 31, C1: 10 })).toBe(false);
  });
});

describe("a total as the sheet's formula", () => {
  const marked = (total: CellValue, rows: readonly CellValue[]) => {
    const cells = Object.fromEntries(rows.map((value, index) => [`B${index + 1}`, value]));
    return evaluateOn({ ...cells, B9: total }, totalFormulaOf("B9", "B1:B8")) === true;
  };

  it("is marked where it differs from the rows, and not while it or all of them are blank", () => {
    expect(marked(7, [3, 4])).toBe(false);
    expect(marked(8, [3, 4])).toBe(true);
    expect(marked(6, [3, null, 4])).toBe(true);
    expect(marked(8, [])).toBe(false);
    expect(marked(null, [3, 4])).toBe(false);
    expect(marked("7", [3, 4])).toBe(false);
    expect(marked(0.3, [0.1, 0.2])).toBe(false);
  });
});
