import { describe, expect, it } from "@jest/globals";
import type { InfoKey } from "../../src/report/info-fields.js";
import type { Report, ReportInfo } from "../../src/report/report.js";
import { confirmationFor, findingKey } from "../../src/rules/confirm.js";
import { type FindingPlace, findingAt } from "../../src/rules/finding.js";
import { infoFindings } from "../../src/rules/info-findings.js";
import { check } from "../support/check.js";
import { buildReport } from "../support/report-builder.js";
import { smallEdition } from "../support/small-edition.js";

const edition = smallEdition([{ code: "1" }]);
const day = (year: number, month: number, date: number) => ({ year, month, day: date });

/** What is told of days, with the cells in which they stand. */
function told(info: Partial<ReportInfo>, cells: Report["infoCells"] = new Map()) {
  const report = { ...buildReport(edition, {}, info), infoCells: cells };
  return infoFindings(report).filter(({ rule }) => rule === "info.window" || rule === "info.date");
}

describe("the days of a report", () => {
  const from = day(2023, 6, 15);
  const to = day(2023, 9, 14);

  it("end after they began", () => {
    expect(told({ from, to })).toEqual([]);
    expect(told({ from, to: from })).toEqual([]);
    const address = { sheet: "Thông tin chung", row: 9, column: 2 };
    expect(told({ from: to, to: from }, new Map([["to", address]]))).toMatchObject([
      {
        ...{ rule: "info.window", severity: "error", against: "first-day" },
        ...{ actual: "15/6/2023", expected: "14/9/2023", place: { kind: "info", key: "to", address } },
      },
    ]);
  });

  it("end in the year of the report", () => {
    expect(told({ to, year: 2023 })).toEqual([]);
    expect(told({ to, year: 2024 })).toMatchObject([
      {
        ...{ rule: "info.window", severity: "warning", against: "year" },
        ...{ actual: "14/9/2023", expected: "2024", place: { kind: "info", key: "to", address: null } },
      },
    ]);
  });

  it("end near the day on which the period closes by its edition", () => {
    const period = { period: "quarter-1", year: 2023 } as const;
    const late = (to: ReportInfo["to"]) => told({ ...period, to });
    expect(late(day(2023, 5, 30))).toEqual([]);
    expect(late(day(2023, 5, 31))).toMatchObject([
      {
        ...{ rule: "info.window", severity: "warning", against: "period" },
        ...{ actual: "31/5/2023", expected: "31/3/2023", place: { kind: "info", key: "to" } },
      },
    ]);
  });

  it("are not compared with a day that is not known", () => {
    const date = day(2023, 9, 1);
    expect(told({ to: null, date })).toEqual([]);
    expect(told({ to: day(2023, 10, 1), date: null })).toEqual([]);
  });

  it.each([
    [day(2023, 9, 1), 0],
    [day(2023, 9, 30), 0],
    [day(2023, 10, 1), 0],
    [day(2024, 1, 1), 0],
    [day(2023, 8, 31), 1],
    [day(2022, 12, 31), 1],
  ])("signed on %j: %d told", (date, count) => {
    const findings = told({ to, date });
    expect(findings).toHaveLength(count);
    if (count > 0) {
      expect(findings[0]).toMatchObject({
        ...{ rule: "info.date", severity: "warning", expected: "14/9/2023" },
        place: { kind: "info", key: "date" },
      });
    }
  });
});

describe("what the officer says of a finding", () => {
  it("is kept without the blanks around it", () => {
    const place = { kind: "sheet", sheet: "Biểu mẫu 3", form: 3 } as const;
    const finding = findingAt(place, "error", { rule: "value.negative", actual: -1, expected: null });
    expect(confirmationFor(finding, "  Đã đối chiếu \n").reason).toBe("Đã đối chiếu");
  });
});

describe("a fraction in a cell for a per cent", () => {
  it.each([
    [0.88, 88],
    [0.1234, 12.34],
    [0.12345, 12.35],
    [1, 100],
  ])("%d may be %d", (typed, expected) => {
    const free = smallEdition([{ code: "1", kind: "ratio" }]);
    const told = check(buildReport(free, { "1/1": typed })).findings.find(
      ({ rule }) => rule === "value.fraction",
    );
    expect(told?.expected).toBe(expected);
  });
});

describe("the name by which a finding is known again", () => {
  const fails = { rule: "value.negative", actual: -1, expected: null } as const;
  const key = (place: FindingPlace, related: Parameters<typeof findingAt>[3] = []) =>
    findingKey(findingAt(place, "error", fails, related));
  const table = { kind: "table", form: null, table: "staff", address: null } as const;

  it("is its rule, its place and the cells that took part", () => {
    const row: FindingPlace = { kind: "indicator", form: 3, code: "1.4", address: null };
    expect(key(row)).toBe("value.negative 3/1.4");
    expect(
      key(row, [
        { form: 3, code: "1.4.3" },
        { table: "staff", row: 2, column: "present" },
      ]),
    ).toBe("value.negative 3/1.4 < 3/1.4.3 staff/2/present");
    expect(key(row, [{ table: "staff", row: null, column: "present" }])).toBe(
      "value.negative 3/1.4 < staff/total/present",
    );
    expect(key({ kind: "info", key: "to" satisfies InfoKey, address: null })).toBe("value.negative to");
    expect(key({ kind: "sheet", sheet: "Biểu mẫu 3", form: 3 })).toBe("value.negative Biểu mẫu 3");
    expect(key({ ...table, row: 2, column: "present" })).toBe("value.negative staff/2/present");
    expect(key({ ...table, row: null, column: null })).toBe("value.negative staff/total/");
  });
});
