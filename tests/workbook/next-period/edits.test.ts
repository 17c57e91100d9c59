import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { clearing, formulaEdit, isTyped, looksElsewhere } from "../../../src/workbook/next-period/edits.js";

const CELL = { sheet: "Biểu mẫu 3", row: 18, column: 4 };

describe("what is typed and what looks elsewhere", () => {
  it.each([
    "=D18",
    "=SUM(D19:D20)",
    "=$B$4+1",
    "='Sổ theo dõi'!B12",
    "=[Q3.xlsx]Sheet1!B5",
    "=CCHC_BM3_3_3_1",
    "=SUM(Bảng1[Hồ sơ])",
    "=IF(TRUE,số_hồ_sơ,0)",
  ])("%s looks at other cells", (formula) => {
    expect(looksElsewhere(formula)).toBe(true);
  });

  it.each([
    "=20+3",
    "=SUM(20,3)",
    "=ROUND(5/3,2)",
    '="D18"',
    "=IF(TRUE,1,0)",
    "=2E3",
    "=D18+#REF!",
    "=TODAY()",
  ])("%s is as good as typed", (formula) => {
    expect(looksElsewhere(formula)).toBe(false);
    expect(isTyped({ value: 23, format: "General", formula })).toBe(true);
  });

  it("any number, typed or calculated from numbers, counts as typed", () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: 0 });
    fc.assert(
      fc.property(
        fc.array(number, { minLength: 1, maxLength: 5 }),
        fc.constantFrom("+", "-", "*", "/"),
        (numbers, sign) => {
          const formula = `=${numbers.map(String).join(sign)}`;
          expect(isTyped({ value: 1, format: "General", formula })).toBe(true);
        },
      ),
    );
  });
});

describe("formats that would misread the next number", () => {
  it("takes a date or per-cent format away from a count, and leaves a ratio's per cent", () => {
    expect(clearing(CELL, "d-mmm")).toEqual({ cell: CELL, value: null, format: "General" });
    expect(clearing(CELL, "0%")).toEqual({ cell: CELL, value: null, format: "General" });
    expect(clearing(CELL, "0%", "percent")).toEqual({ cell: CELL, value: null });
    expect(clearing(CELL, "dd/mm/yyyy", "date")).toEqual({ cell: CELL, value: null });
    expect(clearing(CELL, "#,##0")).toEqual({ cell: CELL, value: null });
  });

  it("takes text, date and per-cent formats away from a ratio's formula", () => {
    for (const format of ["@", "d-mmm", "0%"]) {
      expect(formulaEdit(CELL, format, "1")).toEqual({
        cell: CELL,
        value: { formula: "1" },
        format: "General",
      });
    }
    expect(formulaEdit(CELL, "0.00", "1")).toEqual({ cell: CELL, value: { formula: "1" } });
  });
});
