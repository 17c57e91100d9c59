import { describe, expect, test } from "@jest/globals";
import { compose } from "../../src/narrative/compose.js";
import { defaultOutline } from "../../src/narrative/library.js";
import type { Report, ReportInfo } from "../../src/report/report.js";
import type { TypedValues } from "../support/report-builder.js";
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

describe("the largest changes", () => {
  const year = (info: Partial<ReportInfo> = {}) => ({
    period: "quarter-3" as const,
    year: 2023,
    from: { year: 2023, month: 7, day: 1 },
    to: { year: 2023, month: 9, day: 30 },
    ...info,
  });
  const cells = (values: TypedValues, info: Partial<ReportInfo> = {}) =>
    quarterOne(values, { ...QUARTER, ...info });
  const told = (now: Report, earlier: Report | null, lastYear: Report | null = null) =>
    printed(compose(defaultOutline(now.edition), now, { earlier, lastYear }), "assessment");

  test("are named with their numbers, the largest first, numbers and rates each in their way", () => {
    const now = cells({ "1/1": 20, "3/3.3.1": 922, "3/3.3.2": 800, "3/3.3": 86.77, "3/3.4.1": 3 });
    const before = cells({ "1/1": 10, "3/3.3.1": 700, "3/3.3.2": 700, "3/3.3": 100, "3/3.4.1": 3 }, year());
    expect(told(now, before)).toEqual([
      "So với quý III năm 2023, số liệu thay đổi nhiều nhất gồm: văn bản chỉ đạo CCHC tăng 10 văn bản (100%); hồ sơ TTHC đã giải quyết tăng 222 hồ sơ (31,71%); tỷ lệ hồ sơ giải quyết đúng hạn giảm 13,23 điểm %.",
    ]);
  });

  test.each([
    [109, 0],
    [110, 1],
    [111, 1],
    [91, 0],
    [90, 1],
  ])("from 100 to %d: %d named, for a tenth of the earlier number is large", (now, named) => {
    expect(told(cells({ "1/1": now }), cells({ "1/1": 100 }, year()))).toHaveLength(named);
  });

  test("at most five", () => {
    const rows = { "1/1": 1, "1/4.1": 1, "1/5.1": 1, "3/1.4": 1, "3/3.3.1": 1, "4/2.2": 1, "7/6.7.1": 1 };
    const doubled = Object.fromEntries(Object.keys(rows).map((key) => [key, 20]));
    const [paragraph = ""] = told(cells(doubled), cells({ ...doubled, ...rows }, year()));
    expect(paragraph.split(";")).toHaveLength(5);
  });

  test("against the same period of the year before, beside the period before", () => {
    const lastYear = year({
      period: "quarter-1",
      from: { year: 2023, month: 1, day: 1 },
      to: { year: 2023, month: 3, day: 31 },
    });
    const all = told(cells({ "1/1": 20 }), cells({ "1/1": 16 }, year()), cells({ "1/1": 10 }, lastYear));
    expect(all).toEqual([
      "So với quý III năm 2023, số liệu thay đổi nhiều nhất gồm: văn bản chỉ đạo CCHC tăng 04 văn bản (25%).",
      "So với cùng kỳ năm 2023, số liệu thay đổi nhiều nhất gồm: văn bản chỉ đạo CCHC tăng 10 văn bản (100%).",
    ]);
    expect(
      printed(
        compose(defaultOutline(resolved(922).edition), resolved(922), {
          earlier: resolved(880, year()),
          lastYear: resolved(1000, lastYear),
        }),
        "dossiers",
      ).join(" "),
    ).toContain(
      "tăng 42 hồ sơ (4,77%) so với quý III năm 2023; giảm 78 hồ sơ (7,8%) so với cùng kỳ năm 2023.",
    );
  });

  test("say how long the windows are where these differ", () => {
    const shorter = year({ to: { year: 2023, month: 9, day: 20 } });
    expect(told(cells({ "1/1": 20 }), cells({ "1/1": 10 }, shorter))[0]).toContain(
      "So với quý III năm 2023 (kỳ này 91 ngày, kỳ so sánh 82 ngày),",
    );
    const alike = year({ to: { year: 2023, month: 9, day: 27 } });
    expect(told(cells({ "1/1": 20 }), cells({ "1/1": 10 }, alike))[0]).toContain(
      "So với quý III năm 2023, số",
    );
  });

  test.each([
    ["nothing is known", null],
    ["nothing changed much", cells({ "1/1": 20 }, year())],
    ["the window is twice as long", cells({ "1/1": 10 }, year({ from: { year: 2023, month: 4, day: 1 } }))],
  ])("nothing is said where %s", (_, earlier) => {
    expect(told(cells({ "1/1": 20 }), earlier)).toEqual([]);
  });

  test("a change is worked out from both numbers", () => {
    const now = cells({ "1/1": 20 });
    const { sections } = compose(defaultOutline(now.edition), now, { earlier: cells({ "1/1": 10 }, year()) });
    const facts = sections
      .filter(({ id }) => id === "assessment")
      .flatMap(({ paragraphs }) => paragraphs.flatMap(({ runs }) => runs.flatMap(({ fact }) => fact ?? [])));
    expect(
      facts.map(({ value, derivation, derivedFrom }) => [
        value,
        derivation,
        derivedFrom?.map((part) => part.value),
      ]),
    ).toEqual([
      [10, "change", [20, 10]],
      [100, "change", [20, 10]],
    ]);
    expect(facts.map(({ derivedFrom }) => derivedFrom?.[1]?.address)).toEqual([null, null]);
  });
});
