import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { editionIds } from "../../src/forms/catalogue.js";
import { findIndicator, type IndicatorKey } from "../../src/forms/indicators.js";
import { findColumn } from "../../src/forms/tables.js";
import { changedCells } from "../../src/report/changed-cells.js";
import type { Report } from "../../src/report/report.js";
import { readTableCell } from "../../src/report/table-reading.js";
import type { RowCells, TableReport } from "../../src/report/table-report.js";
import { evaluate, findingsOf, reevaluate, ruleSetOf, summarize } from "../../src/rules/evaluate.js";
import type { RuleContext } from "../../src/rules/kinds/scope.js";
import { BLANK_CELL } from "../../src/values/cell.js";
import { readCell } from "../../src/values/reading.js";
import { lines, reportWith } from "../support/check.js";
import { buildConsistent, consistentReport } from "../support/consistent.js";
import { edition } from "../support/report-data.js";
import { reportWithTables } from "../support/table-books.js";

/** Each way by which a change reaches a rule, by itself: what runs again must be what differs. */

const ID = "hai-duong-2022";
const WINDOW = { period: "quarter-3", year: 2023, from: "2023-06-10", to: "2023-09-09" };
const rules = ruleSetOf(edition(ID));

/** What an evaluation step by step tells after a change, once it is what a full run tells. */
function afterwards(before: Report, now: Report, changed: readonly IndicatorKey[] = []): readonly string[] {
  const first = evaluate(rules, { report: before, earlier: null });
  const second = { report: now, earlier: null };
  const stepped = findingsOf(reevaluate(first, second, changed));
  expect(stepped).toEqual(findingsOf(evaluate(rules, second)));
  expect(stepped).not.toEqual(findingsOf(first));
  return lines(stepped);
}

const tables = (resolved: number, date = "2023-07-01") =>
  reportWithTables(
    ID,
    {
      "dossiers-by-field": [{ field: "Hộ tịch", "received-online": 5, "resolved-early": resolved }],
      digitisation: [{ received: 5, resolved: 5 }],
      documents: [{ type: "Kế hoạch", number: 1, date, subject: "Kế hoạch" }],
    },
    { "3/3.3.1": 5, "3/3.3.2": 5 },
    WINDOW,
  );

const movedCells = (table: TableReport, change: (row: number, column: number) => object): TableReport => ({
  ...table,
  rows: table.rows.map((row) => ({
    ...row,
    cells: new Map(
      [...row.cells].map(([id, cell]) => [
        id,
        { ...cell, address: { ...cell.address, ...change(cell.address.row, cell.address.column) } },
      ]),
    ) as RowCells,
  })),
});

const withTable = (report: Report, id: string, change: (table: TableReport) => TableReport): Report => ({
  ...report,
  tables: new Map([...report.tables].map(([one, table]) => [one, one === id ? change(table) : table])),
});

describe("a change reaches the rules", () => {
  it("of a row of a form that a table feeds", async () => {
    const told = afterwards(await tables(5), await tables(4));
    expect(told.some((line) => line.startsWith("cross.mismatch 3/3.3.2"))).toBe(true);
  });

  it("of a table that must agree with the one that changed", async () => {
    const told = afterwards(await tables(5), await tables(4));
    expect(told.some((line) => line.startsWith("cross.mismatch digitisation/"))).toBe(true);
  });

  it.each([
    ["from", { year: 2023, month: 7, day: 2 }],
    ["to", { year: 2023, month: 6, day: 30 }],
  ] as const)("of a register by the window's end %s", async (end, day) => {
    const report = await tables(5);
    const moved = { ...report, info: { ...report.info, [end]: day } };
    expect(afterwards(report, moved)).toContain("period.window documents/1/date warning");
  });

  it.each([
    ["row", (row: number) => ({ row: row + 3 })],
    ["column", (_: number, column: number) => ({ column: column + 2 })],
  ] as const)("of a table whose cells moved to another %s", async (_, move) => {
    const report = await tables(5, "2023-01-01");
    afterwards(
      report,
      withTable(report, "documents", (table) => movedCells(table, move)),
    );
  });

  it("of a table whose sheet was renamed", async () => {
    const report = await tables(5, "2023-01-01");
    const renamed = withTable(report, "documents", (table) => ({
      ...movedCells(table, () => ({ sheet: "Sổ văn bản" })),
      sheet: "Sổ văn bản",
    }));
    afterwards(report, renamed);
  });

  it("of a table that went", async () => {
    const report = await tables(4);
    const left = new Map([...report.tables].filter(([id]) => id !== "dossiers-by-field"));
    const told = afterwards(report, { ...report, tables: left });
    expect(told.some((line) => line.startsWith("cross.mismatch"))).toBe(false);
  });

  it("of a row that is asked for only while another says so", () => {
    const own = ruleSetOf(edition("tu-ky-2023"));
    const survey = (value: number) => ({ report: reportWith("tu-ky-2023", { "1/5": value }), earlier: null });
    const first = evaluate(own, survey(0));
    const stepped = findingsOf(reevaluate(first, survey(1), ["1/5"]));
    expect(stepped).toEqual(findingsOf(evaluate(own, survey(1))));
    expect(lines(stepped)).toContain("value.missing 1/5.1 warning");
  });
});

describe("whatever changes between two readings of a workbook", () => {
  const number = fc.oneof(
    fc.constant(null),
    fc.integer({ min: -2, max: 400 }),
    fc.constantFrom(0, 1, 100, 0.5),
  );
  const text = fc.constantFrom("3.000", "không", "nhiều", "Hoàn thành", "Kế hoạch", "09/7/2023", "40/UBND");
  /** One change of every kind of thing that a rule may look at. */
  const change = fc.oneof(
    fc.record({ kind: fc.constant("row" as const), at: fc.nat(), value: fc.oneof(number, text) }),
    fc.record({ kind: fc.constant("cell" as const), at: fc.nat(), value: fc.oneof(number, text) }),
    fc.record({ kind: fc.constant("lost" as const), at: fc.nat() }),
    fc.record({ kind: fc.constant("table" as const), at: fc.nat() }),
    fc.record({ kind: fc.constant("total" as const), at: fc.nat() }),
    fc.record({
      kind: fc.constant("window" as const),
      from: fc.integer({ min: 1, max: 28 }),
      to: fc.integer({ min: 1, max: 28 }),
    }),
    fc.record({
      kind: fc.constant("period" as const),
      period: fc.constantFrom("quarter-1", "quarter-3", "year"),
    }),
    fc.record({ kind: fc.constant("year" as const), year: fc.constantFrom(2022, 2023, null) }),
    fc.record({ kind: fc.constant("earlier" as const), seed: fc.option(fc.nat(3)) }),
    fc.record({ kind: fc.constant("confirmed" as const) }),
  );
  type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

  const base = (id: string, seed: number) =>
    buildConsistent(id, consistentReport(id, seed), { formulas: seed % 2 === 0, tables: true });
  const earlierOf = (id: string, seed: number | null): Report | null => {
    if (seed === null) return null;
    const report = base(id, seed + 100);
    return {
      ...report,
      info: { ...report.info, period: "half-year", year: 2023, from: { year: 2023, month: 6, day: 12 } },
    };
  };

  function changed(context: RuleContext, one: Change): RuleContext {
    const { report } = context;
    const { id } = report.edition;
    const pick = <T>(items: readonly T[], at: number): T | undefined => items[at % Math.max(1, items.length)];
    switch (one.kind) {
      case "row":
      case "lost": {
        const found = pick([...report.values], one.at);
        if (found === undefined) return context;
        const [key, value] = found;
        const indicator = findIndicator(report.edition, value);
        if (indicator === null) return context;
        const cell = one.kind === "row" ? { value: one.value, format: "General", formula: "" } : BLANK_CELL;
        const address = one.kind === "row" ? value.address : null;
        const reading = readCell(cell, indicator, null);
        return {
          ...context,
          report: {
            ...report,
            values: new Map(report.values).set(key, { ...value, cell, address, reading }),
          },
        };
      }
      case "cell": {
        const cells = [...report.tables].flatMap(([table, { rows }]) =>
          rows.flatMap(({ row, cells: of }) => [...of.keys()].map((column) => ({ table, row, column }))),
        );
        const found = pick(cells, one.at);
        if (found === undefined) return context;
        return {
          ...context,
          report: withTable(report, found.table, (table) => ({
            ...table,
            rows: table.rows.map((row) => {
              const known = row.cells.get(found.column);
              const column = findColumn(table.table, found.column);
              if (row.row !== found.row || known === undefined || column === null) return row;
              const cell = { value: one.value, format: "General", formula: "" };
              const reading = readTableCell(cell, column, null);
              return { ...row, cells: new Map(row.cells).set(found.column, { ...known, cell, reading }) };
            }),
          })),
        };
      }
      case "table": {
        const gone = pick([...report.tables.keys()], one.at);
        return {
          ...context,
          report: { ...report, tables: new Map([...report.tables].filter(([table]) => table !== gone)) },
        };
      }
      case "total": {
        const found = pick([...report.tables.keys()], one.at);
        if (found === undefined) return context;
        return { ...context, report: withTable(report, found, (table) => ({ ...table, total: null })) };
      }
      case "window": {
        const [from, to] = [
          { year: 2023, month: 6, day: one.from },
          { year: 2023, month: 7, day: one.to },
        ];
        return { ...context, report: { ...report, info: { ...report.info, from, to } } };
      }
      case "period":
        return { ...context, report: { ...report, info: { ...report.info, period: one.period } } };
      case "year":
        return { ...context, report: { ...report, info: { ...report.info, year: one.year } } };
      case "earlier":
        return { ...context, earlier: earlierOf(id, one.seed) };
      case "confirmed": {
        const confirmations = [{ finding: "total.mismatch 3/1.4", numbers: "x", reason: "đúng" }];
        return { ...context, report: { ...report, confirmations } };
      }
    }
  }

  it.each(editionIds())("of %s, running again what it reaches gives what running all gives", (id) => {
    const set = ruleSetOf(edition(id));
    let different = 0;
    fc.assert(
      fc.property(
        fc.nat(5),
        fc.array(fc.array(change, { maxLength: 4 }), { minLength: 1, maxLength: 3 }),
        (seed, steps) => {
          let context: RuleContext = { report: base(id, seed), earlier: null };
          let evaluation = evaluate(set, context);
          for (const step of steps) {
            const next = step.reduce(changed, context);
            const known = findingsOf(evaluation);
            evaluation = reevaluate(
              evaluation,
              next,
              changedCells(context.report.values, next.report.values),
            );
            context = next;
            const fresh = evaluate(set, context);
            const findings = findingsOf(evaluation);
            expect(findings).toEqual(findingsOf(fresh));
            expect(summarize(evaluation, findings)).toEqual(summarize(fresh, findings));
            if (JSON.stringify(findings) !== JSON.stringify(known)) different += 1;
          }
        },
      ),
      { numRuns: 60 },
    );
    expect(different).toBeGreaterThan(20);
  });
});
