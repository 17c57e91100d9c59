import { describe, expect, it } from "@jest/globals";
import type { Report } from "../../src/report/report.js";
import type { CellValue } from "../../src/values/cell.js";
import { check, lines, reportWith } from "../support/check.js";
import { smallEdition, smallReport, smallTable } from "../support/small-edition.js";
import { reportWithTables } from "../support/table-books.js";

/** Findings about numbers; what is only blank or stored as text is left out. */
function told(report: Report, earlier: Report | null = null): readonly string[] {
  return lines(check(report, earlier).findings).filter((line) => !/^info|missing|text-number/.test(line));
}

const on = (rows: Readonly<Record<string, CellValue>>) => told(reportWith("tu-ky-2023", rows));

describe("rules whose input is itself in error say nothing", () => {
  it("a ratio of 3.000 dossiers out of 1,5: only the 1,5 is told", () => {
    expect(on({ "7/6.7": 150, "7/6.7.1": 1.5, "7/6.7.2": 3000 })).toEqual([
      "value.percent-range 7/6.7 error",
      "value.integer 7/6.7.1 error",
    ]);
  });

  it("the ratio of a part that is above its whole", () => {
    // 157 of 139 is 112,95 %: whichever of the two is wrong, that per cent helps nobody.
    expect(on({ "3/3.3": 100, "3/3.3.1": 139, "3/3.3.2": 157 })).toEqual(["part.exceeds 3/3.3.2 error"]);
    expect(on({ "3/3.3": 99, "3/3.3.1": 139, "3/3.3.2": 139 })).toEqual(["ratio.mismatch 3/3.3 error"]);
  });

  it("a per cent above 100 that only repeats that a part is above its whole", () => {
    expect(on({ "3/3.3": 150, "3/3.3.1": 100, "3/3.3.2": 150 })).toEqual(["part.exceeds 3/3.3.2 error"]);
    // 140 has an error of its own.
    expect(on({ "3/3.3": 140, "3/3.3.1": 100, "3/3.3.2": 150 })).toEqual([
      "value.percent-range 3/3.3 error",
      "part.exceeds 3/3.3.2 error",
    ]);
  });

  it("a total, a bound and a relation between forms with a negative number in it", () => {
    expect(on({ "6/2": 6, "6/2.2": -6, "6/2.3": 3, "6/2.5": 3 })).toEqual(["value.negative 6/2.2 error"]);
    expect(on({ "4/2.1": -17, "4/2.2": 17, "5/1.1": 17 })).toEqual(["value.negative 4/2.1 error"]);
    expect(on({ "3/2.1": 1.5, "3/1.4": 1 })).toEqual(["value.integer 3/2.1 error"]);
  });

  it("a free ratio typed as a fraction beside the row that repeats it", () => {
    expect(on({ "7/5.2": 0.88, "7/5.2.1": 88 })).toEqual(["value.fraction 7/5.2 warning"]);
    expect(on({ "7/5.2": 87, "7/5.2.1": 88 })).toEqual(["cross.mismatch 7/5.2 warning"]);
  });

  it("a comparison with the earlier period", () => {
    const period = (id: "half-year" | "quarter-1", received: number) =>
      reportWith("tu-ky-2023", { "1/2.1": received }, { period: id, year: 2023 });
    expect(told(period("half-year", 12.5), period("quarter-1", 25))).toEqual(["value.integer 1/2.1 error"]);
    expect(told(period("half-year", 12), period("quarter-1", 25))).toEqual(["period.decrease 1/2.1 warning"]);
  });

  it("is told with the cells whose rules are silent for it, each once a rule", () => {
    const { findings } = check(reportWith("tu-ky-2023", { "3/3.3": 100, "3/3.3.1": 139, "3/3.3.2": 157 }));
    const spoilt = findings.filter(({ spoils }) => spoils.length > 0);
    expect(spoilt.map(({ rule, spoils }) => [rule, spoils])).toEqual([
      ["part.exceeds", [{ form: 3, code: "3.3" }]],
    ]);
    // The -17 is in a bound and in a relation.
    const twice = check(reportWith("tu-ky-2023", { "4/2.1": -17, "4/2.2": 17, "5/1.1": 17 })).findings;
    expect(twice.filter(({ spoils }) => spoils.length > 0).map(({ rule, spoils }) => [rule, spoils])).toEqual(
      [
        [
          "value.negative",
          [
            { form: 4, code: "2.2" },
            { form: 5, code: "1.1" },
          ],
        ],
      ],
    );
  });

  it("speak again once the input is mended, and count as not yet checkable until then", () => {
    const unchecked = (whole: number) =>
      check(reportWith("tu-ky-2023", { "3/3.3": 100, "3/3.3.1": whole, "3/3.3.2": 100 })).summary.unchecked;
    expect(unchecked(90)).toBe(unchecked(100) + 1);
    expect(on({ "3/3.3": 100, "3/3.3.1": 110, "3/3.3.2": 100 })).toEqual(["ratio.mismatch 3/3.3 error"]);
  });
});

describe("in tables", () => {
  const field = (row: object, forms = {}) =>
    reportWithTables("tu-ky-2023", { "dossiers-by-field": [{ field: "Hộ tịch", ...row }] }, forms);

  it("half a dossier is told where it was typed, not in the sums, the form and its ratio that follow", async () => {
    const report = await field({ "received-direct": 10, "resolved-early": 1.5 });
    expect(told(report)).toEqual(["value.integer dossiers-by-field/1/resolved-early error"]);
  });

  it("nor does what the form itself says of such a sum", async () => {
    const report = await field({ "received-direct": 10, "resolved-early": -5 }, { "3/3.3.1": 5 });
    expect(told(report)).toEqual(["value.negative dossiers-by-field/1/resolved-early error"]);
  });

  it("what the formulas make of a part above its whole, in its row and in the total", async () => {
    const report = await reportWithTables("tu-ky-2023", {
      "linked-procedures": [{ group: "Khai sinh", received: 4, resolved: 6 }],
    });
    expect(told(report)).toEqual(["part.exceeds linked-procedures/3/resolved error"]);
  });

  it("words in a cell are told there, and nothing that the sheet's sums make without them", async () => {
    const words = { "received-direct": 60, "resolved-early": "45 hồ sơ", "resolved-on-time": 10 };
    const report = await field(words, { "3/3.3.1": 55, "3/3.3.2": 55 });
    expect(told(report)).toEqual(["value.type dossiers-by-field/1/resolved-early error"]);
  });

  it("a per cent above 100 that a formula makes, for the bound that its own two numbers break and no other", () => {
    const share = { kind: "ratio", numerator: ["a"], denominator: ["b"] };
    const columns = (bound: readonly string[]) =>
      smallTable([
        { id: "a", ...(bound.length === 0 ? {} : { atMost: bound }) },
        { id: "b" },
        { id: "c", atMost: ["b"] },
        { id: "d", kind: "percent", formula: share },
      ]);
    const spoilt = (bound: readonly string[], row: { a: number; b: number; c: number }) => {
      const report = smallReport(smallEdition([{ code: "1" }]), {}, [[columns(bound), [row]]], true);
      return check(report).findings.flatMap(({ rule, place, spoils }) =>
        place.kind === "table" && rule !== "value.missing" ? [[`${rule} ${place.column}`, ...spoils]] : [],
      );
    };
    const ratio = { table: "small", row: 1, column: "d" };
    expect(spoilt(["b"], { a: 15, b: 10, c: 9 })).toEqual([["part.exceeds a", ratio]]);
    expect(spoilt(["b"], { a: 9, b: 10, c: 12 })).toEqual([["part.exceeds c"]]);
    expect(spoilt([], { a: 15, b: 10, c: 12 })).toEqual([["part.exceeds c"], ["value.percent-range d"]]);
  });

  it("a faulty number silences only what rests on it", async () => {
    const report = await reportWithTables("tu-ky-2023", {
      "dossiers-by-field": [
        { field: "Hộ tịch", "received-direct": 10, "resolved-early": 1.5 },
        { field: "Chứng thực", "received-direct": 10, "resolved-early": 12 },
      ],
    });
    expect(told(report)).toEqual([
      "value.integer dossiers-by-field/1/resolved-early error",
      "part.exceeds dossiers-by-field/2/resolved-total error",
    ]);
  });
});
