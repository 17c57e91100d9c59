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
import { layOut } from "./layout.js";
import { textOf, WordFile } from "./word-file.js";

/** Of the text's height. The last page of a part may hold less: what follows is turned or begins anew. */
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

it("what leads to a list stays with its first item", async () => {
  const report = await filledReport(thanhMienReal);
  const file = await fileOf(report, outlineOf(thanhMienReal, report), false);
  const leads = file.blocks()[0]?.filter((xml) => textOf(xml).endsWith(" gồm:")) ?? [];
  expect(leads.length).toBeGreaterThan(5);
  expect(leads.filter((xml) => !file.look(xml).keepsNext)).toEqual([]);
});

describe("no page but the last is less than two thirds full without a reason", () => {
  it.each(KINDS)("%s, draft and clean", async (_, real, info, id) => {
    const filled = await filledReport(real);
    const report = { ...filled, info: { ...filled.info, ...info } };
    const outline = (id === null ? null : findOutline(id)) ?? outlineOf(real, report);
    for (const clean of [false, true]) {
      const pages = layOut(await fileOf(report, outline, clean));
      expect(pages.length).toBeGreaterThan(10);
      const thin = pages.filter(({ full, next }) => full < FULL && next !== null);
      expect(thin).toEqual([]);
      expect(pages.filter(({ next }) => next !== null && next.whole > MOST)).toEqual([]);
    }
  });
});
