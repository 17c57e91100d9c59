import { describe, expect, it } from "@jest/globals";
import { findTable } from "../../../src/forms/tables.js";
import { emptyWorkbook } from "../../../src/hosts/xlsx/open.js";
import { planTable } from "../../../src/workbook/planning/tables/plan-table.js";
import { partOf } from "./packages.js";

async function heightAfter(text: string): Promise<number> {
  const table = findTable("documents");
  if (table === null) throw new Error("no table");
  const { sheet, name } = planTable(table);
  const book = emptyWorkbook();
  await book.apply({ sheets: [sheet], names: [name] });
  await book.write([{ cell: { sheet: sheet.name, row: 6, column: 7 }, value: text }]);
  const xml = await partOf(await book.save(), "xl/worksheets/sheet1.xml");
  return Number(/<row r="6"[^>]*\sht="([\d.]+)"/.exec(xml)?.[1]);
}

describe("a row that fits its content", () => {
  it("is made high enough for a long text that is written into it, and never lower than planned", async () => {
    expect(await heightAfter("Kế hoạch kiểm tra")).toBe(20);
    const long =
      "Ban hành quy chế phối hợp thực hiện liên thông đăng ký khai sinh, đăng ký thường trú, cấp thẻ BHYT " +
      "cho trẻ em dưới 6 tuổi, đăng ký khai tử, xóa đăng ký thường trú, hưởng chế độ mai táng phí";
    expect(await heightAfter(long)).toBeGreaterThan(60);
  });
});
