import { describe, expect, it } from "@jest/globals";
import { check } from "../support/check.js";
import { smallEdition, smallReport, smallTable } from "../support/small-edition.js";

/** What a relation that an edition declares makes of the numbers, one idea each. */

type Number = number | string | null;

interface Side {
  readonly sum: readonly unknown[];
  readonly missing?: "skip-any" | "skip-all" | "zero";
  readonly is?: "filled" | "positive" | { readonly equals: number };
}

const table = smallTable([{ id: "a", total: "sum" }]);

/** Whether the relation is broken, cannot be told, or holds, for rows 1, 2, 3 and per cents 4 and 5. */
function said(
  left: Side,
  operator: string,
  right: Side,
  values: Readonly<Record<string, Number>>,
  counted?: readonly number[],
) {
  const rule = { name: "it", left, operator, right, severity: "warning", says: "Vì thế." };
  const rows = [{ code: "1" }, { code: "2" }, { code: "3" }];
  const shares = [
    { code: "4", kind: "ratio" as const },
    { code: "5", kind: "ratio" as const },
  ];
  const typed = Object.entries(values).flatMap(([code, value]) =>
    value === null ? [] : [[`1/${code}`, value] as const],
  );
  const given = counted?.map((a) => ({ name: "dòng", a }));
  const made = (rules: readonly unknown[]) =>
    check(
      smallReport(
        smallEdition([...rows, ...shares], { rules }),
        Object.fromEntries(typed),
        given === undefined ? [] : [[table, given]],
      ),
    );
  const [withRule, without] = [made([rule]), made([])];
  const told = withRule.findings.flatMap((finding) =>
    finding.rule === "cross.mismatch" ? [[finding.severity, finding.actual, finding.expected]] : [],
  );
  if (told.length > 0) return told[0];
  return withRule.summary.unchecked > without.summary.unchecked ? "cannot be told" : "holds";
}

const one: Side = { sum: ["1/1"] };
const two: Side = { sum: ["1/2"] };

describe("a comparison", () => {
  it.each([
    ["=", 7, 7, "holds"],
    ["=", 7, 8, ["warning", 7, 8]],
    ["=", 8, 7, ["warning", 8, 7]],
    ["<=", 7, 7, "holds"],
    ["<=", 6, 7, "holds"],
    ["<=", 8, 7, ["warning", 8, 7]],
    [">=", 7, 7, "holds"],
    [">=", 8, 7, "holds"],
    [">=", 6, 7, ["warning", 6, 7]],
    ["=", null, 7, "cannot be told"],
    ["<=", 7, null, "cannot be told"],
    [">=", null, null, "cannot be told"],
    ["=", "mười", 7, "cannot be told"],
  ] as const)("%s of %j and %j", (operator, left, right, expected) => {
    expect(said(one, operator, two, { "1": left, "2": right })).toEqual(expected);
  });

  it("with a number, or the total of a table that the workbook has", () => {
    expect(said(one, "=", { sum: [{ number: 7 }] }, { "1": 7 })).toBe("holds");
    expect(said(one, "=", { sum: [{ number: 7 }] }, { "1": 8 })).toEqual(["warning", 8, 7]);
    const total: Side = { sum: [{ table: "small", columns: ["a"] }] };
    expect(said(one, "<=", total, { "1": 8 }, [3, 4])).toEqual(["warning", 8, 7]);
    expect(said(total, "<=", one, { "1": 6 }, [3, 4])).toEqual(["warning", 7, 6]);
    expect(said(one, "<=", total, { "1": 7 }, [3, 4])).toBe("holds");
    expect(said(one, "<=", total, { "1": 8 })).toBe("holds");
    expect(said(total, "<=", one, { "1": 8 })).toBe("holds");
  });
});

describe("what is told of a comparison", () => {
  it("is each term with where it stands: rows, numbers, totals of tables", () => {
    const rule = {
      ...{ name: "it", operator: "=", severity: "error", says: "Vì thế." },
      left: { sum: ["1/1", { number: 3 }] },
      right: { sum: [{ table: "small", columns: ["a"] }] },
    };
    const report = smallReport(smallEdition([{ code: "1" }], { rules: [rule] }), { "1/1": 5 }, [
      [table, [{ name: "dòng", a: 9 }]],
    ]);
    const told = check(report).findings.find((finding) => finding.rule === "cross.mismatch");
    expect(told).toMatchObject({
      ...{ actual: 8, expected: 9 },
      by: {
        ...{ kind: "relation", name: "it", operator: "=", says: "Vì thế." },
        left: [
          { cell: { kind: "row", form: 1, code: "1" }, value: 5 },
          { cell: { kind: "number" }, value: 3 },
        ],
        right: [{ cell: { kind: "total", table: "small", columns: ["a"] }, value: 9 }],
      },
    });
  });
});

describe("rows that make up 100 together, as their edition says", () => {
  const fractions = (operator: string, right: unknown, left: readonly unknown[] = ["1/1", "1/2"]) => {
    const rule = { name: "it", left: { sum: left }, operator, right, severity: "warning", says: "Vì thế." };
    const rows = ["1", "2", "3"].map((code) => ({ code, kind: "ratio" as const }));
    const report = smallReport(smallEdition(rows, { rules: [rule] }), { "1/1": 1, "1/2": 99, "1/3": 1 });
    return check(report).findings.flatMap(({ rule, place }) =>
      rule === "value.fraction" && place.kind === "indicator" ? [place.code] : [],
    );
  };

  it("may hold 1 beside 99; others may not", () => {
    expect(fractions("=", { sum: [{ number: 100 }] })).toEqual(["3"]);
    expect(fractions("=", { sum: [{ number: 100 }] }, ["1/2", "1/1"])).toEqual(["3"]);
    expect(fractions("=", { sum: [{ number: 101 }] })).toEqual(["1", "3"]);
    expect(fractions("<=", { sum: [{ number: 100 }] })).toEqual(["1", "3"]);
    expect(fractions("=", { sum: ["1/3"] })).toEqual(["1", "3"]);
    expect(fractions("=", { sum: [{ number: 100 }] }, ["1/1"])).toEqual(["1", "3"]);
    expect(fractions("=", { sum: [{ number: 100 }] }, ["1/2", "1/1", { number: 0 }])).toEqual(["3"]);
  });
});

describe("terms that are blank", () => {
  const both = (missing: Side["missing"]): Side => ({
    sum: ["1/2", "1/3"],
    ...(missing === undefined ? {} : { missing }),
  });
  const against = (missing: Side["missing"], second: Number, third: Number) =>
    said(one, "<=", both(missing), { "1": 9, "2": second, "3": third });

  it("keep a side from being told, unless the relation says otherwise", () => {
    for (const missing of [undefined, "skip-any"] as const) {
      expect(against(missing, 5, 5)).toBe("holds");
      expect(against(missing, 5, 3)).toEqual(["warning", 9, 8]);
      expect(against(missing, 5, null)).toBe("cannot be told");
      expect(against(missing, null, null)).toBe("cannot be told");
    }
  });

  it("keep it only while all are blank", () => {
    expect(against("skip-all", 5, null)).toEqual(["warning", 9, 5]);
    expect(against("skip-all", null, 9)).toBe("holds");
    expect(against("skip-all", null, null)).toBe("cannot be told");
  });

  it("are 0", () => {
    expect(against("zero", null, null)).toEqual(["warning", 9, 0]);
    expect(against("zero", null, 9)).toBe("holds");
  });

  it("that cannot be read keep it in any case", () => {
    for (const missing of ["skip-any", "skip-all", "zero"] as const) {
      expect(against(missing, "mười", 5)).toBe("cannot be told");
    }
  });
});

describe("what two sides say together", () => {
  const filled = (value: boolean) => (value ? 5 : null);
  it.each([
    ["implies", false, false, true],
    ["implies", false, true, true],
    ["implies", true, false, false],
    ["implies", true, true, true],
    ["both-or-neither", false, false, true],
    ["both-or-neither", false, true, false],
    ["both-or-neither", true, false, false],
    ["both-or-neither", true, true, true],
    ["never-both", false, false, true],
    ["never-both", false, true, true],
    ["never-both", true, false, true],
    ["never-both", true, true, false],
  ] as const)("%s: filled %s and %s", (operator, left, right, holds) => {
    const numbers = { "1": filled(left), "2": filled(right) };
    const told = ["warning", numbers["1"], numbers["2"]];
    expect(said(one, operator, two, numbers)).toEqual(holds ? "holds" : told);
    // Zeros are numbers as well.
    if (left && right)
      expect(said(one, operator, two, { "1": 0, "2": 0 })).toEqual(holds ? "holds" : ["warning", 0, 0]);
  });

  it("of several cells, any that is filled will do", () => {
    const either: Side = { sum: ["1/2", "1/3"] };
    expect(said(one, "implies", either, { "1": 5, "3": 5 })).toBe("holds");
    expect(said(one, "implies", either, { "1": 5 })).toEqual(["warning", 5, null]);
    expect(said(either, "implies", one, { "2": 5 })).toEqual(["warning", null, null]);
  });

  it("where something must be there, 0 is nothing and a blank cannot be told", () => {
    const positive: Side = { ...two, is: "positive" };
    expect(said(one, "implies", positive, { "1": 5, "2": 1 })).toBe("holds");
    expect(said(one, "implies", positive, { "1": 5, "2": 0 })).toEqual(["warning", 5, 0]);
    expect(said(one, "implies", positive, { "1": 5 })).toBe("cannot be told");
    expect(said(positive, "implies", one, { "2": 0 })).toBe("holds");
    expect(said(positive, "implies", one, {})).toBe("cannot be told");
  });

  it("where it must be one number, any other is not", () => {
    const none: Side = { ...one, is: { equals: 0 } };
    const positive: Side = { ...two, is: "positive" };
    expect(said(none, "never-both", positive, { "1": 0, "2": 3 })).toEqual(["warning", 0, 3]);
    expect(said(none, "never-both", positive, { "1": 1, "2": 3 })).toBe("holds");
    expect(said(none, "never-both", positive, { "1": 0, "2": 0 })).toBe("holds");
    expect(said(none, "never-both", positive, { "2": 3 })).toBe("cannot be told");
  });
});

describe("per cents", () => {
  const [four, five]: readonly [Side, Side] = [{ sum: ["1/4"] }, { sum: ["1/5"] }];
  const whole: Side = { sum: [{ number: 100 }] };
  const parts: Side = { sum: ["1/4", "1/5"] };

  it("are compared with one another as they stand", () => {
    expect(said(four, "<=", five, { "4": 50.1, "5": 50 })).toEqual(["warning", 50.1, 50]);
    expect(said(four, "=", five, { "4": 50, "5": 50 })).toBe("holds");
  });

  it.each([
    ["cut to less than a whole unit each", 33, 66, "holds"],
    ["not cut by the whole of both", 33, 65, 98],
    ["rounded up by half a unit each", 33, 68, "holds"],
    ["not rounded up by more", 33, 69, 102],
    ["cut, with a decimal", 33.3, 66.6, "holds"],
    ["not cut by both tenths", 33.3, 66.5, 99.8],
    ["rounded up, with a decimal", 33.4, 66.7, "holds"],
    ["not rounded up by both tenths", 33.4, 66.8, 100.2],
    ["each by its own decimals", 33.39, 66.6, "holds"],
    ["not by all of them", 33.39, 66.5, 99.89],
  ] as const)("that add up may be %s: %s + %s", (_, first, second, outcome) => {
    const told = outcome === "holds" ? "holds" : ["warning", expect.closeTo(outcome, 9), 100];
    expect(said(parts, "=", whole, { "4": first, "5": second })).toEqual(told);
    // The other way round it is the same relation.
    const turned = outcome === "holds" ? "holds" : ["warning", 100, expect.closeTo(outcome, 9)];
    expect(said(whole, "=", parts, { "4": first, "5": second })).toEqual(turned);
  });

  it("that add up are above a limit, or below it, by more than rounding gives", () => {
    expect(said(parts, "<=", whole, { "4": 33, "5": 68 })).toBe("holds");
    expect(said(parts, "<=", whole, { "4": 33, "5": 69 })).toEqual(["warning", 102, 100]);
    expect(said(parts, ">=", whole, { "4": 33, "5": 66 })).toBe("holds");
    expect(said(parts, ">=", whole, { "4": 33, "5": 65 })).toEqual(["warning", 98, 100]);
  });

  it("with a number are off by their own last decimal alone, on either side", () => {
    const number = (exact: number): Side => ({ sum: [{ number: exact }] });
    const shown = { "4": 50.4 };
    expect(said(four, "=", number(50.35), shown)).toBe("holds");
    expect(said(four, "=", number(50.34), shown)).toEqual(["warning", 50.4, 50.34]);
    expect(said(four, "=", number(50.49), shown)).toBe("holds");
    expect(said(four, "=", number(50.5), shown)).toEqual(["warning", 50.4, 50.5]);
    expect(said(number(50.35), "=", four, shown)).toBe("holds");
    expect(said(number(50.34), "=", four, shown)).toEqual(["warning", 50.34, 50.4]);
    expect(said(number(50.49), "=", four, shown)).toBe("holds");
    expect(said(number(50.5), "=", four, shown)).toEqual(["warning", 50.5, 50.4]);
  });

  it("with a count are off by their own last decimal alone", () => {
    expect(said(four, "=", one, { "4": 50.4, "1": 50 })).toEqual(["warning", 50.4, 50]);
    expect(said({ sum: ["1/4", "1/1"] }, "=", whole, { "4": 33.3, "1": 66.65 })).toBe("holds");
    expect(said(one, "=", two, { "1": 50, "2": 51 })).toEqual(["warning", 50, 51]);
  });
});
