import { describe, expect, it } from "@jest/globals";
import { findTable } from "../../../../src/forms/tables.js";
import type { TableReport } from "../../../../src/report/table-report.js";
import { planReportWorkbook } from "../../../../src/workbook/planning/plan-workbook.js";
import { readReport } from "../../../../src/workbook/reading/read-report.js";
import { findEditionTable } from "../../../../src/workbook/reading/tables/find-table.js";
import { indexSnapshot } from "../../../../src/workbook/snapshot-index.js";
import { snapshotOf } from "../../../support/plan-snapshot.js";
import { edition } from "../../../support/report-data.js";
import {
  insertColumn,
  insertRow,
  removeNames,
  renameSheet,
  setCell,
} from "../../../support/snapshot-damage.js";
import { bookWith, snapshotFrom, typeRows } from "../../../support/table-books.js";

const ID = "tu-ky-2023";
const SHEET = "Hồ sơ theo lĩnh vực";

async function filled() {
  const book = await bookWith(ID, ["dossiers-by-field", "documents", "task-progress"]);
  await typeRows(ID, book, {
    "dossiers-by-field": [
      { field: "Hộ tịch", "received-online": 163 },
      { field: "Môi trường", "received-online": "12", "received-direct": "-" },
    ],
    documents: [
      { type: "Kế hoạch", number: 26, symbol: "KH-UBND", date: "2023-02-17", subject: "Đề án CCHC" },
    ],
    "task-progress": [
      { content: "CẢI CÁCH THỂ CHẾ" },
      { content: "Rà soát văn bản", executor: "Tư pháp - Hộ tịch", completion: 100 },
    ],
  });
  return snapshotFrom(book);
}

/** Column `received-online` by label, and the total. */
function online({ rows, total }: TableReport): Readonly<Record<string, unknown>> {
  const value = (cells: TableReport["rows"][number]["cells"]) => {
    const reading = cells.get("received-online")?.reading;
    return reading?.kind === "number" ? reading.value : reading?.kind;
  };
  const label = (cells: TableReport["rows"][number]["cells"]) => {
    const reading = cells.get("field")?.reading;
    return reading?.kind === "text" ? reading.text : "?";
  };
  return {
    ...Object.fromEntries(rows.map(({ cells }) => [label(cells), value(cells)])),
    total: total === null ? null : value(total),
  };
}

const table = (report: ReturnType<typeof readReport>, id: string): TableReport => {
  const found = report.tables.get(id);
  if (found === undefined) throw new Error(`no table ${id}`);
  return found;
};

describe("a filled table", () => {
  it("is read row by row, blank rows and fields without numbers left out, the total apart", async () => {
    const report = readReport(edition(ID), await filled());
    expect([...report.tables.keys()]).toEqual(["documents", "task-progress", "dossiers-by-field"]);
    const dossiers = table(report, "dossiers-by-field");
    expect(online(dossiers)).toEqual({ "Hộ tịch": 163, "Môi trường": 12, total: 163 });
    expect(dossiers.rows.map(({ row }) => row)).toEqual([1, 6]);
    expect(report.layout).toEqual([]);
  });

  it("gives days as days, numbers as they are typed, and group rows as such", async () => {
    const report = readReport(edition(ID), await filled());
    const [document] = table(report, "documents").rows;
    expect(document?.cells.get("date")?.reading).toEqual({
      kind: "date",
      day: { year: 2023, month: 2, day: 17 },
    });
    expect(document?.cells.get("number")?.reading).toEqual({ kind: "text", text: "26" });
    const progress = table(report, "task-progress").rows;
    expect(progress.filter(({ kind }) => kind === "group")).toHaveLength(7);
    expect(progress.filter(({ kind }) => kind === "record").map(({ row }) => row)).toEqual([7]);
  });

  it("counts no row that only works itself out", async () => {
    const snapshot = await filled();
    const lone = {
      ...snapshot,
      sheets: snapshot.sheets.map((sheet) =>
        sheet.name === SHEET
          ? { ...sheet, values: sheet.values.map((line, i) => (i === 14 ? line.with(2, 7) : line)) }
          : sheet,
      ),
    };
    expect(table(readReport(edition(ID), lone), "dossiers-by-field").rows.map(({ row }) => row)).toEqual([
      1, 6,
    ]);
  });

  it("is not there when the workbook has no such sheet, and that is no fault", async () => {
    const report = readReport(edition(ID), await snapshotFrom(await bookWith(ID, [])));
    expect(report.tables.size).toBe(0);
    expect(report.layout).toEqual([]);
  });
});

describe("a table that was changed", () => {
  const names = ["CCHC_TBL_dossiers_by_field"];

  it.each([
    ["above the first row", 7],
    ["in the middle", 9],
    ["above the thin row", 22],
    ["above the total row", 23],
  ])("is read with a row inserted %s", async (_where, row) => {
    const inserted = insertRow(await filled(), SHEET, row);
    const typed = setCell(setCell(inserted, SHEET, row, 2, "Xây dựng"), SHEET, row, 4, 7);
    const report = readReport(edition(ID), typed);
    expect(online(table(report, "dossiers-by-field"))).toMatchObject({
      "Xây dựng": 7,
      "Hộ tịch": 163,
      total: 163,
    });
  });

  it.each([1, 2, 4, 9])("is read with a column inserted before column %i", async (column) => {
    const report = readReport(edition(ID), insertColumn(await filled(), SHEET, column));
    expect(online(table(report, "dossiers-by-field"))).toEqual({
      "Hộ tịch": 163,
      "Môi trường": 12,
      total: 163,
    });
    expect(report.layout).toEqual([]);
  });

  it("is found by its header when its name is lost, and that is told", async () => {
    const report = readReport(edition(ID), removeNames(await filled(), names));
    expect(online(table(report, "dossiers-by-field"))).toEqual({
      "Hộ tịch": 163,
      "Môi trường": 12,
      total: 163,
    });
    expect(report.layout).toMatchObject([{ kind: "table-name-lost", table: "dossiers-by-field" }]);
  });

  it("is found by its name when its sheet has another name", async () => {
    const report = readReport(edition(ID), renameSheet(await filled(), SHEET, "HS quý III"));
    expect(table(report, "dossiers-by-field").sheet).toBe("HS quý III");
  });

  it("keeps a column whose heading was reworded", async () => {
    const report = readReport(edition(ID), setCell(await filled(), SHEET, 5, 4, "Nộp qua mạng"));
    expect(online(table(report, "dossiers-by-field"))["Hộ tịch"]).toBe(163);
  });

  it("misses a column that was taken out", async () => {
    const snapshot = await filled();
    const narrower = {
      ...snapshot,
      names: snapshot.names.map(({ name, area }) =>
        names.includes(name) && area !== null
          ? { name, area: { ...area, right: area.right - 1 } }
          : { name, area },
      ),
    };
    const report = readReport(edition(ID), setCell(narrower, SHEET, 4, 13, null));
    expect(report.layout).toMatchObject([{ kind: "column-missing", column: "progress-late" }]);
  });
});

it("finds the columns of a table by the headers that its edition prints", () => {
  const twoTier = edition("two-tier-2025");
  const plan = planReportWorkbook(twoTier, new Map(), [], [{ id: "online-services", rows: 1 }]);
  const shared = findTable("online-services");
  if (shared === null) throw new Error("no table online-services");
  const snapshot = insertColumn(snapshotOf(plan), shared.sheet, 2);
  const read = readReport(twoTier, snapshot).tables.get("online-services");
  expect(read?.table.columns[1]?.path).toEqual(["Tổng số DVC TT toàn trình"]);
  const places = findEditionTable(indexSnapshot(snapshot), twoTier, shared)?.found.columns;
  expect([places?.get("level-3"), places?.get("level-4"), places?.get("levels-3-4")]).toEqual([1, 3, 4]);
});
