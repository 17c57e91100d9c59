import { beforeAll, describe, expect, it } from "@jest/globals";
import type { AppendixTable } from "../../src/document/appendix-tables.js";
import { contentOf, type DocumentContent } from "../../src/document/content.js";
import { toDocx } from "../../src/document/docx/to-docx.js";
import { MOST_BARS } from "../../src/document/table-chart.js";
import tables from "../fixtures/thanh-mien-2023-q3.tables.json" with { type: "json" };
import { openXmlErrors } from "../support/ooxml.js";
import { reportWithTables } from "../support/table-books.js";
import { FRAMING, NARRATIVE } from "./reports.js";
import { part, unzip } from "./zip.js";

type Rows = Parameters<typeof reportWithTables>[1];

async function contentWith(rows: Rows): Promise<DocumentContent> {
  return contentOf(await reportWithTables("hai-duong-2022", rows), NARRATIVE, FRAMING);
}

async function chartWith(fields: readonly object[]): Promise<AppendixTable["chart"]> {
  const content = await contentWith({ "dossiers-by-field": fields } as Rows);
  return content.appendix.tables[0]?.chart ?? null;
}

const resolved = (field: string, early: number | null, onTime: number | string, late = 0) => ({
  field,
  "resolved-early": early,
  "resolved-on-time": onTime,
  "resolved-late": late,
});

describe("the chart of dossiers by field", () => {
  it("shows in a real report what was received, since nobody filled in what was resolved by field, nor a column that is blank", async () => {
    const content = await contentWith(tables);
    const charts = content.appendix.tables.flatMap(({ chart }) => chart ?? []);
    expect(charts).toEqual([
      {
        title: "Hồ sơ tiếp nhận theo lĩnh vực",
        categories: ["Hộ tịch", "Chứng thực", "Bảo trợ xã hội", "Người có công", "Đất đai"],
        series: [
          { name: "Trực tuyến", values: [279, 605, 37, 0, 1] },
          { name: "Trực tiếp, dịch vụ bưu chính", values: [0, 0, 0, 15, 0] },
        ],
      },
    ]);
  });

  it("shows what was resolved where that is filled in, rows with nothing left out, blanks as blanks", async () => {
    const chart = await chartWith([
      resolved("Hộ tịch", 120, 9, 1),
      resolved("Chứng thực", null, 40),
      resolved("Đất đai", 0, 0),
    ]);
    expect(chart).toEqual({
      title: "Hồ sơ đã giải quyết theo lĩnh vực",
      categories: ["Hộ tịch", "Chứng thực"],
      series: [
        { name: "Trước hạn", values: [120, null] },
        { name: "Đúng hạn", values: [9, 40] },
        { name: "Quá hạn", values: [1, 0] },
      ],
    });
  });

  it("is not there for one field, for none, nor for what is no number or below nothing", async () => {
    expect(await chartWith([resolved("Hộ tịch", 120, 9)])).toBeNull();
    expect(await chartWith([resolved("Hộ tịch", 0, 0), resolved("Đất đai", 0, 0)])).toBeNull();
    expect(await chartWith([resolved("Hộ tịch", 120, 9), resolved("Đất đai", -5, "chưa rõ")])).toBeNull();
  });

  it.each([
    [MOST_BARS, MOST_BARS],
    [MOST_BARS + 1, MOST_BARS],
  ])("shows of %i fields %i bars, the smallest together in the last, nothing lost", async (fields, bars) => {
    const chart = await chartWith(
      Array.from({ length: fields }, (_, at) => resolved(`Lĩnh vực ${at + 1}`, at + 1, 0)),
    );
    expect(chart?.categories).toHaveLength(bars);
    const sum = chart?.series[0]?.values.reduce<number>((all, value) => all + (value ?? 0), 0);
    expect(sum).toBe((fields * (fields + 1)) / 2);
    expect(chart?.categories.at(-1)).toBe(fields > MOST_BARS ? "2 lĩnh vực khác" : `Lĩnh vực ${fields}`);
    expect(chart?.categories).toContain(`Lĩnh vực ${fields}`);
  });
});

describe("the chart in the Word file", () => {
  let bytes: Uint8Array;
  let content: DocumentContent;
  beforeAll(async () => {
    content = await contentWith({
      ...tables,
      "dossiers-by-field": [resolved('Hộ tịch & "khác" <1>', 120, 9, 1), resolved("Đất đai", 4000, 2)],
    } as Rows);
    bytes = await toDocx(content);
  });

  it("is one that Word draws, right by the Open XML SDK", async () => {
    expect(await openXmlErrors(bytes, "docx")).toEqual([]);
    expect(await openXmlErrors(bytes, "docx", "Office2016")).toEqual([]);
    // Named by the table's place in the appendix: there is one chart, of the first table.
    expect([...unzip(bytes).keys()].filter((path) => path.includes("charts/"))).toEqual([
      "word/charts/chart1.xml",
    ]);
    const chart = part(bytes, "word/charts/chart1.xml");
    expect(chart).toContain("<c:v>Hộ tịch &amp; &quot;khác&quot; &lt;1&gt;</c:v>");
    expect(chart).toContain("<c:v>120</c:v>");
    expect(chart.match(/<c:ser>/g)).toHaveLength(3);
    expect([...unzip(bytes).keys()].filter((path) => /embeddings|externalLink/.test(path))).toEqual([]);
  });

  it("stands below its table, as wide as the text, and is told to who cannot see it", () => {
    const document = part(bytes, "word/document.xml");
    const at = document.indexOf("<w:drawing>");
    const above = document.lastIndexOf("</w:tbl>", at);
    expect(document.slice(document.lastIndexOf("Tổng hợp kết quả tiếp nhận", at), above)).toContain(
      "Đất đai",
    );
    expect(document.slice(above, at)).not.toContain("<w:t ");
    expect(/<wp:docPr[^>]*>/.exec(document)?.[0]).toContain(
      "Đất đai: trước hạn 4.000, đúng hạn 2; Hộ tịch &amp;",
    );
    const [, width = ""] = /<wp:extent cx="(\d+)"/.exec(document) ?? [];
    const upright = (210 - 30 - 15) * 36_000;
    expect(Math.abs(Number(width) - upright)).toBeLessThan(2 * 635);
  });

  it("is the same for the same content", async () => {
    expect(Buffer.from(await toDocx(content)).equals(Buffer.from(bytes))).toBe(true);
  });
});
