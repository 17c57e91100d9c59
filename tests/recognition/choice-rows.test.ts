import { describe, expect, it } from "@jest/globals";
import { recognise } from "../../src/recognition/recognise.js";
import type { CellValue } from "../../src/values/cell.js";
import { edition } from "../support/report-data.js";
import { bareBook, blankCell, captured, type LooseBook, UNIT, VALUE } from "./support/loose-book.js";

/*
 * Thanh Miện and Phượng Kỳ print a choice over several rows: one line for each choice in the column of
 * units, STT, label and result merged over them.
 */

/** Every choice row of a form as such a print has it. `answer`: the value of the first or the last line. */
function overMergedRows(id: string, answer: { readonly line: "first" | "last"; readonly value: CellValue }) {
  const book = bareBook(edition(id));
  let rows = 0;
  for (const sheet of book.sheets) {
    sheet.rows = sheet.rows.flatMap((row) => {
      const choices = String(row[UNIT]?.value ?? "").split(/[\n;]\s*/);
      if (choices.length < 2 || !choices.every((choice) => /=\s*\d$/.test(choice))) return [row];
      rows += 1;
      return choices.map((choice, at) => {
        const answered = answer.line === "first" ? at === 0 : at === choices.length - 1;
        return row.map((cell, column) => {
          const kept = at === 0 ? cell : blankCell();
          if (column === UNIT) return { ...kept, value: choice };
          if (column === VALUE) return { ...kept, value: answered ? answer.value : null };
          return kept;
        });
      });
    });
  }
  return { book, rows };
}

/** The choice rows that are bound, with the column of units beside the bound cell. */
function bound(book: LooseBook, id: string) {
  const outcome = recognise(captured(book));
  if (outcome.kind !== "recognised") throw new Error(outcome.kind);
  const { recognition } = outcome;
  expect(recognition.edition.id).toBe(id);
  expect(recognition.doubts).toEqual([]);
  expect(recognition.unrecognised).toEqual([]);
  const kinds = new Map(
    recognition.edition.forms.flatMap((form) =>
      form.indicators.map((row) => [`${form.number}/${row.code}`, row.kind] as const),
    ),
  );
  return recognition.bindings
    .filter(({ form, code }) => kinds.get(`${form}/${code}`) === "choice")
    .map(({ form, code, address }) => {
      const row = book.sheets.find(({ name }) => name === address.sheet)?.rows[address.row - 1];
      return [`${form}/${code}`, row?.[UNIT]?.value];
    });
}

describe("choices printed over merged rows", () => {
  it("are bound at the first of their lines, where the merged result stands", () => {
    const { book, rows } = overMergedRows("hai-duong-2022", { line: "first", value: 1 });
    expect(rows).toBe(6);
    expect(bound(book, "hai-duong-2022")).toEqual([
      ["1/5", "Có = 1"],
      ["1/5.2", "Trực tuyến = 0"],
      ["1/6", "Không = 0"],
      ["7/1", "Chưa = 0"],
      ["7/2", "Chưa có = 0"],
      ["7/4", "Chưa = 0"],
    ]);
  });

  it("are bound there too while nothing is filled in", () => {
    const { book } = overMergedRows("tu-ky-2023", { line: "first", value: null });
    expect(bound(book, "tu-ky-2023").map(([row]) => row)).toEqual([
      "1/5",
      "1/5.2",
      "1/6",
      "7/1",
      "7/2",
      "7/4",
    ]);
  });

  it("are bound at the line of the choice that was taken, where only that line has a result", () => {
    const { book } = overMergedRows("dinh-hoa-2025", { line: "last", value: 2 });
    expect(bound(book, "dinh-hoa-2025")).toEqual([
      ["1/1.4.2", "Kết hợp = 2"],
      ["1/1.5", "Có = 1"],
      ["7/7.1", "Hoàn thành = 1"],
      ["7/7.2", "3 cấp = 2"],
      ["7/7.3", "Hoàn thành = 2"],
      ["7/7.4", "Hoàn thành = 2"],
    ]);
  });
});
