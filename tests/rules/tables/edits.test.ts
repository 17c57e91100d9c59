import { describe, expect, it } from "@jest/globals";
import type { Table } from "../../../src/forms/table-schema.js";
import { findColumn, findTable } from "../../../src/forms/tables.js";
import type { Report } from "../../../src/report/report.js";
import { readTableCell } from "../../../src/report/table-reading.js";
import type { RowCells, TableReport } from "../../../src/report/table-report.js";
import { evaluate, findingsOf, reevaluate, ruleSetOf, summarize } from "../../../src/rules/evaluate.js";
import { deriveTableRules } from "../../../src/rules/tables/derive.js";
import type { CellValue } from "../../../src/values/cell.js";
import { toSerial } from "../../../src/values/day.js";
import { smallEdition, smallReport, smallTable } from "../../support/small-edition.js";

/** Every single edit of small tables, one after the other: what runs again tells what a full run tells. */

const added = { total: "sum" } as const;
const main = smallTable([
  { id: "all", ...added, formula: { kind: "sum", of: ["a", "b"] } },
  ...[
    { id: "a", ...added, required: true },
    { id: "b", ...added },
  ],
  { id: "done", ...added, atMost: ["all"] },
  { id: "left", ...added, formula: { kind: "difference", of: "all", minus: ["done"] } },
  {
    ...{ id: "rate", kind: "percent", total: "ratio" },
    formula: { kind: "ratio", numerator: ["done"], denominator: ["all"] },
  },
]);
const other = smallTable([{ id: "c", ...added }], {
  id: "other",
  agrees: [{ columns: ["c"], with: { table: "small", columns: ["all"] } }],
});
const register = findTable("documents") ?? never();
const edition = smallEdition([{ code: "1" }, { code: "2" }], {
  tables: [{ id: "small", feeds: [{ columns: ["done"], from: "total", to: { form: 1, code: "1" } }] }],
});
const day = (date: number) => toSerial({ year: 2023, month: 6, day: date });
const document = (number: number, date: number, subject = "Kế hoạch năm 2023") => ({
  ...{ type: "Kế hoạch", number, symbol: "KH-UBND", date: day(date), subject, issuer: "" },
});
const window = { from: { year: 2023, month: 6, day: 5 }, to: { year: 2023, month: 6, day: 20 } };

/** Three tables that agree with one another and with the form, formulas or typed whole. */
function book(formulas: boolean): Report {
  const report = smallReport(
    edition,
    { "1/1": 46 },
    [
      [
        main,
        [
          { name: "một", a: 3, b: 4, done: 5 },
          { name: "hai", a: 25, b: 36, done: 41 },
        ],
      ],
      [
        other,
        [
          { name: "một", c: 60 },
          { name: "hai", c: 8 },
        ],
      ],
      [register, [document(7, 6), document(8, 7), document(9, 8)]],
    ],
    formulas,
  );
  return { ...report, info: { ...report.info, ...window, organization: "UBND xã A" } };
}

const set = ruleSetOf(edition);

/** A step from one report to the next tells what a full run tells; how many findings that are. */
function step(before: Report, now: Report): number {
  const first = evaluate(set, { report: before, earlier: null });
  const second = { report: now, earlier: null };
  const stepped = reevaluate(first, second, []);
  const full = evaluate(set, second);
  const findings = findingsOf(stepped);
  expect(findings).toEqual(findingsOf(full));
  expect(summarize(stepped, findings)).toEqual(summarize(full, findingsOf(full)));
  return findings.length;
}

const withTable = (report: Report, id: string, change: (table: TableReport) => TableReport): Report => ({
  ...report,
  tables: new Map([...report.tables].map(([one, table]) => [one, one === id ? change(table) : table])),
});

function retyped(cells: RowCells, table: Table, id: string, value: CellValue): RowCells {
  const [known, column] = [cells.get(id), findColumn(table, id)];
  if (known === undefined || column === null) return cells;
  const cell = { value, format: "General", formula: "" };
  return new Map(cells).set(id, { ...known, cell, reading: readTableCell(cell, column, null) });
}

/** The report with something else in one cell; null stands for the total row. */
function edited(report: Report, id: string, row: number | null, column: string, value: CellValue): Report {
  return withTable(report, id, (table) => ({
    ...table,
    total:
      row === null && table.total !== null ? retyped(table.total, table.table, column, value) : table.total,
    rows: table.rows.map((one) =>
      one.row === row ? { ...one, cells: retyped(one.cells, table.table, column, value) } : one,
    ),
  }));
}

describe.each([true, false])("in tables with formulas: %s", (formulas) => {
  const report = book(formulas);
  const cells = [...report.tables].flatMap(([id, { table, rows, total }]) =>
    table.columns.flatMap(({ id: column }) => [
      ...rows.map(({ row }) => ({ id, row, column })),
      ...(total === null ? [] : [{ id, row: null, column }]),
    ]),
  );

  it.each(["small", "other", "documents"])("one cell of %s, and back", (id) => {
    let told = 0;
    for (const { row, column } of cells.filter((cell) => cell.id === id)) {
      for (const value of [null, 7, 9999, "nhiều", day(25)]) {
        const now = edited(report, id, row, column, value);
        told += step(report, now);
        step(now, report);
      }
    }
    expect(told).toBeGreaterThan(40);
  });

  it("a row that goes, or comes again", () => {
    for (const [id, { rows }] of report.tables) {
      for (const { row } of rows) {
        const now = withTable(report, id, (table) => ({
          ...table,
          rows: table.rows.filter((one) => one.row !== row),
        }));
        step(report, now);
        step(now, report);
      }
    }
  });

  it("a column that goes, of the rows or of the total too, or comes again", () => {
    const less = (cells: RowCells, column: string) =>
      new Map([...cells].filter(([known]) => known !== column));
    for (const [id, { table }] of report.tables) {
      for (const { id: column } of table.columns) {
        for (const withTotal of [true, false]) {
          const gone = withTable(report, id, ({ total, rows, ...rest }) => ({
            ...rest,
            total: total === null || !withTotal ? total : less(total, column),
            rows: rows.map((row) => ({ ...row, cells: less(row.cells, column) })),
          }));
          step(report, gone);
          step(gone, report);
        }
      }
    }
  });

  it("rows that change places", () => {
    for (const id of report.tables.keys()) {
      const turned = withTable(report, id, (table) => ({
        ...table,
        rows: [...table.rows].reverse().map((one, index) => ({ ...one, row: index + 1 })),
      }));
      step(report, turned);
      step(edited(report, "small", 1, "a", 9), turned);
    }
  });

  it("a total row that goes, a table that goes, and both again", () => {
    for (const id of report.tables.keys()) {
      const without = withTable(report, id, (table) => ({ ...table, total: null }));
      const gone = { ...report, tables: new Map([...report.tables].filter(([one]) => one !== id)) };
      for (const now of [without, gone]) {
        step(report, now);
        step(now, report);
      }
    }
  });

  it("the days of the report, and the office's name, for a register", () => {
    const late = edited(report, "documents", 2, "date", day(25));
    const longer = { ...late, info: { ...late.info, to: { year: 2023, month: 6, day: 25 } } };
    // Two rows of one document: whose it is says the first, and nothing the second.
    const twice = [
      [1, "issuer", "UBND xã A"],
      [2, "number", 7],
      [2, "date", day(6)],
    ].reduce(
      (made, [row, column, value]) => edited(made, "documents", Number(row), String(column), value ?? null),
      report,
    );
    const renamed = { ...twice, info: { ...twice.info, organization: "UBND xã B" } };
    for (const [before, now] of [
      [late, longer],
      [twice, renamed],
    ] as const) {
      step(before, now);
      step(now, before);
      expect(findingsOf(evaluate(set, { report: before, earlier: null }))).not.toEqual(
        findingsOf(evaluate(set, { report: now, earlier: null })),
      );
    }
  });
});

describe("the columns that a rule looks at", () => {
  const inputs = (table: Table, rule: string, column: string) =>
    deriveTableRules(table)
      .filter((one) => one.id === rule && one.column === column)
      .map((one) => [...one.inputs].sort());

  it("its own, those that it names, and those that their formulas are made from", () => {
    expect(inputs(main, "value.missing", "a")).toEqual([["a"]]);
    expect(inputs(main, "total.mismatch", "all")).toEqual([
      ["a", "all", "b"],
      ["a", "all", "b"],
    ]);
    expect(inputs(main, "part.exceeds", "done")).toEqual([["a", "all", "b", "done"]]);
    expect(inputs(main, "ratio.mismatch", "rate")).toEqual([["a", "all", "b", "done", "rate"]]);
    expect(inputs(other, "cross.mismatch", "c")).toEqual([["c"]]);
  });

  it("of a register: the days alone, or all that names a document", () => {
    expect(inputs(register, "period.window", "date")).toEqual([["date"]]);
    expect(inputs(register, "value.weekend", "date")).toEqual([["date"]]);
    expect(inputs(register, "value.year", "date")).toEqual([["date", "subject", "type"]]);
    const named = ["date", "issuer", "number", "subject", "symbol", "type"];
    expect(inputs(register, "value.duplicate", "number")).toEqual([named]);
    expect(inputs(register, "value.duplicate", "issuer")).toEqual([named]);
    expect(inputs(register, "value.order", "date")).toEqual([named]);
    expect(inputs(register, "value.far", "number")).toEqual([named]);
  });
});

function never(): never {
  throw new Error("no such table");
}
