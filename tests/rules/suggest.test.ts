import { describe, expect, it } from "@jest/globals";
import { evaluate, findingsOf, ruleSetOf } from "../../src/rules/evaluate.js";
import { type CellRef, findingAt } from "../../src/rules/finding.js";
import { localize, type Suspect } from "../../src/rules/localize/localize.js";
import { suggestion, tellsNumbers } from "../../src/rules/suggest.js";
import type { CellValue } from "../../src/values/cell.js";
import { reportWith } from "../support/check.js";
import { edition } from "../support/report-data.js";

function suggested(id: string, rows: Readonly<Record<string, CellValue>>): readonly string[] {
  const report = reportWith(id, rows);
  const evaluation = evaluate(ruleSetOf(report.edition), { report, earlier: null });
  return localize(evaluation, findingsOf(evaluation))
    .map((defect) => suggestion(defect, edition(id)))
    .filter((text) => text !== "");
}

describe("whether numbers are told", () => {
  const suspect = (sure: boolean): Suspect => ({
    ...{ cell: { form: 1, code: "1" }, value: 1, repairs: [2] },
    ...{ sure, slip: true, unusual: false },
  });
  const sets = (count: number, sure = true) => Array.from({ length: count }, () => [suspect(sure)]);

  const tells = (explanations: readonly (readonly Suspect[])[]) => tellsNumbers({ explanations, moves: [] });

  it("with one to three possibilities of which each stands out", () => {
    expect([0, 1, 3, 4].map((count) => tells(sets(count)))).toEqual([false, true, true, false]);
    expect(tells(sets(1, false))).toBe(false);
    expect(tells([...sets(1), ...sets(1, false)])).toBe(false);
    expect(tells([[suspect(true), suspect(false)]])).toBe(false);
  });
});

describe("which cell may be wrong, in a sentence", () => {
  it("names the one cell, its number and what it may have been", () => {
    const rows = {
      "3/1.4": 139,
      "3/1.4.3": 139,
      "7/6.4.1": 68,
      "7/6.4.2": 86,
      "7/6.5.2": 44,
      "7/6.6.1": 112,
    };
    expect(suggested("tu-ky-2023", rows)).toEqual(["Có thể ô này: 86 → 68 làm khớp cả 2 quy tắc."]);
  });

  it("offers both where two cells explain as much", () => {
    expect(suggested("hai-duong-2022", { "3/1.4": 139, "3/1.4.3": 157 })).toEqual([
      "Sửa theo một trong các cách sau làm khớp cả 2 quy tắc: ô này: 139 → 157; dòng 1.4.3: 157 → 139.",
    ]);
  });

  it("offers no number where a bound leaves room for many, but zeros too many or missing", () => {
    const received = (whole: number, part: number) =>
      suggested("tu-ky-2023", { "7/6.7.1": whole, "7/6.7.2": part });
    // 144, 844, 904, 94 … are all within 922.
    expect(received(922, 944)).toEqual([]);
    expect(received(922, 9050)).toEqual([
      "Sửa theo một trong các cách sau thì khớp: ô này: 9.050 → 905; dòng 6.7.1: 922 → 9.220.",
    ]);
    expect(received(192, 219)).toEqual([]);
  });

  it("says nothing where everything is right, or words are the trouble", () => {
    expect(suggested("tu-ky-2023", { "3/1.4": 139, "3/1.4.3": 139 })).toEqual([]);
    expect(suggested("tu-ky-2023", { "3/1.4": "nhiều" })).toEqual([]);
  });
});

describe("the words for a defect", () => {
  const fails = { rule: "value.negative", actual: -1, expected: null } as const;
  const told = findingAt({ kind: "indicator", form: 3, code: "1.4", address: null }, "error", fails);
  const inTable = findingAt(
    { kind: "table", form: null, table: "staff", row: 2, column: "assigned", address: null },
    "error",
    fails,
  );
  const suspect = (cell: CellRef, value: number, ...repairs: readonly number[]): Suspect => ({
    ...{ cell, value, repairs, sure: true, slip: true, unusual: false },
  });
  const own = suspect({ form: 3, code: "1.4" }, 139, 157, 193);
  const near = suspect({ form: 3, code: "1.4.3" }, 1570, 139);
  const far = suspect({ form: 7, code: "6.4.1" }, 12.5, 125);
  const row = suspect({ table: "staff", row: 2, column: "assigned" }, 15, 22);
  const total = suspect({ table: "staff", row: null, column: "assigned" }, 30, 37);
  const said = (explanations: readonly (readonly Suspect[])[], finding = told, also = [told]) =>
    suggestion({ finding, also, explanations, moves: [] }, edition("tu-ky-2023"));

  it("name the cell as near as it stands, and the first number that it may have been", () => {
    expect(said([[own]])).toBe("Có thể ô này: 139 → 157 làm khớp cả 2 quy tắc.");
    expect(said([[near]])).toBe("Có thể dòng 1.4.3: 1.570 → 139 làm khớp cả 2 quy tắc.");
    expect(said([[far]])).toBe("Có thể dòng 6.4.1 của biểu mẫu 7: 12,5 → 125 làm khớp cả 2 quy tắc.");
    expect(said([[near]], inTable)).toBe(
      "Có thể dòng 1.4.3 của biểu mẫu 3: 1.570 → 139 làm khớp cả 2 quy tắc.",
    );
  });

  it("name no number where none stands out", () => {
    const vague = { ...own, sure: false };
    expect(said([[vague]])).toBe("");
    expect(said([[near], [vague]])).toBe("");
    expect(said([[near, vague]])).toBe("");
  });

  it("count the rules that it mends", () => {
    expect(said([[own]], told, [])).toBe("Có thể ô này: 139 → 157 thì khớp.");
    expect(said([[own]], told, [told, told])).toBe("Có thể ô này: 139 → 157 làm khớp cả 3 quy tắc.");
  });

  it("name cells of tables by row and column, and by the sheet where they are on another", () => {
    expect(said([[row]], inTable, [])).toBe("Có thể ô này: 15 → 22 thì khớp.");
    expect(said([[row]], told, [])).toMatch(
      /^Có thể dòng 2, cột ".+" của trang tính ".+": 15 → 22 thì khớp\.$/,
    );
    expect(said([[total]], inTable, [])).toBe('Có thể dòng tổng cộng, cột "Số được giao": 30 → 37 thì khớp.');
    expect(said([[total]], told, [])).toMatch(
      /^Có thể dòng tổng cộng, cột ".+" của trang tính ".+": 30 → 37 thì khớp\.$/,
    );
  });

  it("name what stands nowhere near with its form or its table", () => {
    const sheet = findingAt({ kind: "sheet", sheet: "Biểu mẫu 3", form: 3 }, "error", fails);
    expect(said([[own]], sheet, [])).toBe("Có thể dòng 1.4 của biểu mẫu 3: 139 → 157 thì khớp.");
    expect(said([[row]], sheet, [])).toMatch(/^Có thể dòng 2, cột ".+" của trang tính ".+": 15 → 22/);
  });

  it("count no rule that only informs", () => {
    expect(said([[own]], told, [{ ...told, severity: "info" }])).toBe("Có thể ô này: 139 → 157 thì khớp.");
    expect(said([[own]], told, [told, { ...told, severity: "info" }])).toBe(
      "Có thể ô này: 139 → 157 làm khớp cả 2 quy tắc.",
    );
  });

  it("tell two numbers that changed places from this cell on, else as they stand", () => {
    const here = suspect({ form: 3, code: "1.4" }, 139, 157);
    const there = suspect({ form: 3, code: "1.4.3" }, 157, 139);
    const further = suspect({ form: 3, code: "1.1" }, 157, 139);
    const other = suspect({ form: 3, code: "1.2" }, 139, 157);
    const first = said([[here, there]]);
    expect(first.indexOf("139 ở ô này")).toBeGreaterThan(0);
    expect(first.indexOf("157 ở dòng 1.4.3")).toBeGreaterThan(first.indexOf("139 ở ô này"));
    expect(said([[there, here]])).toBe(first);
    const apart = said([[further, other]]);
    expect(apart.indexOf("139 ở dòng 1.2")).toBeGreaterThan(apart.indexOf("157 ở dòng 1.1"));
    expect(apart).toContain("157 ở dòng 1.1");
  });

  it("join what changes together, and list up to three possibilities", () => {
    expect(said([[own, near]])).toBe(
      "Có thể ô này: 139 → 157 và dòng 1.4.3: 1.570 → 139 làm khớp cả 2 quy tắc.",
    );
    // Three cells of one change are told, further ones counted.
    expect(said([[own, near, far]])).toBe(
      "Có thể ô này: 139 → 157 và dòng 1.4.3: 1.570 → 139 và dòng 6.4.1 của biểu mẫu 7: 12,5 → 125 làm khớp cả 2 quy tắc.",
    );
    expect(said([[own, near, far, row]])).toBe(
      "Có thể ô này: 139 → 157, dòng 1.4.3: 1.570 → 139, dòng 6.4.1 của biểu mẫu 7: 12,5 → 125 và 1 ô khác làm khớp cả 2 quy tắc.",
    );
    expect(said([[own], [near], [far]])).toBe(
      "Sửa theo một trong các cách sau làm khớp cả 2 quy tắc: ô này: 139 → 157; dòng 1.4.3: 1.570 → 139; " +
        "dòng 6.4.1 của biểu mẫu 7: 12,5 → 125.",
    );
    expect(said([[own], [near], [far], [row]])).toBe("");
    expect(said([])).toBe("");
  });
});
