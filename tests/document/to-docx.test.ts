import { beforeAll, describe, expect, it, jest } from "@jest/globals";
import { contentOf } from "../../src/document/content.js";
import { toDocx } from "../../src/document/docx/to-docx.js";
import { textWidth } from "../../src/values/text-width.js";
import {
  blank,
  dash,
  FRAMING,
  NARRATIVE,
  section,
  THANH_MIEN,
  thanhMien,
  thanhMienReport,
} from "./reports.js";
import { paragraphsOf, paragraphWith, part, unzip } from "./zip.js";

describe("the Word document by Nghị định 30/2020/NĐ-CP, Phụ lục I", () => {
  let zip: Uint8Array;
  let xml: string;
  let lines: readonly string[];
  beforeAll(async () => {
    zip = await toDocx(thanhMien());
    xml = part(zip, "word/document.xml");
    lines = paragraphsOf(xml);
  });

  it("is A4 with margins of 20, 20, 30 and 15 mm in both sections", () => {
    expect(xml.match(/<w:pgSz [^>]*>/g)).toEqual(
      Array(2).fill('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>'),
    );
    expect(xml.match(/<w:pgMar [^>]*>/g)).toEqual(
      Array(2).fill(
        '<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="511" w:footer="511" w:gutter="0"/>',
      ),
    );
  });

  it("sets Times New Roman for every script, black, 14 pt, Vietnamese", () => {
    expect(part(zip, "word/styles.xml")).toContain(
      '<w:rFonts w:ascii="Times New Roman" w:cs="Times New Roman" w:eastAsia="Times New Roman" w:hAnsi="Times New Roman"/>' +
        '<w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/>' +
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="vi-VN"/>',
    );
    expect(xml).not.toContain("w:rFonts");
  });

  it("numbers the pages of report and appendix each from 1, none on a first page", () => {
    expect(xml.match(/<w:pgNumType [^>]*>/g)).toEqual(
      Array(2).fill('<w:pgNumType w:start="1" w:fmt="decimal"/>'),
    );
    expect(xml.match(/<w:titlePg\/>/g)).toHaveLength(2);
    const headers = [...unzip(zip)].filter(([path]) => /^word\/header\d\.xml$/.test(path));
    const numbered = headers.filter(([, header]) => header.includes("PAGE"));
    expect([headers.length, numbered.length]).toEqual([4, 2]);
    for (const [, header] of numbered) {
      expect(header).toContain('<w:jc w:val="center"/>');
      expect(header).toContain('<w:sz w:val="28"/>');
    }
  });

  it("lets the forms flow on, each heading with its table and in the list of headings", () => {
    const forms = [1, 2, 3, 4, 5, 6, 7].map((form) => paragraphWith(xml, `Biểu mẫu ${form}`));
    expect(xml).not.toContain("<w:pageBreakBefore/>");
    for (const form of forms) {
      expect(form).toContain("<w:keepNext/>");
      expect(form).toContain('<w:pStyle w:val="Heading2"/>');
    }
    expect(paragraphWith(xml, "Phụ lục")).toContain('<w:pStyle w:val="Heading1"/>');
    expect(paragraphWith(xml, "BÁO CÁO")).toContain('<w:pStyle w:val="Title"/>');
  });

  it("heads the page with both names, Quốc hiệu and Tiêu ngữ, number, place and date", () => {
    expect(lines.slice(0, 8)).toEqual([
      "ỦY BAN NHÂN DÂN",
      "THỊ TRẤN THANH MIỆN",
      "",
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
      "",
      "Số:        /BC-UBND",
      "Thanh Miện, ngày      tháng 9 năm 2023",
    ]);
    expect(paragraphWith(xml, "THỊ TRẤN THANH MIỆN")).toContain("<w:b/>");
    expect(paragraphWith(xml, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")).toContain(
      '<w:b/><w:bCs/><w:sz w:val="24"/>',
    );
    expect(paragraphWith(xml, "Độc lập - Tự do - Hạnh phúc")).toContain('<w:b/><w:bCs/><w:sz w:val="26"/>');
    expect(paragraphWith(xml, "Thanh Miện, ngày      tháng 9 năm 2023")).toContain(
      '<w:i/><w:iCs/><w:sz w:val="26"/>',
    );
    expect(xml.slice(0, xml.indexOf("BÁO CÁO"))).not.toContain('w:val="single" w:color="auto"');
  });

  it("draws rules of 1/3 to 1/2 of the line under name and trích yếu, of the whole line under Tiêu ngữ", () => {
    const [name, motto, subject] = ruleLengths(xml, [4228, 5126, 9354]);
    const share = (length: number | undefined, text: string, size: number) =>
      (length ?? 0) / (textWidth(text, { size, bold: true }) * 20);
    expect(share(name, "THỊ TRẤN THANH MIỆN", 12)).toBeCloseTo(0.4, 2);
    expect(share(motto, "Độc lập - Tự do - Hạnh phúc", 13)).toBeCloseTo(1, 2);
    expect(share(subject, "phương hướng nhiệm vụ quý IV năm 2023", 14)).toBeCloseTo(0.4, 2);
  });

  it("prints type and trích yếu bold 14, broken after the pause, and the data window in italics", () => {
    const start = lines.indexOf("BÁO CÁO");
    expect(lines.slice(start, start + 5)).toEqual([
      "BÁO CÁO",
      "Tình hình thực hiện công tác cải cách hành chính quý III,",
      "phương hướng nhiệm vụ quý IV năm 2023",
      "",
      "(Số liệu tính từ ngày 10/6/2023 đến ngày 09/9/2023)",
    ]);
    expect(paragraphWith(xml, "BÁO CÁO")).toContain('<w:b/><w:bCs/><w:sz w:val="28"/>');
    expect(paragraphWith(xml, lines[start + 1] ?? "")).toContain('<w:b/><w:bCs/><w:sz w:val="28"/>');
    expect(paragraphWith(xml, lines[start + 4] ?? "")).toContain("<w:i/>");
  });

  it("stands the dashes of several addressees straight under the colon", () => {
    const head = /w:left="(\d+)"/.exec(paragraphWith(xml, "Kính gửi:"));
    const item = /w:left="(\d+)" w:hanging="(\d+)"/.exec(paragraphWith(xml, "- UBND huyện Thanh Miện;"));
    const toColon = textWidth("Kính gửi", { size: 14, bold: false }) * 20;
    expect(Number(item?.[1]) - Number(item?.[2]) - Number(head?.[1])).toBeCloseTo(toColon, -1);
    expect(lines).toContain("- Phòng Nội vụ huyện Thanh Miện.");
  });

  it("keeps a single addressee on the line of Kính gửi", async () => {
    const report = thanhMienReport({ ...THANH_MIEN, addressees: ["- UBND huyện Thanh Miện;"] });
    const words = paragraphsOf(
      part(await toDocx(contentOf(report, NARRATIVE, FRAMING)), "word/document.xml"),
    );
    expect(words).toContain("Kính gửi: UBND huyện Thanh Miện");
  });

  it("sets the text justified, first line 1,27 cm, 6 pt between paragraphs, 1,15 lines", () => {
    const style = /<w:style [^>]*w:styleId="NoiDung">.*?<\/w:style>/s.exec(part(zip, "word/styles.xml"))?.[0];
    expect(style).toContain('<w:spacing w:after="0" w:before="120" w:line="276" w:lineRule="auto"/>');
    expect(style).toContain('<w:ind w:firstLine="720"/><w:jc w:val="both"/>');
    const bulleted = lines.find((line) => line.startsWith("+ Công văn 241/UBND-VP"));
    expect(paragraphWith(xml, bulleted ?? "")).toContain('<w:pStyle w:val="NoiDung"/>');
  });

  it("prints headings in Word's own heading styles, the first level in capitals", () => {
    const heading = (text: string) => /w:pStyle w:val="(\w+)"/.exec(paragraphWith(xml, text))?.[1];
    expect(heading("I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH")).toBe("Heading1");
    expect(heading("1. Ban hành Kế hoạch Cải cách hành chính")).toBe("Heading2");
    expect(heading("1.1. Về công bố, công khai thủ tục hành chính")).toBe("Heading3");
  });

  it("gives each number of a sentence a bookmark with its cell's name, and nothing that is seen", () => {
    const text = "- Số hồ sơ đã giải quyết: 922 hồ sơ; trong đó giải quyết trước hạn 874 hồ sơ, chiếm 94,8%.";
    const sentence = paragraphWith(xml, text);
    expect(sentence.match(/<w:bookmarkStart [^>]*\/><w:r><w:t[^>]*>[^<]*/g)).toEqual([
      '<w:bookmarkStart w:name="CCHC_BM3_3_3_1" w:id="1"/><w:r><w:t xml:space="preserve">922',
    ]);
    expect(sentence).toContain('922</w:t></w:r><w:bookmarkEnd w:id="1"/>');
    expect(sentence.match(/<w:rPr>/g)).toBeNull();
  });

  it("leaves one dotted line where a section says nothing, none above subsections", () => {
    const empty = lines.flatMap((line, index) => (/^…+$/.test(line) ? [lines[index - 1]] : []));
    expect(empty).toEqual(["2. Cải cách tài chính công", "III. ĐÁNH GIÁ CHUNG"]);
  });

  it("closes with the last sentence, the recipients and the signature on one page", () => {
    const end = lines.indexOf("Nơi nhận:");
    expect(lines.slice(end - 2, end + 10)).toEqual([
      "(Có Phụ lục thống kê số liệu kèm theo)",
      FRAMING.closing,
      "Nơi nhận:",
      "- Như trên;",
      "- TT. Đảng ủy thị trấn;",
      "- TT. HĐND thị trấn;",
      "- Lãnh đạo UBND thị trấn;",
      "- Công chức UBND;",
      "- Lưu: VT.",
      "TM. ỦY BAN NHÂN DÂN",
      "CHỦ TỊCH",
      "",
    ]);
    expect(paragraphWith(xml, FRAMING.closing)).toContain("<w:keepNext/><w:keepLines/>");
    expect(paragraphWith(xml, "Nơi nhận:")).toContain('<w:b/><w:bCs/><w:i/><w:iCs/><w:sz w:val="24"/>');
    expect(paragraphWith(xml, "- Lưu: VT.")).toContain('<w:sz w:val="22"/>');
    const row = xml.slice(xml.lastIndexOf("<w:tr>", xml.indexOf("Nơi nhận:")), xml.indexOf("CHỦ TỊCH"));
    expect(row).toMatch(/^<w:tr><w:trPr><w:cantSplit\/>/);
    expect(row).not.toContain("</w:tr>");
  });

  it("tells title, issuing body, language and the day of the data, and no person", () => {
    const core = part(zip, "docProps/core.xml");
    expect(core).toContain(`<dc:title>BÁO CÁO ${FRAMING.subject}</dc:title>`);
    expect(core).toContain(
      "<dc:creator>UBND thị trấn Thanh Miện</dc:creator><dc:language>vi-VN</dc:language>",
    );
    expect(core).toContain(
      '<dcterms:created xsi:type="dcterms:W3CDTF">2023-09-09T00:00:00Z</dcterms:created>',
    );
    expect(core).not.toContain("lastModifiedBy");
  });

  it("gives the same bytes for the same content at another time", async () => {
    jest.useFakeTimers({
      now: new Date("2031-05-06T07:08:09Z"),
      doNotFake: ["nextTick", "queueMicrotask", "setImmediate", "setInterval", "setTimeout"],
    });
    try {
      expect(Buffer.from(await toDocx(thanhMien())).equals(Buffer.from(zip))).toBe(true);
    } finally {
      jest.useRealTimers();
    }
  });
});

describe("a Word document from little or hostile content", () => {
  it("prints no hole and no undefined when nothing is filled in", async () => {
    const xml = part(await toDocx(blank()), "word/document.xml");
    const lines = paragraphsOf(xml);
    expect(xml).not.toMatch(/undefined|null|NaN|Kính gửi|Như trên/);
    expect(lines.slice(0, 6)).toEqual([
      "…………………",
      "",
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
      "",
      "Số:        /BC-UBND",
    ]);
    expect(lines[6]).toBe("…………………, ngày      tháng      năm");
    expect(lines).toContain("- Lưu: VT.");
  });

  it("takes text from cells as text", async () => {
    const text = 'Đạt <script>alert("x")</script> & <w:br/>\u0000\u0008 😀\ud800 \u202exong';
    const hostile = contentOf(
      thanhMienReport({ ...THANH_MIEN, organization: "UBND xã <A> & \u0001B", place: "]]>" }),
      { sections: [section(1, "I", "Mục & <1>", [dash(text), dash("x".repeat(50_000))])], missing: [] },
      FRAMING,
    );
    const zip = await toDocx(hostile);
    const xml = part(zip, "word/document.xml");
    expect(paragraphsOf(xml)).toContain(
      "- Đạt &lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &lt;w:br/&gt; 😀 xong",
    );
    expect(paragraphsOf(xml)).toContain("I. MỤC &amp; &lt;1&gt;");
    expect(paragraphsOf(xml)).toContain("XÃ &lt;A&gt; &amp; B");
    expect(part(zip, "docProps/core.xml")).toContain("<dc:creator>UBND xã &lt;A&gt; &amp; B</dc:creator>");
    for (const [path, content] of unzip(zip)) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
      expect([path, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd]/.test(content)]).toEqual([path, false]);
    }
  });

  it("breaks a long name before the unit and into lines that fit its column, a long place before the date", async () => {
    const long = "UBND thị trấn Nông trường Việt Trung Anh hùng Lực lượng vũ trang nhân dân";
    const report = thanhMienReport({ ...THANH_MIEN, organization: long, place: "Nông trường Việt Trung" });
    const lines = paragraphsOf(
      part(await toDocx(contentOf(report, NARRATIVE, FRAMING)), "word/document.xml"),
    );
    expect(lines.slice(0, 4)).toEqual([
      "ỦY BAN NHÂN DÂN",
      "THỊ TRẤN NÔNG TRƯỜNG VIỆT",
      "TRUNG ANH HÙNG LỰC",
      "LƯỢNG VŨ TRANG NHÂN DÂN",
    ]);
    const number = lines.indexOf("Số:        /BC-UBND");
    expect(lines.slice(number + 1, number + 3)).toEqual([
      "Nông trường Việt Trung,",
      "ngày      tháng 9 năm 2023",
    ]);
  });
});

/** Lengths of the first rules in twips, from the widths of the columns they stand in. */
function ruleLengths(xml: string, columns: readonly number[]): readonly number[] {
  const rules = [...xml.matchAll(/<w:pBdr><w:top .*?<w:ind w:left="(\d+)" w:right="(\d+)"\/>/g)];
  return columns.map((width, index) => width - Number(rules[index]?.[1]) - Number(rules[index]?.[2]));
}
