import { describe, expect, it } from "@jest/globals";
import { findTable } from "../../src/forms/tables.js";
import { judge } from "../../src/jobs/check.js";
import { defectsOf } from "../../src/jobs/defects.js";
import { findingLines } from "../../src/jobs/finding-lines.js";
import type { Report } from "../../src/report/report.js";
import { fromSerial, toSerial } from "../../src/values/day.js";
import type { TableRowValues } from "../support/chance.js";
import { buildConsistent, buildTable, consistentReport } from "../support/consistent.js";

/** One slip in a cell of the register of documents, wherever: what is told of it is one line. */

const SEEDS = Array.from({ length: 8 }, (_, index) => index + 1);

const consistent = (seed: number) => consistentReport("tu-ky-2023", seed);

function withRegister(seed: number, rows: readonly TableRowValues[]): Report {
  const report = buildConsistent("tu-ky-2023", consistent(seed), { formulas: false, tables: true });
  const table = findTable("documents");
  if (table === null) throw new Error("no register");
  return { ...report, tables: new Map([...report.tables, ["documents", buildTable(table, rows)]]) };
}

/** The lines of a report: where, and what is said; the information and blank rows of the forms left out. */
function linesOf(report: Report): readonly string[] {
  const judgement = judge(report, null);
  return findingLines(judgement, defectsOf(judgement))
    .lines.filter(({ sheet }) => sheet !== "Thông tin chung")
    .map(({ name, sheet, cells, told }) => `${name} ${sheet} ${cells}: ${told}`);
}

/** The register of a report, its documents of Saturdays dated a day before. */
function registerOf(seed: number): readonly TableRowValues[] {
  return (consistent(seed).tables.documents ?? []).map((row) => ({
    ...row,
    ...(Number(row.date) % 7 === 0 && { date: Number(row.date) - 1 }),
  }));
}

/** What is told of a slip in each of the rows beyond what is told without it. */
function told(slip: (row: TableRowValues, above: TableRowValues | undefined) => readonly TableRowValues[]) {
  return SEEDS.flatMap((seed) => {
    const rows = registerOf(seed);
    const before = new Set(linesOf(withRegister(seed, rows)));
    return rows.map((row, index) => {
      const changed = rows.flatMap((one, place) => (place === index ? slip(row, rows[place - 1]) : [one]));
      return linesOf(withRegister(seed, changed)).filter((line) => !before.has(line));
    });
  });
}

function moved(row: TableRowValues, years: number, months: number, days: number): TableRowValues {
  const day = fromSerial(Number(row.date));
  if (day === null) throw new Error("no date");
  const month = ((day.month - 1 + months) % 12) + 1;
  return { ...row, date: toSerial({ year: day.year + years, month, day: Math.min(28, day.day) }) + days };
}

type Slip = Parameters<typeof told>[0];

const digits = ({ number }: TableRowValues) => String(number);
const withNumber = (row: TableRowValues, number: string | number = "") => [{ ...row, number }];
const without = (row: TableRowValues, column: string) => [
  Object.fromEntries(Object.entries(row).filter(([id]) => id !== column)),
];

const SLIPS: Readonly<Record<string, Slip>> = {
  "a date of the year before": (row) => [moved(row, -1, 0, 0)],
  "a date of the year after": (row) => [moved(row, 1, 0, 0)],
  "a month too late": (row) => [moved(row, 0, 1, 0)],
  "a month outside the window": (row) => [moved(row, 0, 5, 0)],
  "a day of the week before": (row) => [moved(row, 0, 0, -6)],
  "no date": (row) => without(row, "date"),
  "a day that no month has": (row) => [{ ...row, date: "31/6/2023" }],
  "the year for the number": (row) => withNumber(row, 2023),
  "the last digit of the number twice": (row) => withNumber(row, digits(row) + digits(row).slice(-1)),
  "the first digit of the number lost": (row) => withNumber(row, digits(row).slice(1)),
  "the number of the row above": (row, above) => withNumber(row, (above ?? row).number),
  "no subject": (row) => without(row, "subject"),
  "a type that there is not": (row) => [{ ...row, type: "Kế hoach" }],
  "the row twice": (row) => [row, row],
};

describe("one slip in the register of documents is one line", () => {
  it.each(Object.entries(SLIPS))("%s", (_, slip) => {
    const lines = told(slip);
    expect(lines.filter((one) => one.length > 1)).toEqual([]);
    expect(lines.some((one) => one.length === 1)).toBe(true);
  });

  it("a wrong year at its date, with the form's count beside it", () => {
    const [[only = ""] = []] = told((row) => [moved(row, -1, 0, 0)]);
    expect(only).toMatch(/^warning Văn bản đã ban hành E8: Ngày .*2022 nằm ngoài kỳ số liệu/);
    expect(only).toMatch(/\(Cùng nguyên nhân: Biểu mẫu 1, dòng 1, ô D5\.\)$/);
  });

  it("not two rows: of two wrong years both are told, and the count with the first", () => {
    const rows = registerOf(1);
    const before = new Set(linesOf(withRegister(1, rows)));
    const changed = rows.map((row, index) => (index < 2 ? moved(row, -1, 0, 0) : row));
    const lines = linesOf(withRegister(1, changed)).filter((line) => !before.has(line));
    expect(lines.map((line) => line.slice(0, line.indexOf(":")))).toEqual([
      "warning Văn bản đã ban hành E8",
      "warning Văn bản đã ban hành E9",
    ]);
  });
});
