import { describe, expect, it } from "@jest/globals";
import { calculate, type FormulaGrid } from "../../src/formula/calculate.js";
import { parseFormula } from "../../src/formula/parse.js";
import { shiftFormula } from "../../src/formula/shift.js";
import { type CellAddress, columnNumber } from "../../src/values/address.js";
import type { CellValue } from "../../src/values/cell.js";

type Sheet = Readonly<Record<string, CellValue>>;

/** Cells by address; text that begins with `=` is a formula, whose last result is in `last`. */
function grid(cells: Sheet, last: Sheet = {}): FormulaGrid {
  const key = (cell: CellAddress) => `${String.fromCharCode(64 + cell.column)}${cell.row}`;
  const typed = (cell: CellAddress) => cells[key(cell)] ?? null;
  return {
    extent: (sheet) => (sheet === "S" ? { rows: 20, columns: 5 } : null),
    value: (cell) => {
      const value = typed(cell);
      return typeof value === "string" && value.startsWith("=") ? (last[key(cell)] ?? null) : value;
    },
    formula: (cell) => {
      const value = typed(cell);
      return typeof value === "string" && value.startsWith("=") ? value.slice(1) : null;
    },
    name: (name) => (name === "tong" ? parseFormula("S!$A$1:$A$3") : null),
  };
}

function results(cells: Sheet, last: Sheet = {}): Record<string, CellValue> {
  const addresses = Object.keys(cells).map((key) => ({
    sheet: "S",
    row: Number(key.slice(1)),
    column: columnNumber(key.slice(0, 1)),
  }));
  const found: Record<string, CellValue> = {};
  for (const { cell, value } of calculate(grid(cells, last), addresses)) {
    found[`${String.fromCharCode(64 + cell.column)}${cell.row}`] = value;
  }
  return found;
}

describe("calculate", () => {
  it("works out chains whatever their order", () => {
    expect(results({ A1: "=A2*2", A2: "=A3+1", A3: 4 })).toEqual({ A1: 10, A2: 5 });
  });

  it("gives names and areas their values, clipped to the used part", () => {
    expect(results({ A1: 1, A2: 2, A3: 3, B1: "=SUM(tong)", B2: "=SUM(A1:A1048576)" })).toEqual({
      B1: 6,
      B2: 6,
    });
  });

  it("leaves circles alone, and what rests on them", () => {
    expect(results({ A1: "=A2", A2: "=A1+1", A3: "=A1", A4: "=A4", B1: "=1+1" })).toEqual({ B1: 2 });
  });

  it.each([
    ["down", (row: number) => row - 1, 1],
    ["up", (row: number) => row + 1, 20_000],
  ])("works out a chain of 20,000 formulas %s the sheet, each looked at a few times at the most", (_, before, first) => {
    const rows = 20_000;
    let looked = 0;
    const chain: FormulaGrid = {
      extent: () => ({ rows, columns: 1 }),
      value: () => null,
      formula: ({ row }) => {
        looked += 1;
        return row === first ? "1" : `A${before(row)}+1`;
      },
      name: () => null,
    };
    const cells = Array.from({ length: rows }, (_row, index) => ({ sheet: "S", row: index + 1, column: 1 }));
    const results = calculate(chain, cells);
    expect(results.map(({ value }) => value).sort((a, b) => Number(a) - Number(b))).toEqual(
      cells.map(({ row }) => row),
    );
    expect(looked).toBeLessThanOrEqual(6 * rows);
  });

  it("works out a sum over formulas that nobody has worked out, once each", () => {
    const cells: Record<string, CellValue> = { B1: "=SUM(A1:A20)", A20: 1 };
    for (let row = 1; row < 20; row += 1) cells[`A${row}`] = `=A${row + 1}+1`;
    expect(results(cells)).toMatchObject({ B1: 210, A1: 20 });
  });

  it("builds on the last result of a formula that it cannot work out", () => {
    const cells = { A1: "=VLOOKUP(1,C1:D2,2)", A2: "=A1+1" };
    expect(results(cells, { A1: 7 })).toEqual({ A2: 8 });
    expect(results(cells)).toEqual({});
  });
});

describe("shiftFormula", () => {
  it("moves relative references and nothing else", () => {
    expect(shiftFormula("ROUND(100*A1/$B$2,2)+C$3", 1, 1)).toBe("ROUND(100*B2/$B$2,2)+D$3");
  });

  it("leaves texts, names, functions and sheet names as they are", () => {
    expect(shiftFormula(`"A1"&LOG10(A1)&'Biểu AB12'!B2&tong_A1`, 2, 0)).toBe(
      `"A1"&LOG10(A3)&'Biểu AB12'!B4&tong_A1`,
    );
  });

  it("moves whole columns and rows sideways and down only", () => {
    expect(shiftFormula("SUM(A:B)+SUM($A:$A)+SUM(3:3)+SUM(S!C$2:$D4)", 1, 1)).toBe(
      "SUM(B:C)+SUM($A:$A)+SUM(4:4)+SUM(S!D$2:$D5)",
    );
  });

  it("says #REF! for what falls off the sheet", () => {
    expect(shiftFormula("A1+B2:C3", -1, 0)).toBe("#REF!+B1:C2");
  });
});
