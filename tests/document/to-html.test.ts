import { describe, expect, it } from "@jest/globals";
import { contentOf } from "../../src/document/content.js";
import { toHtml, toHtmlArticle } from "../../src/document/to-html.js";
import { blank, dash, FRAMING, section, THANH_MIEN, thanhMien, thanhMienReport } from "./reports.js";

describe("the report as HTML", () => {
  it("is one Vietnamese page without outside files or scripts", () => {
    const html = toHtml(thanhMien());
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="vi">/);
    expect(html).toContain(`<title>BÁO CÁO ${FRAMING.subject}</title>`);
    expect(html).not.toMatch(/<script|<link|src=|href=|url\(|@import/);
  });

  it("ties each number of a sentence to its cell", () => {
    expect(toHtml(thanhMien())).toContain(
      '<p class="dash composed">- Số hồ sơ đã giải quyết: ' +
        '<data value="922" data-sheet="Biểu mẫu 3" data-cell="D17">922</data>\u00a0hồ sơ; trong đó',
    );
  });

  it("ties each value of a form to its cell", () => {
    expect(toHtml(thanhMien())).toContain(
      '<tr><td>1.</td><th scope="row">Tỷ lệ thực hiện Kế hoạch giải ngân vốn đầu tư công</th>' +
        '<td>%</td><td class="value" data-sheet="Biểu mẫu 6" data-cell="D6">67,1</td><td></td></tr>',
    );
  });

  it("heads the sections by their level", () => {
    const headings = toHtmlArticle(thanhMien()).match(/<h[234]>[^<]*/g);
    expect(headings?.slice(0, 6)).toEqual([
      "<h2>I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH",
      "<h3>1. Ban hành Kế hoạch Cải cách hành chính",
      "<h3>2. Về tổ chức chỉ đạo, điều hành cải cách hành chính",
      "<h2>II. KẾT QUẢ THỰC HIỆN NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH",
      "<h3>1. Cải cách thủ tục hành chính",
      "<h4>1.1. Về công bố, công khai thủ tục hành chính",
    ]);
  });

  it("takes text from cells as text, in elements and in attributes", () => {
    const text = '<img src=x onerror="alert(1)"> & \u0000\'';
    const fact = {
      value: 5,
      origin: { kind: "indicator" as const, form: 1, code: "1" },
      address: { sheet: 'Bi"ểu <1>', row: 1, column: 1 },
    };
    const html = toHtml(
      contentOf(
        thanhMienReport({ ...THANH_MIEN, organization: "UBND xã <A>", addressees: ["<b>"] }),
        {
          sections: [
            section(1, "I", "<h>", [
              dash(text),
              { origin: "composed", bullet: "plain", runs: [{ text: "05", fact }] },
            ]),
          ],
          missing: [],
        },
        { ...FRAMING, subject: "</title><script>" },
      ),
    );
    expect(html).toContain("- &lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;</p>");
    expect(html).toContain('<data value="5" data-sheet="Bi&quot;ểu &lt;1&gt;" data-cell="A1">05</data>');
    expect(html).toContain("ỦY BAN NHÂN DÂN<br>XÃ &lt;A&gt;");
    expect(html).not.toMatch(/<script|<img|<h>/);
  });

  it("prints no hole and no undefined when nothing is filled in", () => {
    expect(toHtml(blank())).not.toMatch(/undefined|null|NaN|Kính gửi|Như trên/);
  });
});
