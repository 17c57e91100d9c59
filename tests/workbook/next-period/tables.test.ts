import { beforeAll, describe, expect, it } from "@jest/globals";
import { findTable } from "../../../src/forms/tables.js";
import { emptyWorkbook } from "../../../src/hosts/xlsx/open.js";
import type { CellAddress } from "../../../src/values/address.js";
import { infoFromJson } from "../../../src/workbook/filling/info-entries.js";
import { planReportWorkbook } from "../../../src/workbook/planning/plan-workbook.js";
import { columnOf, tableLayout } from "../../../src/workbook/planning/tables/layout.js";
import { edition } from "../../support/report-data.js";
import { carryOut, cellAt, done, numbersOf, read, type TestBook, valueCell } from "./books.js";

const ID = "tu-ky-2023";
const TABLES = ["dossiers-by-field", "task-progress", "documents"];

/** A cell of a table, by its row from 1. */
function place(id: string, row: number, column: string): CellAddress {
  const table = findTable(id);
  if (table === null) throw new Error(id);
  const { firstRow } = tableLayout(table);
  return { sheet: table.sheet, row: firstRow + row - 1, column: columnOf(table, column) };
}

function totalCell(id: string, column: string): CellAddress {
  const table = findTable(id);
  const row = table === null ? null : tableLayout(table).totalRow;
  return { ...place(id, 1, column), row: row ?? 0 };
}

async function filled(): Promise<TestBook> {
  const info = infoFromJson(edition(ID), { period: "quarter-3", year: 2023 });
  if (!info.ok) throw new Error("info");
  const host = emptyWorkbook();
  const wanted = TABLES.map((id) => ({ id }));
  done(await host.apply(planReportWorkbook(edition(ID), info.value.entries, [], wanted)));
  const book = await read(ID, host);
  const cells: readonly (readonly [CellAddress, string | number])[] = [
    [place("dossiers-by-field", 1, "received-online"), 905],
    [place("dossiers-by-field", 1, "received-direct"), 14],
    [place("dossiers-by-field", 1, "received-carried"), 3],
    [place("dossiers-by-field", 1, "resolved-early"), 900],
    [place("dossiers-by-field", 1, "resolved-total"), 922],
    [place("dossiers-by-field", 6, "field"), "Lao động"],
    [place("dossiers-by-field", 6, "resolved-early"), 8],
    [totalCell("dossiers-by-field", "received-online"), 1000],
    [place("documents", 1, "subject"), "Kế hoạch cải cách hành chính"],
    [place("documents", 1, "number"), "12"],
    [place("task-progress", 2, "content"), "Ban hành kế hoạch"],
    [place("task-progress", 2, "executor"), "Văn phòng"],
    [place("task-progress", 2, "completion"), 100],
    [place("task-progress", 3, "content"), "Tuyên truyền"],
    [place("task-progress", 3, "executor"), "Văn hóa"],
    [valueCell(book, 1, "2.1"), 25],
  ];
  done(await host.write(cells.map(([cell, value]) => ({ cell, value }))));
  return read(ID, host);
}

describe("supplementary tables in the next period", () => {
  let before: TestBook;

  beforeAll(async () => {
    before = await filled();
  });

  it("begin anew: records go, fields stay, formulas that were typed over come back", async () => {
    const after = await carryOut(await filled());
    const value = (address: CellAddress) => cellAt(after, address).value;
    expect(value(place("dossiers-by-field", 1, "received-online"))).toBeNull();
    expect(value(place("dossiers-by-field", 1, "field"))).toBe("Hộ tịch");
    expect(value(place("dossiers-by-field", 6, "field"))).toBe("Lao động");
    expect(cellAt(after, place("dossiers-by-field", 1, "resolved-total")).formula).toBe(
      cellAt(before, place("dossiers-by-field", 2, "resolved-total")).formula.replaceAll(
        String(place("dossiers-by-field", 2, "field").row),
        String(place("dossiers-by-field", 1, "field").row),
      ),
    );
    const planned = cellAt(before, totalCell("dossiers-by-field", "received-direct")).formula;
    expect(cellAt(after, totalCell("dossiers-by-field", "received-online")).formula).toBe(
      planned.replaceAll("E", "D"),
    );
    expect(value(place("documents", 1, "subject"))).toBeNull();
    expect(value(place("documents", 1, "number"))).toBeNull();
    expect(after.account.clearedTables).toEqual(["Văn bản đã ban hành", "Hồ sơ theo lĩnh vực"]);
  });

  it("go on within the year where they are kept for a year, and feed the forms again", async () => {
    const after = await carryOut(await filled());
    expect(after.account.carriedTables).toEqual(["Tiến độ nhiệm vụ"]);
    expect(cellAt(after, place("task-progress", 2, "completion")).value).toBe(100);
    expect(numbersOf(after.report)).toEqual({ "1/2": 50, "1/2.1": 2, "1/2.2": 1 });
    expect(after.account.restored).toContainEqual({ form: 1, code: "2.1" });
    expect(after.account.formulas).toEqual([]);
  });

  it("leave only their group headings to another year", async () => {
    const after = await carryOut(await filled(), "2024-quarter-1");
    expect(cellAt(after, place("task-progress", 1, "content")).value).toBe("CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH");
    expect(cellAt(after, place("task-progress", 2, "content")).value).toBeNull();
    expect(cellAt(after, place("task-progress", 2, "completion")).value).toBeNull();
    expect(after.account.carriedTables).toEqual([]);
    expect(numbersOf(after.report)).toEqual({});
  });
});
