import { describe, expect, it } from "@jest/globals";
import { shownValue } from "../../src/document/shown-value.js";
import type { Indicator } from "../../src/forms/schema.js";
import type { Cell, CellValue } from "../../src/values/cell.js";
import { type Culture, VIETNAMESE } from "../../src/values/culture.js";
import { readCell } from "../../src/values/reading.js";

const row = { code: "1", label: "Chỉ tiêu", subject: "commune", span: "period", optional: false } as const;
const COUNT: Indicator = { ...row, kind: "count", unit: "Hồ sơ" };
const MONEY: Indicator = { ...row, kind: "money", unit: "Triệu đồng" };
const RATIO: Indicator = { ...row, kind: "ratio", unit: "%" };
const CHOICE: Indicator = {
  ...row,
  kind: "choice",
  choices: [
    { value: 0, label: "Không" },
    { value: 1, label: "Có" },
  ],
};

function shown(
  value: CellValue,
  indicator: Indicator,
  format = "General",
  culture: Culture | null = VIETNAMESE,
) {
  const cell: Cell = { value, format, formula: "" };
  return shownValue(readCell(cell, indicator, culture), indicator);
}

describe("a value as the printed form shows it", () => {
  it.each([
    [922, COUNT, "922"],
    [3000, COUNT, "3.000"],
    ["04", COUNT, "04"],
    [67.1, RATIO, "67,1"],
    [98.15618221258134, RATIO, "98,16"],
    ["98.17", RATIO, "98,17"],
    [1234.567, MONEY, "1.234,567"],
    ["Có", CHOICE, "1"],
    [null, COUNT, ""],
    ["", RATIO, ""],
  ] as const)("%j", (value, indicator, text) => {
    expect(shown(value, indicator)).toBe(text);
  });

  it("reads a per cent cell as per cents", () => {
    expect(shown(0.88, RATIO, "0%")).toBe("88");
  });

  it("leaves what cannot be read, or reads two ways, as typed", () => {
    expect(shown("khoảng 20", COUNT)).toBe("khoảng 20");
    expect(shown({ error: "#DIV/0!" }, RATIO)).toBe("#DIV/0!");
    expect(shown("3.000", MONEY, "General", null)).toBe("3.000");
  });
});
