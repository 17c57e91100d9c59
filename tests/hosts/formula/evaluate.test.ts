import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateFormula, type FormulaOutcome } from "../../../src/hosts/formula/evaluate.js";
import { parseFormula } from "../../../src/hosts/formula/parse.js";
import type { CellValue } from "../../../src/values/cell.js";

/** A sheet "S" whose column A holds the given values, from row 1; the name `tong` is its first cell. */
function evaluate(formula: string, column: readonly CellValue[] = []): FormulaOutcome | null {
  const expression = parseFormula(formula);
  if (expression === null) return null;
  return evaluateFormula(expression, {
    sheet: "S",
    hasSheet: (sheet) => sheet === "S" || sheet === "Biểu mẫu 3",
    cells: (area) => {
      const rows: CellValue[][] = [];
      for (let row = area.top; row <= area.bottom; row += 1) {
        const values: CellValue[] = [];
        for (let c = area.left; c <= area.right; c += 1)
          values.push(c === 1 ? (column[row - 1] ?? null) : null);
        rows.push(values);
      }
      return rows;
    },
    name: (name) => (name === "tong" ? parseFormula("S!$A$1") : null),
  });
}

const value = (formula: string, column: readonly CellValue[] = []): CellValue | "unsupported" => {
  const outcome = evaluate(formula, column);
  return outcome?.kind === "value" ? outcome.value : "unsupported";
};

describe("formulas of the forms", () => {
  const ratio = 'IF(N(A1)=0,"",ROUND(100*N(A2)/N(A1),2))';

  it.each<[string, readonly CellValue[], CellValue]>([
    ["the report's on-time ratio", [922, 905], 98.16],
    ["a whole ratio", [157, 157], 100],
    ["no denominator", [null, 5], ""],
    ["a denominator of 0", [0, 5], ""],
    ["a denominator that is text", ["Không", 5], ""],
    ["no numerator", [62, null], 0],
    ["a half that is rounded up", [800, 1], 0.13],
  ])("ratio: %s", (_case, column, expected) => {
    expect(value(ratio, column)).toBe(expected);
  });

  it("reduction", () => {
    expect(value('IF(N(A1)=0,"",ROUND(100*(N(A1)-N(A2))/N(A1),2))', [40, 30])).toBe(25);
  });

  it("sums of cells and of ranges, across sheets and through names", () => {
    expect(value("A1+A2", [3, 4])).toBe(7);
    expect(value("SUM(A1:A3,10)", [3, "4", 5])).toBe(18);
    expect(value("'Biểu mẫu 3'!A1 + S!A2", [3, 4])).toBe(7);
    expect(value("$A$1*tong", [3])).toBe(9);
  });

  it("a reference to a blank cell shows 0", () => {
    expect(value("A1")).toBe(0);
    expect(value("IF(TRUE,A1,5)")).toBe(0);
  });
});

describe("Excel's rules", () => {
  it.each<[string, CellValue]>([
    ["-2^2", 4],
    ["2^3^2", 64],
    ["2+3*4", 14],
    ["(2+3)*4", 20],
    ["10%*50", 5],
    ["1=1", true],
    ['"a"="A"', true],
    ['2<"1"', true],
    ["1/0", { error: "#DIV/0!" }],
    ["#REF!+1", { error: "#REF!" }],
    ['"Không"+1', { error: "#VALUE!" }],
    ['"12"+1', 13],
    ['"Tỷ lệ "&12', "Tỷ lệ 12"],
    ['"a ""b"""', 'a "b"'],
    ['IFERROR(1/0,"-")', "-"],
    ["IF(FALSE,1)", false],
    ["IF(TRUE,,1)", 0],
    ["AND(TRUE,1,0)", false],
    ["OR(FALSE,2)", true],
    ["NOT(0)", true],
    ["ABS(-3)", 3],
    ["INT(-1.5)", -2],
    ["TRUNC(-1.57,1)", -1.5],
    ["DATE(2023,9,14)", 45183],
    ["DATE(2022,13,1)", 44927],
    ["ROUND(1.005,2)", 1.01],
    ["ROUND(-2.5,0)", -3],
    ["ROUND(1234,-2)", 1200],
    ["ROUNDUP(1.001,2)", 1.01],
    ["Missing!A1", { error: "#REF!" }],
    ["unknown_name", { error: "#NAME?" }],
  ])("%s", (formula, expected) => {
    expect(value(formula)).toEqual(expected);
  });

  it("counts and extremes look at numbers only", () => {
    const column = [3, "5", null, 1, true];
    expect(value("COUNT(A1:A5)", column)).toBe(2);
    expect(value("COUNTA(A1:A5)", column)).toBe(4);
    expect(value("COUNTBLANK(A1:A5)", column)).toBe(1);
    expect(value("MIN(A1:A5)", column)).toBe(1);
    expect(value("MAX(A1:A5)", column)).toBe(3);
    expect(value("AVERAGE(A1:A5)", column)).toBe(2);
    expect(value("SUM(A1:A2)", [1, { error: "#N/A" }])).toEqual({ error: "#N/A" });
  });

  it.each([
    ["a function it does not have", "VLOOKUP(1,A1:B2,2)"],
    ["text whose number depends on the locale", '"1.500"+1'],
    ["a fraction as text", '1.5&""'],
    ["an area where one value is needed", "A1:A2+1"],
    ["another workbook", "[1]Sheet1!A1"],
    ["an array", "{1,2}"],
    ["a broken formula", "SUM(1"],
    ["too many levels", `${"(".repeat(300)}1${")".repeat(300)}`],
  ])("leaves alone: %s", (_case, formula) => {
    expect(value(formula)).toBe("unsupported");
  });
});

describe("any input", () => {
  it("never throws, whatever the text", () => {
    const piece = fc.constantFrom(
      "A1",
      "(",
      ")",
      ",",
      "+",
      "%",
      "SUM(",
      "IF(",
      '"',
      "'",
      "!",
      "1",
      "#REF!",
      " ",
      "é",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: "grapheme" })), { maxLength: 20 }), (pieces) => {
        evaluate(pieces.join(""), [1, "x", null]);
      }),
    );
  });

  it("rounds like decimal arithmetic on whole hundredths", () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), (thousandths) => {
        const expected = (Math.sign(thousandths) * Math.floor((Math.abs(thousandths) + 5) / 10)) / 100;
        expect(value(`ROUND(${thousandths / 1000},2)`)).toBe(expected === 0 ? 0 : expected);
      }),
    );
  });
});
