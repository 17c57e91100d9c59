import { describe, expect, it } from "@jest/globals";
import { indicatorKey } from "../../../src/forms/indicators.js";
import { findTable } from "../../../src/forms/tables.js";
import type { Report } from "../../../src/report/report.js";
import type { TableReport } from "../../../src/report/table-report.js";
import { Behind, cellId, wiringOf } from "../../../src/rules/behind.js";
import { evaluate, findingsOf, ruleSetOf } from "../../../src/rules/evaluate.js";
import { localize } from "../../../src/rules/localize/localize.js";
import { suggestion } from "../../../src/rules/suggest.js";
import { deriveTableRules, rulesOf } from "../../../src/rules/tables/derive.js";
import { evaluateTable } from "../../../src/rules/tables/evaluate.js";
import { KeptTotals } from "../../../src/rules/tables/kept-totals.js";
import type { TableRowValues } from "../../support/chance.js";
import { buildTable } from "../../support/consistent.js";
import { buildReport } from "../../support/report-builder.js";
import { smallEdition, smallReport, smallTable } from "../../support/small-edition.js";

/** What cells of tables owe to their row, to the total row and to other tables. */

function table(id: string, rows: readonly TableRowValues[], formulas = false): TableReport {
  const known = findTable(id);
  if (known === null) throw new Error(`no table ${id}`);
  return buildTable(known, rows, formulas);
}

const reportOver = (...tables: readonly TableReport[]) => ({
  ...buildReport("tu-ky-2023"),
  tables: new Map(tables.map((one) => [one.table.id, one])),
});

/** What the rules of the first of these tables say: rule, place, what stands and what was expected. */
function said(...tables: readonly TableReport[]): readonly string[] {
  const [own] = tables;
  if (own === undefined) return [];
  const { failing } = evaluateTable(own, { report: reportOver(...tables), totals: new KeptTotals() });
  return failing
    .filter(({ finding }) => finding.rule !== "value.missing" && finding.rule !== "ratio.missing")
    .map(({ finding: { rule, severity, actual, expected, place } }) => {
      const at = place.kind === "table" ? `${place.row ?? "total"}/${place.column}` : "";
      return `${rule} ${at} ${severity}: ${actual} for ${expected}`;
    });
}

describe("words beside a number", () => {
  const task = (done: string | null, completion: string | number | null) =>
    said(
      table("task-progress", [
        {
          ...{ task: "Việc", executor: "Văn phòng" },
          ...(done !== null && { done }),
          ...(completion !== null && { completion }),
        },
      ]),
    ).filter((line) => line.startsWith("cross."));

  it.each<[string | null, string | number | null, readonly string[]]>([
    ["Đang thực hiện", 99.9, []],
    ["Đang thực hiện", 100, ["cross.mismatch 1/completion warning: 100 for null"]],
    ["Đang thực hiện", null, ["cross.mismatch 1/completion warning: null for null"]],
    ["đang  triển khai tiếp", 100, ["cross.mismatch 1/completion warning: 100 for null"]],
    ["Chưa thực hiện", null, []],
    ["Chưa thực hiện", 100, ["cross.mismatch 1/completion warning: 100 for null"]],
    ["Hoàn thành", 100, []],
    ["Hoàn thành", 99.9, ["cross.mismatch 1/completion warning: 99.9 for 100"]],
    ["Hoàn thành", "x", []],
    ["Cơ bản hoàn thành", 50, []],
    ["Cơ bản hoàn thành", null, []],
    [null, 50, []],
    [null, null, []],
  ])("%j with %j", (done, completion, expected) => {
    expect(task(done, completion)).toEqual(expected);
  });
});

describe("parts of one column", () => {
  const people = (present: number, ...[sau, dai, cao, khac]: readonly (number | null)[]) =>
    said(
      table("staff", [
        {
          ...{ group: "Công chức", assigned: 30, present },
          ...(sau !== null && sau !== undefined && { postgraduate: sau }),
          ...(dai !== null && dai !== undefined && { university: dai }),
          ...(cao !== null && cao !== undefined && { college: cao }),
          ...(khac !== null && khac !== undefined && { "other-qualification": khac }),
        },
      ]),
    );

  it("add up to it once all are filled, as a rule; while one is blank they may leave some over", () => {
    expect(people(17, 1, 14, 2, 0)).toEqual([]);
    expect(people(17, 1, 14, 1, 0)).toEqual(["total.mismatch 1/present warning: 17 for 16"]);
    expect(people(17, 1, 14, 2, 1)).toEqual(["part.exceeds 1/present error: 17 for 18"]);
    expect(people(17, 1, 14, 1, null)).toEqual([]);
    expect(people(17, 1, 14, 3, null)).toEqual(["part.exceeds 1/present error: 17 for 18"]);
    expect(people(17)).toEqual([]);
  });

  it("of another kind only bound it: a theory course is counted once", () => {
    const politics = (advanced: number, intermediate: number, elementary: number) =>
      said(
        table("staff", [
          {
            ...{ group: "Công chức", assigned: 17, present: 17, "politics-advanced": advanced },
            ...{ "politics-intermediate": intermediate, "politics-elementary": elementary },
          },
        ]),
      );
    expect(politics(1, 10, 2)).toEqual([]);
    expect(politics(1, 14, 2)).toEqual([]);
    expect(politics(1, 14, 3)).toEqual(["part.exceeds 1/present warning: 17 for 18"]);
  });

  it("are no larger than it one by one either, whether or not they say so themselves", () => {
    const documents = (values: TableRowValues) => said(table("legal-work", [values]));
    expect(documents({ issued: 199, "issued-committee": 199 })).toEqual([]);
    expect(documents({ issued: 199, "issued-committee": 387 })).toEqual([
      "part.exceeds 1/issued-committee error: 387 for 199",
    ]);
    const services = (all: number) =>
      said(table("online-services", [{ "dossiers-3": 786, "dossiers-all": all }]));
    expect(services(786)).toEqual([]);
    expect(services(78)).toEqual(["part.exceeds 1/dossiers-3 error: 786 for 78"]);
  });

  it("make up documents, linked dossiers and procedures by their level", () => {
    const one = (id: string, values: TableRowValues) => said(table(id, [values]));
    const issued = { issued: 399, "issued-council": 20 };
    expect(one("legal-work", issued)).toEqual([]);
    expect(one("legal-work", { ...issued, "issued-committee": 379 })).toEqual([]);
    expect(one("legal-work", { ...issued, "issued-committee": 339 })).toEqual([
      "total.mismatch 1/issued warning: 399 for 359",
    ]);
    const linked = { group: "Khai tử", received: 18, resolved: 18, "whole-group": 16 };
    expect(one("linked-procedures", { ...linked, "part-group": 2 })).toEqual([]);
    expect(one("linked-procedures", { ...linked, "part-group": 1 })).toEqual([
      "total.mismatch 1/resolved warning: 18 for 17",
    ]);
    const levels = { body: "UBND", procedures: 167, "full-online": 56, "part-online": 62 };
    expect(one("procedures-by-body", levels)).toEqual([]);
    expect(one("procedures-by-body", { ...levels, information: 49 })).toEqual([]);
    expect(one("procedures-by-body", { ...levels, information: 19 })).toEqual([
      "total.mismatch 1/procedures warning: 167 for 137",
    ]);
  });
});

describe("services and their dossiers", () => {
  const services = (used: number, dossiers: number) =>
    said(
      table("online-services", [
        {
          "level-3": 68,
          "level-3-used": used,
          "level-3-online": 2,
          "dossiers-3-online": 2,
          "dossiers-3": dossiers,
        },
      ]),
    );

  it("each service that was used has a dossier", () => {
    expect(services(16, 17)).toEqual([]);
    expect(services(16, 16)).toEqual([]);
    expect(services(16, 15)).toEqual(["part.exceeds 1/level-3-used error: 16 for 15"]);
  });
});

describe("two tables that count the same dossiers", () => {
  const fields = (online: number, direct: number) =>
    table("dossiers-by-field", [{ field: "a", "received-online": online, "received-direct": direct }], true);
  const digitised = (received: number | null) =>
    table("digitisation", [received === null ? { resolved: 0 } : { received, resolved: 0 }]);
  const about = (lines: readonly string[]) => lines.filter((line) => line.includes("/received "));

  it("agree, or it is told at the table's only row", () => {
    expect(about(said(digitised(7), fields(3, 4)))).toEqual([]);
    expect(about(said(digitised(8), fields(3, 4)))).toEqual(["cross.mismatch 1/received error: 8 for 7"]);
    expect(about(said(digitised(8)))).toEqual([]);
    expect(about(said(digitised(null), fields(3, 4)))).toEqual([]);
  });

  it("are told at the total row where there is one", () => {
    const agrees = [{ columns: ["a"], with: { table: "dossiers-by-field", columns: ["received-online"] } }];
    const small = smallTable([{ id: "a", total: "sum" }], { agrees });
    const own = buildTable(small, [
      { name: "x", a: 3 },
      { name: "y", a: 4 },
    ]);
    const report = reportOver(own, fields(8, 0));
    const told = findingsOf(evaluate(ruleSetOf(report.edition), { report, earlier: null })).find(
      ({ rule }) => rule === "cross.mismatch",
    );
    const address = own.total?.get("a")?.address;
    expect(address).toBeDefined();
    expect(told?.place).toEqual({
      kind: "table",
      form: null,
      table: "small",
      row: null,
      column: "a",
      address,
    });
    const [first] = own.rows;
    const without = reportOver({ ...own, total: null }, fields(8, 0));
    const lone = findingsOf(evaluate(ruleSetOf(without.edition), { report: without, earlier: null })).find(
      ({ rule }) => rule === "cross.mismatch",
    );
    const at = { row: 1, column: "a", address: first?.cells.get("a")?.address };
    expect(lone?.place).toEqual({ kind: "table", form: null, table: "small", ...at });
  });

  it("are told with the columns of the other", () => {
    const report = reportOver(digitised(8), fields(3, 4));
    const told = findingsOf(evaluate(ruleSetOf(report.edition), { report, earlier: null }));
    expect(told.find(({ rule }) => rule === "cross.mismatch")).toMatchObject({
      by: { kind: "table", table: "dossiers-by-field", columns: ["received-online", "received-direct"] },
    });
  });

  it("cannot be told while one of them holds no number, received and resolved", () => {
    const unchecked = (...tables: readonly TableReport[]) => {
      const [own] = tables;
      const context = { report: reportOver(...tables), totals: new KeptTotals() };
      return own === undefined ? 0 : evaluateTable(own, context).unchecked;
    };
    expect(unchecked(digitised(7), table("dossiers-by-field", []))).toBe(
      unchecked(digitised(7), fields(3, 4)) + 2,
    );
  });

  it("are led to the one cell that would make them agree", () => {
    const report = reportOver(digitised(8), fields(3, 4));
    const evaluation = evaluate(ruleSetOf(report.edition), { report, earlier: null });
    const defect = localize(evaluation, findingsOf(evaluation)).find(
      ({ finding }) => finding.rule === "cross.mismatch",
    );
    const places = defect?.explanations.map((set) =>
      set.map(({ cell, repairs }) => `${cellId(cell)} ${repairs[0]}`).join(),
    );
    expect(places).toContain("digitisation#1#received 7");
  });
});

describe("a total row", () => {
  const rows = [
    { group: "a", assigned: 9, present: 8, qualified: 4 },
    { group: "b", assigned: 5, present: 5, qualified: 5 },
  ];
  const staff = table("staff", rows);
  const total = (changes: Readonly<Record<string, number | string | null>>, formula = "") => {
    const cells = new Map(staff.total ?? []);
    for (const [id, value] of Object.entries(changes)) {
      const cell = cells.get(id);
      if (cell === undefined) throw new Error(`no ${id}`);
      const reading =
        typeof value === "number"
          ? ({ kind: "number", value, decimals: 0, typed: null, alternative: null } as const)
          : value === null
            ? ({ kind: "blank" } as const)
            : ({ kind: "unreadable", shown: value, cause: "word" } as never);
      cells.set(id, { ...cell, cell: { ...cell.cell, value, formula }, reading });
    }
    return said({ ...staff, total: cells });
  };

  it("adds up the rows of each column", () => {
    expect(total({})).toEqual([]);
    expect(total({ assigned: 15 })).toEqual(["total.mismatch total/assigned error: 15 for 14"]);
    expect(total({ assigned: null })).toEqual(["total.mismatch total/assigned error: null for 14"]);
  });

  it("owes nothing where a formula has not been worked out yet, and can be read", () => {
    expect(total({ assigned: null }, "SUM(B8:B20)")).toEqual([]);
    expect(total({ assigned: "x" })).toEqual(["value.type total/assigned error: x for null"]);
  });

  it("owes its neighbours only what the rows do not settle: a share, not a bound", () => {
    // 14 assigned and 20 present: the wrong total is told, not that it is above the other.
    expect(total({ present: 20, "qualified-ratio": 45 })).toEqual([
      "total.mismatch total/present error: 20 for 13",
    ]);
    expect(total({ "qualified-ratio": 50 })).toEqual([
      "ratio.mismatch total/qualified-ratio error: 50 for 69.23",
    ]);
    // Without numbers in the rows the totals are all there is.
    const blank = table("staff", [{ group: "a" }]);
    const cells = new Map(staff.total ?? []);
    const present = cells.get("present");
    if (present !== undefined && present.reading.kind === "number")
      cells.set("present", { ...present, reading: { ...present.reading, value: 20 } });
    expect(said({ ...blank, total: cells }).filter((line) => line.startsWith("part."))).toEqual([
      "part.exceeds total/present error: 20 for 14",
    ]);
  });

  it("is asked for nothing that is asked of rows: words, blanks", () => {
    const inTotal = rulesOf(staff.table).ofTotal.map(({ check }) => check.kind);
    expect(inTotal).toContain("column-total");
    expect(inTotal).toContain("readable");
    expect(inTotal).not.toContain("filled");
    expect(inTotal).not.toContain("computed");
    expect(rulesOf(staff.table).ofTotal.every(({ column }) => column !== "group")).toBe(true);
    const register = findTable("documents");
    expect(register === null ? null : rulesOf(register).ofTotal).toEqual([]);
  });

  it("is asked for nothing though rows must be filled, and work themselves out", () => {
    const small = smallTable([
      { id: "a", required: true, total: "sum" },
      { id: "b", required: true, total: "sum" },
      { id: "all", total: "sum", formula: { kind: "sum", of: ["a", "b"] } },
    ]);
    const asked = deriveTableRules(small).map(({ check }) => check.kind);
    expect(asked).toContain("filled");
    expect(asked).toContain("computed");
    const inTotal = rulesOf(small).ofTotal.map(({ check }) => check.kind);
    expect(inTotal).not.toContain("filled");
    expect(inTotal).not.toContain("computed");
  });

  it("bounds a part once, however often its whole says so", () => {
    const bounds = (part: Readonly<Record<string, unknown>>) => {
      const small = smallTable([
        { id: "all", covers: [{ of: ["a", "b"], severity: "error" }] },
        { id: "a", ...part },
        { id: "b" },
      ]);
      return deriveTableRules(small).flatMap(({ column, check }) =>
        check.kind === "within" ? [`${column} within ${check.whole}`] : [],
      );
    };
    expect(bounds({})).toEqual(["a within all", "b within all"]);
    expect(bounds({ atMost: ["all"] })).toEqual(["a within all", "b within all"]);
    expect(bounds({ atMost: ["b"] })).toEqual(["a within b", "a within all", "b within all"]);
  });

  it("owes no sum in a column that its own cells make", () => {
    const small = smallTable([
      { id: "a", total: "sum" },
      { id: "b", total: "sum" },
      { id: "all", total: "sum", formula: { kind: "sum", of: ["a", "b"] } },
    ]);
    const built = buildTable(small, [{ a: 3, b: 4 }], false);
    const without = (...ids: readonly string[]) => {
      const cells = new Map(built.total ?? []);
      for (const id of ids) {
        const cell = cells.get(id);
        if (cell === undefined) throw new Error(`no ${id}`);
        cells.set(id, { ...cell, cell: { ...cell.cell, value: null }, reading: { kind: "blank" } });
      }
      return said({ ...built, total: cells }).filter((line) => line.startsWith("total.mismatch"));
    };
    expect(without()).toEqual([]);
    expect(without("all")).toEqual([]);
    expect(without("a")).toEqual(["total.mismatch total/a error: null for 3"]);
    expect(without("a", "b", "all")).toContain("total.mismatch total/all error: null for 7");
  });

  it("is not there: nothing is told of it", () => {
    expect(said({ ...staff, total: null })).toEqual([]);
  });
});

describe("a share in a table whose part cannot be right", () => {
  const filled = (changes: TableRowValues) =>
    said(
      table(
        "satisfaction",
        [
          {
            form: "Phiếu giấy",
            "very-satisfied": 6,
            satisfied: 2,
            normal: 1,
            "not-satisfied": 1,
            ...changes,
          },
        ],
        false,
      ),
    );
  const heard = (formulas: boolean, changes: TableRowValues) => {
    const row = { form: "Phiếu giấy", "very-satisfied": 6, satisfied: 2, normal: 1, "not-satisfied": 1 };
    const report = reportOver(table("satisfaction", [{ ...row, ...changes }], formulas));
    const evaluation = evaluate(ruleSetOf(report.edition), { report, earlier: null });
    return findingsOf(evaluation).flatMap(({ rule, place, severity }) =>
      place.kind === "table" && severity === "error"
        ? [`${rule} ${place.row ?? "total"}/${place.column}`]
        : [],
    );
  };

  it("says nothing, nor does what formulas make of it: the part is told", () => {
    expect(filled({})).toEqual([]);
    expect(heard(true, { "very-satisfied": 1.5 })).toEqual(["value.integer 1/very-satisfied"]);
    // Totals that somebody typed have an error of their own.
    expect(heard(false, { "very-satisfied": 1.5 })).toEqual([
      ...["value.integer 1/total", "value.integer 1/very-satisfied"],
      ...["value.integer total/total", "value.integer total/very-satisfied"],
    ]);
  });

  it("nor does a per cent above 100 that only repeats a part above its whole", () => {
    const staff = (present: number, qualified: number) => {
      const report = reportOver(table("staff", [{ group: "a", assigned: 200, present, qualified }]));
      const evaluation = evaluate(ruleSetOf(report.edition), { report, earlier: null });
      return findingsOf(evaluation).flatMap(({ rule, place }) =>
        place.kind === "table" && place.row === 1 && rule !== "value.missing"
          ? [`${rule} ${place.column}`]
          : [],
      );
    };
    expect(staff(100, 90)).toEqual([]);
    // 150 % follows from 150 of 100.
    expect(staff(100, 150)).toEqual(["part.exceeds qualified"]);
  });
});

describe("where the numbers of a table come from", () => {
  const staff = table(
    "staff",
    [
      { group: "a", assigned: 9 },
      { group: "b", assigned: 5 },
    ],
    true,
  );
  const heading = {
    ...staff,
    rows: staff.rows.map((row, index) => (index === 0 ? { ...row, kind: "group" as const } : row)),
  };
  const behind = (of: TableReport, row: number | null) =>
    new Behind(reportOver(of)).of({ table: "staff", row, column: "assigned" }).map(cellId);

  it("a total from its rows, headings not among them", () => {
    expect(behind(staff, null)).toEqual(["staff#total#assigned", "staff#1#assigned", "staff#2#assigned"]);
    expect(behind(heading, null)).toEqual(["staff#total#assigned", "staff#2#assigned"]);
    expect(behind({ ...staff, total: null }, null)).toEqual([
      "staff#total#assigned",
      "staff#1#assigned",
      "staff#2#assigned",
    ]);
    expect(behind(staff, 1)).toEqual(["staff#1#assigned"]);
    expect(
      new Behind(reportOver()).of({ table: "staff", row: null, column: "assigned" }).map(cellId),
    ).toEqual(["staff#total#assigned"]);
  });

  it("a row of the forms that a table feeds: from the total where there is one, else from the rows", () => {
    const small = smallTable([{ id: "done", total: "sum" }]);
    const fed = smallEdition([{ code: "1" }], {
      tables: [{ id: "small", feeds: [{ columns: ["done"], from: "total", to: { form: 1, code: "1" } }] }],
    });
    const typed = smallReport(fed, { "1/1": 8 }, [[small, [{ done: 3 }, { done: 5 }]]], true);
    const key = indicatorKey(1, "1");
    const own = typed.values.get(key);
    if (own === undefined) throw new Error("no row");
    const values = new Map(typed.values).set(key, {
      ...own,
      cell: { ...own.cell, formula: "'Bảng nhỏ'!B5" },
    });
    const report = { ...typed, values };
    const of = (one: Report) => new Behind(one).of({ form: 1, code: "1" }).map(cellId);
    const rows = ["small#1#done", "small#2#done"];
    expect(of(report)).toEqual(["1/1", "small#total#done", ...rows]);
    const known = report.tables.get("small");
    if (known === undefined) throw new Error("no table");
    const without = { ...report, tables: new Map([["small", { ...known, total: null }]]) };
    expect(of(without)).toEqual(["1/1", ...rows]);
    expect(of({ ...report, tables: new Map() })).toEqual(["1/1"]);
    expect(of(typed)).toEqual(["1/1"]);
    // Of two tables that feed a row the first writes its formula.
    const to = { form: 1, code: "1" };
    const twice = smallEdition([{ code: "1" }], {
      tables: ["staff", "small"].map((id) => ({
        ...{ id, feeds: [{ columns: [id === "small" ? "done" : "assigned"], from: "total", to }] },
      })),
    });
    expect([...wiringOf(twice).feeds].map(([row, { table }]) => [row, table])).toEqual([["1/1", "staff"]]);
  });

  it("a row of the forms with a formula of the officer's own from itself alone, and so a cell that is not there", () => {
    const report = smallReport(smallEdition([{ code: "1" }, { code: "2" }]), { "1/1": 8 });
    const own = report.values.get(indicatorKey(1, "1"));
    if (own === undefined) throw new Error("no row");
    const values = new Map(report.values).set(indicatorKey(1, "1"), {
      ...own,
      cell: { ...own.cell, formula: "=5+3" },
    });
    const of = new Behind({ ...report, values });
    const [first, second, none] = ["1", "2", "9"].map((code) => ({ form: 1, code }));
    if (first === undefined || second === undefined || none === undefined) throw new Error("none");
    expect([first, second, none].map((ref) => of.isComputed(ref))).toEqual([true, false, false]);
    expect([first, second, none].map((ref) => of.of(ref).map(cellId))).toEqual([["1/1"], ["1/2"], ["1/9"]]);
    const nowhere = { table: "small", row: 1, column: "a" };
    expect(of.isComputed(nowhere)).toBe(false);
    expect(of.of(nowhere)).toEqual([nowhere]);
  });

  it("a typed total from itself alone", () => {
    const typed = table("staff", [{ group: "a", assigned: 9 }]);
    expect(behind(typed, null)).toEqual(["staff#total#assigned"]);
  });
});

describe("which cell of a table may be wrong, in a sentence", () => {
  it("names row and column, and this cell by itself", () => {
    const staff = table("staff", [
      { group: "a", assigned: 9, present: 12 },
      { group: "b", assigned: 5, present: 5 },
    ]);
    const right = table("staff", [
      { group: "a", assigned: 21, present: 12 },
      { group: "b", assigned: 5, present: 5 },
    ]);
    const report = reportOver({ ...staff, total: right.total });
    const evaluation = evaluate(ruleSetOf(report.edition), { report, earlier: null });
    const told = localize(evaluation, findingsOf(evaluation)).map((defect) =>
      suggestion(defect, report.edition),
    );
    expect(told.filter((text) => text !== "")).toEqual([
      'Có thể dòng 1, cột "Số được giao": 9 → 21 làm khớp cả 2 quy tắc.',
    ]);
  });

  it("names a row of another form with its form, one of the same form without", () => {
    const suggested = (rows: Record<string, number>) => {
      const report = buildReport("tu-ky-2023", rows);
      const evaluation = evaluate(ruleSetOf(report.edition), { report, earlier: null });
      return localize(evaluation, findingsOf(evaluation))
        .map((defect) => suggestion(defect, report.edition))
        .join("");
    };
    expect(suggested({ "4/2.1": 17, "4/2.2": 71 })).toMatch(/ô này: 71 → 17/);
    expect(suggested({ "3/1.4": 31, "3/1.4.3": 31, "3/2.3": 13, "7/6.8.1": 310 })).toMatch(/ô này: 310 → 31/);
    expect(suggested({ "4/2.1": 17, "5/1.1": 71 })).toMatch(/biểu mẫu 4/);
  });
});
