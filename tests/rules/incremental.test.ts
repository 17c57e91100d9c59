import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { editionIds } from "../../src/forms/catalogue.js";
import { findIndicator, type IndicatorKey, indicatorKey } from "../../src/forms/indicators.js";
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

  it("of a table whose formula was deleted, where its cell is blank either way", async () => {
    const emptied = async (formula: string) =>
      withTable(await tables(5), "dossiers-by-field", (table) => ({
        ...table,
        rows: table.rows.map((row) => {
          const known = row.cells.get("received-total");
          if (known === undefined) throw new Error("no such column");
          const cell = { ...BLANK_CELL, formula };
          const cells = new Map(row.cells).set("received-total", {
            ...known,
            cell,
            reading: { kind: "blank" },
          });
          return { ...row, cells };
        }),
      }));
    const told = afterwards(await emptied("=C4+D4"), await emptied(""));
    expect(told).toContain("value.missing dossiers-by-field/1/received-total warning");
  });

  it("of a register by the name of the office that keeps it", async () => {
    const twice = ["UBND xã A", ""].map((issuer) => ({
      ...{ type: "Kế hoạch", number: 7, symbol: "KH-UBND", date: "2023-07-05", subject: "Kế hoạch" },
      issuer,
    }));
    const report = await reportWithTables(
      ID,
      { documents: twice },
      {},
      { ...WINDOW, organization: "UBND xã A" },
    );
    const renamed = { ...report, info: { ...report.info, organization: "UBND xã B" } };
    expect(afterwards(report, renamed)).toContain("value.duplicate documents/2/issuer warning");
  });

  it("of a per cent typed with its sign, and then as a fraction", () => {
    const own = edition("tu-ky-2023");
    const free = own.forms
      .flatMap(({ number, indicators }) => indicators.map((indicator) => ({ number, indicator })))
      .find(
        ({ indicator: one }) =>
          one.kind === "ratio" && one.ratio === undefined && one.reduction === undefined,
      );
    if (free === undefined) throw new Error("no ratio that nothing tells of");
    const key = indicatorKey(free.number, free.indicator.code);
    const typed = (format: string) => {
      const report = reportWith("tu-ky-2023", {});
      const known = report.values.get(key);
      if (known === undefined) throw new Error("no such row");
      const cell = { value: 0.5, format, formula: "" };
      const reading = readCell(cell, free.indicator, null);
      return { ...report, values: new Map(report.values).set(key, { ...known, cell, reading }) };
    };
    const set = ruleSetOf(own);
    const [signed, bare] = [typed('0.0"%"'), typed("General")];
    const first = evaluate(set, { report: signed, earlier: null });
    const second = { report: bare, earlier: null };
    const stepped = findingsOf(reevaluate(first, second, changedCells(signed.values, bare.values)));
    expect(stepped).toEqual(findingsOf(evaluate(set, second)));
    expect(lines(stepped)).toContain(`value.fraction ${key} warning`);
    expect(lines(findingsOf(first))).not.toContain(`value.fraction ${key} warning`);
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
    fc.record({ kind: fc.constant("emptied" as const), at: fc.nat(), formula: fc.boolean() }),
    fc.record({ kind: fc.constant("inserted" as const), at: fc.nat() }),
    fc.record({ kind: fc.constant("deleted" as const), at: fc.nat() }),
    fc.record({ kind: fc.constant("signed" as const), at: fc.nat(), percent: fc.boolean() }),
    fc.record({ kind: fc.constant("office" as const), name: fc.constantFrom("UBND xã", "Ban Chỉ đạo", "") }),
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
      case "emptied": {
        const cells = [...report.tables].flatMap(([table, { rows }]) =>
          rows.flatMap(({ cells: of }, row) =>
            [...of].flatMap(([column, { cell }]) => (cell.formula === "" ? [] : [{ table, row, column }])),
          ),
        );
        const found = pick(cells, one.at);
        if (found === undefined) return context;
        const emptied = withTable(report, found.table, (table) => ({
          ...table,
          rows: table.rows.map((row, position) => {
            const known = row.cells.get(found.column);
            if (position !== found.row || known === undefined) return row;
            const cell = { ...BLANK_CELL, formula: one.formula ? known.cell.formula : "" };
            const reading = { kind: "blank" } as const;
            return { ...row, cells: new Map(row.cells).set(found.column, { ...known, cell, reading }) };
          }),
        }));
        return { ...context, report: emptied };
      }
      case "inserted":
      case "deleted": {
        const rows = [...report.tables].flatMap(([table, { rows: of }]) =>
          of.map((_, row) => ({ table, row })),
        );
        const found = pick(rows, one.at);
        if (found === undefined) return context;
        const changedRows = withTable(report, found.table, (table) => {
          const { row: here = 1, cells = new Map() } = table.rows[found.row] ?? {};
          const added = one.kind === "inserted" ? [{ kind: "record" as const, row: here, cells }] : [];
          const by = one.kind === "inserted" ? 1 : -1;
          // Rows below move on the sheet; a blank row may be filled, or one emptied, so that none moves.
          const moved = table.rows.slice(found.row + (one.kind === "deleted" ? 1 : 0)).map((row) => ({
            ...row,
            row: row.row + by,
            cells: new Map(
              [...row.cells].map(([id, cell]) => [
                id,
                { ...cell, address: { ...cell.address, row: cell.address.row + by } },
              ]),
            ),
          }));
          const stay = one.kind === "deleted" && found.row % 2 === 0;
          const rest = stay ? table.rows.slice(found.row + 1) : moved;
          return { ...table, rows: [...table.rows.slice(0, found.row), ...added, ...rest] };
        });
        return { ...context, report: changedRows };
      }
      case "signed": {
        const ratios = [...report.values].filter(([, { reading }]) => reading.kind === "number");
        const found = pick(ratios, one.at);
        if (found === undefined || found[1].reading.kind !== "number") return context;
        const [key, value] = found;
        const { percent: _, ...reading } = found[1].reading;
        const signed = one.percent ? ({ ...reading, percent: true } as const) : reading;
        const values = new Map(report.values).set(key, { ...value, reading: signed });
        return { ...context, report: { ...report, values } };
      }
      case "office":
        return { ...context, report: { ...report, info: { ...report.info, organization: one.name } } };
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
