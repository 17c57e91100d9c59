import { describe, expect, it } from "@jest/globals";
import { planCheckSheet } from "../../src/workbook/planning/plan-check-sheet.js";
import { openOverApi, openOverScript } from "../hosts/gsheets/local.js";
import { valueOfResult } from "../hosts/results.js";
import { describeCheckSheet } from "./check-sheet-contract.js";

describeCheckSheet("Google Sheets", async () => openOverScript().host);

const SHEET = "Phiếu kiểm tra";
/** The list begins below the head of the sheet. */
const FIRST = 9;

function plan(count: number, clearTo = 0) {
  const row = {
    kind: "Lỗi",
    sheet: "Biểu mẫu 3",
    cells: "D10",
    told: "Tổng ghi 139",
    status: "",
    answer: "",
  };
  return planCheckSheet(
    {
      ...{
        sheet: SHEET,
        superior: "UBND tỉnh",
        organization: "UBND xã",
        summary: [],
        placeAndDay: "ngày 14",
      },
      rows: Array.from({ length: count }, () => row),
    },
    clearTo,
  );
}

describe.each([
  ["our own server", openOverScript],
  ["Google's API", openOverApi],
] as const)("a printed sheet that is made anew with fewer lines, over %s", (_, open) => {
  it("is ruled as far as its list goes and no further", async () => {
    const { host, book } = open();
    const ruled = () => {
      const sheet = book.grid.sheetNamed(SHEET);
      return Array.from({ length: 30 }, (_row, index) => FIRST + index).filter((row) =>
        [1, 4, 7].some((column) => Object.keys(sheet?.style(row - 1, column - 1).borders ?? {}).length > 0),
      );
    };
    const first = plan(12);
    valueOfResult(await host.apply({ sheets: [first], names: [] }));
    expect(ruled()).toEqual([9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
    const taken = valueOfResult(await host.capture("whole")).sheets.find(({ name }) => name === SHEET);
    const emptied = (taken?.values ?? []).flatMap((line, i) =>
      line.flatMap((value, j) =>
        value === null
          ? []
          : [
              {
                cell: { sheet: SHEET, row: (taken?.top ?? 1) + i, column: (taken?.left ?? 1) + j },
                value: null,
              },
            ],
      ),
    );
    valueOfResult(await host.write(emptied));
    const lastRow = Math.max(...first.cells.map(({ row }) => row));
    valueOfResult(await host.apply({ sheets: [plan(2, lastRow)], names: [] }));
    expect(ruled()).toEqual([9, 10]);
  });
});
