import { describe, expect, it } from "@jest/globals";
import { toDocx } from "../../src/document/docx/to-docx.js";
import { writeUp } from "../../src/document/write-up.js";
import { findOutline } from "../../src/narrative/library.js";
import type { Outline } from "../../src/narrative/outline.js";
import type { Report, ReportInfo } from "../../src/report/report.js";
import { check } from "../support/check.js";
import {
  filledReport,
  inspectionReal,
  outlineOf,
  phuongKyReal,
  type RealReport,
  thanhMienReal,
} from "../support/real-report.js";
import { type LaidPage, layOut } from "./layout.js";
import { textOf, WordFile } from "./word-file.js";

/** Of the text's height. The last page of a part may hold less where the next part begins anew. */
const FULL = 2 / 3;
/** Of a page: more than this is never kept together. */
const MOST = 0.7;

const KINDS: readonly (readonly [string, RealReport, Partial<ReportInfo>, string | null])[] = [
  ["Quý I", thanhMienReal, { period: "quarter-1" }, null],
  ["6 tháng", phuongKyReal, {}, null],
  ["Quý III", thanhMienReal, {}, null],
  ["Năm", thanhMienReal, { period: "year" }, null],
  ["nhiều năm", thanhMienReal, { period: "multi-year" }, "multi-year"],
  ["phục vụ kiểm tra", inspectionReal, {}, "inspection"],
];

async function fileOf(report: Report, outline: Outline, clean: boolean): Promise<WordFile> {
  const { findings } = check(report);
  const { content } = writeUp(report, { outline, findings, earlier: null, clean, withSuggestions: clean });
  return new WordFile(await toDocx(content));
}

/** What did not fit is the closing with the signature and the lines that stay with them: over a third of a page. */
function isClosing({ full, section, next }: LaidPage, pages: readonly LaidPage[]): boolean {
  const [last] = pages.filter((page) => page.section === section && page.next === null);
  const onlyThat = last !== undefined && next !== null && Math.abs(last.full - next.whole) < 0.01;
  return section === 0 && onlyThat && next.whole > 1 - full;
}

/** The last upright page before the turned tables. */
function beforeTurned(file: WordFile, pages: readonly LaidPage[]): readonly LaidPage[] {
  const sections = file.pages();
  return pages.filter(({ section, next }) => {
    const [here, after] = [sections[section], sections[section + 1]];
    return next === null && here !== undefined && after !== undefined && here.width < after.width;
  });
}

it("what leads to a list stays with its first item", async () => {
  const report = await filledReport(thanhMienReal);
  const file = await fileOf(report, outlineOf(thanhMienReal, report), false);
  const leads = file.blocks()[0]?.filter((xml) => textOf(xml).endsWith(" gồm:")) ?? [];
  expect(leads.length).toBeGreaterThan(5);
  expect(leads.filter((xml) => !file.look(xml).keepsNext)).toEqual([]);
});

it("the closing and the signature take the last two lines of the text along", async () => {
  const report = await filledReport(phuongKyReal);
  for (const clean of [false, true]) {
    const file = await fileOf(report, outlineOf(phuongKyReal, report), clean);
    const blocks = file.blocks()[0] ?? [];
    const closing = blocks.findIndex((xml) => textOf(xml).startsWith("Trên đây là báo cáo"));
    const before = blocks.slice(0, closing).reverse();
    const kept = before.slice(
      0,
      before.findIndex((xml) => !file.look(xml).keepsNext),
    );
    // Without the notice of the appendix.
    const lines = kept.map(textOf).filter((words) => !words.startsWith("(Có Phụ lục"));
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.length > 1 || (lines[0] ?? "").length > 85).toBe(true);
    expect(file.look(blocks[closing] ?? "").keepsNext).toBe(true);
  }
});

describe("no page but the last is less than two thirds full without a reason", () => {
  it.each(KINDS)("%s, draft and clean", async (_, real, info, id) => {
    const filled = await filledReport(real);
    const report = { ...filled, info: { ...filled.info, ...info } };
    const outline = (id === null ? null : findOutline(id)) ?? outlineOf(real, report);
    for (const clean of [false, true]) {
      const file = await fileOf(report, outline, clean);
      const pages = layOut(file);
      expect(pages.length).toBeGreaterThan(10);
      const thin = pages.filter((page) => page.full < FULL && page.next !== null && !isClosing(page, pages));
      expect(thin).toEqual([]);
      expect(beforeTurned(file, pages).filter(({ full }) => full < FULL)).toEqual([]);
      expect(pages.filter(({ next }) => next !== null && next.whole > MOST)).toEqual([]);
    }
  });
});
