import { describe, expect, it } from "@jest/globals";
import type { Edition } from "../../src/forms/schema.js";
import { findTable } from "../../src/forms/tables.js";
import type { ReportInfo } from "../../src/report/report.js";
import { cellId } from "../../src/rules/behind.js";
import { deriveRules } from "../../src/rules/derive.js";
import { evaluate, findingsOf, ruleSetOf } from "../../src/rules/evaluate.js";
import { findingAt } from "../../src/rules/finding.js";
import { infoFindings } from "../../src/rules/info-findings.js";
import { cellsOfFormRule, cellsOfTableRule } from "../../src/rules/looks-at.js";
import { rulesOf } from "../../src/rules/tables/derive.js";
import { lines } from "../support/check.js";
import { buildTable } from "../support/consistent.js";
import { buildReport } from "../support/report-builder.js";
import { edition } from "../support/report-data.js";

/** Which cells a rule looks at, and what a finding says of them. */

const report = buildReport("hai-duong-2022");
const rule = (id: string, row: string, kind?: string) => {
  const found = deriveRules(report.edition).find(
    (one) =>
      one.id === id && `${one.form}/${one.code}` === row && (kind === undefined || one.check.kind === kind),
  );
  if (found === undefined) throw new Error(`no ${id} at ${row}`);
  return found;
};
const cells = (...of: Parameters<typeof rule>) => cellsOfFormRule(rule(...of), report).map(cellId);

describe("the cells that a rule of the forms looks at", () => {
  it("are its own, then those it names, totals of tables last", () => {
    expect(cells("value.integer", "3/1.4")).toEqual(["3/1.4"]);
    expect(cells("ratio.mismatch", "3/3.3")).toEqual(["3/3.3", "3/3.3.2", "3/3.3.1"]);
    expect(cells("part.exceeds", "3/1.4.3")).toEqual(["3/1.4.3", "3/1.4"]);
    expect(cells("cross.mismatch", "7/6.7.1", "relation")).toEqual([
      "7/6.7.1",
      "dossiers-by-field#total#received-total",
    ]);
    expect(cells("cross.mismatch", "3/3.3.1", "fed")).toEqual([
      "3/3.3.1",
      "dossiers-by-field#total#resolved-total",
    ]);
  });

  it("are named once where a relation names them twice", () => {
    const of: Edition = {
      ...edition("hai-duong-2022"),
      rules: [
        {
          ...{ name: "twice", operator: "<=", severity: "error", says: "." },
          left: { sum: ["3/1.1", "3/1.2", "3/1.2"], missing: "skip-any", is: "filled" },
          right: { sum: ["3/1.1", "3/1.4", "3/1.2", { number: 3 }], missing: "skip-any", is: "filled" },
        },
      ],
    };
    const twice = deriveRules(of).filter(({ check }) => check.kind === "relation");
    expect(twice).toHaveLength(1);
    expect(twice[0]).toMatchObject({ form: 3, code: "1.1", inputs: ["3/1.1", "3/1.2", "3/1.4"] });
  });

  it("lead from each cell and each table to the rule", () => {
    const set = ruleSetOf(report.edition);
    const at = (positions: readonly number[] | undefined) =>
      (positions ?? [])
        .map((position) => set.rules[position])
        .map((one) => `${one?.id} ${one?.form}/${one?.code}`);
    expect(at(set.dependants.get("3/3.3.2"))).toContain("ratio.mismatch 3/3.3");
    expect(at(set.fedBy.get("dossiers-by-field"))).toEqual(
      expect.arrayContaining(["cross.mismatch 7/6.7.1", "cross.mismatch 3/3.3.1"]),
    );
    expect([...set.fedBy.keys()].every((id) => findTable(id) !== null)).toBe(true);
    expect(at(set.timed)).toContain("cross.mismatch 1/1");
    expect(at(set.timed)).not.toContain("cross.mismatch 3/3.3.1");
    expect(at(set.timed)).toContain("period.outlier 3/3.3.1");
  });
});

describe("the cells that a rule of a table looks at", () => {
  const staff = findTable("staff");
  if (staff === null) throw new Error("no such table");
  const filled = buildTable(staff, [{ group: "a", assigned: 1 }, { group: "b" }]);
  const headed = {
    ...filled,
    rows: filled.rows.map((row, i) => (i === 0 ? { ...row, kind: "group" as const } : row)),
  };
  const of = (id: string, kind: string, column: string, row: number | null, table = filled) => {
    const known = findTable(id);
    const found =
      known === null
        ? undefined
        : rulesOf(known).all.find((one) => one.check.kind === kind && one.column === column);
    if (found === undefined) throw new Error(`no ${kind} on ${column}`);
    return cellsOfTableRule(found, row, table).map(cellId);
  };

  it("are those of its row, of a column, of another table", () => {
    expect(of("staff", "within", "present", 2)).toEqual(["staff#2#present", "staff#2#assigned"]);
    expect(of("staff", "within", "present", null)).toEqual(["staff#total#present", "staff#total#assigned"]);
    expect(of("staff", "whole", "present", 1)).toEqual(["staff#1#present"]);
    expect(of("staff", "column-total", "present", null)).toEqual([
      "staff#total#present",
      "staff#1#present",
      "staff#2#present",
    ]);
    expect(of("staff", "column-total", "present", null, headed)).toEqual([
      "staff#total#present",
      "staff#2#present",
    ]);
    expect(of("documents", "number-once", "number", 4)).toEqual(["documents#4#number"]);
    expect(of("digitisation", "agrees", "received", null)).toEqual([
      "digitisation#total#received",
      "dossiers-by-field#total#received-online",
      "dossiers-by-field#total#received-direct",
    ]);
  });
});

describe("what a finding says of numbers", () => {
  const place = { kind: "info", key: "to", address: null } as const;
  const imbalance = (actual: number | null, expected: number | null) =>
    findingAt(place, "error", { rule: "value.missing", actual, expected } as never).imbalance;

  it("by how much they differ, where both are numbers", () => {
    expect([
      imbalance(5, 3),
      imbalance(3, 5),
      imbalance(5, null),
      imbalance(null, 5),
      imbalance(null, null),
    ]).toEqual([...[2, -2, null, null, null]]);
  });

  it("the totals that a form's number is compared with are among its cells", () => {
    const known = findTable("dossiers-by-field");
    if (known === null) throw new Error("no such table");
    const table = buildTable(known, [
      { field: "a", "received-online": 3, "received-direct": 4, "resolved-early": 2 },
    ]);
    const filled = buildReport("hai-duong-2022", { "7/6.7.1": 9, "3/3.3.1": 5 });
    const evaluation = evaluate(ruleSetOf(filled.edition), {
      report: { ...filled, tables: new Map([["dossiers-by-field", table]]) },
      earlier: null,
    });
    const related = findingsOf(evaluation)
      .filter(({ rule }) => rule === "cross.mismatch")
      .map((one) => one.related.map(cellId));
    expect(related).toEqual([
      ["dossiers-by-field#total#resolved-total"],
      ["dossiers-by-field#total#received-total"],
    ]);
  });
});

describe("what is said of the report's information", () => {
  const day = (month: number, of: number, year = 2023) => ({ year, month, day: of });
  const full: Partial<ReportInfo> = {
    ...{
      organization: "UBND xã",
      superior: "UBND tỉnh",
      province: "Hải Dương",
      number: "1",
      symbol: "BC-UBND",
    },
    ...{ place: "Xã", period: "half-year", year: 2023, from: day(1, 1), to: day(6, 14), date: day(6, 15) },
    ...{
      guidance: "Công văn số 1",
      addressees: ["UBND tỉnh"],
      recipients: ["VP"],
      signerTitle: "CHỦ TỊCH",
      signerName: "A",
    },
  };
  const said = (info: Partial<ReportInfo>, layout: (typeof report)["layout"] = []) =>
    lines(infoFindings({ ...buildReport("hai-duong-2022", {}, { ...full, ...info }), layout }));

  it("nothing where it is complete and in order", () => {
    expect(said({})).toEqual([]);
  });

  it("days out of order, of another year, signed before the closing month", () => {
    expect(said({ from: day(6, 14) })).toEqual([]);
    expect(said({ from: day(6, 15) })).toEqual(["info.window to error"]);
    expect(said({ year: 2022 })).toEqual(["info.window to warning"]);
    expect(said({ date: day(6, 1) })).toEqual([]);
    expect(said({ date: day(5, 31) })).toEqual(["info.date date warning"]);
    expect(said({ date: day(12, 31, 2022) })).toEqual(["info.date date warning"]);
    expect(said({ date: day(1, 2, 2024) })).toEqual([]);
    expect(said({ from: null })).not.toContain("info.window to error");
  });

  it("a closing day of another period: sixty days from the form's are near, more are far; a year may be early", () => {
    const closing = (to: ReportInfo["to"], period: ReportInfo["period"] = "half-year") =>
      said({ from: day(1, 1), to, period, date: null }).filter((line) => line.startsWith("info.window"));
    expect(closing(day(8, 13))).toEqual([]);
    expect(closing(day(8, 14))).toEqual(["info.window to warning"]);
    expect(closing(day(4, 15))).toEqual([]);
    expect(closing(day(4, 14))).toEqual(["info.window to warning"]);
    // The window of the half-year left in the report of quarter III.
    expect(closing(day(6, 9), "quarter-3")).toEqual(["info.window to warning"]);
    expect(closing(day(9, 9), "quarter-3")).toEqual([]);
    // An inspection asks for the year as far as July.
    expect(closing(day(7, 31), "year")).toEqual([]);
    expect(said({ to: day(6, 14), from: day(6, 15), period: "quarter-1" })).toEqual(["info.window to error"]);
  });

  it("what is blank or cannot be read, once; nothing is asked of a stranger's forms without that sheet", () => {
    expect(said({ organization: "" })).toEqual(["info.missing organization warning"]);
    expect(said({ organization: "", unreadable: ["organization"] })).toEqual([
      "info.unreadable organization error",
    ]);
    expect(said({ period: null })).toEqual(["info.missing period warning"]);
    expect(said({ addressees: [] })).toEqual(["info.missing addressees warning"]);
    expect(said({ year: null })).toEqual(["info.missing year warning"]);
    expect(said({ from: null })).toEqual(["info.missing from warning"]);
    expect(said({ date: null })).toEqual([]);
    const missing = { kind: "sheet-missing", sheet: "Thông tin chung", form: null, adopted: true } as const;
    expect(said({ organization: "", period: null }, [missing])).toEqual([]);
    expect(said({ organization: "" }, [{ ...missing, adopted: false }])).toEqual([
      "info.missing organization warning",
    ]);
    expect(said({ organization: "" }, [{ ...missing, form: 3 }])).toEqual([
      "info.missing organization warning",
    ]);
  });
});
