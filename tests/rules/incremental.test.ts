import { describe, expect, it } from "@jest/globals";
import type { IndicatorKey } from "../../src/forms/indicators.js";
import type { Report } from "../../src/report/report.js";
import type { RowCells, TableReport } from "../../src/report/table-report.js";
import { evaluate, findingsOf, reevaluate, ruleSetOf } from "../../src/rules/evaluate.js";
import { lines, reportWith } from "../support/check.js";
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

const changedCells = (table: TableReport, change: (row: number, column: number) => object): TableReport => ({
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
      withTable(report, "documents", (table) => changedCells(table, move)),
    );
  });

  it("of a table whose sheet was renamed", async () => {
    const report = await tables(5, "2023-01-01");
    const renamed = withTable(report, "documents", (table) => ({
      ...changedCells(table, () => ({ sheet: "Sổ văn bản" })),
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
