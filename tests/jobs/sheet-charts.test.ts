import { describe, expect, it } from "@jest/globals";
import { checkedBook } from "../../src/jobs/check.js";
import { bookOf } from "../../src/jobs/open.js";
import { type SheetChart, sheetCharts } from "../../src/jobs/sheet-charts.js";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot.js";
import tables from "../fixtures/thanh-mien-2023-q3.tables.json" with { type: "json" };
import { bookWith, snapshotFrom, typeRows } from "../support/table-books.js";

const ID = "hai-duong-2022";
const SHEET = "Hồ sơ theo lĩnh vực";
const NAME = "CCHC_CHART_dossiers_by_field";

type Rows = Parameters<typeof typeRows>[2];

async function snapshotWith(rows: Rows): Promise<WorkbookSnapshot> {
  const book = await bookWith(ID, ["dossiers-by-field"]);
  await typeRows(ID, book, rows);
  return snapshotFrom(book);
}

async function chartsOf(snapshot: WorkbookSnapshot): Promise<readonly SheetChart[]> {
  const book = await bookOf(snapshot);
  if (book.kind !== "forms") throw new Error(book.kind);
  const checked = checkedBook(book, { before: null });
  if (checked.kind !== "forms") throw new Error(checked.kind);
  return sheetCharts(checked);
}

const resolved = (field: string, early: number | string | null, onTime: number | null) => ({
  field,
  "resolved-early": early,
  "resolved-on-time": onTime,
});
const fields = (...rows: readonly object[]): Rows => ({ "dossiers-by-field": rows }) as Rows;
const column = (at: number, top: number, bottom: number) => ({ top, bottom, left: at, right: at });
const withName = (snapshot: WorkbookSnapshot, top: number, bottom: number): WorkbookSnapshot => ({
  ...snapshot,
  names: [...snapshot.names, { name: NAME, area: { sheet: SHEET, top, bottom, left: 2, right: 10 } }],
});

describe("charts on the sheets", () => {
  it("show what the Word file draws, by its cells", async () => {
    const [one, ...others] = await chartsOf(
      await snapshotWith({ "dossiers-by-field": tables["dossiers-by-field"] } as Rows),
    );
    expect(others).toEqual([]);
    expect(one).toMatchObject({ sheet: SHEET, name: NAME, state: "absent", unseen: [] });
    expect(one?.chart).toEqual({
      sheet: SHEET,
      title: "Hồ sơ tiếp nhận theo lĩnh vực",
      categories: { name: "Lĩnh vực", cells: column(2, 7, 11) },
      unit: "Số hồ sơ",
      series: [
        { name: "Trực tuyến", cells: column(4, 7, 11), fill: "#1F4E79" },
        { name: "Trực tiếp, dịch vụ bưu chính", cells: column(5, 7, 11), fill: "#9DC3E6" },
        { name: "Từ kỳ trước", cells: column(6, 7, 11), fill: "#C00000" },
      ],
    });
  });

  it("are none for one row, nor for a table that is not there", async () => {
    expect(await chartsOf(await snapshotWith(fields(resolved("Hộ tịch", 1, 2))))).toEqual([]);
    expect(await chartsOf(await snapshotFrom(await bookWith(ID, [])))).toEqual([]);
  });

  it("reach from the first row with something to see to the last", async () => {
    const snapshot = await snapshotWith(
      fields(
        resolved("Hộ tịch", 0, 0),
        resolved("Chứng thực", 1, 2),
        resolved("Đất đai", null, null),
        resolved("Điện", 3, 4),
      ),
    );
    const [one] = await chartsOf(snapshot);
    expect(one?.chart?.categories.cells).toEqual(column(2, 8, 12));
  });

  it("are drawn while the workbook has their name, behind when a row or column came outside it", async () => {
    const rows = fields(
      resolved("Hộ tịch", 1, 2),
      resolved("Chứng thực", 3, 4),
      resolved("Bảo trợ xã hội", 5, 6),
    );
    const snapshot = await snapshotWith(rows);
    const state = async (top: number, bottom: number) =>
      (await chartsOf(withName(snapshot, top, bottom)))[0]?.state;
    expect(await state(7, 9)).toBe("drawn");
    expect(await state(6, 10)).toBe("drawn");
    expect(await state(7, 8)).toBe("behind");
    expect(await state(8, 9)).toBe("behind");
    const received = {
      ...withName(snapshot, 7, 9),
      names: snapshot.names.concat({
        name: NAME,
        area: { sheet: SHEET, top: 7, bottom: 9, left: 2, right: 6 },
      }),
    };
    expect((await chartsOf(received))[0]?.state).toBe("behind");
  });

  it("can be taken off when there is nothing to compare any more", async () => {
    const snapshot = await snapshotWith(fields(resolved("Hộ tịch", 1, 2)));
    expect(await chartsOf(withName(snapshot, 8, 9))).toEqual([
      { sheet: SHEET, name: NAME, chart: null, state: "drawn", unseen: [] },
    ]);
  });

  it("tell the cells whose number a sheet's chart cannot draw", async () => {
    const [one] = await chartsOf(
      await snapshotWith(fields(resolved("Hộ tịch", "12", 2), resolved("Chứng thực", 3, 4))),
    );
    expect(one?.unseen).toEqual([{ sheet: SHEET, row: 7, column: 8 }]);
  });
});
