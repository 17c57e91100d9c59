import { describe, expect, it } from "@jest/globals";
import { eachIndicator } from "../../src/forms/indicators.js";
import type { CellValue } from "../../src/values/cell.js";
import { indicatorName } from "../../src/workbook/layout/names.js";
import { planReportWorkbook } from "../../src/workbook/planning/plan-workbook.js";
import { colors } from "../../src/workbook/planning/styles.js";
import { readReport } from "../../src/workbook/reading/read-report.js";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot.js";
import { snapshotOf } from "../support/plan-snapshot.js";
import { edition } from "../support/report-data.js";
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
} from "../support/snapshot-damage.js";

const dinhHoa = edition("dinh-hoa-2025");
const SHEET = "Phụ lục";
const plan = planReportWorkbook(dinhHoa, new Map([["superior", "UBND huyện Định Hóa"]]));
const sheet = plan.sheets.find(({ name }) => name === SHEET);
if (sheet === undefined) throw new Error("no sheet Phụ lục");

const textAt = (row: number, column: number) => {
  const content = sheet.cells.find((cell) => cell.row === row && cell.column === column)?.content;
  return content?.kind === "text" ? content.text : null;
};
/** The row in which a result cell was planned. */
const rowOf = (form: number, code: string) =>
  plan.names.find(({ name }) => name === indicatorName(form, code))?.area.top ?? 0;

/** A number of its own in every row, so that a value read from another row shows. */
const whole: WorkbookSnapshot = snapshotOf(plan, {
  typed: Object.fromEntries(
    [...eachIndicator(dinhHoa)].flatMap(({ form, indicator }, index) =>
      indicator.kind === "heading" ? [] : [[indicatorName(form.number, indicator.code), 1000 + index]],
    ),
  ),
});

function read(snapshot: WorkbookSnapshot) {
  const report = readReport(dinhHoa, snapshot);
  const value = (row: `${number}/${string}`): CellValue | undefined => report.values.get(row)?.cell.value;
  return { layout: report.layout, value };
}

function values(snapshot: WorkbookSnapshot): readonly (CellValue | undefined)[] {
  return [...readReport(dinhHoa, snapshot).values.values()].map((value) => value.cell.value);
}

const nameless = removeNames(
  whole,
  whole.names.map(({ name }) => name),
);

describe("one continuous table", () => {
  it("takes one sheet for all groups", () => {
    expect(plan.sheets.map(({ name }) => name)).toEqual(["Thông tin chung", SHEET]);
    expect(new Set(plan.names.map(({ area }) => area.sheet))).toEqual(new Set(["Thông tin chung", SHEET]));
    expect(rowOf(1, "1")).toBe(6);
    expect(rowOf(7, "7.6.2")).toBe(6 + 122 - 1);
  });

  it("has the caption and the header of the print", () => {
    expect([textAt(1, 1), textAt(2, 1)]).toEqual([
      "PHỤ LỤC",
      "THỐNG KÊ SỐ LIỆU KẾT QUẢ THỰC HIỆN\nCẢI CÁCH HÀNH CHÍNH NĂM 2021-2025",
    ]);
    expect([1, 2, 3, 4, 5].map((column) => textAt(4, column))).toEqual([
      "STT",
      "Các chỉ tiêu",
      "Kết quả",
      null,
      "Ghi chú",
    ]);
    expect([2, 3, 4].map((column) => textAt(5, column))).toEqual([
      "Chương trình CCHC giai đoạn 2021 - 2025",
      "Đơn vị tính",
      "Số liệu",
    ]);
    expect(sheet.print.titleRows).toEqual({ first: 4, last: 5 });
  });

  it("heads each group with its number, in the look of a header", () => {
    const top = rowOf(3, "3");
    expect([textAt(top, 1), textAt(top, 2)]).toEqual(["3.", "Cải cách thủ tục hành chính"]);
    const look = sheet.cells.find((cell) => cell.row === top && cell.column === 2)?.style;
    expect(look).toMatchObject({ bold: true, fill: colors.header });
  });

  it("puts Trong đó once beside the rows without an STT", () => {
    const rows = ["3.2.1.a", "3.2.1.b", "3.2.1.c"].map((code) => rowOf(3, code));
    expect(rows.map((row) => textAt(row, 1))).toEqual(["Trong đó", null, null]);
    expect(sheet.merges).toContainEqual({ top: rows[0], left: 1, bottom: rows[2], right: 1 });
  });

  it("keeps choices one per line, units as printed, and the superior's level", () => {
    expect(textAt(rowOf(7, "7.3"), 3)).toBe("Chưa = 0\nĐang làm = 1\nHoàn thành = 2");
    expect([textAt(rowOf(2, "2.2"), 3), textAt(rowOf(7, "7.5.2"), 3)]).toEqual(["-", "Văn bản"]);
    expect(textAt(rowOf(1, "1.3"), 2)).toBe("Thực hiện nhiệm vụ Chủ tịch UBND huyện, UBND huyện giao");
  });

  it("works out the reduction of row 4.1.5 from its two rows", () => {
    const cell = sheet.cells.find(({ row, column }) => row === rowOf(4, "4.1.5") && column === 4);
    const [from, to] = [`D${rowOf(4, "4.1.5.a")}`, `D${rowOf(4, "4.1.5.b")}`];
    expect(cell?.content).toEqual({
      kind: "formula",
      formula: `IFERROR(IF(OR(${from}="",${to}=""),"",ROUND(100*(${from}-${to})/${from},2)),"")`,
    });
  });

  it("names rows without an STT by their words in the prompts", () => {
    const [prompt] = sheet.validations.flatMap(({ area, prompt }) =>
      area.top === rowOf(1, "1.1") ? [prompt.message] : [],
    );
    expect(prompt).toBe(
      'Ô này tự tính: dòng "Số nhiệm vụ đã hoàn thành" chia dòng "Số nhiệm vụ đề ra trong kế hoạch". Có thể ghi đè.',
    );
  });
});

describe("read back", () => {
  it("every row has its value", () => {
    expect(read(whole).layout).toEqual([]);
    expect(read(whole).value("3/3.2.1.a")).toBe(1034);
  });

  it.each<readonly [string, WorkbookSnapshot]>([
    ["the sheet renamed", renameSheet(whole, SHEET, "TK 2021-2025")],
    ["a row inserted among rows without an STT", insertRow(whole, SHEET, rowOf(3, "3.2.1.b"))],
    ["a column inserted", insertColumn(whole, SHEET, 2)],
    ["decomposed text", replaceTexts(whole, (text) => text.normalize("NFD"))],
  ])("%s: nothing is complained of", (_, snapshot) => {
    expect(read(snapshot).layout).toEqual([]);
    expect(values(snapshot)).toEqual(values(whole));
  });

  it.each<readonly [string, WorkbookSnapshot]>([
    ["as they are", nameless],
    ["the sheet renamed", renameSheet(nameless, SHEET, "Sheet1")],
    ["rows and a column inserted", insertColumn(insertRow(nameless, SHEET, rowOf(3, "3.2.2.b")), SHEET, 3)],
    ["labels in capitals", replaceTexts(nameless, (text) => text.toUpperCase())],
  ])("all names lost, %s: every row is found, those without an STT by the row above them", (_, snapshot) => {
    expect(values(snapshot)).toEqual(values(whole));
    const kinds = read(snapshot).layout.map((fault) => fault.kind);
    expect(kinds).toEqual(Array.from({ length: 122 }, () => "name-lost"));
  });

  it("two rows with the same words under different rows are told apart", () => {
    const lost = removeNames(whole, ["CCHC_BM3_3_2_1_a", "CCHC_BM3_3_2_2_a"]);
    const { value } = read(lost);
    expect([value("3/3.2.1.a"), value("3/3.2.2.a")]).toEqual([1034, 1038]);
  });

  it("a name dragged onto a row of the same words is noticed", () => {
    const { layout, value } = read(
      moveName(whole, "CCHC_BM3_3_2_2_a", { row: rowOf(3, "3.2.1.a"), column: 4 }),
    );
    const address = { sheet: SHEET, row: rowOf(3, "3.2.1.a"), column: 4 };
    const other = '"Tổng số TTHC đủ điều kiện" (3.2.1)';
    expect(layout).toEqual([{ kind: "duplicated", form: 3, code: "3.2.2.a", address, other }]);
    expect(value("3/3.2.2.a")).toBe(1038);
  });

  it("a reworded row without an STT keeps its place by its order, and is told", () => {
    const row = rowOf(3, "3.2.1.b");
    const reworded = setCell(whole, SHEET, row, 2, "Số TTHC một phần");
    const address = { sheet: SHEET, row, column: 4 };
    const fault = { kind: "relabelled", form: 3, code: "3.2.1.b", address, found: "Số TTHC một phần" };
    expect(read(reworded).layout).toEqual([fault]);
    const lost = removeNames(reworded, ["CCHC_BM3_3_2_1_b"]);
    expect(read(lost).layout).toEqual([{ kind: "name-lost", form: 3, code: "3.2.1.b", address }, fault]);
    expect(read(lost).value("3/3.2.1.b")).toBe(1035);
  });

  it("a deleted row without an STT is missed, and no other row takes its place", () => {
    const { layout, value } = read(removeRow(whole, SHEET, rowOf(3, "3.2.1.b")));
    expect(layout).toEqual([
      { kind: "cell-missing", form: 3, code: "3.2.1.b", sheet: SHEET, adopted: false },
    ]);
    expect([value("3/3.2.1.a"), value("3/3.2.1.b"), value("3/3.2.1.c")]).toEqual([1034, null, 1036]);
  });

  it("a deleted sheet is one fault, of no form in particular", () => {
    expect(read(removeSheet(whole, SHEET)).layout).toEqual([
      { kind: "sheet-missing", sheet: SHEET, form: null, adopted: false },
    ]);
  });
});
