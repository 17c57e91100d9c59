import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import {
  agrees,
  cut,
  decimalsOf,
  nearlyEqual,
  roundHalfUp,
  sideOfRounding,
} from "../../src/values/tolerance.js";

describe("rounding", () => {
  it("goes half up where binary fractions fall short", () => {
    expect(roundHalfUp(98.155, 2)).toBe(98.16);
    expect(roundHalfUp(1.005, 2)).toBe(1.01);
    expect(roundHalfUp(-2.5, 0)).toBe(-3);
    expect(cut(98.159, 2)).toBe(98.15);
    expect(cut(0.29 * 100, 0)).toBe(29);
  });

  it("equals exact integer arithmetic for every ratio of counts", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 0, max: 2 }),
        (whole, part, decimals) => {
          const scale = 10n ** BigInt(decimals);
          const [n, d] = [100n * BigInt(part) * scale, BigInt(whole)];
          const ratio = (100 * part) / whole;
          expect(roundHalfUp(ratio, decimals)).toBe(Number((2n * n + d) / (2n * d)) / Number(scale));
          expect(cut(ratio, decimals)).toBe(Number(n / d) / Number(scale));
        },
      ),
    );
  });
});

describe("a stated ratio", () => {
  it("agrees when it is rounded or cut to the decimals it shows", () => {
    const exact = (100 * 764) / 922;
    expect(agrees(82.9, exact, 1)).toBe(true);
    expect(agrees(82.8, exact, 1)).toBe(true);
    expect(agrees(82.86, exact, 2)).toBe(true);
    expect(agrees(82.87, exact, 2)).toBe(false);
    expect(agrees(98.17, (100 * 905) / 922, 2)).toBe(false);
    expect(agrees(67.1, (100 * 2014) / 3000, 1)).toBe(true);
  });

  it("agrees when the cell holds the unrounded quotient", () => {
    const exact = (100 * 905) / 922;
    expect(agrees(exact, exact, decimalsOf(exact))).toBe(true);
  });
});

it("counts the decimals of a number as it is written", () => {
  expect([100, 98.17, 67.1, 1e21, 1e-7].map(decimalsOf)).toEqual([0, 2, 1, 0, 7]);
});

it("takes binary noise for equality and nothing more", () => {
  expect(nearlyEqual(0.1 + 0.2, 0.3)).toBe(true);
  expect(nearlyEqual(112, 113)).toBe(false);
});

describe("the tolerance, at its limits", () => {
  it("is a billionth: of 1 below 1, of the larger number above", () => {
    expect(nearlyEqual(0, 1e-9)).toBe(true);
    expect(nearlyEqual(1e-9, 0)).toBe(true);
    expect(nearlyEqual(0, 0.99e-9)).toBe(true);
    expect(nearlyEqual(0, 1.01e-9)).toBe(false);
    expect(nearlyEqual(0, -1.01e-9)).toBe(false);
    expect(nearlyEqual(1e12, 1e12 + 999)).toBe(true);
    expect(nearlyEqual(1e12 + 1001, 1e12)).toBe(false);
    expect(nearlyEqual(1e12, 1e12 + 1001)).toBe(false);
    expect(nearlyEqual(-1e12, -1e12 - 999)).toBe(true);
    expect(nearlyEqual(-1e12, -1e12 - 1001)).toBe(false);
  });

  it("lifts what scaling lost over the half, and nothing that is truly under it", () => {
    expect(roundHalfUp(98.155, 2)).toBe(98.16);
    expect(roundHalfUp(98.1549999999, 2)).toBe(98.15);
    expect(roundHalfUp(98.1550000001, 2)).toBe(98.16);
    expect(roundHalfUp(0.5, 0)).toBe(1);
    expect(roundHalfUp(0.4999999999, 0)).toBe(0);
    expect(roundHalfUp(-0.5, 0)).toBe(-1);
    expect(cut(98.1599999999, 2)).toBe(98.15);
    expect(cut(98.16, 2)).toBe(98.16);
    expect(cut(0.9999999999, 0)).toBe(0);
    expect(cut(-98.159, 2)).toBe(-98.15);
    expect(Object.is(roundHalfUp(-0.4, 0), 0)).toBe(true);
  });

  it("lets a stated ratio be rounded, cut or exact, one step of its decimals being too much", () => {
    const exact = (100 * 905) / 922; // 98.15618...
    const steps = [98.14, 98.15, 98.16, 98.17];
    expect(steps.map((stated) => agrees(stated, exact, 2))).toEqual([false, true, true, false]);
    expect([97, 98, 99].map((stated) => agrees(stated, exact, 0))).toEqual([false, true, false]);
  });
});

describe("sums of rounded numbers", () => {
  it("stand to one another as what they were made from, whatever was rounded or cut", () => {
    const part = fc.integer({ min: 0, max: 10_000 });
    const parts = fc.array(fc.tuple(part, fc.integer({ min: 0, max: 1 }), fc.boolean()), { maxLength: 4 });
    fc.assert(
      fc.property(parts, parts, (left, right) => {
        const [ours, theirs] = [left, right].map((side) => {
          const exact = side.map(([hundredths]) => hundredths / 100);
          const stated = side.map(([hundredths, decimals, cuts]) =>
            cuts ? cut(hundredths / 100, decimals) : roundHalfUp(hundredths / 100, decimals),
          );
          const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
          return {
            exact: sum(exact),
            stated: sum(stated),
            units: sum(side.map(([, decimals]) => 10 ** -decimals)),
          };
        });
        if (ours === undefined || theirs === undefined) throw new Error("two sides");
        // What is missing on the right stands there as it is.
        const rest = ours.exact - theirs.exact;
        expect(sideOfRounding(ours.stated - theirs.stated - rest, ours.units, theirs.units)).toBe(0);
      }),
    );
  });

  it.each([
    ["half a unit above", 0.5, 1, 0, 0],
    ["more than half above", 0.51, 1, 0, 1],
    ["less than a unit below", -0.99, 1, 0, 0],
    ["a unit below", -1, 1, 0, -1],
    ["on the right, half a unit below", -0.5, 0, 1, 0],
    ["on the right, more than half below", -0.51, 0, 1, -1],
    ["on the right, a unit above", 1, 0, 1, 1],
    ["on both sides, just under one and a half", 1.49, 1, 1, 0],
    ["on both sides, one and a half", 1.5, 1, 1, 1],
    ["nothing rounded, nothing off", 0, 0, 0, 0],
    ["nothing rounded, a hair off", 0.01, 0, 0, 1],
  ])("%s", (_, gap, left, right, side) => {
    expect(sideOfRounding(gap, left, right)).toBe(side);
    // Lest binary fractions decide.
    expect(sideOfRounding(gap + 1e-12, left, right)).toBe(side);
    expect(sideOfRounding(gap - 1e-12, left, right)).toBe(side);
  });
});
