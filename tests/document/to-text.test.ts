import { describe, expect, it } from "@jest/globals";
import { contentOf } from "../../src/document/content.js";
import { toText } from "../../src/document/to-text.js";
import { blank, FRAMING, NARRATIVE, THANH_MIEN, thanhMien, thanhMienReport } from "./reports.js";

describe("the report as plain text", () => {
  it("opens with head, title and addressees", () => {
    expect(toText(thanhMien()).split("\n").slice(0, 14)).toEqual([
      "ỦY BAN NHÂN DÂN THỊ TRẤN THANH MIỆN",
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
      "Số:        /BC-UBND",
      "Thanh Miện, ngày      tháng 9 năm 2023",
      "",
      "BÁO CÁO",
      FRAMING.subject,
      "(Số liệu tính từ ngày 10/6/2023 đến ngày 09/9/2023)",
      "",
      "Kính gửi:",
      "- UBND huyện Thanh Miện;",
      "- Phòng Nội vụ huyện Thanh Miện.",
      "",
    ]);
  });

  it("prints sections, bullets and the rows of the forms", () => {
    const lines = toText(thanhMien()).split("\n");
    expect(lines).toContain("II. KẾT QUẢ THỰC HIỆN NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH");
    expect(lines).toContain("1.2. Thực hiện cơ chế một cửa, một cửa liên thông");
    expect(lines).toContain(
      "- Số hồ sơ đã giải quyết: 922 hồ sơ; trong đó giải quyết trước hạn 874 hồ sơ, chiếm 94,8%.",
    );
    expect(lines).toContain("5.2.\tHình thức khảo sát\tTrực tuyến = 0; Phát phiếu = 1; Kết hợp = 2\t2");
  });

  it("prints a heading as the narrative gives it, which alone puts the first level in capitals", () => {
    const [first, ...others] = NARRATIVE.sections;
    if (first === undefined) throw new Error("a narrative has sections");
    const named = { ...NARRATIVE, sections: [{ ...first, heading: "Công tác CHỈ ĐẠO" }, ...others] };
    const lines = toText(contentOf(thanhMienReport(THANH_MIEN), named, FRAMING)).split("\n");
    expect(first.level).toBe(1);
    expect(lines).toContain("I. Công tác CHỈ ĐẠO");
  });

  it("ends the report with ./. however the closing sentence ends", () => {
    const closings = ["Trên đây là báo cáo", "Trên đây là báo cáo.", "Trên đây là báo cáo./."].map(
      (closing) => toText(contentOf(thanhMienReport(THANH_MIEN), NARRATIVE, { ...FRAMING, closing })),
    );
    for (const text of closings) expect(text.split("\n")).toContain("Trên đây là báo cáo./.");
  });

  it("points to the appendix unless the text already does", () => {
    const notice = "(Có Phụ lục thống kê số liệu kèm theo)";
    const said = { ...FRAMING, opening: "Báo cáo như sau (số liệu tại Phụ lục kèm theo):" };
    expect(toText(thanhMien())).toContain(notice);
    expect(toText(contentOf(thanhMienReport(THANH_MIEN), NARRATIVE, said))).not.toContain(notice);
  });

  it("prints no hole and no undefined when nothing is filled in", () => {
    expect(toText(blank())).not.toMatch(/undefined|null|NaN|Kính gửi|Như trên/);
  });
});
