import { describe, expect, it } from "@jest/globals";
import { findIndicator } from "../../../src/forms/indicators.js";
import type { RatioIndicator } from "../../../src/forms/schema.js";
import { a1 } from "../../../src/values/address.js";
import { valueCell } from "../../../src/workbook/layout/form-layout.js";
import { ratioFormula, windowFormula } from "../../../src/workbook/planning/formulas.js";
import { edition } from "../../support/report-data.js";
import { evaluateOn } from "../../support/sheet-formula.js";

const haiDuong = edition("hai-duong-2022");
const form = haiDuong.forms[0];
if (form === undefined) throw new Error("the edition has no form 1");

function ratio(code: string): RatioIndicator {
  const indicator = findIndicator(haiDuong, { form: 1, code });
  if (indicator?.kind !== "ratio") throw new Error(`${code} is no ratio`);
  return indicator;
}

describe("ratio formula", () => {
  const formula = ratioFormula(ratio("2"), (code) => a1(valueCell(haiDuong, form, code)));

  it("is made from the declaration: row 2 of form 1 is row 2.2 over row 2.1", () => {
    expect(formula).toBe('IFERROR(IF(OR(D8="",D9=""),"",ROUND(100*D9/D8,2)),"")');
  });

  it.each([
    ["the tasks of Thanh Miện", { D8: 25, D9: 22 }, 88],
    ["two decimals", { D8: 922, D9: 905 }, 98.16],
    ["a numerator of 0", { D8: 25, D9: 0 }, 0],
    ["a denominator of 0", { D8: 0, D9: 0 }, ""],
    ["a blank denominator", { D9: 22 }, ""],
    ["a blank numerator, which is not 0", { D8: 25 }, ""],
    ["a dash", { D8: "-", D9: "-" }, ""],
    ["numbers stored as text", { D8: "25", D9: "22" }, 88],
  ])("%s", (_, cells, expected) => {
    expect(evaluateOn(cells, formula ?? "")).toBe(expected);
  });

  it("is none for a ratio whose parts are no rows of the form", () => {
    const { ratio: _, ...bare } = ratio("2");
    expect(ratioFormula(bare, () => "D1")).toBeNull();
  });

  it("can say a reduction: how much less `to` is than `from`", () => {
    const { ratio: _, ...bare } = ratio("2");
    const cellOf = (code: string) => (code === "2.1" ? "D8" : "D9");
    const reduction = ratioFormula({ ...bare, reduction: { from: "2.1", to: "2.2" } }, cellOf);
    expect(reduction).toBe('IFERROR(IF(OR(D8="",D9=""),"",ROUND(100*(D8-D9)/D8,2)),"")');
    expect(evaluateOn({ D8: 40, D9: 30 }, reduction ?? "")).toBe(25);
  });
});

describe("data window formula", () => {
  it("follows period and year; Quý I begins in December of the year before", () => {
    expect(windowFormula(haiDuong.periods, "from", "$B$9", "$B$10")).toBe(
      'IF(N($B$10)=0,"",IF($B$9="Quý I",DATE($B$10-1,12,15),IF($B$9="6 tháng đầu năm",DATE($B$10-1,12,15),' +
        'IF($B$9="Quý III",DATE($B$10,6,15),IF($B$9="Năm",DATE($B$10-1,12,15),"")))))',
    );
  });
});
