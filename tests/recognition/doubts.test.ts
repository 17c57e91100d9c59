import { describe, expect, it } from "@jest/globals";
import { nothingInWords } from "../../src/cli/commands/adopt-book.js";
import { doubtInWords } from "../../src/cli/doubt-words.js";
import { recognise } from "../../src/recognition/recognise.js";
import type { Recognition } from "../../src/recognition/recognition.js";
import { edition } from "../support/report-data.js";
import { bareBook, blankCell, CODE, captured, LABEL, type LooseBook, VALUE } from "./support/loose-book.js";

const ID = "hai-duong-2022";

function recognised(change: (book: LooseBook) => void): Recognition {
  const book = bareBook(edition(ID));
  change(book);
  const outcome = recognise(captured(book), [edition(ID)]);
  if (outcome.kind !== "recognised") throw new Error("nothing recognised");
  return outcome.recognition;
}

const form = (book: LooseBook, number: number) => {
  const sheet = book.sheets[number - 1];
  if (sheet === undefined) throw new Error(`no form ${number}`);
  return sheet;
};
const rowOf = (book: LooseBook, number: number, code: string) => {
  const row = form(book, number).rows.find((cells) => cells[VALUE]?.truth === `${number}/${code}`);
  if (row === undefined) throw new Error(`no row ${code}`);
  return row;
};
const boundIn = ({ bindings }: Recognition, number: number) =>
  bindings.filter((binding) => binding.form === number).map(({ code }) => code);

describe("doubts", () => {
  it("binds nothing in a table with two columns that both look like the result column", () => {
    const found = recognised((book) => {
      for (const row of form(book, 3).rows) row.push({ ...(row[VALUE] ?? blankCell()), truth: null });
    });
    expect(boundIn(found, 3)).toEqual([]);
    expect(found.doubts).toEqual([{ kind: "value-columns", sheet: "Biểu mẫu 3", row: 4, columns: [4, 6] }]);
    expect(found.doubts.map(doubtInWords)).toEqual([
      "Trang tính Biểu mẫu 3, dòng 4: các cột D, F đều giống cột kết quả. Chưa ghi nhớ ô nào của bảng này; đặt lại tiêu đề để chỉ một cột là cột kết quả.",
    ]);
  });

  it("proposes every cell of a table without a header and binds none: the column may be another period's", () => {
    const found = recognised((book) => {
      for (const sheet of book.sheets) sheet.rows.splice(3, 2);
    });
    expect(found.bindings).toEqual([]);
    expect(found.missing).toEqual([]);
    expect(new Set(found.doubts.map(({ kind }) => kind))).toEqual(new Set(["value-column-unheaded", "weak"]));
  });

  it("leaves a row that stands twice to the officer, and says that its STT repeats", () => {
    const found = recognised((book) => {
      const sheet = form(book, 3);
      const row = rowOf(book, 3, "2.2");
      sheet.rows.splice(
        sheet.rows.indexOf(row),
        0,
        row.map((cell) => ({ ...cell, truth: null })),
      );
    });
    expect(boundIn(found, 3)).not.toContain("2.2");
    expect(found.doubts.map(({ kind }) => kind)).toEqual(["repeated-code", "several"]);
  });

  it("tells numbers in the label column", () => {
    const found = recognised((book) => {
      const row = rowOf(book, 1, "2.1");
      row[LABEL] = blankCell(25);
    });
    expect(found.doubts).toContainEqual({ kind: "number-for-label", sheet: "Biểu mẫu 1", row: 8 });
    expect(boundIn(found, 1)).not.toContain("2.1");
    expect(found.missing).toContainEqual({ form: 1, code: "2.1" });
  });

  it("does not bind a row of another subject in the place of the form's", () => {
    const found = recognised((book) => {
      const row = rowOf(book, 2, "1.3");
      row[LABEL] = blankCell("Số VBQPPL do cấp tỉnh ban hành");
    });
    expect(boundIn(found, 2)).not.toContain("1.3");
    expect(found.doubts.map(({ kind }) => kind)).toEqual(["weak"]);
  });

  it("leaves rows of one label unbound when neither STT nor group row tells them apart", () => {
    const found = recognised((book) => {
      const sheet = form(book, 2);
      sheet.rows = sheet.rows.filter((row) => !["2/2.2", "2/3", "2/3.2"].includes(row[VALUE]?.truth ?? ""));
      for (const row of sheet.rows) {
        if (String(row[LABEL]?.value).startsWith("Số VBQPPL có kiến nghị")) row[CODE] = blankCell();
      }
      const first = rowOf(book, 2, "2.2.2");
      sheet.rows = sheet.rows.filter((row) => row !== first && row[VALUE]?.truth !== "2/2.2.1");
      sheet.rows = sheet.rows.filter((row) => row[VALUE]?.truth !== "2/3.2.1");
    });
    expect(boundIn(found, 2)).not.toContain("2.2.2");
    expect(boundIn(found, 2)).not.toContain("3.2.2");
  });

  it("keeps what the workbook already has bound elsewhere", () => {
    const book = bareBook(edition(ID));
    const snapshot = captured(book);
    const name = {
      name: "CCHC_BM3_2_1",
      area: { sheet: "Biểu mẫu 3", top: 40, bottom: 40, left: 4, right: 4 },
    };
    const outcome = recognise({ ...snapshot, names: [name] }, [edition(ID)]);
    if (outcome.kind !== "recognised") throw new Error("nothing recognised");
    expect(boundIn(outcome.recognition, 3)).not.toContain("2.1");
    expect(outcome.recognition.doubts.map(({ kind }) => kind)).toEqual(["named-otherwise"]);
  });
});

describe("nothing recognisable", () => {
  it("says what was looked for and where", () => {
    const outcome = recognise({
      names: [],
      culture: null,
      sheets: [
        {
          name: "Danh bạ",
          visible: true,
          protected: false,
          top: 1,
          left: 1,
          values: [["Họ tên", "Điện thoại"]],
          formats: [["General", "General"]],
          formulas: [["", ""]],
        },
      ],
    });
    expect(outcome).toEqual({ kind: "nothing", sheets: ["Danh bạ"], blocks: 0 });
    if (outcome.kind !== "nothing") return;
    expect(nothingInWords(outcome)).toBe(
      "không nhận ra biểu mẫu nào. Đã tìm bảng có các cột STT, chỉ tiêu (nội dung), đơn vị tính, số lượng/tỷ lệ (kết quả) ở 1 trang tính: Danh bạ. Mở đúng tệp có biểu mẫu, hoặc đặt lại dòng tiêu đề của bảng.",
    );
  });
});

describe("titles", () => {
  it("propose organization, superior, period and year, and write none of them", () => {
    const found = recognised((book) => {
      const sheet = form(book, 1);
      sheet.rows.unshift(
        [blankCell("ỦY BAN NHÂN DÂN XÃ PHƯỢNG KỲ")],
        [blankCell("Báo cáo 6 tháng đầu năm 2023 gửi UBND huyện Tứ Kỳ về bảo trợ xã hội")],
      );
    });
    expect(found.info.map(({ key, value }) => [key, value])).toEqual([
      ["organization", "UBND xã Phượng Kỳ"],
      ["period", "half-year"],
      ["year", "2023"],
      ["superior", "UBND huyện Tứ Kỳ"],
    ]);
  });
});
