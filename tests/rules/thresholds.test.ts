import { describe, expect, it } from "@jest/globals";
import type { RowRule } from "../../src/forms/rule-schema.js";
import type { PeriodId } from "../../src/forms/schema.js";
import { runOnDay } from "../../src/rules/kinds/register.js";
import { cumulatesFrom } from "../../src/rules/periods.js";
import type { Check } from "../../src/rules/rule.js";
import { runCheck } from "../../src/rules/run-check.js";
import { inSeries, type RegisteredDocument } from "../../src/rules/tables/register.js";
import type { Reading } from "../../src/values/reading.js";
import { readCell } from "../../src/values/reading.js";
import { check, lines, reportWith } from "../support/check.js";
import { farNumbers, misplacedDocuments } from "../support/register.js";
import { reportWithTables } from "../support/table-books.js";

/** Each rule where it turns: at its limit, just under it and just over it. */

const read = (value: number | null): Reading =>
  readCell({ value, format: "General", formula: "" }, { kind: "ratio" }, null);

/** Runs a check on a cell, beside cells of other numbers. */
function run(one: Check<string>, own: number | null, others: Readonly<Record<string, number | null>> = {}) {
  return runCheck(one, "error", {
    own: read(own),
    found: true,
    read: (key) => read(others[key] ?? null),
    name: () => ({ kind: "row", form: 1, code: "1" }),
    computed: () => ({ kind: "blank" }),
  });
}

/** What a check says of a cell, beside cells of other numbers. */
function said(...given: Parameters<typeof run>) {
  const outcome = run(...given);
  return outcome.kind === "fails" ? outcome.severity : outcome.kind;
}

describe("a slip under 0.1 point", () => {
  const of = { kind: "share", numerator: "n", denominator: "d" } as const;

  it.each([
    [0, 10, 0.09, "warning"],
    [0, 10, 0.1, "error"],
    [0, 10, 0.11, "error"],
    [10, 10, 99.91, "warning"],
    [10, 10, 99.9, "error"],
    [10, 10, 99.89, "error"],
    [1, 2, 50.09, "warning"],
    [1, 2, 50.1, "error"],
    [1, 2, 49.91, "warning"],
    [1, 2, 49.9, "error"],
    [905, 922, 98.17, "warning"],
  ])("%d of %d as %d is told as %s", (n, d, stated, expected) => {
    expect(said({ kind: "ratio", of }, stated, { n, d })).toBe(expected);
  });

  it("is none at all while the ratio is right at the decimals shown", () => {
    expect(said({ kind: "ratio", of }, 98.16, { n: 905, d: 922 })).toBe("holds");
    expect(said({ kind: "ratio", of }, 98.15, { n: 905, d: 922 })).toBe("holds");
    expect(said({ kind: "ratio", of }, 98.14, { n: 905, d: 922 })).toBe("warning");
  });
});

describe("limits of a value", () => {
  it.each<[Check<string>, number, string]>([
    [{ kind: "percent-range" }, 0, "holds"],
    [{ kind: "percent-range" }, -0.01, "error"],
    [{ kind: "percent-range" }, 0.01, "holds"],
    [{ kind: "percent-range" }, 100, "holds"],
    [{ kind: "percent-range" }, 99.99, "holds"],
    [{ kind: "percent-range" }, 100.01, "error"],
    [{ kind: "not-negative" }, 0, "holds"],
    [{ kind: "not-negative" }, -1, "error"],
    [{ kind: "not-fraction", beside: [] }, 0, "holds"],
    [{ kind: "not-fraction", beside: [] }, 0.01, "error"],
    [{ kind: "not-fraction", beside: [] }, 1, "error"],
    [{ kind: "not-fraction", beside: [] }, 1.01, "holds"],
    [{ kind: "whole" }, 7, "holds"],
    [{ kind: "whole" }, 7.01, "error"],
    [{ kind: "whole" }, 6.99, "error"],
    // Dust of binary fractions is nothing.
    [{ kind: "percent-range" }, 100.00000000000001, "holds"],
    [{ kind: "percent-range" }, -1e-12, "holds"],
    [{ kind: "not-negative" }, -1e-12, "holds"],
    [{ kind: "whole" }, 7.000000000000001, "holds"],
    [{ kind: "unit-size", unit: "triệu đồng", factor: 1e6, least: null }, 999_999, "holds"],
    [{ kind: "unit-size", unit: "triệu đồng", factor: 1e6, least: null }, 1_000_000, "error"],
    [{ kind: "unit-size", unit: "triệu đồng", factor: 1e6, least: null }, -1_000_000, "error"],
    // Of 10^12 in no smaller unit: zeros too many.
    [{ kind: "unit-size", unit: "đồng", factor: 1, least: null }, 1e12 - 1, "holds"],
    [{ kind: "unit-size", unit: "đồng", factor: 1, least: null }, 1e12, "error"],
    // 10^9 triệu would be as much in nghìn đồng; in đồng it is likely.
    [{ kind: "unit-size", unit: "triệu đồng", factor: 1e6, least: null }, 1e9, "error"],
    // Too much in any unit: so much the worse.
    [{ kind: "unit-size", unit: "triệu đồng", factor: 1e6, least: null }, 1e12, "error"],
    [{ kind: "unit-size", unit: "tỷ đồng", factor: 1e9, least: null }, 3e12, "error"],
    [{ kind: "unit-size", unit: "đồng", factor: 1, least: 1e6 }, 1e6, "holds"],
    [{ kind: "unit-size", unit: "đồng", factor: 1, least: 1e6 }, 999_999, "error"],
    [{ kind: "unit-size", unit: "đồng", factor: 1, least: 1e6 }, 0.01, "error"],
    [{ kind: "unit-size", unit: "đồng", factor: 1, least: 1e6 }, 0, "holds"],
    [{ kind: "unit-size", unit: "đồng", factor: 1, least: 1e6 }, 1e12 - 1, "holds"],
    [{ kind: "unit-size", unit: "đồng", factor: 1, least: 1e6 }, 1e12, "error"],
  ])("%j of %d %s", (one, value, expected) => {
    expect(said(one, value)).toBe(expected);
  });
});

describe("one per cent or less beside others that it makes 100 with", () => {
  const beside = (...others: readonly (number | null)[]) => {
    const [a = null, b = null] = others;
    return said({ kind: "not-fraction", beside: ["a", "b"] }, 1, { a, b });
  };

  it("is meant, up to two points of rounding either way", () => {
    expect(beside(90, 9)).toBe("holds");
    expect(beside(99, null)).toBe("holds");
    expect([beside(90, 7), beside(90, 11)]).toEqual(["holds", "holds"]);
    expect([beside(90, 6.99), beside(90, 11.01)]).toEqual(["error", "error"]);
    expect(beside(null, null)).toBe("error");
  });
});

describe("an amount of money of another unit than its row's", () => {
  const meant = (unit: string, factor: number, value: number, least: number | null = null) => {
    const outcome = run({ kind: "unit-size", unit, factor, least }, value);
    if (outcome.kind !== "fails" || outcome.told.rule !== "value.unit") return outcome.kind;
    const { actual, expected, unit: own, likely } = outcome.told;
    return [actual, expected, own, likely];
  };

  it("is told with the largest unit that makes it likely, and what it would be", () => {
    expect(meant("triệu đồng", 1e6, 3e9)).toEqual([3e9, 3e3, "triệu đồng", "đồng"]);
    expect(meant("triệu đồng", 1e6, 3e6)).toEqual([3e6, 3e3, "triệu đồng", "nghìn đồng"]);
    // A thousand tỷ is too much: 10^9 triệu are none in nghìn đồng, one less is.
    expect(meant("triệu đồng", 1e6, 1e9)).toEqual([1e9, 1e3, "triệu đồng", "đồng"]);
    expect(meant("triệu đồng", 1e6, 1e9 - 1)).toEqual([1e9 - 1, 1e6 - 0.001, "triệu đồng", "nghìn đồng"]);
    expect(meant("đồng", 1, 2014, 1e6)).toEqual([2014, 2014e6, "đồng", "triệu đồng"]);
    expect(meant("đồng", 1, 99, 1e6)).toEqual([99, 99e9, "đồng", "tỷ đồng"]);
    expect(meant("đồng", 1, 100, 1e6)).toEqual([100, 100e6, "đồng", "triệu đồng"]);
  });

  it("is told without one where no smaller unit is left: zeros too many", () => {
    expect(meant("đồng", 1, 1e12)).toEqual([1e12, null, "đồng", null]);
  });
});

describe("parts and wholes", () => {
  it.each<[string, Check<string>, number, string]>([
    ["as large as its whole", { kind: "within", whole: "a" }, 5, "holds"],
    ["under it", { kind: "within", whole: "a" }, 4, "holds"],
    ["over it", { kind: "within", whole: "a" }, 6, "error"],
    ["the sum", { kind: "sum", parts: ["a", "b"] }, 8, "holds"],
    ["under the sum", { kind: "sum", parts: ["a", "b"] }, 7, "error"],
    ["over the sum", { kind: "sum", parts: ["a", "b"] }, 9, "error"],
    ["all that the parts take", { kind: "sum-within", parts: ["a", "b"] }, 8, "holds"],
    ["more", { kind: "sum-within", parts: ["a", "b"] }, 9, "holds"],
    ["less", { kind: "sum-within", parts: ["a", "b"] }, 7, "error"],
    ["as large as the largest part", { kind: "sum-within", parts: ["a", "b"] }, 5, "error"],
    ["less than one part, which its own rule tells", { kind: "sum-within", parts: ["a", "b"] }, 4, "holds"],
    ["the difference", { kind: "difference", from: "a", minus: ["b"] }, 2, "holds"],
    ["under the difference", { kind: "difference", from: "a", minus: ["b"] }, 1, "error"],
    ["over the difference", { kind: "difference", from: "a", minus: ["b"] }, 3, "error"],
  ])("of 5 and 3: %s", (_, one, own, expected) => {
    expect(said(one, own, { a: 5, b: 3 })).toBe(expected);
  });

  it("a share of nothing is told, and not where its parts cannot be read", () => {
    const unreadable: Reading = { kind: "unreadable", cause: "words", shown: "nhiều" };
    const share = { kind: "share", numerator: "a", denominator: "b" } as const;
    const beside = (kind: "ratio" | "ratio-undefined", own: number, denominator: number | null | Reading) =>
      runCheck<string>({ kind, of: share }, "error", {
        ...{ own: read(own), found: true, computed: () => ({ kind: "blank" }) },
        read: (key) =>
          key === "a"
            ? read(5)
            : typeof denominator === "object" && denominator !== null
              ? denominator
              : read(denominator),
        name: () => ({ kind: "row", form: 1, code: "1" }),
      }).kind;
    const parts = [null, 0, 10, unreadable];
    expect(parts.map((part) => beside("ratio-undefined", 50, part))).toEqual([
      ...["fails", "fails", "holds", "unchecked"],
    ]);
    expect(parts.map((part) => beside("ratio-undefined", 0, part))).toEqual(Array(4).fill("holds"));
    expect(parts.map((part) => beside("ratio", 50, part))).toEqual([
      "unchecked",
      "holds",
      "holds",
      "unchecked",
    ]);
    expect(parts.map((part) => beside("ratio", 51, part))).toEqual([
      "unchecked",
      "holds",
      "fails",
      "unchecked",
    ]);
  });

  it("what words beside say binds a number, and asks for none where it must not be there", () => {
    const rule = { ...{ name: "done", column: "own", severity: "error", says: "." } } as const;
    const when = { column: "words", begins: ["Hoàn thành"] };
    const beside = (must: RowRule["must"], own: number | null, words: string | null) =>
      runCheck<string>(
        { kind: "said-beside", beside: "words", rule: { ...rule, when, must } as RowRule },
        "error",
        {
          ...{ own: read(own), found: true, computed: () => ({ kind: "blank" }) },
          read: () => (words === null ? { kind: "blank" } : { kind: "text", text: words }),
          name: () => ({ kind: "row", form: 1, code: "1" }),
        },
      ).kind;
    const done = "hoàn thành sớm";
    expect([99, 100, 101, null].map((own) => beside({ equal: 100 }, own, done))).toEqual([
      ...["fails", "holds", "fails", "holds"],
    ]);
    expect([99, 100, null].map((own) => beside({ below: 100 }, own, done))).toEqual([
      ...["holds", "fails", "holds"],
    ]);
    expect([0, null].map((own) => beside("filled", own, done))).toEqual(["holds", "fails"]);
    for (const words of ["Chưa hoàn thành", null])
      expect([beside({ equal: 100 }, 99, words), beside("filled", null, words)]).toEqual(["holds", "holds"]);
  });

  it("a condition is met by its number alone", () => {
    const filled: Check<string> = { kind: "filled", when: { cell: "a", equals: 1 } };
    expect([0, 1, 2, null].map((a) => said(filled, null, { a }))).toEqual([
      "holds",
      "error",
      "holds",
      "holds",
    ]);
  });
});

describe("a value out of line with the earlier period", () => {
  const jumps = (before: number, now: number) => {
    const earlier = reportWith("tu-ky-2023", { "1/2.2": before }, { period: "half-year", year: 2023 });
    const report = reportWith("tu-ky-2023", { "1/2.2": now }, { period: "quarter-3", year: 2023 });
    return lines(check(report, earlier).findings).some((line) => line.startsWith("period.outlier"));
  };

  it.each([
    [2, 20, true],
    [2, 19, false],
    [2, 21, true],
    [20, 2, true],
    [19, 2, false],
    [1, 10, true],
    [1, 9, false],
    [0.5, 9, false],
    [0, 50, false],
    [50, 0, false],
  ])("from %d to %d: %s", (before, now, expected) => {
    expect(jumps(before, now)).toBe(expected);
  });

  it("falls only where it is less", () => {
    const falls = (now: number) => {
      const earlier = reportWith("tu-ky-2023", { "1/2.2": 20 }, { period: "half-year", year: 2023 });
      const report = reportWith("tu-ky-2023", { "1/2.2": now }, { period: "quarter-3", year: 2023 });
      return lines(check(report, earlier).findings).some((line) => line.startsWith("period.decrease"));
    };
    expect([19, 20, 21].map(falls)).toEqual([true, false, false]);
  });
});

describe("the order of the periods", () => {
  const ORDER: readonly PeriodId[] = ["quarter-1", "half-year", "quarter-3", "year", "multi-year"];
  const blank = reportWith("tu-ky-2023", {});
  const report = (period: PeriodId, year: number) => ({ ...blank, info: { ...blank.info, period, year } });
  const pairs = ORDER.flatMap((one, i) => ORDER.map((other, j) => [one, other, j < i] as const));

  it.each(pairs)("%s carries on from %s: %s", (period, before, expected) => {
    expect(cumulatesFrom(report(period, 2023), report(before, 2023))).toBe(expected);
    expect(cumulatesFrom(report(period, 2023), report(before, 2022))).toBe(false);
    expect(cumulatesFrom(report(period, 2023), report(before, 2024))).toBe(false);
  });

  it("is none without a period or a year", () => {
    const none = { ...blank, info: { ...blank.info, period: null, year: 2023 } };
    const never = { ...blank, info: { ...blank.info, period: "quarter-1", year: null } } as const;
    expect(cumulatesFrom(report("year", 2023), none)).toBe(false);
    expect(cumulatesFrom(none, report("quarter-1", 2023))).toBe(false);
    expect(cumulatesFrom({ ...never, info: { ...never.info, period: "year" } }, never)).toBe(false);
  });
});

describe("a register of documents", () => {
  const document = (number: number, day: number, type = "kế hoạch"): RegisteredDocument =>
    inSeries({
      type,
      number,
      numberText: String(number),
      issuer: "",
      issuerText: "",
      symbol: "",
      subject: "",
      name: `${type} số ${number}`,
      date: { year: 2023, month: 3, day },
      row: { kind: "record", row: number, cells: new Map() },
    });
  const far = (...numbers: readonly number[]) =>
    farNumbers(numbers.map((number) => document(number, 1))).map((one) => one.document.number);

  it("finds a number far when it is over three times the next and 50 more, among five", () => {
    expect(far(1, 2, 3, 4, 62)).toEqual([]);
    expect(far(1, 2, 3, 4, 63)).toEqual([63]);
    expect(far(2, 3, 4, 63)).toEqual([]);
    expect(far(1, 2, 3, 10, 80)).toEqual([]);
    expect(far(1, 2, 3, 10, 81)).toEqual([81]);
  });

  it("takes two types for one series once chance would hardly order them so", () => {
    // Plans and notices by turns, a day apart, but one a day late: 1 of so many neighbours tells against.
    const documents = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        document(index + 1, index === 5 ? 14 : 1 + 2 * index, index % 2 === 0 ? "kế hoạch" : "thông báo"),
      );
    const strays = (count: number) => misplacedDocuments(documents(count)).map((one) => one.document.number);
    expect(strays(14)).toEqual([]);
    expect(strays(15)).toEqual([6]);
  });

  it.each([
    ["2023-06-09", true, "before the first day"],
    ["2023-06-10", false, "the first day"],
    ["2023-09-09", false, "the last day"],
    ["2023-09-10", true, "after the last day"],
  ])("%s is outside the window: %s, %s", async (date, outside) => {
    const info = { period: "quarter-3", year: 2023, from: "2023-06-10", to: "2023-09-09" };
    const documents = [{ type: "Kế hoạch", number: 1, date, subject: "Kế hoạch" }];
    const { findings } = check(await reportWithTables("hai-duong-2022", { documents }, {}, info));
    expect(lines(findings).some((line) => line.startsWith("period.window"))).toBe(outside);
  });

  it("knows the two days of a weekend, and no other", async () => {
    const documents = ["2023-09-08", "2023-09-09", "2023-09-10", "2023-09-11"].map((date, index) => ({
      ...{ type: "Kế hoạch", number: index + 1, date, subject: "Kế hoạch" },
    }));
    const report = await reportWithTables("hai-duong-2022", { documents });
    const table = report.tables.get("documents");
    if (table === undefined) throw new Error("no register");
    const rule = { column: "date", severity: "info" } as const;
    const info = { from: null, to: null };
    const found = table.rows.filter(
      (row) => runOnDay({ kind: "working-day" }, rule, row, table.table, info) !== null,
    );
    expect(found.map(({ row }) => row)).toEqual([2, 3]);
  });
});
