import { describe, expect, it } from "@jest/globals";
import { findTable } from "../../../src/forms/tables.js";
import { emptyWorkbook, type XlsxWorkbook } from "../../../src/hosts/xlsx/open.js";
import { planTable } from "../../../src/workbook/planning/tables/plan-table.js";
import { opened, partOf } from "./packages.js";

const SHEET = "Hồ sơ theo lĩnh vực";

async function done<T>(
  outcome: Promise<{ ok: true; value: T } | { ok: false; fault: { code: string } }>,
): Promise<T> {
  const result = await outcome;
  if (!result.ok) throw new Error(result.fault.code);
  return result.value;
}

async function withTable(): Promise<XlsxWorkbook> {
  const table = findTable("dossiers-by-field");
  if (table === null) throw new Error("no table");
  const { sheet, name } = planTable(table);
  const book = emptyWorkbook();
  await done(book.apply({ sheets: [sheet], names: [name] }));
  return book;
}

async function grid(book: XlsxWorkbook) {
  const snapshot = await done(book.capture());
  const sheet = snapshot.sheets.find(({ name }) => name === SHEET);
  if (sheet === undefined) throw new Error("no sheet");
  return {
    names: snapshot.names,
    formula: (row: number, column: number) => sheet.formulas[row - sheet.top]?.[column - sheet.left],
    value: (row: number, column: number) => sheet.values[row - sheet.top]?.[column - sheet.left],
  };
}

describe("inserting three rows above row 9", () => {
  it("moves what stands below, with formulas and names", async () => {
    const book = await withTable();
    await done(book.write([{ cell: { sheet: SHEET, row: 9, column: 4 }, value: 37 }]));
    await done(book.insertRows({ sheet: SHEET, before: 9, count: 3 }));
    const { names, formula, value } = await grid(book);
    expect([value(12, 2), value(12, 4), value(12, 3)]).toEqual(["Bảo trợ xã hội", 37, 37]);
    expect(formula(12, 3)).toBe('=IF(COUNT(D12,E12,F12)=0,"",SUM(D12,E12,F12))');
    expect(formula(26, 4)).toBe('=IF(COUNT(D6:D25)=0,"",SUM(D6:D25))');
    expect(value(26, 4)).toBe(37);
    expect(names).toEqual([
      { name: "CCHC_TBL_dossiers_by_field", area: { sheet: SHEET, top: 7, left: 1, bottom: 25, right: 13 } },
    ]);
  });

  it("gives new rows the formulas of the row above, and none of its values", async () => {
    const book = await withTable();
    await done(book.insertRows({ sheet: SHEET, before: 9, count: 3 }));
    const { formula, value } = await grid(book);
    expect(formula(10, 3)).toBe('=IF(COUNT(D10,E10,F10)=0,"",SUM(D10,E10,F10))');
    expect(value(10, 2)).toBeNull();
    expect(value(8, 2)).toBe("Chứng thực");
  });

  it("lets validations, conditional formats and the merged total follow, and survives a file", async () => {
    const book = await withTable();
    await done(book.insertRows({ sheet: SHEET, before: 22, count: 3 }));
    const bytes = await book.save();
    const xml = await partOf(bytes, "xl/worksheets/sheet1.xml");
    expect(xml).toContain('sqref="D7:D24"');
    expect(xml).toContain('sqref="D26"');
    expect(xml).toContain('sqref="A25:M25"');
    expect(xml).toContain('<mergeCell ref="A26:B26"/>');
    expect(xml).toMatch(/<conditionalFormatting sqref="D7:D24">/);
    expect(xml).toContain("COUNT(D6:D25)&gt;0");
    expect((await grid(await opened(bytes))).value(26, 1)).toBe("Tổng cộng");
  });

  it("says when there is no such sheet", async () => {
    const book = await withTable();
    expect(await book.insertRows({ sheet: "Không có", before: 1, count: 1 })).toMatchObject({ ok: false });
  });
});
