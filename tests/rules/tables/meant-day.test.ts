import { describe, expect, it } from "@jest/globals";
import { findTable } from "../../../src/forms/tables.js";
import { certainFixes, fixesOf } from "../../../src/jobs/fixes.js";
import type { Report } from "../../../src/report/report.js";
import { evaluate, findingsOf } from "../../../src/rules/evaluate.js";
import { type Day, toSerial } from "../../../src/values/day.js";
import type { TableRowValues } from "../../support/chance.js";
import { rulesOf } from "../../support/check.js";
import { buildTable } from "../../support/consistent.js";
import { buildReport } from "../../support/report-builder.js";

/** What can be pressed for a date of the register whose year is wrong, or whose day and month changed places. */

const FROM: Day = { year: 2023, month: 6, day: 12 };
const TO: Day = { year: 2023, month: 9, day: 8 };

const on = (day: number, month: number, year = 2023) => toSerial({ year, month, day });
const plan = (number: number, date: number | string, more: TableRowValues = {}) => ({
  ...{ type: "Kế hoạch", number, date, subject: "Kế hoạch" },
  ...more,
});

function reportOf(rows: readonly TableRowValues[], info: Partial<Report["info"]> = {}): Report {
  const table = findTable("documents");
  if (table === null) throw new Error("no register");
  const report = buildReport("tu-ky-2023", {}, { from: FROM, to: TO, ...info });
  return { ...report, tables: new Map([["documents", buildTable(table, rows)]]) };
}

/** What is offered for a register: the row, what stands, what would, and what is written. */
function offered(rows: readonly TableRowValues[], info: Partial<Report["info"]> = {}) {
  const report = reportOf(rows, info);
  const findings = findingsOf(evaluate(rulesOf(report.edition), { report, earlier: null }));
  expect(certainFixes(findings, report)).toEqual([]);
  return findings.flatMap((finding) =>
    fixesOf(finding, report).map(({ from, to, edit }) => [
      finding.place.kind === "table" ? finding.place.row : null,
      ...[from, to, edit.value],
    ]),
  );
}

describe("a date of another year", () => {
  it("is offered in the year of the report's data, as the cell keeps it", () => {
    expect(offered([plan(1, on(3, 7, 2013))])).toEqual([[1, "03/7/2013", "03/7/2023", on(3, 7)]]);
    expect(offered([plan(1, "3/7/2013")])).toEqual([[1, "03/7/2013", "03/7/2023", "03/7/2023"]]);
    expect(offered([plan(1, on(3, 7, 2032))])).toEqual([[1, "03/7/2032", "03/7/2023", on(3, 7)]]);
  });

  it.each([
    ["before the first day", on(9, 6, 2013), []],
    ["on the first day", on(12, 6, 2013), ["12/6/2023"]],
    ["on the last day", on(8, 9, 2013), ["08/9/2023"]],
    ["after the last day", on(11, 9, 2013), []],
    ["on a Saturday", on(8, 7, 2013), []],
    ["on the Friday before it", on(7, 7, 2013), ["07/7/2023"]],
  ])("%s of the data", (_, date, expected) => {
    expect(offered([plan(1, date)]).map(([, , to]) => to)).toEqual(expected);
  });

  it.each([
    ["earlier than the one before", on(4, 7, 2013), []],
    ["the day of the one before", on(5, 7, 2013), ["05/7/2023"]],
    ["the day of the one behind", on(10, 7, 2013), ["10/7/2023"]],
    ["later than the one behind", on(11, 7, 2013), []],
  ])("beside its neighbours: %s", (_, date, expected) => {
    const rows = [
      plan(1, on(3, 7)),
      plan(2, on(5, 7)),
      plan(3, date),
      plan(4, on(10, 7)),
      plan(5, on(12, 7)),
    ];
    expect(offered(rows).map(([, , to]) => to)).toEqual(expected);
  });

  it("is offered in no year where another document has its number then", () => {
    expect(offered([plan(1, on(3, 7, 2013)), plan(1, on(3, 7))])).toEqual([]);
  });

  it("of two years the data may be of: in the one that fits, and in none where both do", () => {
    const winter = { from: { year: 2022, month: 12, day: 15 }, to: { year: 2023, month: 12, day: 14 } };
    expect(offered([plan(1, on(3, 7, 2013))], winter).map(([, , to]) => to)).toEqual(["03/7/2023"]);
    expect(offered([plan(1, on(20, 12, 2013))], winter).map(([, , to]) => to)).toEqual(["20/12/2022"]);
    const both = { ...winter, to: { year: 2023, month: 12, day: 20 } };
    expect(offered([plan(1, on(20, 12, 2013))], both)).toEqual([]);
    // The subject tells which.
    const next = plan(1, on(20, 12, 2013), { subject: "Kế hoạch năm 2022" });
    expect(offered([next], both).map(([, , to]) => to)).toEqual(["20/12/2022"]);
  });

  it("of a plan for an earlier year: in the year of its subject, if the data is of that", () => {
    const winter = { from: { year: 2022, month: 1, day: 3 }, to: { year: 2023, month: 12, day: 29 } };
    const copied = plan(1, on(3, 7), { subject: "Kế hoạch năm 2022" });
    // 3 July 2022 was a Sunday.
    expect(offered([copied], winter)).toEqual([]);
    expect(offered([{ ...copied, date: on(4, 7) }], winter).map(([, , to]) => to)).toEqual(["04/7/2022"]);
    expect(offered([{ ...copied, date: on(4, 7) }])).toEqual([]);
  });

  it("is no date of a year without that day, none without the days of the data, and none that a formula makes", () => {
    expect(offered([plan(1, on(29, 2, 2024))], { from: { ...FROM, month: 1 } })).toEqual([]);
    expect(offered([plan(1, on(3, 7, 2013))], { to: null })).toEqual([]);
    const report = reportOf([plan(1, on(3, 7, 2013))]);
    const table = report.tables.get("documents");
    if (table === undefined) throw new Error("no register");
    const rows = table.rows.map((row) => ({
      ...row,
      cells: new Map(
        [...row.cells].map(([id, cell]) => [id, { ...cell, cell: { ...cell.cell, formula: "=A1" } }]),
      ),
    }));
    const computed = { ...report, tables: new Map([["documents", { ...table, rows }]]) };
    const findings = findingsOf(evaluate(rulesOf(report.edition), { report: computed, earlier: null }));
    expect(findings.some(({ rule }) => rule === "period.window")).toBe(true);
    expect(findings.flatMap((finding) => fixesOf(finding, computed))).toEqual([]);
  });
});

describe("day and month in each other's place", () => {
  it("are offered where that alone puts the date into the days of the data", () => {
    // 7 March for 3 July.
    expect(offered([plan(1, on(7, 3))])).toEqual([[1, "07/3/2023", "03/7/2023", on(3, 7)]]);
    expect(offered([plan(1, on(13, 3))])).toEqual([]);
    expect(offered([plan(1, on(3, 3))])).toEqual([]);
  });

  it.each([
    ["before the first day", { from: { ...FROM, day: 13 } }, on(6, 12), []],
    ["on the first day", {}, on(6, 12), ["12/6/2023"]],
    ["on the last day", { to: { ...TO, month: 7, day: 5 } }, on(7, 5), ["05/7/2023"]],
    ["after the last day", { to: { ...TO, month: 7, day: 4 } }, on(7, 5), []],
    ["on a Saturday", {}, on(7, 1), []],
  ])("%s of the data", (_, info, date, expected) => {
    expect(offered([plan(1, date)], info).map(([, , to]) => to)).toEqual(expected);
  });

  it.each([
    ["earlier than the one before", on(7, 4), []],
    ["the day of the one before", on(7, 5), ["05/7/2023"]],
    ["the day of the one behind", on(7, 10), ["10/7/2023"]],
    ["later than the one behind", on(7, 11), []],
  ])("are offered where the order of the numbers says so: %s", (_, date, expected) => {
    const year = { from: { ...FROM, month: 1, day: 2 }, to: { ...TO, month: 12, day: 29 } };
    const rows = [
      plan(1, on(3, 7)),
      plan(2, on(5, 7)),
      plan(3, date),
      plan(4, on(10, 7)),
      plan(5, on(12, 7)),
    ];
    expect(offered(rows, year).map(([row, , to]) => (row === 3 ? to : row))).toEqual(expected);
  });
});
