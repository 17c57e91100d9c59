import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { formulaOf } from "../../src/rules/formula-of.js";
import type { Check } from "../../src/rules/rule.js";
import { runCheck } from "../../src/rules/run-check.js";
import type { Reading } from "../../src/values/reading.js";
import { readCell } from "../../src/values/reading.js";
import { evaluateOn } from "../support/sheet-formula.js";

type Key = "A1" | "B1" | "C1" | "D1";

const kinds: readonly Check<Key>[] = [
  { kind: "not-negative" },
  { kind: "percent-range" },
  { kind: "ratio", of: { kind: "share", numerator: "B1", denominator: "C1" } },
  { kind: "ratio", of: { kind: "reduction", numerator: "B1", denominator: "C1" } },
  { kind: "sum", parts: ["B1", "C1", "D1"] },
  { kind: "sum-within", parts: ["B1", "C1", "D1"] },
  { kind: "difference", from: "B1", minus: ["C1", "D1"] },
  { kind: "within", whole: "B1" },
];

/** Small numbers, so that checks hold as often as they fail, with up to two decimals. */
const value = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -3, max: 12 }),
  fc.constantFrom(25, 33, 33.3, 33.33, 33.34, 50, 66.66, 66.67, 66.7, 75, 100, 101),
);

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
        const outcome = runCheck<Key>(check, {
          severity: "error",
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
