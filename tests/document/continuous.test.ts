import { beforeAll, describe, expect, it } from "@jest/globals";
import { contentOf, type DocumentContent } from "../../src/document/content.js";
import { toDocx } from "../../src/document/docx/to-docx.js";
import { toHtml } from "../../src/document/to-html.js";
import { toText } from "../../src/document/to-text.js";
import { buildReport } from "../support/report-builder.js";
import { FRAMING, NARRATIVE } from "./reports.js";
import { paragraphsOf, part } from "./zip.js";

const content: DocumentContent = contentOf(
  buildReport(
    "dinh-hoa-2025",
    { "3/3.2.1.a": 68, "3/3.2.1.b": 68, "7/7.3": 2 },
    {
      organization: "UBND xã Kim Phượng",
      superior: "UBND huyện Định Hóa",
      period: "multi-year",
      year: 2025,
      date: null,
      to: { year: 2025, month: 4, day: 10 },
    },
  ),
  NARRATIVE,
  FRAMING,
);

describe("an appendix of one continuous table", () => {
  it("is captioned as the plan of Định Hóa prints it", () => {
    expect(content.appendix.title).toBe(
      "THỐNG KÊ SỐ LIỆU KẾT QUẢ THỰC HIỆN CẢI CÁCH HÀNH CHÍNH NĂM 2021-2025",
    );
    expect(content.appendix.forms.map(({ heading, rows }) => [heading, rows.length])).toEqual([[[], 122]]);
  });

  it("puts Trong đó once beside the rows that it covers", () => {
    const rows = content.appendix.forms[0]?.rows ?? [];
    const first = rows.findIndex(
      ({ address, label }) => address !== null && label.startsWith("Tổng số TTHC đủ"),
    );
    expect(rows.slice(first - 1, first + 4).map(({ code, codeRows }) => [code, codeRows])).toEqual([
      ["3.2.1.", 1],
      ["Trong đó", 3],
      ["", 0],
      ["", 0],
      ["3.2.2.", 1],
    ]);
  });

  it("reads the same as text", () => {
    const lines = toText(content).split("\n");
    const start = lines.indexOf("Phụ lục");
    expect(lines.slice(start + 1, start + 6)).toEqual([
      "THỐNG KÊ SỐ LIỆU KẾT QUẢ THỰC HIỆN CẢI CÁCH HÀNH CHÍNH NĂM 2021-2025",
      expect.stringContaining("Kèm theo Báo cáo số"),
      "",
      "STT\tCác chỉ tiêu\tĐơn vị tính\tSố liệu\tGhi chú",
      "1.\tCông tác chỉ đạo, điều hành CCHC",
    ]);
    expect(lines).toContain("Trong đó\tTổng số TTHC đủ điều kiện\tThủ tục\t68");
    expect(lines).toContain(
      "7.3.\tHệ thống thông tin báo cáo và kết nối với Hệ thống thông tin báo cáo của tỉnh\tChưa = 0; Đang làm = 1; Hoàn thành = 2\t2",
    );
  });

  it("is one table in HTML, named by its title, with Trong đó over its rows", () => {
    const html = toHtml(content);
    expect(html.match(/<table/g)).toHaveLength(1);
    expect(html).toContain('<table aria-label="THỐNG KÊ SỐ LIỆU');
    expect(html).toContain('<th scope="col">Chương trình CCHC giai đoạn 2021 - 2025</th>');
    expect(html).toContain('<td rowspan="3">Trong đó</td><th scope="row">Tổng số TTHC đủ điều kiện</th>');
    expect(html).not.toContain("<caption>");
  });

  describe("in Word", () => {
    let table: string;
    beforeAll(async () => {
      const xml = part(await toDocx(content), "word/document.xml");
      table = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].at(-1)?.[0] ?? "";
    });

    it("is one table of 122 rows under a header that repeats", () => {
      expect(table.match(/<w:tr>/g)).toHaveLength(124);
      expect(table.match(/<w:tblHeader\/>/g)).toHaveLength(2);
      expect(paragraphsOf(table).slice(0, 9)).toEqual([
        ...["STT", "Các chỉ tiêu", "Kết quả", "Ghi chú", ""],
        ...["Chương trình CCHC giai đoạn 2021 - 2025", "Đơn vị tính", "Số liệu", ""],
      ]);
    });

    it("lets Trong đó run over its rows", () => {
      expect(paragraphsOf(table).filter((text) => text === "Trong đó")).toHaveLength(16);
      expect(table).toContain('<w:vMerge w:val="restart"/>');
    });
  });
});
