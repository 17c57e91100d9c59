import { describe, expect, it } from "@jest/globals";
import type { IndicatorKey } from "../../src/forms/indicators.js";
import type { XlsxWorkbook } from "../../src/hosts/xlsx/open.js";
import { check } from "../../src/jobs/check.js";
import { proposeNext } from "../../src/jobs/next.js";
import { type FormsBook, open } from "../../src/jobs/open.js";
import { perform } from "../../src/jobs/perform.js";
import { writeReport } from "../../src/jobs/report.js";
import { paragraphText } from "../../src/narrative/section.js";
import type { EarlierReports } from "../../src/report/earlier-reports.js";
import { describe as describeFinding } from "../../src/rules/messages.js";
import { indexSnapshot } from "../../src/workbook/snapshot-index.js";
import { valueOfResult } from "../hosts/results.js";
import { reportWith } from "../support/check.js";
import { filledBook } from "./books.js";

async function opened(host: XlsxWorkbook): Promise<FormsBook> {
  const book = valueOfResult(await open(host));
  if (book.kind !== "forms") throw new Error(`the workbook is ${book.kind}`);
  return book;
}

async function next(host: XlsxWorkbook, period: string | null = null): Promise<void> {
  const proposal = proposeNext(await opened(host), period);
  if (proposal.kind !== "ready") throw new Error(proposal.message);
  expect((await perform(host, proposal.work)).kind).toBe("done");
}

async function typeIn(host: XlsxWorkbook, values: Readonly<Record<string, number>>) {
  const { report } = await opened(host);
  const edits = Object.entries(values).map(([key, value]) => {
    const cell = report.values.get(key as IndicatorKey)?.address;
    if (!cell) throw new Error(`no cell ${key}`);
    return { cell, value };
  });
  valueOfResult(await host.write(edits));
}

async function told(host: XlsxWorkbook): Promise<string> {
  const outcome = writeReport(await opened(host));
  if (outcome.kind !== "written") throw new Error("no outline");
  const { sections } = outcome.written.narrative;
  return sections.flatMap(({ paragraphs }) => paragraphs.map(paragraphText)).join("\n");
}

/** Quarter III of 2023 as reported, then each period up to quarter III of 2024. */
async function aYearLater(): Promise<XlsxWorkbook> {
  const host = await filledBook();
  for (const period of ["2023-year", "2024-quarter-1", "2024-half-year", "2024-quarter-3"]) {
    await next(host, period);
    await typeIn(host, { "3/3.3.1": period === "2024-half-year" ? 700 : 800, "3/3.3.2": 700 });
  }
  return host;
}

describe("the report of the same period of last year", () => {
  it("is not known to a workbook that never became another period's", async () => {
    expect((await opened(await filledBook())).lastYear).toBeNull();
  });

  it("is kept beside the period before, through all that lie between", async () => {
    const { report, earlier, lastYear } = await opened(await aYearLater());
    expect([report.info.period, report.info.year]).toEqual(["quarter-3", 2024]);
    expect([earlier?.info.period, earlier?.info.year]).toEqual(["half-year", 2024]);
    expect([lastYear?.info.period, lastYear?.info.year]).toEqual(["quarter-3", 2023]);
    expect(lastYear?.info.to).toEqual({ year: 2023, month: 9, day: 9 });
    const numberOf = (key: IndicatorKey) => {
      const reading = lastYear?.values.get(key)?.reading;
      return reading?.kind === "number" ? reading.value : null;
    };
    expect(["3/3.3.1", "6/1", "6/1.1"].map((key) => numberOf(key as IndicatorKey))).toEqual([
      922, 67.1, 3000,
    ]);
  });

  it("is compared with, as one from a file is", async () => {
    const text = await told(await aYearLater());
    expect(text).toContain("giảm 122 hồ sơ (13,23%) so với cùng kỳ năm 2023");
    expect(text.match(/So với cùng kỳ năm 2023, số liệu thay đổi nhiều nhất gồm/gu)).toHaveLength(1);
  });

  it("is known to the rules beside the period before, each named", async () => {
    const host = await aYearLater();
    await typeIn(host, { "3/3.3.1": 9220, "3/3.3.2": 1000 });
    const book = valueOfResult(await check(host));
    if (book.kind !== "forms") throw new Error("no forms");
    const { findings, report } = book.judgement;
    const outliers = findings.filter(({ rule }) => rule === "period.outlier");
    expect(outliers.map((finding) => describeFinding(finding, report.edition))).toEqual([
      "Ô ghi 9.220, chênh lệch lớn so với 700 của kỳ trước và 922 của cùng kỳ năm trước. " +
        "Kiểm tra xem có gõ thừa hoặc thiếu chữ số không.",
    ]);
  });

  it("is known to the rules in place of none, where a file of it is given", async () => {
    const host = await filledBook();
    await next(host, "2024-half-year");
    await typeIn(host, { "3/1.2": 121 });
    const outliers = async (compared: Partial<EarlierReports>) => {
      const book = valueOfResult(await check(host, { compared }));
      if (book.kind !== "forms") throw new Error("no forms");
      return book.judgement.findings.flatMap((finding) =>
        finding.rule === "period.outlier" ? [`${finding.against} ${finding.earlier}`] : [],
      );
    };
    const { report } = await opened(host);
    const lastYear = reportWith(report.edition.id, { "3/1.2": 12 }, { period: "half-year", year: 2023 });
    expect(await outliers({})).toEqual([]);
    expect(await outliers({ lastYear })).toEqual(["last-year 12"]);
  });

  it("is told once where the period before is that of last year", async () => {
    const host = await filledBook();
    await next(host, "2024-quarter-3");
    const { earlier, lastYear } = await opened(host);
    expect([earlier?.info.year, lastYear?.info.year]).toEqual([2023, 2023]);
    await typeIn(host, { "3/3.3.1": 800, "3/3.3.2": 800 });
    expect((await told(host)).match(/cùng kỳ năm 2023, số liệu thay đổi nhiều nhất/gu)).toHaveLength(1);
  });

  it("says nothing where somebody changed the sheet that keeps it", async () => {
    const host = await aYearLater();
    const snapshot = valueOfResult(await host.capture("ours"));
    const area = indexSnapshot(snapshot).area({ kind: "history" });
    if (area === null) throw new Error("no history");
    const rows = Array.from({ length: area.bottom - area.top + 1 }, (_, i) => area.top + i);
    valueOfResult(
      await host.write(
        rows.map((row) => ({ cell: { sheet: area.sheet, row, column: area.left }, value: '{"edition":' })),
      ),
    );
    expect((await opened(host)).lastYear).toBeNull();
  });
});
