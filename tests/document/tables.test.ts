import { beforeAll, describe, expect, it } from "@jest/globals";
import { contentOf, type DocumentContent } from "../../src/document/content.js";
import { toDocx } from "../../src/document/docx/to-docx.js";
import { toHtml } from "../../src/document/to-html.js";
import { toText } from "../../src/document/to-text.js";
import tables from "../fixtures/thanh-mien-2023-q3.tables.json" with { type: "json" };
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

  it("are those that hold anything, in the order of the sheets", () => {
    expect(content.appendix.tables.map(({ title }) => title.slice(0, "Phụ biểu 1. ".length + 32))).toEqual([
      "Phụ biểu 1. Danh mục văn bản chỉ đạo, điều h",
      "Phụ biểu 2. Tổng hợp kết quả tiếp nhận, giải",
      "Phụ biểu 3. Kết quả đánh giá mức độ hài lòng",
      "Phụ biểu 4. Kết quả thu phí, lệ phí và thanh",
      "Phụ biểu 5. Kết quả thực hiện các nhóm thủ t",
      "Phụ biểu 6. Kết quả thực hiện thu, chi ngân ",
      "Phụ biểu 7. Kết quả cung cấp dịch vụ công tr",
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
