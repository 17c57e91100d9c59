import { describe, expect, test } from "@jest/globals";
import { shareText, statedShareText } from "../../src/values/share.js";

describe("a share", () => {
  test.each([
    [905, 922, "98,16%"],
    [3985, 4000, "99,63%"],
    [1, 3, "33,33%"],
    [0, 5, "0%"],
    [5, 5, "100%"],
    [6, 5, "120%"],
    [19_999, 20_000, "gần 100%"],
    [19_998, 20_000, "99,99%"],
    [89_999, 90_000, "gần 100%"],
    [1, 90_000, "dưới 0,01%"],
    [1, 20_000, "0,01%"],
    [90_001, 90_000, "hơn 100%"],
  ])("%d of %d is %s", (part, whole, text) => expect(shareText(part, whole)).toBe(text));
});

describe("a share that a cell states", () => {
  test.each([
    ["as stated where it is rounded", 98.16, 2, "98,16%"],
    ["as stated where it is cut", 98.15, 2, "98,15%"],
    ["as stated to fewer decimals", 98.2, 1, "98,2%"],
    ["as its fraction where it is neither", 98.17, 2, "98,16%"],
    ["as its fraction where 100 hides a remainder", 100, 0, "98,16%"],
    ["as its fraction where 0 hides it", 0, 0, "98,16%"],
  ])("is printed %s", (_, stated, decimals, text) => {
    expect(statedShareText(stated, decimals, { part: 905, whole: 922 })).toBe(text);
  });

  test("of everything is 100", () => expect(statedShareText(100, 0, { part: 5, whole: 5 })).toBe("100%"));
  test("of something is not 0, however it was rounded", () =>
    expect(statedShareText(0, 0, { part: 1, whole: 1_000 })).toBe("0,1%"));
  test("of nothing is 0", () => expect(statedShareText(0, 0, { part: 0, whole: 5 })).toBe("0%"));
  test("of nearly everything is not, however it was rounded", () =>
    expect(statedShareText(100, 0, { part: 89_999, whole: 90_000 })).toBe("gần 100%"));
});

describe("a share that says all or nothing", () => {
  test.each([
    ["all", 100, 922, 922, "100%"],
    ["nothing", 0, 0, 922, "0%"],
    ["all, where a remainder is left", 100, 921, 922, "99,89%"],
    ["nothing, where something is", 0, 1, 922, "0,11%"],
    ["a remainder, where none is left", 99.9, 922, 922, "100%"],
    ["something, where nothing is", 0.1, 0, 922, "0%"],
  ])("%s", (_, stated, part, whole, text) => {
    expect(statedShareText(stated, 0, { part, whole })).toBe(text);
  });
});
