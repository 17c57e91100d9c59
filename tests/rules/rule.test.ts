import { describe, expect, it } from "@jest/globals";
import type { ExplicitRule } from "../../src/forms/rule-schema.js";
import type { TableFeed } from "../../src/forms/tables.js";
import { shown } from "../../src/rules/outcome.js";
import {
  type Check,
  cellsOf,
  type FormCheck,
  isAmong,
  isCellCheck,
  saysOfNumbers,
} from "../../src/rules/rule.js";

/** What is known of a check by its kind: the cells that it looks at, and what it says of numbers. */

const of = { kind: "share", numerator: "done", denominator: "all" } as const;
const beside = (must: "filled" | { readonly equal: number } | { readonly below: number }) =>
  ({
    kind: "said-beside",
    beside: "words",
    rule: { column: "own", while: { column: "words", begins: "Hoàn thành" }, must },
  }) as unknown as Check<string>;

const checks: readonly (readonly [Check<string>, readonly string[], "equation" | "bound" | null])[] = [
  [{ kind: "readable" }, [], null],
  [{ kind: "whole" }, [], "bound"],
  [{ kind: "filled", when: null }, [], null],
  [{ kind: "filled", when: { cell: "asked", equals: 1 } }, ["asked"], null],
  [{ kind: "choice", values: [0, 1] }, [], "bound"],
  [{ kind: "ratio", of }, ["done", "all"], "equation"],
  [{ kind: "ratio-undefined", of }, ["done", "all"], "bound"],
  [{ kind: "ratio-filled", of }, ["done", "all"], null],
  [{ kind: "sum", parts: ["a", "b"] }, ["a", "b"], "equation"],
  [{ kind: "sum-within", parts: ["a", "b"] }, ["a", "b"], "bound"],
  [{ kind: "difference", from: "all", minus: ["done"] }, ["all", "done"], "equation"],
  [{ kind: "within", whole: "all" }, ["all"], "bound"],
  [beside("filled"), ["words"], null],
  [beside({ equal: 100 }), ["words"], "equation"],
  [beside({ below: 100 }), ["words"], "bound"],
];

describe("what a finding says stands in a cell", () => {
  it("is what was typed where that is text, else the number; words as they are; nothing of a blank", () => {
    const number = { kind: "number", value: 3000, decimals: 0, alternative: null } as const;
    expect(shown({ ...number, typed: "3.000" })).toBe("3.000");
    expect(shown({ ...number, typed: null })).toBe(3000);
    expect(shown({ ...number, value: 0, typed: null })).toBe(0);
    expect(shown({ kind: "text", text: "nhiều" })).toBe("nhiều");
    expect(shown({ kind: "unreadable", cause: "words", shown: "nh…" })).toBe("nh…");
    expect(shown({ kind: "blank" })).toBeNull();
  });
});

describe("a check", () => {
  it.each(checks)("%j looks at %j and says %s of numbers", (check, cells, says) => {
    expect(cellsOf(check)).toEqual(cells);
    expect(saysOfNumbers(check)).toBe(says);
  });

  it("of a row of the forms is between it and others, unless a table, another period or the edition says it", () => {
    const feed = {} as TableFeed;
    const relation = {} as ExplicitRule;
    const elsewhere: readonly FormCheck[] = [
      { kind: "fed", feed },
      { kind: "relation", rule: relation },
      { kind: "not-below-earlier", counts: "in-window" },
      { kind: "in-line-with-earlier", span: "period" },
    ];
    expect(elsewhere.filter(isCellCheck)).toEqual([]);
    expect(checks.every(([check]) => isCellCheck(check as FormCheck))).toBe(true);
  });

  it("between amounts of a row holds in the sums of the rows, a share does not", () => {
    const among = checks.flatMap(([check]) => (isAmong(check as never) ? [check.kind] : []));
    expect(among).toEqual(["sum", "sum-within", "difference", "within"]);
  });
});
