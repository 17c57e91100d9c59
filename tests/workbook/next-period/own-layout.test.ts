import { describe, expect, it } from "@jest/globals";
import { emptyWorkbook } from "../../../src/hosts/xlsx/open.js";
import { infoFromJson } from "../../../src/workbook/filling/info-entries.js";
import { indicatorName } from "../../../src/workbook/layout/names.js";
import type { CellPlan, SheetPlan } from "../../../src/workbook/plan.js";
import { planInfo } from "../../../src/workbook/planning/plan-info.js";
import { styles } from "../../../src/workbook/planning/styles.js";
import { readEarlier } from "../../../src/workbook/reading/read-earlier.js";
import { edition, thanhMienData } from "../../support/report-data.js";
import { carryOut, done, numbersOf, read, type TestBook } from "./books.js";

const ID = "hai-duong-2022";
const SHEET = "CCHC quý";
/** STT, label, result and note as the officer laid them out: the result before the unit. */
const ROWS = [
  ["3.3", "Tỷ lệ hồ sơ đúng hạn", "", ""],
  ["3.3.1", "Tổng số hồ sơ", 922, "cả hồ sơ cũ"],
  ["3.3.2", "Đúng hạn", 905, ""],
  ["1.3", "Bãi bỏ", 3, ""],
] as const;

/** A workbook of the officer's own, its cells bound by name. */
async function adopted(): Promise<TestBook> {
  const cell = (row: number, column: number, text: string | number): CellPlan => ({
    row,
    column,
    content: typeof text === "number" ? { kind: "number", number: text } : { kind: "text", text },
    style: styles.label,
  });
  const header = ["TT", "Nội dung", "Kết quả", "Ghi chú"].map((text, i) => cell(3, i + 1, text));
  const body = ROWS.flatMap((row, i) =>
    row.flatMap((text, j) => (text === "" ? [] : [cell(4 + i, j + 1, text)])),
  );
  const mine: SheetPlan = {
    name: SHEET,
    tabColor: null,
    columnWidths: [8, 40, 12, 20],
    rowHeights: [],
    cells: [
      cell(1, 1, "Tổng hợp của xã"),
      ...header,
      ...body,
      cell(12, 2, "Người lập: văn phòng"),
      cell(12, 3, 77),
    ],
    merges: [],
    validations: [],
    conditions: [],
    frozenRows: 0,
    print: {
      orientation: "portrait",
      titleRows: null,
      margins: { top: 20, bottom: 15, left: 20, right: 15 },
    },
  };
  const info = infoFromJson(edition(ID), thanhMienData.info);
  if (!info.ok) throw new Error("info");
  const front = planInfo(edition(ID), info.value.entries);
  const host = emptyWorkbook();
  const names = ROWS.map(([code], i) => ({
    name: indicatorName(3, code),
    area: { sheet: SHEET, top: 4 + i, bottom: 4 + i, left: 3, right: 3 },
  }));
  const own: SheetPlan = { ...mine, name: "Kỳ trước", cells: [cell(2, 2, "Ghi chép riêng"), cell(3, 2, 15)] };
  done(await host.apply({ sheets: [mine, own, front.sheet], names: [...names, ...front.names] }));
  const ratio = { sheet: SHEET, row: 4, column: 3 };
  done(await host.write([{ cell: ratio, value: 0.9816, format: "0.00%" }]));
  return read(ID, host);
}

describe("a workbook in the officer's own layout, bound by names", () => {
  it("keeps its layout: values and notes of the bound rows go, the ratio calculates itself", async () => {
    const before = await adopted();
    expect(numbersOf(before.report)).toEqual({ "3/1.3": 3, "3/3.3": 98.16, "3/3.3.1": 922, "3/3.3.2": 905 });
    const after = await carryOut(before);
    const sheet = after.snapshot.sheets.find(({ name }) => name === SHEET);
    expect(sheet?.values).toEqual([
      ["Tổng hợp của xã", null, null, null],
      [null, null, null, null],
      ["TT", "Nội dung", "Kết quả", "Ghi chú"],
      ["3.3", "Tỷ lệ hồ sơ đúng hạn", "", null],
      ["3.3.1", "Tổng số hồ sơ", null, null],
      ["3.3.2", "Đúng hạn", null, null],
      ["1.3", "Bãi bỏ", null, null],
      ...Array.from({ length: 4 }, () => [null, null, null, null]),
      [null, "Người lập: văn phòng", 77, null],
    ]);
    expect(sheet?.formulas[3]?.[2]).toBe('=IFERROR(IF(OR(C5="",C6=""),"",ROUND(100*C6/C5,2)),"")');
    expect(sheet?.formats[3]?.[2]).toBe("General");
    const lost = after.account.lost.filter(({ form }) => form === 3).map(({ code }) => code);
    expect(lost).not.toContain("3.3.1");
    expect(lost).toContain("1.4");
  });

  it("leaves her own sheet called Kỳ trước alone and keeps the values on another", async () => {
    const after = await carryOut(await adopted());
    expect(after.account.earlierSheet).toBe("Kỳ trước (2)");
    expect(after.snapshot.sheets.find(({ name }) => name === "Kỳ trước")?.values).toEqual([
      ["Ghi chép riêng"],
      [15],
    ]);
    const earlier = readEarlier(after.report.edition, after.snapshot);
    expect(earlier && numbersOf(earlier)).toEqual({
      "3/1.3": 3,
      "3/3.3": 98.16,
      "3/3.3.1": 922,
      "3/3.3.2": 905,
    });
    const again = await carryOut(after);
    expect(again.account.earlierSheet).toBe("Kỳ trước (2)");
  });
});
