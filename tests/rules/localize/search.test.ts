import { describe, expect, it } from "@jest/globals";
import type { Edition } from "../../../src/forms/schema.js";
import { type ToldDefect, toldDefects } from "../../support/localize.js";
import type { TypedValues } from "../../support/report-builder.js";
import { relation, smallEdition, smallReport } from "../../support/small-edition.js";

/** The search for the wrong cell on forms of a few rows, one idea each. */

/** The defects of a form, its cells by their codes. */
function on(edition: Edition, values: TypedValues): readonly ToldDefect[] {
  const rows = Object.entries(values).map(([code, value]) => [`1/${code}`, value] as const);
  return toldDefects(smallReport(edition, Object.fromEntries(rows))).map(({ told, explained }) => ({
    told,
    explained: explained.map((set) => set.replaceAll("1/", "")),
  }));
}

/** What explains the only defect of a form. */
function oneOn(edition: Edition, values: TypedValues): readonly string[] {
  const [only, ...others] = on(edition, values);
  expect(others).toEqual([]);
  return only?.explained ?? ["nothing told"];
}

const parts = (...codes: readonly string[]) => ({ parts: { codes, relation: "equal" } });

const sum = smallEdition([{ code: "1", ...parts("1.1", "1.2") }, { code: "1.1" }, { code: "1.2" }]);
const levels = smallEdition([
  { code: "1", ...parts("1.1", "1.2") },
  { code: "1.1", ...parts("1.1.1", "1.1.2") },
  { code: "1.1.1" },
  { code: "1.1.2" },
  { code: "1.2" },
]);

describe("which cell may be wrong", () => {
  it("each cell of the broken rule, where one slip of the typist makes it hold", () => {
    expect(oneOn(sum, { "1": 10, "1.1": 3, "1.2": 4 })).toEqual(["1.1: 3 → 6 (slip)", "1.2: 4 → 7 (slip)"]);
    expect(oneOn(sum, { "1": 95, "1.1": 20, "1.2": 39 })).toEqual(["1: 95 → 59 (slip)"]);
    expect(oneOn(sum, { "1": 500, "1.1": 20, "1.2": 30 })).toEqual(["1: 500 → 50 (slip)"]);
  });

  it("where no slip does, every cell by arithmetic", () => {
    expect(oneOn(sum, { "1": 139, "1.1": 100, "1.2": 57 })).toEqual([
      ...["1: 139 → 157", "1.1: 100 → 82", "1.2: 57 → 39"],
    ]);
  });

  it("not what would have to fall below zero, or be no whole number", () => {
    expect(oneOn(sum, { "1": 30, "1.1": 41, "1.2": 36 })).toEqual(["1: 30 → 77"]);
    expect(oneOn(sum, { "1": 20.5, "1.1": 9, "1.2": 11 })).toEqual(["1: 20.5 → 20 (slip)"]);
  });

  it("a 0 last, where only arithmetic speaks: it says that there is none, and is seldom a slip", () => {
    expect(oneOn(sum, { "1": 131313, "1.1": 0, "1.2": 1313 })).toEqual([
      ...["1: 131313 → 1313", "1.2: 1313 → 131313", "1.1: 0 → 130000"],
    ]);
    expect(oneOn(sum, { "1": 0, "1.1": 0, "1.2": 11 })).toEqual(["1.2: 11 → 0", "1: 0 → 11"]);
  });

  it("a number that its neighbour says too was typed twice, whatever it should be", () => {
    expect(oneOn(sum, { "1": 7, "1.1": 7, "1.2": 7 })).toEqual([
      ...["1: 7 → 14 (slip)", "1.1: 7 → 0 (slip)", "1.2: 7 → 0 (slip)"],
    ]);
    expect(oneOn(sum, { "1": 222, "1.1": 222, "1.2": 77 })).toEqual([
      ...["1: 222 → 299 (slip)", "1.1: 222 → 145 (slip)"],
    ]);
  });

  it("only one that every failing rule looks at", () => {
    expect(on(levels, { "1": 20, "1.1": 14, "1.1.1": 5, "1.1.2": 7, "1.2": 8 })).toEqual([
      {
        told: ["total.mismatch 1/1.1 error", "total.mismatch 1/1 error"],
        explained: ["1.1: 14 → 12 (slip)"],
      },
    ]);
  });

  it("none that another rule holds to what it says", () => {
    expect(oneOn(levels, { "1": 20, "1.1": 12, "1.1.1": 5, "1.1.2": 9, "1.2": 8 })).toEqual([
      ...["1.1.1: 5 → 3 (slip)", "1.1.2: 9 → 7 (slip)"],
    ]);
  });

  it("an amount of money with its decimals", () => {
    const unit = { kind: "money", unit: "triệu đồng" } as const;
    const money = smallEdition([
      { code: "1", ...unit, ...parts("1.1", "1.2") },
      { code: "1.1", ...unit },
      { code: "1.2", ...unit },
    ]);
    expect(oneOn(money, { "1": 20.5, "1.1": 9.2, "1.2": 14.1 })).toEqual([
      ...["1: 20.5 → 23.3", "1.1: 9.2 → 6.4", "1.2: 14.1 → 11.3"],
    ]);
    // A point left out; the part is above its whole, too.
    expect(oneOn(money, { "1": 23.3, "1.1": 92, "1.2": 14.1 })).toEqual(["1.1: 92 → 9.2 (slip)"]);
  });

  it("at most five numbers that it may have been, the nearest to what the rules say first", () => {
    const atMost = smallEdition([
      { code: "1", parts: { codes: ["1.1", "1.2"], relation: "at-most" } },
      { code: "1.1" },
      { code: "1.2" },
    ]);
    expect(oneOn(atMost, { "1": 20, "1.1": 9, "1.2": 14 })).toEqual([
      "1: 20 → 23 200 2000 20000 120 (slip)",
      "1.1: 9 → 6 0 1 2 3 (slip)",
      "1.2: 14 → 11 4 10 1 (slip)",
    ]);
  });

  it("a number that cannot stand there by itself", () => {
    expect(oneOn(sum, { "1": 20, "1.1": -9, "1.2": 11 })).toEqual(["1.1: -9 → 9 (slip)"]);
    expect(oneOn(sum, { "1": 20, "1.1": 9, "1.2": 1.5 })).toEqual(["1.2: 1.5 → 11"]);
  });

  it("nothing where no slip and no other rule says what it should be", () => {
    const free = smallEdition([{ code: "1", kind: "ratio" }]);
    expect(on(free, { "1": 1_234_567 })).toEqual([
      { told: ["value.percent-range 1/1 error"], explained: [] },
    ]);
    expect(oneOn(free, { "1": 985 })).toEqual(["1: 985 → 98.5 9.85 85 95 98 (slip)"]);
  });

  it("nothing where all is well", () => {
    expect(on(sum, { "1": 20, "1.1": 9, "1.2": 11 })).toEqual([]);
  });
});

describe("shares", () => {
  const ratio = { code: "1", kind: "ratio" } as const;
  const share = smallEdition([
    { ...ratio, ratio: { numerator: "1.2", denominator: "1.1" } },
    { code: "1.1" },
    { code: "1.2" },
  ]);
  const reduction = smallEdition([
    { ...ratio, reduction: { from: "1.1", to: "1.2" } },
    { code: "1.1" },
    { code: "1.2" },
  ]);

  it("by arithmetic the share itself, its part or its whole", () => {
    expect(oneOn(share, { "1": 50, "1.1": 200, "1.2": 88 })).toEqual([
      ...["1: 50 → 44", "1.2: 88 → 100", "1.1: 200 → 176"],
    ]);
  });

  it("a fraction typed for a per cent, before what the parts would have to be", () => {
    expect(oneOn(share, { "1": 0.5, "1.1": 200, "1.2": 100 })).toEqual([
      ...["1: 0.5 → 50 (slip)", "1.2: 100 → 1 (slip)", "1.1: 200 → 20000 (slip)"],
    ]);
  });

  it("the part that is above its whole, however the share reads", () => {
    expect(oneOn(share, { "1": 44, "1.1": 200, "1.2": 880 })[0]).toBe("1.2: 880 → 88 (slip)");
  });

  it("a share of nothing should be 0 or blank", () => {
    expect(on(share, { "1": 50, "1.1": 0, "1.2": 0 })).toEqual([
      { told: ["ratio.undefined 1/1 warning"], explained: ["1: 50 → 0 (slip)"] },
    ]);
  });

  it("of what was there before, how much it fell", () => {
    expect(oneOn(reduction, { "1": 25, "1.1": 200, "1.2": 150 })).toEqual(["nothing told"]);
    // 160 of 200 are 20 % less; 150 of 188 are 20.2 %, which as a whole number is 20.
    expect(oneOn(reduction, { "1": 20, "1.1": 200, "1.2": 150 })).toEqual([
      ...["1: 20 → 25 (slip)", "1.2: 150 → 160 159 (slip)"],
    ]);
    expect(oneOn(reduction, { "1": 75, "1.1": 200, "1.2": 150 })).toEqual([
      ...["1: 75 → 25 (slip)", "1.2: 150 → 50 (slip)", "1.1: 200 → 600 (slip)"],
    ]);
    expect(oneOn(reduction, { "1": 33, "1.1": 200, "1.2": 150 })).toEqual([
      ...["1: 33 → 25", "1.2: 150 → 134", "1.1: 200 → 224"],
    ]);
  });

  it("typed as 0, says nothing of its parts but by a slip", () => {
    expect(oneOn(reduction, { "1": 0, "1.1": 200, "1.2": 150 })).toEqual(["1: 0 → 25"]);
  });

  it("of a whole fall nothing is left", () => {
    expect(oneOn(reduction, { "1": 100, "1.1": 200, "1.2": 7 })[0]).toBe("1.2: 7 → 0 1 (slip)");
  });
});

describe("rules that hold as a rule only", () => {
  const beside = (severity: string) =>
    smallEdition([{ code: "1", ...parts("1.1", "1.2") }, { code: "1.1" }, { code: "1.2" }, { code: "2" }], {
      rules: [relation("1/1.1", "<=", "1/2", severity)],
    });
  const values = { "1": 20, "1.1": 9, "1.2": 8, "2": 9 };

  it("a mending that breaks one of them is told last, and as unusual", () => {
    expect(oneOn(beside("warning"), values)).toEqual([
      ...["1: 20 → 17", "1.2: 8 → 11", "1.1: 9 → 12 (unusual)"],
    ]);
  });

  it("one that breaks a rule without exception is none", () => {
    expect(oneOn(beside("error"), values)).toEqual(["1: 20 → 17", "1.2: 8 → 11"]);
  });

  it("what only informs binds nothing, and is told alone", () => {
    expect(oneOn(beside("info"), values)).toEqual(["1: 20 → 17", "1.1: 9 → 12", "1.2: 8 → 11"]);
    expect(on(beside("info"), { ...values, "1": 17, "2": 5 })).toEqual([
      { told: ["cross.mismatch 1/1.1 info"], explained: [] },
    ]);
  });

  it("a slip that is unusual still goes before arithmetic that is not", () => {
    const equal = smallEdition([{ code: "1" }, { code: "2" }, { code: "3" }], {
      rules: [relation("1/1", "=", "1/2"), relation("1/1", "<=", "1/3", "warning")],
    });
    expect(oneOn(equal, { "1": 59, "2": 95, "3": 60 })).toEqual([
      ...["2: 95 → 59 (slip)", "1: 59 → 95 (slip) (unusual)"],
    ]);
    // Whose mending is usual, goes first; the rule that fails already is mended, not broken.
    expect(oneOn(equal, { "1": 95, "2": 59, "3": 60 })).toEqual(["1: 95 → 59 (slip)"]);
  });

  it("what a cell may have been is looked for among what is usual first", () => {
    const bound = smallEdition([{ code: "1" }, { code: "2" }, { code: "3" }], {
      rules: [relation("1/1", "<=", "1/2"), relation("1/1", ">=", "1/3", "warning")],
    });
    // 1 to 6 would do for the rule that must hold; 4 to 6 for the other one too.
    expect(oneOn(bound, { "1": 9, "2": 6, "3": 4 })[0]).toBe("1: 9 → 6 4 5 (slip)");
    expect(oneOn(bound, { "1": 9, "2": 6, "3": 7 })[0]).toBe("2: 6 → 9 60 600 6000 16 (slip)");
  });

  it("one that informs is told along with one that must hold at the same cell, and by itself elsewhere", () => {
    const both = smallEdition([{ code: "1" }, { code: "2" }, { code: "3" }], {
      rules: [relation("1/1", "=", "1/2"), relation("1/1", "<=", "1/3", "info")],
    });
    expect(on(both, { "1": 95, "2": 59, "3": 60 })).toEqual([
      {
        told: ["cross.mismatch 1/1 error", "cross.mismatch 1/1 info"],
        explained: ["1: 95 → 59 (slip)", "2: 59 → 95 (slip)"],
      },
    ]);
    expect(on(both, { "1": 61, "2": 61, "3": 60 })).toEqual([
      { told: ["cross.mismatch 1/1 info"], explained: [] },
    ]);
  });
});

describe("which findings belong together", () => {
  const two = smallEdition(
    [
      ...[{ code: "1", ...parts("1.1", "1.2") }, { code: "1.1" }, { code: "1.2" }],
      ...[{ code: "2", ...parts("2.1", "2.2") }, { code: "2.1" }, { code: "2.2" }],
    ],
    { rules: [relation("1/1.2", "<=", "1/2.1")] },
  );

  it("those of rules without a common cell do not", () => {
    expect(on(two, { "1": 20, "1.1": 9, "1.2": 14, "2": 30, "2.1": 18, "2.2": 15 })).toEqual([
      {
        told: ["total.mismatch 1/1 error"],
        explained: ["1: 20 → 23 (slip)", "1.1: 9 → 6 (slip)", "1.2: 14 → 11 (slip)"],
      },
      {
        told: ["total.mismatch 1/2 error"],
        explained: ["2: 30 → 33 (slip)", "2.1: 18 → 15 (slip)", "2.2: 15 → 12 (slip)"],
      },
    ]);
  });

  it("those that a third failing rule joins do", () => {
    const all = on(two, { "1": 20, "1.1": 9, "1.2": 61, "2": 21, "2.1": 17, "2.2": 14 });
    expect(all.map(({ told }) => told)).toEqual([
      [
        ...["total.mismatch 1/1 error", "part.exceeds 1/1.2 error", "cross.mismatch 1/1.2 error"],
        "total.mismatch 1/2 error",
      ],
    ]);
  });

  it("are told at the only cell to blame", () => {
    expect(on(levels, { "1": 15, "1.1": 50, "1.1.1": 2, "1.1.2": 3, "1.2": 10 })).toEqual([
      {
        told: ["total.mismatch 1/1.1 error", "total.mismatch 1/1 error", "part.exceeds 1/1.1 error"],
        explained: ["1.1: 50 → 5 (slip)"],
      },
    ]);
  });

  it("are told by an error before a warning, where no cell is to blame alone", () => {
    const mixed = smallEdition([{ code: "1" }, { code: "2" }, { code: "3" }], {
      rules: [relation("1/1", "<=", "1/3", "warning"), relation("1/2", "=", "1/3")],
    });
    expect(on(mixed, { "1": 77, "2": 66, "3": 31 }).map(({ told }) => told)).toEqual([
      ["cross.mismatch 1/2 error", "cross.mismatch 1/1 warning"],
    ]);
  });

  it("a share that stands blank is not told with what is wrong beside it", () => {
    const both = smallEdition([
      { code: "1", ...parts("1.1", "1.2") },
      ...[{ code: "1.1" }, { code: "1.2" }],
      { code: "1.3", kind: "ratio", ratio: { numerator: "1.1", denominator: "1.2" } },
    ]);
    expect(on(both, { "1": 95, "1.1": 20, "1.2": 39 })).toEqual([
      { told: ["total.mismatch 1/1 error"], explained: ["1: 95 → 59 (slip)"] },
      { told: ["ratio.missing 1/1.3 warning"], explained: [] },
    ]);
  });

  it("words, blanks and places stand alone", () => {
    expect(on(sum, { "1": "nhiều", "1.1": 100, "1.2": 57 })).toEqual([
      { told: ["value.type 1/1 error"], explained: [] },
    ]);
  });
});

describe("two cells, where one is not enough", () => {
  it("one mends some of the rules, another the rest; the likeliest pairs first, at most five", () => {
    expect(oneOn(levels, { "1": 40, "1.1": 12, "1.1.1": 5, "1.1.2": 9, "1.2": 8 })).toEqual([
      "1: 40 → 20 (slip) and 1.1.1: 5 → 3 (slip)",
      "1: 40 → 20 (slip) and 1.1.2: 9 → 7 (slip)",
      "1.2: 8 → 28 (slip) and 1.1.1: 5 → 3 (slip)",
      "1.2: 8 → 28 (slip) and 1.1.2: 9 → 7 (slip)",
      "1.1: 12 → 32 (slip) and 1.1.1: 5 → 23",
    ]);
  });

  it("a 0 is no slip there either", () => {
    expect(oneOn(levels, { "1": 25, "1.1": 0, "1.1.1": 5, "1.1.2": 7, "1.2": 8 })).toEqual([
      "1.1: 0 → 12 and 1: 25 → 20 (slip)",
      "1.1: 0 → 17 and 1.1.1: 5 → 10",
      "1.1: 0 → 17 and 1.1.2: 7 → 12",
      "1.1: 0 → 12 and 1.2: 8 → 13",
    ]);
    expect(oneOn(levels, { "1": 15, "1.1": 12, "1.1.1": 5, "1.1.2": 0, "1.2": 0 })).toEqual([
      "1.1: 12 → 15 (slip) and 1.1.1: 5 → 15 (slip)",
      "1: 15 → 12 (slip) and 1.1.1: 5 → 12",
      "1: 15 → 12 (slip) and 1.1.2: 0 → 7",
      "1.1: 12 → 15 (slip) and 1.1.2: 0 → 10",
      "1.1: 12 → 5 and 1: 15 → 5 (slip)",
    ]);
  });

  it("in two sums that must say the same", () => {
    const same = smallEdition(
      [
        ...[{ code: "1", ...parts("1.1", "1.2") }, { code: "1.1" }, { code: "1.2" }],
        ...[{ code: "2", ...parts("2.1", "2.2") }, { code: "2.1" }, { code: "2.2" }],
      ],
      { rules: [relation("1/1", "=", "1/2")] },
    );
    expect(oneOn(same, { "1": 30, "1.1": 10, "1.2": 20, "2": 40, "2.1": 10, "2.2": 25 })).toEqual([
      ...["2: 40 → 30 (slip) and 2.2: 25 → 20 (slip)", "2: 40 → 30 (slip) and 2.1: 10 → 5"],
    ]);
  });

  it("none of them breaks another rule", () => {
    const two = smallEdition([{ code: "1" }, { code: "2" }, { code: "3" }], {
      rules: [relation("1/1", "=", "1/2"), relation("1/1", "<=", "1/3")],
    });
    // Both sides of the equation are above the limit: the limit is mended with one of them, or both fall.
    expect(oneOn(two, { "1": 59, "2": 95, "3": 50 })).toEqual([
      "2: 95 → 59 (slip) and 3: 50 → 59 (slip)",
      "1: 59 → 95 (slip) and 3: 50 → 95",
      "1: 59 → 23 and 2: 95 → 23",
    ]);
  });

  it("nothing where three would have to change", () => {
    const two = smallEdition(
      [
        ...[{ code: "1", ...parts("1.1", "1.2") }, { code: "1.1" }, { code: "1.2" }],
        ...[{ code: "2", ...parts("2.1", "2.2") }, { code: "2.1" }, { code: "2.2" }],
      ],
      { rules: [relation("1/1.2", "<=", "1/2.1")] },
    );
    expect(oneOn(two, { "1": 20, "1.1": 9, "1.2": 16, "2": 21, "2.1": 10, "2.2": 14 })).toEqual([]);
  });
});
