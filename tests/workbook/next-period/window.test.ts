import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { PeriodId } from "../../../src/forms/schema.js";
import { periodWindow } from "../../../src/report/periods.js";
import { compareDays, type Day, isoDay, parseDay } from "../../../src/values/day.js";
import type { PeriodOfYear } from "../../../src/workbook/next-period/target.js";
import { ownWindow } from "../../../src/workbook/next-period/window.js";
import { edition, reportInfo } from "./report-info.js";

function day(text: string): Day {
  const found = parseDay(text);
  if (found === null) throw new Error(text);
  return found;
}

function windowAfter(
  before: PeriodOfYear & { readonly from: string; readonly to: string },
  next: PeriodOfYear,
): string | null {
  const { period, year } = before;
  const info = reportInfo({ period, year, from: day(before.from), to: day(before.to) });
  const window = ownWindow(edition, info, next);
  return window === null ? null : `${isoDay(window.from)} - ${isoDay(window.to)}`;
}

describe("the data window of the next period", () => {
  it("is the period's own where the office closed on the period's day", () => {
    const before = { period: "half-year", year: 2023, from: "15/12/2022", to: "14/6/2023" } as const;
    expect(windowAfter(before, { period: "quarter-3", year: 2023 })).toBeNull();
  });

  it("begins the day after the earlier close where the periods follow one another", () => {
    const before = { period: "half-year", year: 2023, from: "9/12/2022", to: "9/6/2023" } as const;
    expect(windowAfter(before, { period: "quarter-3", year: 2023 })).toBe("2023-06-10 - 2023-09-09");
  });

  it("covers the whole year in a year's report, by the same closing day: Thanh Miện after quarter III", () => {
    const before = { period: "quarter-3", year: 2023, from: "10/6/2023", to: "9/9/2023" } as const;
    expect(windowAfter(before, { period: "year", year: 2023 })).toBe("2022-12-10 - 2023-12-09");
    const year = { period: "year", year: 2023, from: "10/12/2022", to: "9/12/2023" } as const;
    expect(windowAfter(year, { period: "quarter-1", year: 2024 })).toBe("2023-12-10 - 2024-03-09");
  });

  it("keeps the first day where both periods begin with the year", () => {
    const before = { period: "quarter-1", year: 2023, from: "9/12/2022", to: "9/3/2023" } as const;
    expect(windowAfter(before, { period: "half-year", year: 2023 })).toBe("2022-12-09 - 2023-06-09");
  });

  it("keeps the last day of the month as the last day", () => {
    const before = { period: "year", year: 2023, from: "1/1/2023", to: "31/12/2023" } as const;
    expect(windowAfter(before, { period: "quarter-1", year: 2024 })).toBe("2024-01-01 - 2024-03-31");
    const half = { period: "half-year", year: 2023, from: "1/1/2023", to: "30/6/2023" } as const;
    expect(windowAfter(half, { period: "quarter-3", year: 2023 })).toBe("2023-07-01 - 2023-09-30");
    expect(windowAfter(half, { period: "year", year: 2023 })).toBe("2023-01-01 - 2023-12-31");
  });

  it("takes a close in another month for an exception: a year's report closed on 31 July", () => {
    const before = { period: "year", year: 2023, from: "10/12/2022", to: "31/7/2023" } as const;
    expect(windowAfter(before, { period: "quarter-1", year: 2024 })).toBeNull();
  });

  it("is in order and closes in the period's month, whatever day the office closed on", () => {
    const periods: readonly PeriodId[] = ["quarter-1", "half-year", "quarter-3", "year"];
    fc.assert(
      fc.property(
        fc.constantFrom(...periods),
        fc.integer({ min: 2000, max: 2100 }),
        fc.constantFrom(...periods),
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 1, max: 31 }),
        (period, year, next, years, closing) => {
          const own = periodWindow(edition, period, year);
          const due = periodWindow(edition, next, year + years);
          if (own === null || due === null || compareDays(due.to, own.to) <= 0) return;
          const to = parseDay(`${closing}/${own.to.month}/${own.to.year}`);
          if (to === null) return;
          const info = reportInfo({ period, year, from: own.from, to });
          const window = ownWindow(edition, info, { period: next, year: year + years });
          if (window === null) return;
          expect(compareDays(window.from, window.to)).toBeLessThan(0);
          expect([window.to.month, window.to.year]).toEqual([due.to.month, due.to.year]);
        },
      ),
    );
  });
});
