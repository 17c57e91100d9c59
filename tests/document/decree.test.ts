import { beforeAll, describe, expect, it } from "@jest/globals";
import { contentOf } from "../../src/document/content.js";
import { toDocx } from "../../src/document/docx/to-docx.js";
import { FRAMING, NARRATIVE, THANH_MIEN, thanhMienReport } from "./reports.js";
import { type Look, type Page, WordFile } from "./word-file.js";

/*
 * Nghị định 30/2020/NĐ-CP, Phụ lục I, clause by clause, as the file has it: the look that Word shows,
 * with what styles and defaults add.
 */

const INFO = {
  ...THANH_MIEN,
  number: "5",
  date: { year: 2023, month: 2, day: 3 },
  signerTitle: "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
  signerName: "Nguyễn Văn A",
};

interface Clause {
  /** Phần I, Mục, khoản, điểm. */
  readonly clause: string;
  /** The first paragraph that begins so. */
  readonly begins: string;
  /** Points, from and to. */
  readonly size: readonly [number, number];
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly align?: Look["align"];
  readonly capitals?: true;
}

const CLAUSES: readonly Clause[] = [
  {
    clause: "II.1.a Quốc hiệu",
    begins: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA",
    size: [12, 13],
    bold: true,
    align: "center",
    capitals: true,
  },
  {
    clause: "II.1.b Tiêu ngữ",
    begins: "Độc lập - Tự do - Hạnh phúc",
    size: [13, 14],
    bold: true,
    align: "center",
  },
  {
    clause: "II.2.b tên cơ quan ban hành",
    begins: "ỦY BAN NHÂN DÂN",
    size: [12, 13],
    bold: true,
    align: "center",
    capitals: true,
  },
  { clause: "II.3.c số, ký hiệu", begins: "Số: 05/BC-UBND", size: [13, 13], bold: false, align: "center" },
  {
    clause: "II.4 địa danh, ngày tháng",
    begins: "Thanh Miện, ngày 03 tháng 02 năm 2023",
    size: [13, 14],
    bold: false,
    italic: true,
    align: "center",
  },
  {
    clause: "II.5.b tên loại",
    begins: "BÁO CÁO",
    size: [13, 14],
    bold: true,
    align: "center",
    capitals: true,
  },
  {
    clause: "II.5.b trích yếu",
    begins: "Tình hình thực hiện công tác",
    size: [13, 14],
    bold: true,
    align: "center",
  },
  { clause: "II.6.đ tiêu đề mục", begins: "I. ", size: [13, 14], bold: true, capitals: true },
  { clause: "II.6.đ tiêu đề khoản", begins: "1. ", size: [13, 14], bold: true },
  {
    clause: "II.6.e nội dung",
    begins: "Thực hiện Công văn số 508",
    size: [13, 14],
    bold: false,
    italic: false,
    align: "both",
  },
  {
    clause: "II.7.đ quyền hạn ký",
    begins: "TM. ỦY BAN NHÂN DÂN",
    size: [13, 14],
    bold: true,
    align: "center",
    capitals: true,
  },
  {
    clause: "II.7.đ ký thay",
    begins: "KT. CHỦ TỊCH",
    size: [13, 14],
    bold: true,
    align: "center",
    capitals: true,
  },
  {
    clause: "II.7.đ chức vụ",
    begins: "PHÓ CHỦ TỊCH",
    size: [13, 14],
    bold: true,
    align: "center",
    capitals: true,
  },
  { clause: "II.7.đ họ và tên", begins: "Nguyễn Văn A", size: [13, 14], bold: true, align: "center" },
  { clause: "II.9.d Kính gửi", begins: "Kính gửi:", size: [13, 14], bold: false },
  { clause: "II.9.d từ Nơi nhận", begins: "Nơi nhận:", size: [12, 12], bold: true, italic: true },
  { clause: "II.9.d tên nơi nhận", begins: "- Như trên;", size: [11, 11], bold: false, italic: false },
  { clause: "III.1.b từ Phụ lục", begins: "Phụ lục", size: [14, 14], bold: true, align: "center" },
  {
    clause: "III.1.b tiêu đề phụ lục",
    begins: "THỐNG KÊ KẾT QUẢ",
    size: [13, 14],
    bold: true,
    align: "center",
    capitals: true,
  },
  {
    clause: "III.1.c kèm theo",
    begins: "(Kèm theo Báo cáo số",
    size: [13, 14],
    italic: true,
    align: "center",
  },
];

describe("Phụ lục I of the decree, clause by clause", () => {
  let file: WordFile;
  beforeAll(async () => {
    file = new WordFile(await toDocx(contentOf(thanhMienReport(INFO), NARRATIVE, FRAMING)));
  });

  it.each(CLAUSES)("$clause: $begins", ({ begins, size: [least, most], bold, italic, align, capitals }) => {
    const { text, ...look } = file.lookOf(begins);
    expect(look.size).toBeGreaterThanOrEqual(least);
    expect(look.size).toBeLessThanOrEqual(most);
    expect({ bold: look.bold, italic: look.italic, align: look.align }).toEqual({
      bold: bold ?? look.bold,
      italic: italic ?? false,
      align: align ?? look.align,
    });
    if (capitals) expect(text).toBe(text.toLocaleUpperCase("vi"));
    expect([look.font, look.color]).toEqual(["Times New Roman", "000000"]);
  });

  it("II.6.e: text justified, first line 1 or 1,27 cm, at least 6 pt between, single to 1,5 lines", () => {
    const { firstLine, before, line, align } = file.lookOf("Thực hiện Công văn số 508");
    expect(align).toBe("both");
    expect([1, 1.27]).toContain(Math.round((firstLine / 567) * 100) / 100);
    expect(before).toBeGreaterThanOrEqual(6);
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(1.5);
  });

  it("I.1, I.3: A4; margins 20-25 above and below, 30-35 left, 15-20 right, in every section", () => {
    const millimetres = (twips: number) => (twips / 1440) * 25.4;
    for (const { width, height, top, bottom, left, right } of file.pages()) {
      expect([Math.round(millimetres(width)), Math.round(millimetres(height))]).toEqual([210, 297]);
      for (const [margin, least, most] of [
        [top, 20, 25],
        [bottom, 20, 25],
        [left, 30, 35],
        [right, 15, 20],
      ] as const) {
        expect(millimetres(margin)).toBeGreaterThanOrEqual(least - 0.01);
        expect(millimetres(margin)).toBeLessThanOrEqual(most + 0.02);
      }
    }
  });

  it("I.7: Arabic numbers from 1, 13-14 upright, centred within the top margin, none on the first page", () => {
    for (const page of file.pages() as readonly Page[]) {
      expect(page).toMatchObject({ numbersFrom: 1, numberFormat: "decimal", ownFirstPage: true });
      expect(page.header).toBeLessThan(page.top);
    }
    expect(file.pageNumbers()).toEqual([
      { where: "default", align: "center", size: 14 },
      { where: "default", align: "center", size: 14 },
    ]);
  });

  it("II.7.b: three lines of authority, then room for the signature, then the name", () => {
    const lines = file.texts();
    const at = lines.indexOf("TM. ỦY BAN NHÂN DÂN");
    expect(lines.slice(at, at + 4)).toEqual([
      "TM. ỦY BAN NHÂN DÂN",
      "KT. CHỦ TỊCH",
      "PHÓ CHỦ TỊCH",
      "Nguyễn Văn A",
    ]);
    expect(file.lookOf("Nguyễn Văn A").before).toBeGreaterThanOrEqual(60);
  });

  it("II.9: recipients with a dash, a semicolon after each, Lưu last with a full stop", () => {
    const lines = file.texts();
    const at = lines.indexOf("Nơi nhận:");
    const end = lines.indexOf("TM. ỦY BAN NHÂN DÂN");
    const recipients = lines.slice(at + 1, end);
    expect(recipients.at(-1)).toMatch(/^- Lưu: .*\.$/);
    for (const line of recipients.slice(0, -1)) expect(line).toMatch(/^- .*;$/);
  });
});
