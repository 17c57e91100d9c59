import { describe, expect, it } from "@jest/globals";
import { type CellKind, fits, standsOut, typistRepairs } from "../../../src/rules/localize/repairs.js";

/** What somebody may have meant by a number, one slip of the hand each. */

const sorted = (typed: number, kind: CellKind = "count") =>
  [...typistRepairs(typed, kind)].sort((a, b) => a - b);

/** Of those that may have been meant, the ones in a range. */
const between = (low: number, high: number, typed: number, kind: CellKind = "count") =>
  sorted(typed, kind).filter((value) => value >= low && value <= high);

describe("what may have been meant by a number", () => {
  it("of one digit: another digit, one that is missing beside it, zeros", () => {
    expect(sorted(7)).toEqual([
      ...[0, 1, 2, 3, 4, 5, 6, 8, 9],
      ...[17, 27, 37, 47, 57, 67, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 87, 97],
      ...[700, 7000],
    ]);
  });

  it("of two digits: each of them alone, the two swapped, one of them wrong", () => {
    expect(between(0, 99, 12)).toEqual([
      ...[1, 2],
      ...[10, 11, 13, 14, 15, 16, 17, 18, 19],
      ...[21, 22, 32, 42, 52, 62, 72, 82, 92],
    ]);
  });

  it("one digit left out: before, between or behind", () => {
    expect(between(100, 999, 12)).toEqual([
      ...[102, 112],
      ...[120, 121, 122, 123, 124, 125, 126, 127, 128, 129],
      ...[132, 142, 152, 162, 172, 182, 192],
      ...[212, 312, 412, 512, 612, 712, 812, 912],
    ]);
  });

  it("two digits swapped that stand side by side, and no others", () => {
    const meant = sorted(1234);
    for (const value of [2134, 1324, 1243]) expect(meant).toContain(value);
    for (const value of [3214, 4231, 1432, 4321, 2143]) expect(meant).not.toContain(value);
  });

  it("one digit typed twice, or one too many", () => {
    const meant = between(0, 999, 1123);
    expect(meant).toEqual([112, 113, 123]);
  });

  it("zeros too many or missing, up to three", () => {
    expect(between(0, 99, 5000)).toEqual([5, 50]);
    // One before two, one that is missing before one too many.
    expect(typistRepairs(500, "count").slice(0, 4)).toEqual([5000, 50, 50_000, 5]);
    expect(between(10_000, 1e9, 5000)).toEqual(expect.arrayContaining([50_000, 500_000, 5_000_000]));
    expect(between(5_000_001, 1e12, 5000)).toEqual([]);
  });

  it("a point left out or out of place, where the cell takes decimals", () => {
    expect(typistRepairs(125, "money")).toEqual(expect.arrayContaining([12.5, 1.25, 0.125]));
    expect(typistRepairs(125, "money")).not.toContain(0.0125);
    expect(between(0, 99, 125)).toEqual([12, 15, 25]);
    expect(typistRepairs(12.5, "money")).toEqual(expect.arrayContaining([125, 1250, 1.25, 21.5, 15.2]));
    // By the hundredth digit: 1.1 x 10 is no 11.000000000000002.
    expect(typistRepairs(1.1, "percent")).toContain(11);
    expect(sorted(1.1, "percent").every((value) => String(value).length <= 6)).toBe(true);
  });

  it("a digit of the decimals wrong or swapped", () => {
    expect(typistRepairs(98.71, "percent")).toEqual(expect.arrayContaining([98.17, 98.72, 89.71, 98.01]));
    expect(typistRepairs(0.05, "percent")).toEqual(expect.arrayContaining([0.5, 5, 0.06, 0.15]));
  });

  it("a last decimal too many, or left out", () => {
    expect(typistRepairs(98.71, "percent")).toEqual(expect.arrayContaining([98.7, 98.711, 98.719]));
    expect(typistRepairs(9.2, "money")).toEqual(expect.arrayContaining([9, 9.21, 9.29]));
    // A whole number has none to lose.
    expect(typistRepairs(98, "percent")).not.toContain(98.1);
    expect(typistRepairs(98, "percent")).toContain(9.8);
  });

  it("a sign too many", () => {
    expect(typistRepairs(-12, "count")).toEqual(expect.arrayContaining([12, 21]));
    expect(typistRepairs(12, "count")).not.toContain(-12);
    expect(typistRepairs(-1_234_567_890_123_456, "count")).toContain(1_234_567_890_123_456);
  });

  it("each once, and never what stands there", () => {
    for (const typed of [0, 7, 11, 110, 1000, 222, 98.17, 100]) {
      const meant = typistRepairs(typed, "money");
      expect(new Set(meant).size).toBe(meant.length);
      expect(meant).not.toContain(typed);
    }
  });

  it("of twelve digits any, of thirteen nobody retypes one", () => {
    expect(typistRepairs(123_456_789_012, "money")).toContain(123_456_789_021);
    expect(sorted(1_234_567_890_123, "count")).toEqual([
      12_345_678_901_230, 123_456_789_012_300, 1_234_567_890_123_000,
    ]);
  });
});

describe("what a cell may hold", () => {
  it.each<[number, CellKind, boolean]>([
    [0, "count", true],
    [7, "count", true],
    [7.5, "count", false],
    [-1, "count", false],
    [0, "money", true],
    [7.5, "money", true],
    [1e12, "money", true],
    [-0.5, "money", false],
    [0, "percent", true],
    [99.99, "percent", true],
    [100, "percent", true],
    [100.01, "percent", false],
    [-0.01, "percent", false],
    [1000, "count", true],
    [Number.NaN, "money", false],
    [Number.POSITIVE_INFINITY, "money", false],
  ])("%d in a cell for a %s: %s", (value, kind, expected) => {
    expect(fits(value, kind)).toBe(expected);
  });
});

describe("a number that stands out among several", () => {
  it("is the one without the sign, or with other zeros where nothing nearer would do", () => {
    expect(standsOut(-7, [7, 70, 1])).toBe(true);
    expect(standsOut(9050, [905, 950])).toBe(true);
    expect(standsOut(922, [9220, 92_200, 9122])).toBe(true);
    expect(standsOut(0.88, [88, 80])).toBe(true);
  });

  it("is none where another is within three times the typed one, or a digit is all that differs", () => {
    expect(standsOut(900, [90, 301])).toBe(false);
    expect(standsOut(900, [90, 300])).toBe(true);
    expect(standsOut(900, [90, 299])).toBe(true);
    expect(standsOut(100, [1000, 299])).toBe(false);
    expect(standsOut(100, [1000, 300])).toBe(true);
    expect(standsOut(944, [144, 44])).toBe(false);
    expect(standsOut(944, [])).toBe(false);
  });
});
