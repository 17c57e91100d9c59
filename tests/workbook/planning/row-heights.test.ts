import { describe, expect, it } from "@jest/globals";
import { lineCount, rowHeight } from "../../../src/workbook/planning/row-heights.js";

const column = { width: 45, fontSize: 12, bold: false };

describe("lines of a wrapped text", () => {
  it("one for a text that fits, and for an empty one", () => {
    expect(lineCount({ ...column, text: "Số nhiệm vụ đã hoàn thành" })).toBe(1);
    expect(lineCount({ ...column, text: "" })).toBe(1);
  });

  it("as many as Excel breaks a label of a form into", () => {
    const label =
      "Tỷ lệ sử dụng văn bản điện tử của địa phương (Chỉ thống kê tỷ lệ văn bản được gửi hoàn toàn dưới dạng điện tử; sử dụng chữ ký số, chứng thư số và gửi trên môi trường điện tử).";
    expect(lineCount({ ...column, text: label })).toBe(4);
  });

  it("one more for each line break", () => {
    expect(lineCount({ ...column, text: "Chưa = 0\nĐang làm = 1\nHoàn thành = 2" })).toBe(3);
  });

  it("several for a word that is longer than its column", () => {
    expect(lineCount({ ...column, width: 5, text: "mmmmmmmmmm" })).toBe(5);
  });

  it("the same however the text is composed", () => {
    const text = "Tỷ lệ hồ sơ thủ tục hành chính được giải quyết đúng hạn và trước hạn";
    expect(lineCount({ ...column, text: text.normalize("NFD") })).toBe(lineCount({ ...column, text }));
  });
});

describe("row height", () => {
  it("makes room for the text with the most lines", () => {
    const one = { ...column, text: "Hồ sơ" };
    const three = { ...column, text: "Chưa = 0\nĐang làm = 1\nHoàn thành = 2" };
    expect(rowHeight([one])).toBe(18);
    expect(rowHeight([one, three])).toBe(50);
  });

  it("stays under Excel's limit", () => {
    expect(rowHeight([{ ...column, text: "\n".repeat(100) }])).toBe(409);
  });
});
