import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { CellValue } from "../../../src/values/cell.js";
import { UNITED_STATES } from "../../../tools/grid/culture.js";
import { readFormula } from "../../../tools/grid/formula.js";
import { Grid } from "../../../tools/grid/grid.js";
import { formulaAt, valueAt } from "../../../tools/grid/look.js";
import { officer } from "../../../tools/grid/person.js";

/** Puts cells into a new Vietnamese workbook and gives what the formula in Z1 shows. */
function calculate(formula: string, cells: Readonly<Record<string, string>> = {}): CellValue {
  const grid = new Grid();
  const person = officer(grid);
  for (const [address, text] of Object.entries(cells)) person.type("Sheet1", address, text);
  person.type("Sheet1", "Z1", formula);
  return valueAt(grid, "Sheet1", "Z1");
}

describe("formulas of the forms", () => {
  test("a ratio, rounded to two decimals", () => {
    expect(calculate("=ROUND(A1/A2*100,2)", { A1: "905", A2: "922" })).toBe(98.16);
  });

  test("a ratio stays blank while its parts are", () => {
    const formula = '=IF(OR(ISBLANK(A1),ISBLANK(A2),N(A2)=0),"",ROUND(A1/A2*100,2))';
    expect(calculate(formula)).toBe("");
    expect(calculate(formula, { A1: "5", A2: "0" })).toBe("");
    expect(calculate(formula, { A1: "905", A2: "922" })).toBe(98.16);
  });

  test("a total that passes over text and blanks", () => {
    expect(calculate("=SUM(A1:A4)", { A1: "62", A2: "Không", A4: "3" })).toBe(65);
    expect(calculate("=COUNT(A1:A4)", { A1: "62", A2: "Không", A4: "3" })).toBe(2);
    expect(calculate("=COUNTA(A1:A4)", { A1: "62", A2: "Không", A4: "3" })).toBe(3);
  });

  test("references to a sheet with a Vietnamese name and to defined names", () => {
    const grid = new Grid();
    const person = officer(grid);
    person.addSheet("Biểu mẫu 3");
    person.type("Biểu mẫu 3", "D20", "922");
    person.type("Sheet1", "A1", "='Biểu mẫu 3'!$D$20*2");
    expect(valueAt(grid, "Sheet1", "A1")).toBe(1844);
    const formula = readFormula("'Biểu mẫu 3'!$D$20");
    if (!formula) throw new Error("not a formula");
    grid.names = [{ name: "CCHC_BM3_3_3_1", sheetId: null, formula, visible: false, comment: "" }];
    person.type("Sheet1", "A2", "=CCHC_BM3_3_3_1+1");
    expect(valueAt(grid, "Sheet1", "A2")).toBe(923);
  });
});

describe("Excel's arithmetic", () => {
  test.each<[string, CellValue]>([
    ["=2+3*4^2", 50],
    ["=-2^2", 4],
    ["=10-4-3", 3],
    ["=2^3^2", 64],
    ["=50%*8", 4],
    ["=(1+2)*-3", -9],
    ['="CCHC "&2025', "CCHC 2025"],
    ['="a"&1/2', "a0,5"],
    ["=ROUND(2.5,0)", 3],
    ["=ROUND(-2.5,0)", -3],
    ["=ROUND(1.005,2)", 1.01],
    ["=ROUND(1234,-2)", 1200],
    ["=ROUNDDOWN(98.165,2)", 98.16],
    ["=ROUNDUP(98.161,2)", 98.17],
    ["=TRUNC(-98.169,2)", -98.16],
    ["=TRUNC(7.9)", 7],
    ["=ABS(-3)", 3],
    ["=INT(-1.5)", -2],
    ["=MOD(-3,2)", 1],
    ["=MAX(3,-1,2)", 3],
    ["=MIN(A1:A3)", 0],
    ["=AVERAGE(1,2,6)", 3],
    ["=N(TRUE)", 1],
    ['=N("x")', 0],
    ["=DATE(2025,12,14)", 46_005],
    ["=DATE(2024,14,1)", 45_689],
    ["=YEAR(DATE(2025,6,14))*10000+MONTH(46005)*100+DAY(46005)", 20_251_214],
    ['=LEN(TRIM("  Xã  A "))', 4],
  ])("%s is %s", (formula, expected) => {
    expect(calculate(formula)).toBe(expected);
  });

  test.each<[string, CellValue]>([
    ["=1<2", true],
    ['="b">"A"', true],
    ['="x"=1', false],
    ['="x">1', true],
    ["=A1=0", true],
    ['=A1=""', true],
    ["=AND(1<2,2<3)", true],
    ["=OR(1>2,FALSE)", false],
    ["=NOT(1>2)", true],
    ["=ISNUMBER(1)", true],
    ["=ISNUMBER(A1)", false],
    ["=ISBLANK(A1)", true],
    ["=ISERROR(1/0)", true],
    ["=IF(1>2,1)", false],
    ["=IF(1>2,1,)", 0],
    ["=A1", 0],
  ])("%s is %s", (formula, expected) => {
    expect(calculate(formula)).toBe(expected);
  });

  test.each([
    ["=1/0", "#DIV/0!"],
    ["=SUM(1,1/0)", "#DIV/0!"],
    ["=TONG(1)", "#NAME?"],
    ["=khong_co_ten", "#NAME?"],
    ["='Không có'!A1", "#REF!"],
    ['="x"+1', "#VALUE!"],
    ["=A1:A2+1", "#VALUE!"],
    ["=SQRT(-1)", "#NUM!"],
    ["=NA()", "#N/A"],
  ])("%s is %s", (formula, error) => {
    expect(calculate(formula)).toEqual({ error });
  });

  test("IFERROR catches, also what comes out of a reference", () => {
    expect(calculate('=IFERROR(A1,"–")', { A1: "=1/0" })).toBe("–");
    expect(calculate("=IFERROR(5,0)")).toBe(5);
  });

  test("text that is a number counts in arithmetic, by the decimal mark of the machine", () => {
    expect(calculate("=A1*2", { A1: "'12,5" })).toBe(25);
    expect(calculate("=SUM(A1)", { A1: "'12,5" })).toBe(0);
    const english = new Grid({ region: UNITED_STATES });
    officer(english).type("Sheet1", "A1", "'12,5");
    officer(english).type("Sheet1", "A2", "=A1*2");
    expect(valueAt(english, "Sheet1", "A2")).toEqual({ error: "#VALUE!" });
  });

  test("a formula that refers to itself gives 0", () => {
    expect(calculate("=Z1+1")).toBe(1);
    expect(calculate("=A1", { A1: "=Z1" })).toBe(0);
  });

  test("results follow when a cell further up changes", () => {
    const grid = new Grid();
    const person = officer(grid);
    person.type("Sheet1", "A3", "=A2*2");
    person.type("Sheet1", "A2", "=A1+1");
    person.type("Sheet1", "A1", "4");
    expect(valueAt(grid, "Sheet1", "A3")).toBe(10);
    person.clear("Sheet1", "A1");
    expect(valueAt(grid, "Sheet1", "A3")).toBe(2);
  });
});

describe("text of a formula", () => {
  test("what is not a formula is refused when typed", () => {
    const grid = new Grid();
    expect(officer(grid).type("Sheet1", "A1", "=SUM(")).toMatchObject({ accepted: false });
    expect(valueAt(grid, "Sheet1", "A1")).toBe(null);
  });

  test("sums of whole numbers are exact", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 8 }),
        (numbers) => {
          const cells = Object.fromEntries(numbers.map((number, i) => [`A${i + 1}`, String(number)]));
          const total = numbers.reduce((sum, number) => sum + number, 0);
          expect(calculate(`=SUM(A1:A${numbers.length})`, cells)).toBe(total);
        },
      ),
      { numRuns: 30 },
    );
  });

  test("a formula stays as written when nothing in it moves", () => {
    const grid = new Grid();
    const person = officer(grid);
    person.type("Sheet1", "A1", "= SUM( B1 , 2 ) ");
    person.insertRows("Sheet1", 5);
    expect(formulaAt(grid, "Sheet1", "A1")).toBe("= SUM( B1 , 2 ) ");
  });
});
