import { beforeAll, describe, expect, it } from "@jest/globals";
import type { AppendixTable } from "../../src/document/appendix-tables.js";
import { columnWidths } from "../../src/document/column-widths.js";
import { tableLook } from "../../src/document/docx/cells.js";
import { TEXT_WIDTH, TURNED_TEXT_WIDTH, TWIPS_A_POINT } from "../../src/document/docx/measures.js";
import { writeUp } from "../../src/document/write-up.js";
import { textWidth } from "../../src/values/text-width.js";
import { filledReport, outlineOf, phuongKyReal, thanhMienReal } from "../support/real-report.js";

describe("the columns of a printed table", () => {
  const all: AppendixTable[] = [];
  beforeAll(async () => {
    for (const real of [thanhMienReal, phuongKyReal]) {
      const report = await filledReport(real);
      const options = { outline: outlineOf(real, report), findings: [], earlier: null };
      all.push(...writeUp(report, options).content.appendix.tables);
    }
  });

  it("take the whole width of the text", () => {
    for (const table of all) {
      for (const width of [TEXT_WIDTH, TURNED_TEXT_WIDTH]) {
        expect(columnWidths(table, width).reduce((sum, each) => sum + each, 0)).toBe(width);
      }
    }
  });

  it("are wide enough for every day: none is broken", () => {
    const tight = all.flatMap((table) => {
      const { size, margins } = tableLook(table);
      const widths = columnWidths(table, table.turned ? TURNED_TEXT_WIDTH : TEXT_WIDTH);
      return table.rows.flatMap(({ cells }) =>
        cells.flatMap(({ text }, index) => {
          const room = ((widths[index] ?? 0) - margins.left - margins.right) / TWIPS_A_POINT;
          return /^\d+\/\d+\/\d+$/u.test(text) && textWidth(text, { size, bold: false }) > room ? [text] : [];
        }),
      );
    });
    expect(all.flatMap(({ rows }) => rows).length).toBeGreaterThan(100);
    expect(tight).toEqual([]);
  });

  it("keep their proportions where every word fits", () => {
    const column = (width: number, body = "") => ({
      width,
      alignment: "left" as const,
      longest: { head: "", body },
    });
    expect(columnWidths({ columns: [column(10), column(30)] }, 8000)).toEqual([2000, 6000]);
    // The day takes what it needs from the other.
    const [day = 0, other = 0] = columnWidths({ columns: [column(5, "31/12/2022"), column(95)] }, 8000);
    expect(day).toBeGreaterThan(1000);
    expect(day + other).toBe(8000);
  });
});
