import { expect, test } from "@jest/globals";
import { passagesOf } from "../../src/narrative/cell-passages.js";
import { paragraphText } from "../../src/narrative/section.js";
import { narrate, thanhMien } from "./reports.js";

test("a cell leads to every paragraph that tells it or a number made from it", () => {
  const cell = thanhMien.values.get("7/6.4.3")?.address;
  if (cell == null) throw new Error("no cell");
  const passages = passagesOf(narrate(thanhMien), cell);
  expect(passages.map(({ section }) => section)).toEqual(["online", "online"]);
  // 16 in itself, and within the 23 of 112 that had files.
  expect(passages.map(({ paragraph }) => paragraphText(paragraph))).toEqual([
    expect.stringContaining("Có 23/112 TTHC phát sinh hồ sơ trực tuyến"),
    expect.stringContaining("trong đó 16 TTHC có phát sinh hồ sơ nộp trực tuyến"),
  ]);
});

test("a cell that nothing tells leads nowhere", () => {
  expect(passagesOf(narrate(thanhMien), { sheet: "Biểu mẫu 1", row: 99, column: 4 })).toEqual([]);
});
