import { describe, expect, test } from "@jest/globals";
import { compose } from "../../src/narrative/compose.js";
import { defaultOutline } from "../../src/narrative/library.js";
import type { Report, ReportInfo } from "../../src/report/report.js";
import { printed, quarterOne } from "./reports.js";

const QUARTER = { from: { year: 2024, month: 1, day: 1 }, to: { year: 2024, month: 3, day: 31 } };

function resolved(files: number, info: Partial<ReportInfo> = {}): Report {
  return quarterOne({ "3/3.3.1": files, "3/3.3.2": files, "3/3.3": 100 }, { ...QUARTER, ...info });
}

function sentence(now: Report, earlier: Report | null): string {
  return printed(compose(defaultOutline(now.edition), now, { earlier }), "dossiers").join(" ");
}

describe("against an earlier period", () => {
  const lastYear = {
    year: 2023,
    from: { year: 2023, month: 1, day: 1 },
    to: { year: 2023, month: 3, day: 31 },
  };

  test("the same period of the year before is called so", () => {
    expect(sentence(resolved(922), resolved(880, lastYear))).toContain(
      "không có hồ sơ giải quyết quá hạn; tăng 42 hồ sơ (4,77%) so với cùng kỳ năm 2023.",
    );
    expect(sentence(resolved(880), resolved(922, lastYear))).toContain(
      "giảm 42 hồ sơ (4,56%) so với cùng kỳ năm 2023.",
    );
  });

  test("another period of about the same length is called by its name", () => {
    const quarter3 = {
      period: "quarter-3" as const,
      year: 2023,
      from: { year: 2023, month: 7, day: 1 },
      to: { year: 2023, month: 9, day: 30 },
    };
    expect(sentence(resolved(922), resolved(880, quarter3))).toContain(
      "tăng 42 hồ sơ (4,77%) so với quý III năm 2023.",
    );
  });

  test.each([
    ["nothing is known", null],
    ["nothing changed", resolved(922, lastYear)],
    [
      "its window is twice as long",
      resolved(880, {
        period: "half-year",
        year: 2023,
        ...{ from: { year: 2023, month: 1, day: 1 }, to: { year: 2023, month: 6, day: 30 } },
      }),
    ],
    ["its window is not known", resolved(880, { year: 2023, from: null, to: null })],
  ])("nothing is said where %s", (_, earlier) => {
    expect(sentence(resolved(922), earlier)).not.toContain("so với");
  });

  test("a change from nothing has no rate", () => {
    expect(sentence(resolved(5), resolved(0, lastYear))).not.toContain("%) so với");
  });
});
