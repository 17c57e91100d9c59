import { expect, it } from "@jest/globals";
import { formatCount, formatNumber, formatPercent } from "../../src/values/vietnamese-number.js";

it.each([
  [0, "0"],
  [5, "05"],
  [10, "10"],
  [922, "922"],
  [1234, "1.234"],
  [8024907482, "8.024.907.482"],
  [2.5, "2,5"],
])("%d is told as %s", (value, text) => {
  expect(formatCount(value)).toBe(text);
});

it("keeps at most two decimals, rounded half up, and drops trailing zeros", () => {
  expect([98.1562, 98.155, 100, 67.1, 0.1085].map(formatPercent)).toEqual([
    "98,16%",
    "98,16%",
    "100%",
    "67,1%",
    "0,11%",
  ]);
  expect(formatNumber(-1234.5)).toBe("-1.234,5");
  expect(formatNumber(-0.001)).toBe("0");
});
