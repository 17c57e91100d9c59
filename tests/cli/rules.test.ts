import { describe, expect, it } from "@jest/globals";
import { run } from "./run.js";

/** The lines under the heading of a place, up to the next blank line. */
function under(out: string, heading: string): readonly string[] {
  const lines = out.split("\n");
  const at = lines.findIndex((line) => line.startsWith(heading));
  if (at < 0) return [];
  const end = lines.indexOf("", at);
  return lines.slice(at + 1, end < 0 ? undefined : end);
}

describe("cchc rules", () => {
  it("tells the rules of a row together, each with its weight and id, below the row's label", async () => {
    const { code, out } = await run("rules", "--edition", "hai-duong-2022");
    expect(code).toBe(0);
    expect(under(out, "1/2  Tỷ lệ hoàn thành")).toEqual([
      "  LỖI  Bằng 100 x dòng 2.2 / dòng 2.1, làm tròn hoặc cắt đến số chữ số thập phân đã ghi.  [ratio.mismatch]",
      "  Cần xem lại  Không ghi tỷ lệ khác 0 khi dòng 2.1 bằng 0 hoặc để trống.  [ratio.undefined]",
      "  Cần xem lại  Phải ghi tỷ lệ khi đã có dòng 2.2 và dòng 2.1.  [ratio.missing]",
    ]);
  });

  it("names the sheet and the column of a table's rule, and what a form's number is counted from", async () => {
    const { out } = await run("rules", "--edition", "hai-duong-2022");
    expect(
      under(out, 'Cột "Số lượng hồ sơ đang giải quyết: Trong hạn" của trang tính "Hồ sơ theo lĩnh vực"'),
    ).toEqual(['  LỖI  Không lớn hơn cột "Số lượng hồ sơ đang giải quyết: Tổng số".  [part.exceeds]']);
    expect(under(out, "1/5.1  Số lượng phiếu khảo sát")).toContain(
      '  LỖI  Bằng tổng cột "Tổng số phiếu" của trang tính "Mức độ hài lòng", khi tệp có phụ biểu đó.  [cross.mismatch]',
    );
  });

  it("has one heading for a row, also where a relation with another sheet is declared apart", async () => {
    const { out } = await run("rules", "--edition", "dinh-hoa-2025");
    expect(under(out, "3/3.1.3.b  Số TTHC cấp xã")).toEqual([
      "  LỖI  Không lớn hơn dòng 3.1.3.  [part.exceeds]",
      '  Cần xem lại  Dòng "Số TTHC cấp xã" không lớn hơn cột "Tổng số TTHC" của trang tính "Thủ tục theo cơ quan". ' +
        "Phụ biểu thủ tục theo cơ quan thường liệt kê đủ TTHC cấp xã, nên không ít hơn số ở đây.  [cross.mismatch]",
      '  Cần xem lại  Dòng "Số TTHC cấp xã" không nhỏ hơn cột "Tổng số TTHC" ở dòng "UBND" của trang tính "Thủ tục theo cơ quan". ' +
        "TTHC cấp xã thường gồm hết TTHC của UBND, nên không ít hơn số của riêng UBND.  [cross.mismatch]",
    ]);
    const headings = out.split("\n").filter((line) => /^\S/.test(line));
    expect(new Set(headings).size).toBe(headings.length);
  });

  it("says once, at the end and with the rows, what holds for many of them alike", async () => {
    const { out } = await run("rules", "--edition", "hai-duong-2022");
    const common = under(out, "Chung cho nhiều dòng, cột: ");
    const at = common.indexOf("  LỖI  Tỷ lệ từ 0 đến 100.  [value.percent-range]");
    expect(common[at + 1]).toMatch(/^ {4}\(\d+ dòng, \d+ cột của các phụ biểu\)$/);
    expect(common[at + 2]).toMatch(/^ {4}1\/2; 1\/3\.3; /);
    expect(out.split("[value.percent-range]")).toHaveLength(2);
  });

  it("leaves no rule out: what stands apart and what is counted for many are all of them", async () => {
    const { out } = await run("rules", "--edition", "hai-duong-2022");
    const { out: json } = await run("rules", "--edition", "hai-duong-2022", "--json");
    const rules: unknown[] = JSON.parse(json);
    const [apart = "", common = ""] = out.split("\nChung cho nhiều dòng");
    const single = apart.split("\n").filter((line) => /^ {2}\S.* {2}\[[a-z.-]+\]$/.test(line)).length;
    const counted = [...common.matchAll(/^ {4}\((?:(\d+) dòng)?(?:, )?(?:(\d+) cột của các phụ biểu)?\)$/gm)];
    const many = counted.reduce(
      (sum, [, rows = "0", columns = "0"]) => sum + Number(rows) + Number(columns),
      0,
    );
    expect(single + many).toBe(rules.length);
    expect(out.split("\n")[0]).toContain(`${rules.length} quy tắc`);
  });

  it("prints the list in English", async () => {
    const { out } = await run("rules", "--edition", "hai-duong-2022", "--lang", "en");
    expect(under(out, "1/5.1  Số lượng phiếu khảo sát")).toContain(
      '  ERROR  Equals the total of column "Tổng số phiếu" of the sheet "Mức độ hài lòng", where the workbook has that table.  [cross.mismatch]',
    );
    expect(out).toContain("Of many rows and columns: ");
  });
});
