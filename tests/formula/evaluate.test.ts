import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { evaluateFormula, type FormulaOutcome, type FormulaScope } from "../../src/formula/evaluate.js";
import { parseFormula, UNREADABLE } from "../../src/formula/parse.js";
import { changeReferences } from "../../src/formula/tokens.js";
import type { CellValue } from "../../src/values/cell.js";

const NAMES: Readonly<Record<string, string>> = {
  tong: "S!$A$1",
  thue: "0.1",
  gap_doi: "tong*2",
  vong: "vong+1",
  bang: "Table1[Số]",
};

/** A sheet "S" whose column A holds the given values, from row 1; the name `tong` is its first cell. */
function evaluate(
  formula: string,
  column: readonly CellValue[] = [],
  further: Partial<FormulaScope> = {},
): FormulaOutcome | null {
  const expression = parseFormula(formula);
  if (expression === null) return null;
  return evaluateFormula(expression, {
    sheet: "S",
    hasSheet: (sheet) => sheet === "S" || sheet === "Biểu mẫu 3",
    cells: (area) => {
      const rows: CellValue[][] = [];
      for (let row = area.top; row <= Math.min(area.bottom, 20); row += 1) {
        const values: CellValue[] = [];
        for (let c = area.left; c <= Math.min(area.right, 5); c += 1)
          values.push(c === 1 ? (column[row - 1] ?? null) : null);
        rows.push(values);
      }
      return rows;
    },
    name: (name) => {
      const meaning = NAMES[name];
      return meaning === undefined ? null : (parseFormula(meaning) ?? UNREADABLE);
    },
    ...further,
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

  it.each<[string, CellValue]>([
    ["IFNA(NA(),5)", 5],
    ["IFNA(1/0,5)", { error: "#DIV/0!" }],
    ["ISNA(NA())", true],
    ["ISLOGICAL(1=1)", true],
    ['AND(1=1,"TRUE")', true],
    ["NOT(TRUE())", false],
    ["MOD(-3,2)", 1],
    ["MOD(3,0)", { error: "#DIV/0!" }],
    ["SQRT(-1)", { error: "#NUM!" }],
    ["YEAR(45183)*10000+MONTH(45183)*100+DAY(45183)", 20230914],
    ["DAY(-1)", { error: "#NUM!" }],
    ['LEN(TRIM("  Xã  A "))', 4],
    ['UPPER("xã")&LOWER("A")', "XÃa"],
    ['LEFT("Quý III",3)', "Quý"],
    ['CONCATENATE("Quý ",3)', "Quý 3"],
    ['VALUE("12")', 12],
    ["_xlfn.IFNA(1,2)", 1],
    ["SUM (1,2)", 3],
    ["S!#REF!+1", { error: "#REF!" }],
    ["#REF!A1", { error: "#REF!" }],
  ])("%s", (formula, expected) => {
    expect(value(formula)).toEqual(expected);
  });

  it("whole columns and rows are read as far as the sheet is used", () => {
    expect(value("SUM(A:A)", [3, 4])).toBe(7);
    expect(value("SUM($A:$B)+SUM(1:1)", [3, 4])).toBe(10);
    expect(value("COUNTBLANK(A:A)", [3, null, ""])).toBe(1_048_575);
    expect(value("A:A+1", [3])).toBe("unsupported");
  });

  it("names stand for cells, constants and formulas", () => {
    expect(value("tong*thue", [50])).toBe(5);
    expect(value("gap_doi+1", [50])).toBe(101);
    expect(value("vong")).toBe("unsupported");
    expect(value("bang")).toBe("unsupported");
  });

  it("COUNTIF compares with a value or with an operator", () => {
    const column = [100, "100", 80, "Có", null, "có", { error: "#N/A" }];
    expect(value("COUNTIF(A1:A7,100)", column)).toBe(2);
    expect(value('COUNTIF(A1:A7,">=80")', column)).toBe(2);
    expect(value('COUNTIF(A1:A7,"có")', column)).toBe(2);
    expect(value('COUNTIF(A1:A7,"<>có")', column)).toBe(5);
    expect(value('COUNTIF(A1:A7,"c*")', column)).toBe("unsupported");
    expect(value('COUNTIF(A1:A7,"1.500")', column)).toBe("unsupported");
  });

  it("text is a number and a number is text by the machine's settings, where they are known", () => {
    const locale = {
      decimal: ",",
      readNumber: (text: string) => (text === "1.500" ? 1500 : text === "12,5" ? 12.5 : null),
    };
    const known = (formula: string) => evaluate(formula, ["12,5", 12.5], { locale });
    expect(known('"1.500"+1')).toEqual({ kind: "value", value: 1501 });
    expect(known('A1*2&"%"')).toEqual({ kind: "value", value: "25%" });
    expect(known('A2&""')).toEqual({ kind: "value", value: "12,5" });
    expect(known("COUNTIF(A1:A2,12.5)")).toEqual({ kind: "value", value: 2 });
    expect(known('"x"+1')).toEqual({ kind: "value", value: { error: "#VALUE!" } });
  });

  it("a formula is worked out for another cell than the one it was written for", () => {
    const below = { offset: { rows: 1, columns: 0 } };
    expect(evaluate("A1+$A$1", [3, 4], below)).toEqual({ kind: "value", value: 7 });
    expect(evaluate("A1", [3], { offset: { rows: -1, columns: 0 } })).toEqual({
      kind: "value",
      value: { error: "#REF!" },
    });
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
    ["another workbook's sheet with a space", "'[1]Biểu mẫu 3'!A1"],
    ["several sheets", "SUM('S:T U'!A1)"],
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

  it("keeps its letters when it is split and nothing changes", () => {
    const letters = fc.constantFrom(..."A1$:+-*/^&=<>(),\"'!% .#é?".split(""), "#REF!", "Xã", "'Biểu 3'!");
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 30 }), (pieces) => {
        const text = pieces.join("");
        expect(changeReferences(text, (reference) => reference)).toBe(text);
      }),
      { numRuns: 500 },
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
