import { describe, expect, it } from "@jest/globals";
import type { CellValue } from "../../../src/values/cell.js";
import { readReport } from "../../../src/workbook/reading/read-report.js";
import type { WorkbookSnapshot } from "../../../src/workbook/snapshot.js";
import { edition, filledSnapshot, thanhMienData } from "../../support/report-data.js";
import {
  insertColumn,
  insertRow,
  moveName,
  removeNames,
  removeRow,
  removeSheet,
  renameSheet,
  replaceTexts,
  setCell,
} from "../../support/snapshot-damage.js";

const haiDuong = edition("hai-duong-2022");
const whole = filledSnapshot(haiDuong, thanhMienData);

function read(snapshot: WorkbookSnapshot) {
  const report = readReport(haiDuong, snapshot);
  const value = (form: number, code: string): CellValue | undefined =>
    report.values.get(`${form}/${code}`)?.cell.value;
  return { layout: report.layout, value, report };
}

/** Every value of the report, to compare with the undamaged one. */
function values(snapshot: WorkbookSnapshot): readonly CellValue[] {
  return [...readReport(haiDuong, snapshot).values.values()].map((value) => value.cell.value);
}

describe("what an officer may do to the sheets", () => {
  it.each<readonly [string, WorkbookSnapshot]>([
    ["rename a sheet", renameSheet(whole, "Biểu mẫu 3", "BM3 - TTHC")],
    ["move sheets about", { ...whole, sheets: [...whole.sheets].reverse() }],
    ["insert a row above the form", insertRow(whole, "Biểu mẫu 3", 1)],
    ["insert a row inside the form", insertRow(whole, "Biểu mẫu 3", 12)],
    ["insert a column before STT", insertColumn(whole, "Biểu mẫu 3", 1)],
    ["insert a column before the results", insertColumn(whole, "Biểu mẫu 3", 4)],
    ["retype STT without its dot", setCell(whole, "Biểu mẫu 3", 18, 1, "3.3.1")],
    ["retype STT so that Excel makes it a number", setCell(whole, "Biểu mẫu 3", 7, 1, 1.1)],
    ["clear an STT whose label still stands", setCell(whole, "Biểu mẫu 3", 18, 1, null)],
    ["paste decomposed text", replaceTexts(whole, (text) => text.normalize("NFD"))],
    ["place tone marks the other way", replaceTexts(whole, (text) => text.replaceAll("hóa", "hoá"))],
    ["write labels in capitals", replaceTexts(whole, (text) => text.toUpperCase())],
    ["name another superior", replaceTexts(whole, (text) => text.replaceAll("UBND huyện,", "UBND tỉnh,"))],
    ["clear the form's header", setCell(whole, "Biểu mẫu 3", 4, 1, null)],
  ])("%s: every value is found and nothing is complained of", (_, snapshot) => {
    expect(read(snapshot).layout).toEqual([]);
    expect(read(snapshot).value(3, "3.3.1")).toBe("922");
  });

  it("the values stay the same through all of it at once", () => {
    let snapshot = insertRow(whole, "Biểu mẫu 3", 7);
    snapshot = insertColumn(snapshot, "Biểu mẫu 3", 2);
    snapshot = renameSheet(snapshot, "Biểu mẫu 3", "Thủ tục");
    snapshot = insertRow(snapshot, "Thông tin chung", 5);
    expect(values(snapshot)).toEqual(values(whole));
    expect(readReport(haiDuong, snapshot).info).toEqual(readReport(haiDuong, whole).info);
  });
});

/** The numbers of form 3 moved in its column of results: column 4, rows 6 to 29. */
function pasted(snapshot: WorkbookSnapshot, rows: number, columns: number): WorkbookSnapshot {
  const cells = Array.from({ length: 30 }, (_, index) => index + 6).flatMap((row) => {
    const sheet = snapshot.sheets.find(({ name }) => name === "Biểu mẫu 3");
    const value = sheet?.values[row - sheet.top]?.[4 - sheet.left] ?? null;
    const formula = sheet?.formulas[row - sheet.top]?.[4 - sheet.left] ?? "";
    return formula === "" && value !== null ? [{ row, value }] : [];
  });
  let changed = snapshot;
  for (const { row } of cells) changed = setCell(changed, "Biểu mẫu 3", row, 4, null);
  for (const { row, value } of cells) {
    changed = setCell(changed, "Biểu mẫu 3", row + rows, 4 + columns, value);
  }
  return changed;
}

describe("numbers pasted beside their cells", () => {
  const beside = (snapshot: WorkbookSnapshot) =>
    read(snapshot).layout.filter(({ kind }) => kind === "values-beside");

  it.each([
    [1, "E6:E22"],
    [-1, "C6:C22"],
  ])("%i column to the side: one fault that says where they are", (columns, found) => {
    expect(beside(pasted(whole, 0, columns))).toEqual([
      { kind: "values-beside", form: 3, sheet: "Biểu mẫu 3", by: "column", found },
    ]);
  });

  it("is silent for the form as it was filled", () => {
    expect(beside(whole)).toEqual([]);
  });

  it.each([
    [2, []],
    [3, ["E7:E9"]],
  ])("takes %i numbers beside blank cells for the form's, or for notes", (count, found) => {
    let blank = pasted(whole, 0, 1);
    for (let row = 6; row <= 30; row += 1) blank = setCell(blank, "Biểu mẫu 3", row, 5, null);
    for (let row = 7; row < 7 + count; row += 1) blank = setCell(blank, "Biểu mẫu 3", row, 5, row);
    expect(beside(blank).map((fault) => ("found" in fault ? fault.found : ""))).toEqual(found);
  });
});

/** Form 5 with a number in each of some rows of its column of results, 6 (the first group row) to 22, and below. */
function form5(numbers: Readonly<Record<number, CellValue>>): WorkbookSnapshot {
  let changed = insertRow(whole, "Biểu mẫu 5", 23);
  for (let row = 6; row <= 23; row += 1) {
    changed = setCell(changed, "Biểu mẫu 5", row, 4, numbers[row] ?? null);
  }
  return changed;
}

function kindOf(id: string, number: number, code: string): string | undefined {
  const form = edition(id).forms.find((one) => one.number === number);
  return form?.indicators.find((indicator) => indicator.code === code)?.kind;
}

describe("numbers pasted one row away from their cells", () => {
  const beside = (snapshot: WorkbookSnapshot) =>
    read(snapshot).layout.filter(({ kind }) => kind === "values-beside");
  /** Rows 6 and 10 are group rows. */
  const filled = Object.fromEntries(
    Array.from({ length: 17 }, (_, index) => index + 6)
      .filter((row) => row !== 6 && row !== 10)
      .map((row) => [row, row]),
  );
  const moved = (rows: number) =>
    Object.fromEntries(Object.entries(filled).map(([row, value]) => [Number(row) + rows, value]));

  it("up, a group row above and one inside: one fault that says where they are", () => {
    expect(beside(form5(moved(-1)))).toEqual([
      { kind: "values-beside", form: 5, sheet: "Biểu mẫu 5", by: "row", found: "D6:D21" },
    ]);
  });

  it("down, past the last row: one fault that says where they are", () => {
    expect(beside(form5(moved(1)))).toEqual([
      { kind: "values-beside", form: 5, sheet: "Biểu mẫu 5", by: "row", found: "D8:D23" },
    ]);
  });

  it("are none where an officer writes a number on the group row and leaves the last row blank", () => {
    const { 22: _last, ...others } = filled;
    expect(beside(form5({ ...others, 6: 0 }))).toEqual([]);
    expect(beside(form5({ ...others, 6: 0, 10: 0 }))).toEqual([]);
  });

  it.each([
    "tu-ky-2023",
    "hai-duong-2022",
    "dinh-hoa-2025",
    "vinh-linh-2023",
    "two-tier-2025",
  ])("are none in %s where all is filled, group rows too, but the first or the last row of a form", (id) => {
    const forms = edition(id).forms.map((form) => {
      const rows = form.indicators.map(({ code }) => [code, 1] as const);
      return { number: form.number, rows };
    });
    for (const blank of [0, -1]) {
      for (const { number } of forms) {
        const values = forms.map((form) => {
          const own = form.rows.filter(([code]) => kindOf(id, form.number, code) !== "heading");
          const left = form.number === number ? own.at(blank)?.[0] : null;
          return [form.number, Object.fromEntries(form.rows.filter(([code]) => code !== left))];
        });
        const data = { ...thanhMienData, info: {}, forms: Object.fromEntries(values) };
        const snapshot = filledSnapshot(edition(id), data);
        const { layout } = readReport(edition(id), snapshot);
        expect([number, layout.filter(({ kind }) => kind === "values-beside")]).toEqual([number, []]);
      }
    }
  });

  it("are none while she has filled the first group only, its group row too", () => {
    expect(beside(form5({ 6: 9, 7: 2, 8: 3, 9: 4 }))).toEqual([]);
  });
});

describe("faults of the layout", () => {
  it("a deleted sheet is one fault, not one for each row", () => {
    const { layout, report, value } = read(removeSheet(whole, "Biểu mẫu 4"));
    expect(layout).toEqual([{ kind: "sheet-missing", sheet: "Biểu mẫu 4", form: 4, adopted: false }]);
    expect(report.values.get("4/2.1")).toMatchObject({ address: null, reading: { kind: "blank" } });
    expect(value(3, "3.3.1")).toBe("922");
  });

  it("without Thông tin chung the forms are read all the same", () => {
    const { layout, report } = read(removeSheet(whole, "Thông tin chung"));
    expect(layout).toEqual([{ kind: "sheet-missing", sheet: "Thông tin chung", form: null, adopted: false }]);
    expect(report.infoCells.size).toBe(0);
    expect(report.info).toMatchObject({ organization: "", period: null, unreadable: [] });
  });

  it("a lost name: the cell is found by its STT", () => {
    const { layout, value } = read(removeNames(whole, ["CCHC_BM3_3_3_1"]));
    const address = { sheet: "Biểu mẫu 3", row: 18, column: 4 };
    expect(layout).toEqual([{ kind: "name-lost", form: 3, code: "3.3.1", address }]);
    expect(value(3, "3.3.1")).toBe("922");
  });

  it("all names lost, sheets renamed, a column inserted: found by caption, header and STT", () => {
    const bare = removeNames(
      whole,
      whole.names.map((name) => name.name),
    );
    const moved = insertColumn(renameSheet(bare, "Biểu mẫu 3", "TTHC"), "TTHC", 4);
    const { layout, report } = read(moved);
    expect(values(moved)).toEqual(values(whole));
    expect(new Set(layout.map((fault) => fault.kind))).toEqual(new Set(["name-lost"]));
    expect(report.info).toEqual(readReport(haiDuong, whole).info);
  });

  it("a deleted row: its name points nowhere and no other row has its STT", () => {
    const { layout, value } = read(removeRow(whole, "Biểu mẫu 3", 18));
    expect(layout).toEqual([
      { kind: "cell-missing", form: 3, code: "3.3.1", sheet: "Biểu mẫu 3", adopted: false },
    ]);
    expect(value(3, "3.3.2")).toBe("922");
  });

  it("a result dragged to another row: the row with the STT counts, as it will be printed", () => {
    // 1.3 (row 9, "3") dragged onto 1.2 (row 8): the name of 1.2 is overwritten, that of 1.3 follows.
    let snapshot = setCell(setCell(whole, "Biểu mẫu 3", 8, 4, "3"), "Biểu mẫu 3", 9, 4, null);
    snapshot = moveName(removeNames(snapshot, ["CCHC_BM3_1_2"]), "CCHC_BM3_1_3", { row: 8, column: 4 });
    const { layout, value } = read(snapshot);
    const address = { sheet: "Biểu mẫu 3", row: 8, column: 4 };
    expect(layout).toEqual([
      { kind: "name-lost", form: 3, code: "1.2", address },
      { kind: "moved", form: 3, code: "1.3", address, found: "1.2" },
    ]);
    expect([value(3, "1.2"), value(3, "1.3")]).toEqual(["3", null]);
  });

  it("an STT changed to another: told, and the label says that the cell is still the right one", () => {
    const { layout, value } = read(setCell(whole, "Biểu mẫu 3", 18, 1, "3.3.9."));
    const address = { sheet: "Biểu mẫu 3", row: 18, column: 4 };
    expect(layout).toEqual([{ kind: "moved", form: 3, code: "3.3.1", address, found: "3.3.9" }]);
    expect(value(3, "3.3.1")).toBe("922");
  });

  it("a result moved to another sheet", () => {
    const cell = { sheet: "Biểu mẫu 4", row: 30, column: 4 };
    const { layout } = read(moveName(whole, "CCHC_BM3_3_3_1", cell));
    expect(layout).toEqual([
      { kind: "moved", form: 3, code: "3.3.1", address: cell, found: "trang tính Biểu mẫu 4" },
    ]);
  });

  it("a changed label: told, the value still counts", () => {
    const { layout, value } = read(setCell(whole, "Biểu mẫu 3", 18, 2, "Số hồ sơ quá hạn"));
    const address = { sheet: "Biểu mẫu 3", row: 18, column: 4 };
    expect(layout).toEqual([
      { kind: "relabelled", form: 3, code: "3.3.1", address, found: "Số hồ sơ quá hạn" },
    ]);
    expect(value(3, "3.3.1")).toBe("922");
  });

  it("two names on one cell: the one whose row it is not is told, and read from its own row", () => {
    const { layout, value } = read(moveName(whole, "CCHC_BM3_2_1", { row: 18, column: 4 }));
    const address = { sheet: "Biểu mẫu 3", row: 18, column: 4 };
    expect(layout).toEqual([{ kind: "duplicated", form: 3, code: "2.1", address, other: "3.3.1" }]);
    expect([value(3, "2.1"), value(3, "3.3.1")]).toEqual(["2", "922"]);
  });

  it("a copied sheet brings the names again: the first ones count", () => {
    const copy = whole.names
      .filter((name) => name.area?.sheet === "Biểu mẫu 3")
      .map(({ name, area }) => ({ name, area: area === null ? null : { ...area, sheet: "Biểu mẫu 3 (2)" } }));
    const sheet = whole.sheets.find(({ name }) => name === "Biểu mẫu 3");
    const sheets = sheet === undefined ? [] : [...whole.sheets, { ...sheet, name: "Biểu mẫu 3 (2)" }];
    expect(read({ ...whole, sheets, names: [...whole.names, ...copy] }).layout).toEqual([]);
  });

  it("an empty workbook misses every sheet", () => {
    const kinds = read({ sheets: [], names: [], culture: null }).layout.map((fault) => fault.kind);
    expect(kinds).toEqual(Array.from({ length: 8 }, () => "sheet-missing"));
  });
});
