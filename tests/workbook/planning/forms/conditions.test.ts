import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { editionIds } from "../../../../src/forms/catalogue.js";
import type { CellValue } from "../../../../src/values/cell.js";
import { agrees, cut, decimalsOf, roundHalfUp } from "../../../../src/values/tolerance.js";
import { sheetOfForm, valueCell } from "../../../../src/workbook/layout/form-layout.js";
import { planReportWorkbook } from "../../../../src/workbook/planning/plan-workbook.js";
import { edition } from "../../../support/report-data.js";
import { evaluateOn } from "../../../support/sheet-formula.js";

/** True when the cell of a row turns pink while the form holds these numbers. */
function isMarked(
  id: string,
  form: number,
  code: string,
  values: Readonly<Record<string, CellValue>>,
): boolean {
  const { forms } = edition(id);
  const found = forms.find((candidate) => candidate.number === form);
  const place = (row: string) => (found === undefined ? 0 : valueCell(edition(id), found, row).row);
  const sheet = planReportWorkbook(edition(id)).sheets.find(
    ({ name }) => name === sheetOfForm(edition(id), form),
  );
  if (found === undefined || sheet === undefined) throw new Error(`${id} has no form ${form}`);
  const cells = Object.fromEntries(Object.entries(values).map(([row, value]) => [`D${place(row)}`, value]));
  const row = place(code);
  return sheet.conditions.some(({ area, formula }) => {
    if (row < area.top || row > area.bottom) return false;
    // Relative references count from the first cell of the area.
    const shifted = area.top === area.bottom ? formula : formula.replaceAll(`D${area.top}`, `D${row}`);
    return evaluateOn(cells, shifted) === true;
  });
}

function formOf(id: string, form: number) {
  const found = edition(id).forms.find(({ number }) => number === form);
  if (found === undefined) throw new Error(`${id} has no form ${form}`);
  return found;
}

describe("cells that turn pink", () => {
  it.each([
    ["98,17 where the parts give 98,16", "98.17", 98.17, true],
    ["98,16, rounded", "98.16", 98.16, false],
    ["98,15, cut to two decimals", "98.15", 98.15, false],
    ["98,2, rounded to one", "98.2", 98.2, false],
    ["98,1, cut to one", "98.1", 98.1, false],
    ["98, to the whole", "98", 98, false],
    ["99", "99", 99, true],
    ["98,16% as Excel keeps it", "0.9816", 0.9816, false],
    ["a text, left to the rules", "Không", "Không", false],
    ["blank", "", null, false],
  ])("ratio 6.7 of Thanh Miện: %s", (_, __, stated, marked) => {
    const values = { "6.7": stated, "6.7.1": 922, "6.7.2": 905 };
    expect(isMarked("hai-duong-2022", 7, "6.7", values)).toBe(marked);
  });

  it("a ratio without its parts is not marked", () => {
    expect(isMarked("hai-duong-2022", 7, "6.7", { "6.7": 98.17 })).toBe(false);
    expect(isMarked("hai-duong-2022", 7, "6.7", { "6.7": 98.17, "6.7.1": 0, "6.7.2": 0 })).toBe(false);
  });

  it("a part above its whole, and the whole that disagrees: 139 above 157", () => {
    const values = { "1.4": 139, "1.4.3": 157 };
    expect(isMarked("hai-duong-2022", 3, "1.4", values)).toBe(true);
    expect(isMarked("hai-duong-2022", 3, "1.4.3", values)).toBe(true);
    expect(isMarked("hai-duong-2022", 3, "1.4.3", { "1.4": 157, "1.4.3": 157 })).toBe(false);
  });

  it("a total of equal parts, blank parts counting as 0 once one is filled", () => {
    const parts = { "2.2": 1, "2.3": 2, "2.5": 3 };
    expect(isMarked("tu-ky-2023", 6, "2", { "2": 6, ...parts })).toBe(false);
    expect(isMarked("tu-ky-2023", 6, "2", { "2": 7, ...parts })).toBe(true);
    expect(isMarked("tu-ky-2023", 6, "2", { "2": 7 })).toBe(false);
    expect(isMarked("tu-ky-2023", 6, "2", { "2": 7, ...parts, "2.4": "một" })).toBe(false);
  });

  it("parts that together exceed their whole: 60 + 3 of 62 tasks", () => {
    expect(isMarked("tu-ky-2023", 1, "4.1", { "4.1": 62, "4.2": 59, "4.3": 3 })).toBe(false);
    expect(isMarked("tu-ky-2023", 1, "4.1", { "4.1": 62, "4.2": 60, "4.3": 3 })).toBe(true);
  });

  it("a row above the one it is a subset of", () => {
    expect(isMarked("tu-ky-2023", 4, "2.2", { "2.1": 17, "2.2": 18 })).toBe(true);
    expect(isMarked("tu-ky-2023", 4, "2.2", { "2.1": 17, "2.2": 17 })).toBe(false);
  });

  it("a negative number, in any row", () => {
    expect(isMarked("tu-ky-2023", 1, "1", { "1": -1 })).toBe(true);
    expect(isMarked("tu-ky-2023", 1, "6", { "6": -1 })).toBe(true);
    expect(isMarked("tu-ky-2023", 1, "6", { "6": 0 })).toBe(false);
  });

  it("say of a ratio what the rule says", () => {
    const amount = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(
        amount,
        amount,
        fc.constantFrom(0, 1, 2),
        fc.constantFrom(roundHalfUp, cut),
        fc.integer({ min: -3, max: 3 }),
        (denominator, part, decimals, shorten, slip) => {
          const numerator = Math.min(part, denominator);
          const exact = (100 * numerator) / denominator;
          const stated = roundHalfUp(shorten(exact, decimals) + slip / 10 ** decimals, decimals);
          // A ratio under 1 may also be a per cent that Excel keeps as a fraction.
          fc.pre(stated > 1);
          const marked = isMarked("hai-duong-2022", 7, "6.7", {
            "6.7": stated,
            "6.7.1": denominator,
            "6.7.2": numerator,
          });
          expect(marked).toBe(!agrees(stated, exact, decimalsOf(stated)));
        },
      ),
    );
  });

  it("rows that a relation between forms binds, by name: 140 linked procedures of 139", () => {
    const { conditions } =
      planReportWorkbook(edition("tu-ky-2023")).sheets.find(({ name }) => name === "Biểu mẫu 7") ?? {};
    const found = (conditions ?? []).filter(({ formula }) => formula.includes("CCHC_BM"));
    const row = valueCell(edition("tu-ky-2023"), formOf("tu-ky-2023", 7), "6.8.1").row;
    expect(found.filter(({ area }) => area.top === row).map(({ formula }) => formula)).toEqual([
      `AND(COUNT(D${row})=1,COUNT(CCHC_BM3_1_4)=1,D${row}-CCHC_BM3_1_4>1E-9)`,
    ]);
    expect(isMarked("tu-ky-2023", 3, "2.1", { "2.1": 140, "1.4": 139 })).toBe(true);
    expect(isMarked("tu-ky-2023", 3, "2.1", { "2.1": 139, "1.4": 139 })).toBe(false);
    expect(isMarked("tu-ky-2023", 3, "2.1", { "2.1": 140 })).toBe(false);
  });

  it("relations that real life may break turn amber, what only informs does not show", () => {
    const fills = (id: string, form: number, code: string) =>
      (
        planReportWorkbook(edition(id)).sheets.find(({ name }) => name === `Biểu mẫu ${form}`)?.conditions ??
        []
      )
        .filter(({ area }) => area.top === valueCell(edition(id), formOf(id, form), code).row)
        .map(({ fill }) => fill);
    expect(fills("tu-ky-2023", 4, "2.4")).toEqual(["#FFEB9C"]);
    expect(fills("tu-ky-2023", 3, "2.1")).toEqual(["#FFC7CE"]);
    expect(fills("tu-ky-2023", 7, "6.8.1")).toEqual(["#FFC7CE"]);
    expect(fills("tu-ky-2023", 1, "6")).toEqual([]);
  });

  it("have formulas short enough for every version of Excel", () => {
    const formulas = editionIds()
      .flatMap((id) => planReportWorkbook(edition(id)).sheets)
      .flatMap((sheet) => sheet.conditions.map((condition) => condition.formula));
    expect(formulas.filter((formula) => formula.length > 255)).toEqual([]);
  });
});
