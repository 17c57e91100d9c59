import { beforeAll, describe, expect, it } from "@jest/globals";
import { contentOf } from "../../src/document/content.js";
import { toDocx } from "../../src/document/docx/to-docx.js";
import { FRAMING, NARRATIVE, THANH_MIEN, thanhMien, thanhMienReport } from "./reports.js";
import { paragraphsOf, paragraphWith, part } from "./zip.js";

/** Cells of each row of the n-th table, lines of one cell parted by `/`. */
function rowsOf(xml: string, table: number): readonly (readonly string[])[] {
  const found = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)][table]?.[0] ?? "";
  return [...found.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => paragraphsOf(cell).join("/")),
  );
}

describe("the forms as the appendix", () => {
  let xml: string;
  beforeAll(async () => {
    xml = part(await toDocx(thanhMien()), "word/document.xml");
  });

  it("is headed by word, title and the report it belongs to", () => {
    const lines = paragraphsOf(xml);
    const start = lines.indexOf("Phụ lục");
    expect(lines.slice(start, start + 7)).toEqual([
      "Phụ lục",
      "THỐNG KÊ KẾT QUẢ THỰC HIỆN CÔNG TÁC",
      "CẢI CÁCH HÀNH CHÍNH QUÝ III NĂM 2023",
      "(Kèm theo Báo cáo số        /BC-UBND ngày      tháng 9 năm 2023",
      "của Ủy ban nhân dân thị trấn Thanh Miện)",
      "Biểu mẫu 1",
      "Công tác chỉ đạo điều hành CCHC",
    ]);
    expect(paragraphWith(xml, "Phụ lục")).toContain('<w:b/><w:bCs/><w:sz w:val="28"/>');
    expect(paragraphWith(xml, "của Ủy ban nhân dân thị trấn Thanh Miện)")).toContain("<w:i/>");
  });

  it("prints the seven forms with all their rows", () => {
    const tables = [2, 3, 4, 5, 6, 7, 8].map((table) => rowsOf(xml, table));
    expect(tables.map((rows) => rows.length - 2)).toEqual([19, 12, 17, 8, 17, 13, 29]);
    expect(tables[0]?.slice(0, 4)).toEqual([
      [
        "STT",
        "Chỉ tiêu thống kê/(sử dụng cho kỳ báo cáo hàng quý, 6 tháng, năm)",
        "Kết quả thống kê",
        "Ghi chú",
      ],
      ["", "", "Đơn vị tính", "Số lượng/ Tỷ lệ", ""],
      [
        "1.",
        "Số văn bản chỉ đạo CCHC đã ban hành (Kết luận, chỉ thị, công văn chỉ đạo, quán triệt)",
        "Văn bản",
        "25",
        "",
      ],
      ["2.", "Tỷ lệ hoàn thành Kế hoạch CCHC năm (Lũy kế đến thời điểm báo cáo)", "%", "88", ""],
    ]);
  });

  it("shows values in Vietnamese, choices one a line with the bare answer", () => {
    const rows = [2, 7, 8].flatMap((table) => rowsOf(xml, table));
    const row = (label: string) => rows.find((cells) => cells[1]?.startsWith(label))?.slice(2, 4);
    expect(row("Tỷ lệ thực hiện Kế hoạch giải ngân")).toEqual(["%", "67,1"]);
    expect(row("Kế hoạch được giao")).toEqual(["Triệu đồng", "3.000"]);
    expect(row("Tỷ lệ hồ sơ TTHC được tiếp nhận trực tuyến")).toEqual(["%", "98,17"]);
    expect(row("Hình thức khảo sát")).toEqual(["Trực tuyến = 0/Phát phiếu = 1/Kết hợp = 2", "2"]);
  });

  it("names the superior in the labels as the official print does", () => {
    const labels = rowsOf(xml, 2).map((cells) => cells[1]);
    expect(labels).toContain("Thực hiện nhiệm vụ của UBND huyện, Chủ tịch UBND huyện giao");
  });

  it("repeats both header rows on every page and never splits a row", () => {
    const tables = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].slice(2).map(([table]) => table);
    expect(tables).toHaveLength(7);
    for (const table of tables) {
      const looks = [...table.matchAll(/<w:trPr>(.*?)<\/w:trPr>/g)].map((match) => match[1]);
      expect(looks.slice(0, 2)).toEqual(Array(2).fill("<w:cantSplit/><w:tblHeader/>"));
      expect(new Set(looks.slice(2))).toEqual(new Set(["<w:cantSplit/>"]));
      expect(table).toContain('<w:tblLayout w:type="fixed"/>');
    }
  });

  it("keeps a form's name, title, header and first row together", () => {
    expect(paragraphWith(xml, "Biểu mẫu 3")).toContain("<w:keepNext/>");
    expect(paragraphWith(xml, "Cải cách thủ tục hành chính")).toContain("<w:keepNext/>");
    const table = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)][4]?.[0] ?? "";
    const rows = [...table.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row.includes("<w:keepNext/>"));
    // Two rows of header. The first row is not kept with the second: LibreOffice would lose what follows.
    expect(rows.slice(0, 4)).toEqual([true, true, false, false]);
  });

  it("prints group rows bold and others not", () => {
    expect(paragraphWith(xml, "Kiểm tra CCHC")).toContain("<w:b/>");
    expect(paragraphWith(xml, "Số phòng chuyên môn đã kiểm tra")).not.toContain("<w:b/>");
  });

  it("prints the officer's notes", async () => {
    const report = thanhMienReport(THANH_MIEN);
    const content = contentOf({ ...report, notes: new Map([["3/1.2", "LĐTBXH"]]) }, NARRATIVE, FRAMING);
    const noted = part(await toDocx(content), "word/document.xml");
    expect(rowsOf(noted, 4).find((cells) => cells[0] === "1.2.")?.[4]).toBe("LĐTBXH");
  });
});
