import { describe, expect, it } from "@jest/globals";
import { insertRowsInFormula } from "../../src/formula/insert-rows.js";

const inserted = { sheet: "Hồ sơ", before: 8, count: 2 };
const here = (formula: string) => insertRowsInFormula(formula, "Hồ sơ", inserted);

describe("a formula after two rows were inserted above row 8", () => {
  it.each([
    ["D7", "D7"],
    ["D8+$E$9", "D10+$E$11"],
    ["SUM(D6:D22)", "SUM(D6:D24)"],
    ["SUM(D2:D7)", "SUM(D2:D7)"],
    ['IF(COUNT(D8,E8)=0,"D8",SUM(D8,E8))', 'IF(COUNT(D10,E10)=0,"D8",SUM(D10,E10))'],
    ["SUM(D:D)", "SUM(D:D)"],
    ["SUM(8:9)", "SUM(10:11)"],
  ])("%s becomes %s", (formula, expected) => {
    expect(here(formula)).toBe(expected);
  });

  it("keeps references to other sheets, and moves those from other sheets", () => {
    expect(here("'Biểu mẫu 3'!D20")).toBe("'Biểu mẫu 3'!D20");
    expect(insertRowsInFormula("'Hồ sơ'!D20+D20", "Biểu mẫu 3", inserted)).toBe("'Hồ sơ'!D22+D20");
    expect(insertRowsInFormula("'hồ sơ'!$A$7:$M$22", null, inserted)).toBe("'hồ sơ'!$A$7:$M$24");
  });
});
