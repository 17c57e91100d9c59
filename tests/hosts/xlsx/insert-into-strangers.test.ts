import { readFile } from "node:fs/promises";
import { describe, expect, it } from "@jest/globals";
import { cellOf, valueOfResult } from "../results.js";
import { opened, packageOf, partOf } from "./packages.js";

/** Rows inserted into sheets of other programs: what lies on the sheet and what points at it follows. */

const bytesOf = async (name: string) => new Uint8Array(await readFile(`tests/fixtures/strangers/${name}`));

async function inserted(name: string, sheet: string, before: number, count: number): Promise<Uint8Array> {
  const book = await opened(await bytesOf(name));
  valueOfResult(await book.insertRows({ sheet, before, count }));
  return book.save();
}

describe("two rows inserted above row 5 of a sheet by XlsxWriter", () => {
  const SHEET = "Số liệu riêng";
  const saved = inserted("xlsxwriter.xlsx", SHEET, 5, 2);
  const sheet = async () => partOf(await saved, "xl/worksheets/sheet1.xml");

  it("move cells, formulas, links, filters, breaks and hidden rows", async () => {
    const xml = await sheet();
    expect(xml).toContain("<f>B7*2</f>");
    expect(xml).toMatch(/<row r="8"[^>]* hidden="1"/);
    expect(xml).toContain('<autoFilter ref="A1:E42">');
    expect(xml).toContain('<brk id="22"');
    expect(xml).toContain("'Số liệu riêng'!A32");
    expect(xml).toContain('sqref="A1:A42"');
  });

  it("move what other sheets, names and charts say", async () => {
    const workbook = await partOf(await saved, "xl/workbook.xml");
    expect(workbook).toContain("'Số liệu riêng'!$A$1:$B$11</definedName>");
    expect(workbook).toContain("'Số liệu riêng'!$A$1:$H$42</definedName>");
    expect(await partOf(await saved, "xl/worksheets/sheet2.xml")).toContain("'Số liệu riêng'!$A$1:$A$11");
    expect(await partOf(await saved, "xl/charts/chart1.xml")).toContain("'Số liệu riêng'!$B$1:$B$11");
  });

  it("move pictures and charts that lie below, and leave those above", async () => {
    const before = await partOf(await bytesOf("xlsxwriter.xlsx"), "xl/drawings/drawing1.xml");
    const after = await partOf(await saved, "xl/drawings/drawing1.xml");
    const rows = (xml: string) => [...xml.matchAll(/<xdr:row>(\d+)</g)].map(([, row]) => Number(row));
    expect(rows(after)).toEqual(rows(before).map((row) => (row >= 4 ? row + 2 : row)));
  });

  it("leave the rest of the package alone", async () => {
    for (const part of [
      "xl/styles.xml",
      "xl/sharedStrings.xml",
      "xl/worksheets/sheet3.xml",
      "docProps/custom.xml",
    ]) {
      expect(await partOf(await saved, part)).toBe(await partOf(await bytesOf("xlsxwriter.xlsx"), part));
    }
  });
});

describe("rows inserted", () => {
  it("among rules, sparklines and extensions move each of their places", async () => {
    const xml = await partOf(
      await inserted("xlsxwriter.xlsx", "Định dạng", 1, 3),
      "xl/worksheets/sheet2.xml",
    );
    expect(xml).toContain('<conditionalFormatting sqref="A4:A33">');
    expect(xml).toContain("<xm:sqref>A4:A33</xm:sqref>");
    expect(xml).toContain("<xm:f>'Định dạng'!A4:D4</xm:f><xm:sqref>F4</xm:sqref>");
    expect(xml).toContain('<f t="array" ref="K4:K6">A4:A6*B4:B6</f>');
    expect(xml).toContain("SUMIFS(A4:A33,C4:C33,2)");
  });

  it("inside an array formula, beside a pivot table or a view of one user are refused by name", async () => {
    const refused = async (name: string, sheet: string) => {
      const book = await opened(await bytesOf(name));
      const before = valueOfResult(await book.capture());
      const outcome = await book.insertRows({ sheet, before: 3, count: 1 });
      expect(valueOfResult(await book.capture())).toEqual(before);
      return outcome.ok ? "" : outcome.fault.message;
    };
    expect(await refused("xlsxwriter.xlsx", "Định dạng")).toContain("công thức mảng");
    expect(await refused("libreoffice.xlsx", "Tổng hợp")).toContain("PivotTable");
    expect(await refused("by-hand.xlsm", "Thủ công")).toContain("Custom Views");
  });

  it("beside a pivot table's data move where it finds them", async () => {
    const saved = await inserted("libreoffice.xlsx", "Của LibreOffice", 10, 2);
    const cache = await partOf(saved, "xl/pivotCache/pivotCacheDefinition1.xml");
    expect(cache).toContain('ref="A1:C27"');
    expect(await partOf(saved, "xl/tables/table1.xml")).toContain('ref="A1:C27"');
    expect(await partOf(saved, "xl/comments1.xml")).toContain('ref="A3"');
  });

  it("leave whole columns and other workbooks' cells as they are", async () => {
    const rows =
      '<row r="1"><c r="A1"><f>SUM(B1:B1048576)+SUM(C:C)</f><v>0</v></c></row><row r="2"><c r="A2"><f>[1]S!A9+\'[1]S\'!A9</f><v>0</v></c></row>';
    const book = await opened(packageOf({ sheets: [{ name: "S", rows }] }));
    valueOfResult(await book.insertRows({ sheet: "S", before: 2, count: 1 }));
    const snapshot = valueOfResult(await book.capture());
    expect(cellOf(snapshot, "S", 1, 1).formula).toBe("=SUM(B1:B1048576)+SUM(C:C)");
    expect(cellOf(snapshot, "S", 3, 1).formula).toBe("=[1]S!A9+'[1]S'!A9");
  });
});
