import { describe, expect, it } from "@jest/globals";
import { findTable, type TableFeed } from "../../../src/forms/tables.js";
import type { TableReport } from "../../../src/report/table-report.js";
import { KeptTotals } from "../../../src/rules/tables/kept-totals.js";
import { FRESH_TOTALS } from "../../../src/rules/tables/numbers.js";
import { cellsOfFeed, fedNumber, runFed } from "../../../src/rules/tables/run-fed.js";
import { type Day, toSerial } from "../../../src/values/day.js";
import { readCell } from "../../../src/values/reading.js";
import type { TableRowValues } from "../../support/chance.js";
import { buildTable } from "../../support/consistent.js";
import { buildReport } from "../../support/report-builder.js";

/** What a table gives to a row of the forms, and when the row disagrees with it. */

function table(id: string, rows: readonly TableRowValues[], formulas = true): TableReport {
  const known = findTable(id);
  if (known === null) throw new Error(`no table ${id}`);
  return buildTable(known, rows, formulas);
}

function feed(of: Pick<TableFeed, "table" | "columns" | "from"> & { readonly scale?: number }): TableFeed {
  return { ...of, severity: "error", to: { form: 3, code: "1" } };
}

const NO_WINDOW = { from: null, to: null };

const given = (of: TableFeed, filled: TableReport, window: Parameters<typeof fedNumber>[2] = NO_WINDOW) =>
  fedNumber(of, filled, window, FRESH_TOTALS);

const STAFF = [
  { group: "Cán bộ", assigned: 11, present: 9 },
  { group: " công  CHỨC ", assigned: 12, present: 8 },
  { group: "Bảo vệ", assigned: 5, present: "x" },
];

describe("the number that a table gives to a form", () => {
  const total = feed({
    table: "dossiers-by-field",
    columns: ["received-online", "received-direct"],
    from: "total",
  });

  it("is the sum of the totals of its columns", () => {
    const rows = [
      { field: "a", "received-online": 3, "received-direct": 4 },
      { field: "b", "received-online": 5 },
    ];
    expect(given(total, table("dossiers-by-field", rows))).toBe(12);
    const withoutTotal = { ...table("dossiers-by-field", rows), total: null };
    expect(given(total, withoutTotal)).toBe(12);
    expect(given(total, table("dossiers-by-field", [{ field: "a", "received-online": 3 }]))).toBe(3);
    expect(given(total, table("dossiers-by-field", [{ field: "a" }]))).toBeNull();
    expect(given(total, table("dossiers-by-field", []))).toBeNull();
  });

  it("is what the total row states, right or wrong", () => {
    const right = table("dossiers-by-field", [{ field: "a", "received-online": 3, "received-direct": 4 }]);
    const wrong = table("dossiers-by-field", [{ field: "a", "received-online": 9, "received-direct": 4 }]);
    expect(given(total, { ...right, total: wrong.total })).toBe(13);
  });

  it("counts the rows that hold something in a column, not the headings among them", () => {
    const count = feed({ table: "staff", columns: ["assigned"], from: "count" });
    const filled = table("staff", [...STAFF, { group: "d" }]);
    expect(given(count, filled)).toBe(3);
    const [first, ...rest] = filled.rows;
    const headed = {
      ...filled,
      rows: [...(first === undefined ? [] : [{ ...first, kind: "group" as const }]), ...rest],
    };
    expect(given(count, headed)).toBe(2);
    expect(given(count, table("staff", [{ group: "d" }]))).toBeNull();
    expect(given(count, table("staff", []))).toBeNull();
  });

  it("is the share of two totals, and none of nothing", () => {
    const ratio = feed({ table: "staff", columns: ["present", "assigned"], from: "ratio" });
    expect(given(ratio, table("staff", [{ group: "a", assigned: 8, present: 6 }]))).toBe(75);
    expect(given(ratio, table("staff", [{ group: "a", assigned: 0, present: 0 }]))).toBeNull();
    expect(given(ratio, table("staff", [{ group: "a", assigned: 8 }]))).toBeNull();
    expect(given(ratio, table("staff", [{ group: "a", present: 8 }]))).toBeNull();
  });

  it("adds up the rows that have one of its words, however typed", () => {
    const rows = feed({ table: "staff", columns: ["assigned"], from: { rows: ["Cán bộ", "Công chức"] } });
    expect(given(rows, table("staff", STAFF))).toBe(23);
    expect(given(rows, table("staff", STAFF.slice(2)))).toBeNull();
    const two = feed({ table: "staff", columns: ["assigned", "present"], from: { rows: ["Cán bộ"] } });
    expect(given(two, table("staff", STAFF))).toBe(20);
    // What one of them holds cannot be read.
    const broken = feed({ table: "staff", columns: ["present"], from: { rows: ["Bảo vệ", "Cán bộ"] } });
    expect(given(broken, table("staff", STAFF))).toBeNull();
  });

  it("is not known while one of those rows may stand there under a name of the office's own", () => {
    const rows = feed({ table: "staff", columns: ["assigned"], from: { rows: ["Cán bộ", "Công chức"] } });
    const [officials = {}, servants = {}, guards = {}] = STAFF;
    expect(given(rows, table("staff", [officials, { ...servants, group: "Công chức xã" }]))).toBeNull();
    expect(given(rows, table("staff", [officials, { assigned: 12 }]))).toBeNull();
    // What is not there has none, and what else there is changes nothing where both are.
    expect(given(rows, table("staff", [officials]))).toBe(11);
    expect(given(rows, table("staff", [officials, servants, guards]))).toBe(23);
    const workers = { group: "Người hoạt động không chuyên trách cấp xã", assigned: 9 };
    expect(given(rows, table("staff", [officials, workers]))).toBe(11);
  });

  it("takes another unit where the form has one, of totals and of rows", () => {
    const money = { table: "budget", columns: ["estimate"], scale: 1e-6 };
    const filled = table("budget", [{ item: "Vốn đầu tư công", estimate: 25e6, done: 5e6 }]);
    expect(given(feed({ ...money, from: { rows: ["Vốn đầu tư công"] } }), filled)).toBe(25);
    expect(given(feed({ ...money, from: { rows: ["Chi khác"] } }), filled)).toBeNull();
    expect(given(feed({ ...money, from: "total" }), filled)).toBe(25);
  });

  it("counts the rows with one number, and none where nothing can be read", () => {
    const done = feed({ table: "staff", columns: ["assigned"], from: { equals: 12 } });
    expect(given(done, table("staff", STAFF))).toBe(1);
    expect(given(done, table("staff", STAFF.slice(0, 1)))).toBe(0);
    expect(given(done, table("staff", [{ group: "d" }]))).toBeNull();
    expect(given({ ...done, columns: ["present"] }, table("staff", STAFF))).toBeNull();
  });

  it("leaves out what is dated outside of the data window, at its ends not", () => {
    const day = (month: number, of: number): Day => ({ year: 2023, month, day: of });
    const documents = table("documents", [
      { type: "Kế hoạch", number: 1, subject: "a", date: toSerial(day(6, 9)) },
      { type: "Kế hoạch", number: 2, subject: "b", date: toSerial(day(6, 10)) },
      { type: "Kế hoạch", number: 3, subject: "c", date: toSerial(day(9, 9)) },
      { type: "Kế hoạch", number: 4, subject: "d", date: toSerial(day(9, 10)) },
      { type: "Kế hoạch", number: 5, subject: "e" },
    ]);
    const count = feed({ table: "documents", columns: ["subject"], from: { countInWindow: "date" } });
    expect(given(count, documents, { from: day(6, 10), to: day(9, 9) })).toBe(3);
    expect(given(count, documents, { from: day(6, 10), to: null })).toBe(4);
    expect(given(count, documents, { from: null, to: day(9, 9) })).toBe(4);
    expect(given(count, documents)).toBe(5);
    expect(given(count, documents, { from: day(12, 1), to: day(12, 9) })).toBe(1);
    expect(given(count, table("documents", []), { from: day(6, 10), to: null })).toBeNull();
    // A row that is dated but says nothing of what it is about is not taken off what was never counted.
    const dated = table("documents", [{ type: "Kế hoạch", date: toSerial(day(1, 1)) }, { subject: "a" }]);
    expect(given(count, dated, { from: day(6, 10), to: null })).toBe(0);
  });
});

describe("a form that a table feeds", () => {
  const report = buildReport("tu-ky-2023");
  const said = (of: TableFeed, own: number | string | null, filled: TableReport | null) => {
    const tables = new Map(filled === null ? [] : [[of.table, filled]]);
    const reading = readCell({ value: own, format: "General", formula: "" }, { kind: "ratio" }, null);
    const context = { report: { ...report, tables }, earlier: null, totals: new KeptTotals() };
    const outcome = runFed(of, "warning", reading, context);
    if (outcome.kind !== "fails") return outcome.kind;
    return [outcome.severity, outcome.told.actual, outcome.told.expected];
  };
  const filled = table("staff", [{ group: "a", assigned: 3, present: 2 }]);
  const total = feed({ table: "staff", columns: ["assigned"], from: "total" });
  const ratio = feed({ table: "staff", columns: ["present", "assigned"], from: "ratio" });

  it("is right, wrong, or cannot be told", () => {
    expect(said(total, 3, filled)).toBe("holds");
    expect(said(total, 4, filled)).toEqual(["warning", 4, 3]);
    expect(said(total, null, filled)).toBe("unchecked");
    expect(said(total, "x", filled)).toBe("unchecked");
    expect(said(total, 4, table("staff", []))).toBe("unchecked");
    expect(said(total, 4, null)).toBe("holds");
  });

  it("may round or cut a share, and an amount in another unit, but no count", () => {
    expect([66.67, 66.66, 66.7, 66.6, 67, 66].map((own) => said(ratio, own, filled))).toEqual(
      Array(6).fill("holds"),
    );
    expect(said(ratio, 66.65, filled)).toEqual(["warning", 66.65, 66.67]);
    const money = table("budget", [{ item: "Vốn đầu tư công", estimate: 2_345_678 }]);
    const scaled = feed({ table: "budget", columns: ["estimate"], from: "total", scale: 1e-6 });
    expect([2.35, 2.34, 2.345678].map((own) => said(scaled, own, money))).toEqual(Array(3).fill("holds"));
    expect(said(scaled, 2.33, money)).toEqual(["warning", 2.33, 2.345678]);
    const halves = table("budget", [{ item: "a", estimate: 2.4 }]);
    const plain = feed({ table: "budget", columns: ["estimate"], from: "total" });
    expect(said(plain, 2, halves)).toEqual(["warning", 2, 2.4]);
  });
});

describe("the cells that a form's number comes from", () => {
  const filled = table("staff", STAFF);
  const report = { ...buildReport("tu-ky-2023"), tables: new Map([["staff", filled]]) };
  const cells = (from: TableFeed["from"], of = report) =>
    cellsOfFeed(feed({ table: "staff", columns: ["assigned", "present"], from }), of).map(
      ({ table: id, row, column }) => `${id} ${row} ${column}`,
    );
  const TOTALS = ["staff null assigned", "staff null present"];

  it("are totals, or the cells of its rows alone", () => {
    expect(cells("total")).toEqual(TOTALS);
    expect(cells("count")).toEqual(TOTALS);
    expect(cells({ countInWindow: "date" })).toEqual(TOTALS);
    expect(cells({ rows: ["Công chức"] })).toEqual(["staff 2 assigned", "staff 2 present"]);
    expect(cells({ equals: 100 })).toEqual(
      [1, 2, 3].flatMap((row) => [`staff ${row} assigned`, `staff ${row} present`]),
    );
    expect(cells({ equals: 100 }, { ...report, tables: new Map() })).toEqual(TOTALS);
  });
});
