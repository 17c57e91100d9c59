import { describe, expect, it, test } from "@jest/globals";
import { plainMarks, typedLines } from "../../src/values/typed-text.js";

describe("a typed text", () => {
  // Every blank of Unicode that is not a line break, from the no-break space to the ideographic one.
  const blanks = [0x20, 0xa0, 0x1680, 0x2000, 0x200a, 0x202f, 0x205f, 0x3000];
  it.each(blanks)("has a single space for a blank of any width: U+%s", (code) => {
    const blank = String.fromCodePoint(code);
    expect(typedLines(`${blank}12${blank}${blank}hồ sơ${blank}`)).toEqual(["12 hồ sơ"]);
  });

  it("loses what cannot be seen", () => {
    expect(typedLines("\u200b12\u00ad3\u200f\ufe0f")).toEqual(["123"]);
  });

  it.each(["\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029"])("breaks at %j", (mark) => {
    expect(typedLines(`a${mark}${mark}b`)).toEqual(["a", "b"]);
  });
});

describe("marks that look alike", () => {
  test.each([
    ["\uff01", "!"],
    ["\uff5e", "~"],
    ["\uff10", "0"],
    ["\uff00", "\uff00"],
    ["\uff5f", "\uff5f"],
  ])("full width %j is %j", (wide, plain) => expect(plainMarks(wide)).toBe(plain));

  test.each([
    "\u2010",
    "\u2011",
    "\u2012",
    "\u2013",
    "\u2014",
    "\u2015",
    "\u2212",
    "\ufe58",
    "\ufe63",
  ])("%j is a hyphen", (dash) => expect(plainMarks(`1${dash}2`)).toBe("1-2"));

  test.each(["\u200f", "\u2016", "\u2211", "\u2213"])("%j is none", (mark) =>
    expect(plainMarks(mark)).toBe(mark));

  test("a small per cent sign is one", () => expect(plainMarks("88\ufe6a")).toBe("88%"));
});
