import { expect, it } from "@jest/globals";
import fc from "fast-check";
import {
  a1,
  absoluteReference,
  areaA1,
  areaOf,
  columnLetters,
  columnNumber,
  parseArea,
  parseCell,
  parseReference,
} from "../../src/values/address.js";

it("names columns as Excel does", () => {
  expect([1, 26, 27, 702, 703, 16384].map(columnLetters)).toEqual(["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
  fc.assert(fc.property(fc.integer({ min: 1, max: 16384 }), (n) => columnNumber(columnLetters(n)) === n));
});

it("reads back every reference that it writes, whatever the sheet is called", () => {
  const size = fc.integer({ min: 1, max: 1000 });
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), size, size, size, size, (sheet, top, left, rows, columns) => {
      const area = { sheet, top, left, bottom: top + rows - 1, right: left + columns - 1 };
      expect(parseReference(absoluteReference(area))).toEqual(area);
    }),
  );
});

it("refuses what refers to no cell", () => {
  for (const text of [
    "#REF!",
    "=#REF!$A$1",
    "1.5",
    "=SUM(A1:A2)",
    "Sheet1!A1,Sheet1!B2",
    "'Biểu mẫu 1'!#REF!",
  ]) {
    expect([text, parseReference(text)]).toEqual([text, null]);
  }
});

it("writes places without their sheet", () => {
  expect(a1({ row: 20, column: 4 })).toBe("D20");
  expect(areaA1({ top: 20, left: 4, bottom: 22, right: 6 })).toBe("D20:F22");
});

it("reads a cell up to the last of a sheet and no further", () => {
  expect(parseCell("A1")).toEqual({ row: 1, column: 1, fixedRow: false, fixedColumn: false });
  expect(parseCell("$d$20")).toEqual({ row: 20, column: 4, fixedRow: true, fixedColumn: true });
  expect(parseCell("XFD1048576")).toMatchObject({ row: 1048576, column: 16384 });
  for (const text of ["A0", "A1048577", "XFE1", "AAAA1", "1A", "A", "1", "A1 ", "", "$", "A-1"]) {
    expect([text, parseCell(text)]).toEqual([text, null]);
  }
});

it("reads an area from corner to any corner", () => {
  const area = { top: 2, left: 2, bottom: 5, right: 4 };
  expect(["B2:D5", "$B$2:$D$5", "D5:B2", "B5:D2"].map(parseArea)).toEqual([area, area, area, area]);
  expect(parseArea("B2")).toEqual({ top: 2, left: 2, bottom: 2, right: 2 });
  for (const text of ["B2:", ":B2", "B2:C3:D4", "B:C", "2:3", "B2:XFE9"]) {
    expect([text, parseArea(text)]).toEqual([text, null]);
  }
});

it("writes a single cell as one, and an area with both ends", () => {
  const one = { sheet: "BM1", top: 3, left: 2, bottom: 3, right: 2 };
  expect([areaA1(one), absoluteReference(one)]).toEqual(["B3", "'BM1'!$B$3"]);
  const area = { ...one, bottom: 5, right: 4 };
  expect([areaA1(area), absoluteReference(area)]).toEqual(["B3:D5", "'BM1'!$B$3:$D$5"]);
  expect(areaOf({ sheet: "BM1", row: 3, column: 2 })).toEqual(one);
});

it("reads references with blanks around them, to sheets with and without quotes", () => {
  const cell = { top: 1, left: 1, bottom: 1, right: 1 };
  expect(parseReference("  =BM!A1  ")).toEqual({ sheet: "BM", ...cell });
  expect(parseReference("='It''s'!$A$1")).toEqual({ sheet: "It's", ...cell });
  for (const text of ["BM!", "!A1", "BM!A1:B2:C3", "BM!A1 x", "B'M!A1", "BM!A0", "BM!XFE1", ""]) {
    expect([text, parseReference(text)]).toEqual([text, null]);
  }
});
