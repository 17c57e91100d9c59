import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { cultureOf, localFormula, localNumber, plainFormula } from "../../../src/hosts/gsheets/locale.js";

describe("the marks of a locale", () => {
  it.each([
    ["vi_VN", { decimal: ",", group: "." }],
    ["en_US", { decimal: ".", group: "," }],
    ["de_DE", { decimal: ",", group: "." }],
  ])("%s", (locale, culture) => {
    expect(cultureOf(locale)).toEqual(culture);
  });

  it("are unknown for a locale that does not exist", () => {
    expect(cultureOf("không có")).toBeNull();
  });
});

describe("a formula under vi_VN", () => {
  it.each([
    ["ROUND(A1/A2*100,2)", "=ROUND(A1/A2*100;2)"],
    ["IF(A1>0.5,1.25,2)", "=IF(A1>0,5;1,25;2)"],
    ['IF(A1="a,b;c","x.y",1)', '=IF(A1="a,b;c";"x.y";1)'],
    ["SUM('Biểu mẫu 1, 2'!A1:B2,1)", "=SUM('Biểu mẫu 1, 2'!A1:B2;1)"],
    ["A1*0.5", "=A1*0,5"],
    ["SUM(A1*0.5)", "=SUM(A1*0,5)"],
    ["IF(A1,,1)", "=IF(A1;;1)"],
  ])("%s", (plain, local) => {
    expect(localFormula(plain, "vi_VN")).toBe(local);
    expect(plainFormula(local, "vi_VN")).toBe(`=${plain}`);
    // Nobody has seen in which separators Google gives it: English ones are understood as well.
    if (!plain.startsWith("SUM(A1*") && !plain.startsWith("A1*")) {
      expect(plainFormula(`=${plain}`, "vi_VN")).toBe(`=${plain}`);
    }
  });

  it("stays what it is in English", () => {
    expect(localFormula("IF(A1>0.5,1,2)", "en_US")).toBe("=IF(A1>0.5,1,2)");
    expect(plainFormula("=IF(A1>0.5,1,2)", "en_US")).toBe("=IF(A1>0.5,1,2)");
  });

  it("comes back unchanged, whatever its numbers and texts", () => {
    const number = fc.double({ min: 0, max: 1e6, noNaN: true }).map((value) => value.toFixed(2));
    const text = fc.string({ maxLength: 8 }).map((value) => `"${value.replaceAll('"', '""')}"`);
    const leaf = fc.oneof(number, text, fc.constantFrom("A1", "$D$20", "'Biểu mẫu 3'!D5:D8"));
    const { formula } = fc.letrec<{ formula: string }>((tie) => ({
      formula: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.tuple(leaf, tie("formula")).map(([a, b]) => `${a}+${b}`),
        fc.tuple(tie("formula"), tie("formula"), leaf).map(([a, b, c]) => `IF(${a},${b},${c})`),
        fc.array(tie("formula"), { minLength: 2, maxLength: 4 }).map((args) => `SUM(${args.join(",")})`),
      ),
    }));
    fc.assert(
      fc.property(formula, (plain) => plainFormula(localFormula(plain, "vi_VN"), "vi_VN") === `=${plain}`),
    );
  });
});

it("a bound is written as somebody types it", () => {
  expect([localNumber(0.5, "vi_VN"), localNumber(0.5, "en_US"), localNumber(100, "vi_VN")]).toEqual([
    "0,5",
    "0.5",
    "100",
  ]);
});
