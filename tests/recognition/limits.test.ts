import { describe, expect, it } from "@jest/globals";
import { findBlocks } from "../../src/recognition/blocks.js";
import { inferEdition } from "../../src/recognition/inference/infer-edition.js";
import type { CellValue } from "../../src/values/cell.js";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot.js";

/** What counts as a form of a stranger: each limit just under, at and just over. */

const HEADER = ["STT", "Chỉ tiêu thống kê", "Đơn vị tính", "Kết quả"];

function sheetOf(values: readonly (readonly CellValue[])[]): WorkbookSnapshot {
  const sheet = { name: "S", visible: true, protected: false, top: 1, left: 1, formats: [], formulas: [] };
  return { sheets: [{ ...sheet, values }], names: [], culture: null };
}

const rows = (count: number) =>
  Array.from({ length: count }, (_, i) => [`${i + 1}.`, `Số nhiệm vụ thứ ${i + 1}`, "Nhiệm vụ", i]);

describe("a block of rows", () => {
  it.each([
    [999, 1],
    [1000, 1],
    [1001, 0],
  ])("of %i rows is %i form: a longer one is a register", (count, forms) => {
    expect(findBlocks(sheetOf([HEADER, ...rows(count)]))).toHaveLength(forms);
  });

  const titled = (titles: number) =>
    findBlocks(
      sheetOf([
        ...Array.from({ length: titles }, (_, i) => [`Dòng tiêu đề ${i}`, null, null, null]),
        HEADER,
        ...rows(5),
      ]),
    );

  it.each([
    [11, 11],
    [12, 12],
    [13, 0],
  ])("under %i lines of text has %i titles", (lines, titles) => {
    expect(titled(lines).at(-1)?.titles).toHaveLength(titles);
  });

  it.each([
    [2, "nothing"],
    [3, "inferred"],
    [4, "inferred"],
  ])("of %i rows with an STT makes a draft of forms: %s", (count, kind) => {
    const snapshot = sheetOf([["Biểu mẫu 1", null, null, null], HEADER, ...rows(count)]);
    expect(inferEdition(snapshot, { id: "x", name: "x" }).kind).toBe(kind);
  });
});
