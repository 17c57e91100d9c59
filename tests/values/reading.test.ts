import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Indicator } from "../../src/forms/schema.js";
import type { CellValue } from "../../src/values/cell.js";
import { ENGLISH, VIETNAMESE } from "../../src/values/culture.js";
import { type Reading, readCell } from "../../src/values/reading.js";
import { formatNumber } from "../../src/values/vietnamese-number.js";

const filled = { label: "x", subject: "commune", span: "period", optional: false } as const;
const count: Indicator = { ...filled, code: "1", kind: "count", unit: "Hồ sơ" };
const money: Indicator = { ...filled, code: "2", kind: "money", unit: "Triệu đồng" };
const ratio: Indicator = { ...filled, code: "3", kind: "ratio", unit: "%" };
const choice: Indicator = {
  ...filled,
  code: "4",
  kind: "choice",
  choices: [
    { value: 1, label: "Có" },
    { value: 0, label: "Không" },
  ],
};

function read(value: CellValue, indicator: Indicator, format = "General"): Reading {
  return readCell({ value, format, formula: "" }, indicator, null);
}

const number = (
  value: number,
  decimals = 0,
  typed: string | null = null,
  alternative: number | null = null,
) => ({
  kind: "number",
  value,
  decimals,
  typed,
  alternative,
});

describe("a cell as officers fill it", () => {
  it.each([
    ["a number", 922, count, number(922)],
    ["a number with decimals", 98.17, ratio, number(98.17, 2)],
    ["a Vietnamese decimal as text", "67,1", ratio, number(67.1, 1, "67,1")],
    ["an English decimal as text", "98.17", ratio, number(98.17, 2, "98.17")],
    ["both marks, Vietnamese", "1.234,5", money, number(1234.5, 1, "1.234,5")],
    ["both marks, English", "1,234.5", money, number(1234.5, 1, "1,234.5")],
    ["several groups", "8.024.907.482", money, number(8024907482, 0, "8.024.907.482")],
    ["a leading zero", "04", count, number(4, 0, "04")],
    ["a non-breaking space", " 1 234 ", count, number(1234, 0, "1 234")],
    ["full-width digits", "９２２", count, number(922, 0, "９２２")],
    ["per cent text on a ratio", "88%", ratio, { ...number(88, 0, "88%"), percent: true }],
    ["a dash for none", "-", count, number(0, 0, "-")],
    ["a long dash for none", "–", count, number(0, 0, "–")],
    ["a word for none", "Không", count, number(0, 0, "Không")],
    ["a choice by its word", "Không", choice, number(0, 0, "Không")],
    ["a choice as printed", "Có = 1", choice, number(1, 0, "Có = 1")],
  ])("%s", (_what, value, indicator, expected) => {
    expect(read(value, indicator)).toEqual(expected);
  });

  it("takes a per-cent format as Excel stores it: 0.88 shown as 88%", () => {
    expect(read(0.88, ratio, "0%")).toEqual({ ...number(88), percent: true });
    expect(read(0.9816, ratio, "0.00%")).toEqual({ ...number(98.16, 2), percent: true });
    expect(read(0.88, count, "0%")).toEqual({ kind: "unreadable", cause: "percent", shown: "88%" });
  });

  it("does not take a date that Excel made of 1/2 for a number", () => {
    expect(read(44958, count, "d-mmm")).toEqual({ kind: "unreadable", cause: "date", shown: "01/02/2023" });
    expect(read(44958, count, '#,##0 "hồ sơ"')).toEqual(number(44958));
  });

  it("offers both readings of 3.000 where nothing decides", () => {
    expect(read("3.000", money)).toEqual(number(3000, 0, "3.000", 3));
    expect(read("1,234", money)).toEqual(number(1.234, 3, "1,234", 1234));
  });

  it("lets the kind decide where it can", () => {
    expect(read("1.500", count)).toEqual(number(1500, 0, "1.500"));
    expect(read("98.170", ratio)).toEqual(number(98.17, 3, "98.170"));
  });

  it("lets a Vietnamese set-up decide, but not an English one, which many offices have by accident", () => {
    const cell = { value: "3.000", format: "@", formula: "" };
    expect(readCell(cell, money, VIETNAMESE)).toEqual(number(3000, 0, "3.000"));
    expect(readCell(cell, money, ENGLISH)).toEqual(number(3000, 0, "3.000", 3));
  });

  it.each([
    ["words", "25 văn bản", "words", "25 văn bản"],
    ["a fraction", "22/25", "words", "22/25"],
    ["bad groups", "1.23.456", "words", "1.23.456"],
    ["a per cent on a count", "88%", "percent", "88%"],
    ["TRUE", true, "boolean", "TRUE"],
    ["an Excel error", { error: "#DIV/0!" }, "cell-error", "#DIV/0!"],
  ])("says why it cannot read %s", (_what, value, cause, shown) => {
    expect(read(value, count)).toEqual({ kind: "unreadable", cause, shown });
  });

  it.each([null, "", "  ", " ", "…", "..."])("takes %j for blank", (value) => {
    expect(read(value, count)).toEqual({ kind: "blank" });
  });
});

describe("numbers written the Vietnamese way", () => {
  it("read back as they are", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999_999 }),
        fc.integer({ min: 0, max: 99 }),
        (whole, cents) => {
          const value = Number(`${whole}.${String(cents).padStart(2, "0")}`);
          const reading = readCell(
            { value: formatNumber(value), format: "@", formula: "" },
            money,
            VIETNAMESE,
          );
          expect(reading.kind === "number" && reading.value).toBe(value);
        },
      ),
    );
  });

  it("never read as two numbers without saying so", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9]\d{0,2}[.,]\d{3}$/), (text) => {
        const reading = read(text, money);
        expect(reading.kind === "number" && reading.alternative !== null).toBe(true);
      }),
    );
  });

  it("of any text give a reading, never an exception", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(count, money, ratio, choice), (text, indicator) => {
        expect(["blank", "number", "unreadable"]).toContain(read(text, indicator).kind);
      }),
    );
  });
});

it("has no sign where it is 0", () => {
  expect(read(-0, count)).toEqual({ kind: "number", value: 0, decimals: 0, typed: null, alternative: null });
});

describe("a number of more digits than a cell keeps", () => {
  it.each<[value: number | string, kind: Reading["kind"]]>([
    [999_999_999_999_999, "number"],
    [-999_999_999_999_999, "number"],
    [999_999_999_999_999.5, "unreadable"],
    [1_000_000_000_000_000, "unreadable"],
    ["999999999999999", "number"],
    ["1000000000000000", "unreadable"],
    ["1.000.000.000.000.000", "unreadable"],
  ])("%s is read as %s, typed or stored", (value, kind) => {
    expect(read(value, count).kind).toBe(kind);
  });
});

describe("marks of typography", () => {
  const DASHES = [
    "-",
    "\u2010",
    "\u2011",
    "\u2012",
    "\u2013",
    "\u2014",
    "\u2015",
    "\u2212",
    "\ufe58",
    "\ufe63",
    "\uff0d",
  ];

  it.each(DASHES)("%s alone says none, before a number minus", (dash) => {
    expect(read(dash, count)).toMatchObject({ kind: "number", value: 0 });
    expect(read(`${dash}5`, money)).toMatchObject({ kind: "number", value: -5 });
  });

  it.each(["\u200f", "_", "~", "\u2016", "\u00b7"])("%j is no dash", (mark) => {
    expect(read(`${mark}${mark}x`, count).kind).toBe("unreadable");
    expect(read(`a${mark}5`, money).kind).toBe("unreadable");
  });

  it("%, full width and small, say per cent", () => {
    for (const sign of ["%", "\uff05", "\ufe6a"]) {
      expect([sign, read(`88${sign}`, ratio)]).toMatchObject([sign, { value: 88, percent: true }]);
    }
  });
});

describe("a per cent as Excel stores it", () => {
  it("is the whole number that was typed, for every per cent: 0.29 x 100 is 28.999999999999996", () => {
    for (let whole = 0; whole <= 100; whole += 1) {
      const expected = { ...number(whole), percent: true };
      expect([whole, read(whole / 100, ratio, "0%")]).toEqual([whole, expected]);
    }
  });

  it("keeps the two decimals that were typed, and no more than that comes out of it", () => {
    for (let hundredths = 1; hundredths < 10_000; hundredths += 7) {
      const reading = read(hundredths / 10_000, ratio, "0.00%");
      expect(reading).toMatchObject({ kind: "number", value: hundredths / 100 });
      expect(reading.kind === "number" && reading.decimals).toBeLessThanOrEqual(2);
    }
  });
});

describe("a cell of words", () => {
  const text: Indicator = { ...filled, code: "5", kind: "text", unit: null };
  const heading: Indicator = { ...filled, code: "6", kind: "heading" };

  it("keeps its words, numbers in it too, lines put together", () => {
    expect(read(3000, text)).toEqual({ kind: "text", text: "3000" });
    expect(read("một\n  hai ", text)).toEqual({ kind: "text", text: "một hai" });
    expect(read("  ", text)).toEqual({ kind: "blank" });
    expect(read("một\nhai", heading)).toEqual({ kind: "text", text: "một hai" });
    expect(read("3000", heading)).toEqual({ kind: "text", text: "3000" });
  });

  it("of a group row shows a number too long to be kept; a count refuses it", () => {
    expect(read(1e15, heading)).toEqual({ kind: "text", text: "1000000000000000" });
    expect(read(1e15, count)).toEqual({
      kind: "unreadable",
      cause: "too-long",
      shown: "1000000000000000",
    });
  });
});

describe("what cannot be read is shown as it stands", () => {
  it.each([
    [true, "boolean", "TRUE"],
    [false, "boolean", "FALSE"],
    ["12\n13", "lines", "12 ⏎ 13"],
    ["nhiều", "words", "nhiều"],
    ["88%", "percent", "88%"],
    ["1234567890123456", "too-long", "1234567890123456"],
    ["0,1234567890123456", "too-long", "0,1234567890123456"],
    [{ error: "#REF!" }, "cell-error", "#REF!"],
  ] as const)("%j: %s", (value, cause, shown) => {
    expect(read(value, count)).toEqual({ kind: "unreadable", cause, shown });
  });

  it.each([
    ["nhiều", "choice"],
    ["1%", "percent"],
    ["1234567890123456", "too-long"],
  ])("a choice of %s: %s", (value, cause) => {
    expect(read(value, choice)).toEqual({ kind: "unreadable", cause, shown: value });
  });
});

describe("a text with two readings", () => {
  it("of an amount takes the groups where decimals would say nothing, else the decimals", () => {
    expect(read("3,000", money)).toEqual(number(3000, 0, "3,000", 3));
    expect(read("3,125", money)).toEqual(number(3.125, 3, "3,125", 3125));
    expect(read("98,170", { ...ratio })).toEqual(number(98.17, 3, "98,170"));
  });

  it("of a per cent takes the one from 0 to 100, both ends too", () => {
    expect(read("0.000", ratio)).toEqual(number(0, 3, "0.000"));
    expect(read("1.000", ratio)).toEqual(number(1, 3, "1.000"));
    expect(read("100.000", ratio)).toEqual(number(100, 3, "100.000"));
    // Neither fits: both are offered.
    expect(read("101.000", ratio)).toEqual(number(101_000, 0, "101.000", 101));
    expect(read("-3.000", ratio)).toEqual(number(-3000, 0, "-3.000", -3));
  });
});
