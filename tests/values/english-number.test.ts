import { expect, it } from "@jest/globals";
import { formatEnglishNumber, numberInEnglishWords } from "../../src/values/english-number.js";

it.each([
  [0, "0"],
  [999, "999"],
  [1000, "1,000"],
  [1234567, "1,234,567"],
  [12.5, "12.5"],
  [98.156, "98.16"],
  [98.1, "98.1"],
  [1000.05, "1,000.05"],
  [100, "100"],
  [-3000, "-3,000"],
  [-0.004, "0"],
])("%d is written %s", (value, text) => {
  expect(formatEnglishNumber(value)).toBe(text);
});

it("keeps as many decimals as are asked for", () => {
  expect([0, 1, 3].map((decimals) => formatEnglishNumber(1234.5678, decimals))).toEqual([
    "1,235",
    "1,234.6",
    "1,234.568",
  ]);
});

it.each([
  [0, "zero"],
  [7, "seven"],
  [10, "ten"],
  [13, "thirteen"],
  [19, "nineteen"],
  [20, "twenty"],
  [21, "twenty-one"],
  [99, "ninety-nine"],
  [100, "one hundred"],
  [101, "one hundred one"],
  [999, "nine hundred ninety-nine"],
  [1000, "one thousand"],
  [3000, "three thousand"],
  [1005, "one thousand five"],
  [12_345, "twelve thousand three hundred forty-five"],
  [1_000_000, "one million"],
  [2_014_517_000, "two billion fourteen million five hundred seventeen thousand"],
  [1e12, "one trillion"],
  [-3, "minus three"],
])("%d in words is %s", (value, words) => {
  expect(numberInEnglishWords(value)).toBe(words);
});
