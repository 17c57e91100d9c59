import { beforeAll, describe, expect, it } from "@jest/globals";
import { contentOf, type DocumentContent } from "../../src/document/content.js";
import { toDocx } from "../../src/document/docx/to-docx.js";
import { toHtml } from "../../src/document/to-html.js";
import { toText } from "../../src/document/to-text.js";
import { findTable } from "../../src/forms/tables.js";
import { compose } from "../../src/narrative/compose.js";
import { defaultOutline } from "../../src/narrative/library.js";
import { parseOutline } from "../../src/narrative/parse-outline.js";
import tables from "../fixtures/thanh-mien-2023-q3.tables.json" with { type: "json" };
import { openXmlErrors } from "../support/ooxml.js";
import { reportWithTables } from "../support/table-books.js";
import { FRAMING, NARRATIVE } from "./reports.js";
import { part, unzip } from "./zip.js";

async function contentWith(given: Parameters<typeof reportWithTables>[1]): Promise<DocumentContent> {
  return contentOf(await reportWithTables("hai-duong-2022", given), NARRATIVE, FRAMING);
}

describe("supplementary tables in the appendix", () => {
  let content: DocumentContent;
  beforeAll(async () => {
    content = await contentWith({ ...tables, communication: [], digitisation: [] });
  });

  it("are those that hold anything, the upright ones first, each in the order of the sheets", () => {
    expect(
      content.appendix.tables.map(({ title, turned }) => [
        title.slice(0, "Phụ biểu 1. ".length + 32),
        turned ? "turned" : "upright",
      ]),
    ).toEqual([
      ["Phụ biểu 1. Tổng hợp kết quả tiếp nhận, giải", "upright"],
      ["Phụ biểu 2. Kết quả đánh giá mức độ hài lòng", "upright"],
      ["Phụ biểu 3. Kết quả thu phí, lệ phí và thanh", "upright"],
      ["Phụ biểu 4. Kết quả thực hiện các nhóm thủ t", "upright"],
      // The lists are wide; the budget goes along, for it would begin an upright page and leave it white.
      ["Phụ biểu 5. Danh mục văn bản chỉ đạo, điều h", "turned"],
      ["Phụ biểu 6. Kết quả thực hiện thu, chi ngân ", "turned"],
      ["Phụ biểu 7. Kết quả cung cấp dịch vụ công tr", "turned"],
    ]);
  });

  it("print the filled rows with their numbers, days and amounts as Vietnamese texts do", () => {
    const texts = (start: string) =>
      content.appendix.tables
        .find(({ title }) => title.includes(`. ${start}`))
        ?.rows.map(({ cells }) => cells.map(({ text }) => text));
    expect(texts("Kết quả thực hiện thu")).toEqual([
      ["1", "Vốn đầu tư công", "3.000.000.000", "2.014.517.000", "67,15"],
    ]);
    expect(texts("Danh mục")?.[16]?.slice(0, 5)).toEqual(["17", "Quyết định", "59", "QĐ-UBND", "03/8/2023"]);
    expect(texts("Kết quả thực hiện các nhóm")?.at(-1)).toEqual(["Tổng cộng", "", "49", "49", "100"]);
  });

  it("turn the page where they are wide, the numbers of the pages going on", async () => {
    const xml = part(await toDocx(content), "word/document.xml");
    expect(xml.match(/<w:pgSz [^>]*>/g)?.map((size) => /orient="(\w+)"/.exec(size)?.[1])).toEqual([
      "portrait",
      "portrait",
      "landscape",
    ]);
    expect(xml.match(/<w:pgNumType [^>]*>/g)?.at(-1)).toBe('<w:pgNumType w:fmt="decimal"/>');
  });

  it("keep the last two rows together, and the last with nothing: the next table stands by itself", async () => {
    const xml = part(await toDocx(content), "word/document.xml");
    const printed =
      xml.match(/<w:tbl>.*?<\/w:tbl>/gs)?.filter((table) => table.includes("<w:tblCaption")) ?? [];
    const keeping = printed.map((table) =>
      (table.match(/<w:tr>.*?<\/w:tr>/gs) ?? []).slice(-2).map((row) => row.includes("<w:keepNext/>")),
    );
    expect(keeping.length).toBeGreaterThan(10);
    expect(keeping.filter(([before, last]) => before !== true || last !== false)).toEqual([]);
  });

  it("leave the document as it was when there are none", async () => {
    const none = await contentWith({});
    expect(none.appendix.tables).toEqual([]);
    expect(part(await toDocx(none), "word/document.xml")).not.toContain("landscape");
  });

  it("give the same bytes for the same content", async () => {
    expect(unzip(await toDocx(content))).toEqual(unzip(await toDocx(content)));
  });

  it("stand in the page with the cell of every value, and in the text between tabs", () => {
    const html = toHtml(content);
    expect(html).toContain('<th scope="colgroup" colspan="3">Số lượng hồ sơ tiếp nhận</th>');
    expect(html).toContain('data-sheet="Hồ sơ theo lĩnh vực" data-cell="E23">22</td>');
    expect(toText(content)).toContain(
      "Số lượng hồ sơ tiếp nhận - Trong kỳ - Trực tuyến\tSố lượng hồ sơ tiếp nhận - Trong kỳ - Trực tiếp",
    );
  });

  it("number groups with Roman numerals and leave out headings without rows", async () => {
    const grouped = await contentWith({
      "task-progress": [
        { content: "CẢI CÁCH THỂ CHẾ" },
        { content: "Rà soát văn bản", executor: "Tư pháp - Hộ tịch" },
        { content: "CẢI CÁCH TÀI CHÍNH CÔNG" },
        { content: "Quy chế chi tiêu", executor: "Tài chính - Kế toán" },
      ],
    });
    expect(
      grouped.appendix.tables[0]?.rows.map(({ cells }) => cells.slice(0, 2).map(({ text }) => text)),
    ).toEqual([
      ["I", "CẢI CÁCH THỂ CHẾ"],
      ["1", "Rà soát văn bản"],
      ["II", "CẢI CÁCH TÀI CHÍNH CÔNG"],
      ["1", "Quy chế chi tiêu"],
    ]);
  });
});

describe("tables in the body of the text", () => {
  const outline = (table: object) => {
    const parsed = parseOutline("o.json", {
      id: "o",
      name: "O",
      from: "periodic",
      sections: [
        {
          id: "a",
          level: 1,
          heading: "Kết quả",
          paragraphs: [
            { sentences: [{ text: "Kết quả theo lĩnh vực như sau." }] },
            table,
            { sentences: [{ text: "Sau bảng." }] },
          ],
        },
      ],
    });
    return parsed.ok ? parsed.value.outline : parsed.fault.faults;
  };
  const TABLE = { table: "fees", title: "Thu phí, lệ phí" };

  async function withTable(table: object): Promise<DocumentContent> {
    const made = outline(table);
    if (!("sections" in made)) throw new Error(JSON.stringify(made));
    const report = await reportWithTables("hai-duong-2022", tables);
    return contentOf(report, compose(made, report), FRAMING, { sources: true });
  }

  it("stand between the paragraphs where the outline puts them, numbered, and not again in the appendix", async () => {
    const content = await withTable(TABLE);
    const lines = toText(content).split("\n");
    const at = lines.indexOf("Bảng 1. Thu phí, lệ phí");
    expect(lines[at - 2]).toBe("- Kết quả theo lĩnh vực như sau.");
    expect(lines.indexOf("- Sau bảng.")).toBeGreaterThan(at);
    expect(content.appendix.tables.some(({ title }) => title.includes("phí, lệ phí"))).toBe(false);
    expect(toHtml(content)).toMatch(
      /Kết quả theo lĩnh vực như sau\.<\/p>\n<table><caption>Bảng 1\. Thu phí, lệ phí/,
    );
  });

  it("print the chosen columns; the whole table stays in the appendix", async () => {
    const { columns } = findTable("fees") ?? { columns: [] };
    const [first, second] = columns.map(({ id }) => id);
    const content = await withTable({ ...TABLE, columns: [first, second] });
    expect(content.tables.get("a")?.[0]?.table.columns).toHaveLength(2);
    expect(content.appendix.tables.some(({ title }) => title.includes("phí, lệ phí"))).toBe(true);
  });

  it("are left out, and no gap is left, where the workbook has nothing in them", async () => {
    const content = await withTable({ table: "communication" });
    expect(content.tables.size).toBe(0);
    expect(toText(content)).toContain("- Kết quả theo lĩnh vực như sau.\n- Sau bảng.");
  });

  it.each([
    [{ table: "nothing" }, "không có phụ biểu nothing"],
    [{ table: "fees", columns: ["a", "b"] }, "phụ biểu fees không có cột a, b"],
    [
      { table: "dossiers-by-field" },
      "bảng dossiers-by-field quá rộng cho trang dọc, chọn bớt cột bằng columns",
    ],
  ])("are refused with their place: %j", (table, message) => {
    expect(outline(table)).toEqual([{ path: "sections.a.paragraphs.2.table", message }]);
  });

  it("have names and descriptions in Word, header rows that repeat, and no fault for Microsoft's SDK", async () => {
    const content = await withTable(TABLE);
    const file = await toDocx(content);
    const xml = part(file, "word/document.xml");
    const bordered = xml.match(/<w:tblBorders><w:top w:val="single"/g)?.length ?? 0;
    expect(bordered).toBe(content.appendix.forms.length + content.appendix.tables.length + 2);
    expect(
      xml.match(/<w:tblCaption w:val="[^"]+"\/><w:tblDescription w:val="\d+ cột: [^"]+; \d+ dòng\."\/>/g),
    ).toHaveLength(bordered);
    const repeated = xml
      .split("<w:tbl>")
      .slice(1)
      .filter((table) => table.includes("<w:tblHeader/>"));
    expect(repeated).toHaveLength(bordered);
    expect(xml).toContain('<w:tblCaption w:val="Bảng 1. Thu phí, lệ phí"/>');
    expect(await openXmlErrors(file, "docx")).toEqual([]);
  });
});

describe("the list of sources", () => {
  it("names the cell of every number, in every format, and is not there unless asked for", async () => {
    const report = await reportWithTables("hai-duong-2022", tables);
    const narrative = compose(defaultOutline(report.edition), report);
    const content = contentOf(report, narrative, FRAMING, { sources: true });
    const texts = narrative.sections.flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ runs }) => runs.flatMap(({ text, fact }) => (fact === null ? [] : [text]))),
    );
    const listed = new Set(content.sources?.map(({ text }) => text));
    expect(texts.filter((text) => !listed.has(text))).toEqual([]);
    expect(content.sources?.filter(({ cells, source }) => cells.length === 0 || source === "")).toEqual([]);
    const line = 'Vốn đầu tư công", cột';
    for (const printed of [
      toText(content),
      toHtml(content).replaceAll("&quot;", '"'),
      part(await toDocx(content), "word/document.xml").replaceAll("&quot;", '"'),
    ]) {
      expect(printed).toContain("Nguồn số liệu của báo cáo");
      expect(printed).toContain(line);
    }
    expect(contentOf(report, narrative, FRAMING).sources).toBeNull();
    expect(toText(contentOf(report, narrative, FRAMING))).not.toContain("Nguồn số liệu");
  });
});
