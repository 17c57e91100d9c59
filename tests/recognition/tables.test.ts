import { describe, expect, it } from "@jest/globals";
import { recogniseTables } from "../../src/recognition/recognise-tables.js";
import type { CellValue } from "../../src/values/cell.js";
import { EDITION_NAME, tableName } from "../../src/workbook/layout/names.js";
import { readReport } from "../../src/workbook/reading/read-report.js";
import type { SheetSnapshot, WorkbookSnapshot } from "../../src/workbook/snapshot.js";
import kimThach from "../fixtures/kim-thach-2023-h1.columns.json" with { type: "json" };
import { edition } from "../support/report-data.js";

/* The tables in the text of Kim Thạch's report, and a register as offices keep it, retyped on sheets. */

const vinhLinh = edition("vinh-linh-2023");
const REGISTER = [
  ["STT"],
  ["Loại văn bản"],
  ["Số"],
  ["Ký hiệu"],
  ["Ngày ban hành"],
  ["Cơ quan ban hành"],
  ["Trích yếu nội dung"],
  ["Lĩnh vực CCHC"],
];

type Line = readonly CellValue[];

/** A header as it is printed: a heading over several columns stands in the first of them. */
function header(paths: readonly (readonly string[])[]): readonly Line[] {
  const depth = Math.max(...paths.map((path) => path.length));
  return Array.from({ length: depth }, (_zero, level) =>
    paths.map((path, column) => {
      const [own, beside] = [path[level], paths[column - 1]?.[level]];
      return own === undefined || (own === beside && level < path.length - 1) ? null : own;
    }),
  );
}

function sheetOf(name: string, lines: readonly Line[]): SheetSnapshot {
  const width = Math.max(...lines.map((line) => line.length));
  const values = lines.map((line) => [...line, ...Array<CellValue>(width - line.length).fill(null)]);
  const all = <T>(what: T) => values.map((line) => line.map(() => what));
  return {
    name,
    visible: true,
    protected: false,
    top: 1,
    left: 1,
    values,
    formats: all("General"),
    formulas: all(""),
  };
}

function book(...sheets: readonly SheetSnapshot[]): WorkbookSnapshot {
  return { sheets, names: [], culture: null };
}

/** The tables that are bound, with their rows, and what is in doubt. */
function recognised(snapshot: WorkbookSnapshot) {
  const { bound, doubts } = recogniseTables(vinhLinh, snapshot);
  return {
    bound: bound.map(({ table, area }) => [table, area.sheet, area.top, area.bottom]),
    doubts,
  };
}

const DOSSIERS: readonly Line[] = [
  ["+ Tổng hợp, cập nhật kết quả giải quyết hồ sơ TTHC:"],
  ["(Số liệu lấy từ ngày 15/12/2022 đến ngày 12/6/2023)"],
  ...header(kimThach["dossiers-by-field"]),
  ["1", "Bảo trợ xã hội", 15, 0, 15, 0, 15, 9, 6, 0],
  ["2", "Chứng thực", 912, 12, 900, 0, 912, 0, 912, 0],
  ["3", "Hộ tịch", 168, 28, 139, 1, 167, 160, 7, 0],
  ["", "Tổng cộng", 1095, 40, 1054, 1, 1094, 169, 925, 0],
];
const SERVICES: readonly Line[] = [
  header(kimThach["online-services"])[0] ?? [],
  [68, 44, 112, 10, 16, 5, 7, 20.54, 764, 905, 84.42, 141, 150, 94, 1055, 85.78],
];
const TASKS: readonly Line[] = [
  ["TIẾN ĐỘ THỰC HIỆN CÁC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH TRIỂN KHAI NĂM 2023"],
  ...header(kimThach["task-progress"]),
  ["I", "CÔNG TÁC CHỈ ĐẠO ĐIỀU HÀNH"],
  [
    "1",
    "Ban hành kế hoạch kiểm tra CCHC năm 2023",
    "Văn phòng – Thống kê",
    "Các ban ngành",
    "Tháng 01/2023",
    "Đã thực hiện",
    "Kế hoạch",
    100,
  ],
  [
    "2",
    "Ban hành kế hoạch tuyên truyền CCHC năm 2023",
    "Văn hóa – xã hội",
    "",
    "Quý I/2023",
    "Đang thực hiện",
    "Kế hoạch",
    60,
  ],
];

describe("supplementary tables of an office's own", () => {
  it("dossiers by field under a header of three rows, down to the total", () => {
    expect(recognised(book(sheetOf("Phụ lục", DOSSIERS)))).toEqual({
      bound: [["dossiers-by-field", "Phụ lục", 6, 8]],
      doubts: [],
    });
  });

  it("sixteen columns of online services, one row of figures", () => {
    expect(recognised(book(sheetOf("DVC", SERVICES)))).toEqual({
      bound: [["online-services", "DVC", 2, 2]],
      doubts: [],
    });
  });

  it("headings that narrow columns broke apart", () => {
    const broken = [
      (SERVICES[0] ?? []).map((text) =>
        String(text).replace("Tổng số", "Tổn g số").replace("DVC TT", "DV C TT"),
      ),
      SERVICES[1] ?? [],
    ];
    expect(recognised(book(sheetOf("DVC", broken))).bound).toEqual([["online-services", "DVC", 2, 2]]);
  });

  it("the progress of tasks with its groups", () => {
    expect(recognised(book(sheetOf("Tiến độ", TASKS)))).toEqual({
      bound: [["task-progress", "Tiến độ", 3, 5]],
      doubts: [],
    });
  });

  it("several below one another on one sheet, with rows that number the columns", () => {
    const numbered: Line = Array.from({ length: 10 }, (_zero, column) => `(${column + 1})`);
    const lines = [...DOSSIERS.slice(0, 5), numbered, ...DOSSIERS.slice(5), [], ...SERVICES, [], ...TASKS];
    expect(recognised(book(sheetOf("Phụ lục", lines)))).toEqual({
      bound: [
        ["dossiers-by-field", "Phụ lục", 7, 9],
        ["online-services", "Phụ lục", 13, 13],
        ["task-progress", "Phụ lục", 17, 19],
      ],
      doubts: [],
    });
  });

  const register = (title: string) => [
    [title],
    ...header(REGISTER),
    [1, "Kế hoạch", 12, "KH-UBND", "15/01/2023", "UBND xã", "Cải cách hành chính năm 2023", ""],
    [2, "Công văn", 241, "UBND-VP", "12/06/2023", "UBND xã", "Cải cách TTHC", ""],
  ];

  it("a register, told from the other list of documents by its title", () => {
    expect(recognised(book(sheetOf("VB", register("Văn bản đã ban hành"))))).toEqual({
      bound: [["documents", "VB", 3, 4]],
      doubts: [],
    });
  });

  it("leaves a header of two tables to the officer", () => {
    const { bound, doubts } = recogniseTables(vinhLinh, book(sheetOf("VB", register("Danh mục"))));
    expect(bound).toEqual([]);
    expect(doubts).toMatchObject([{ kind: "table-several", sheet: "VB", row: 2 }]);
  });

  it("binds no list that merely numbers and names things", () => {
    const lines = [
      ["STT", "Họ và tên", "Chức vụ", "Ghi chú"],
      [1, "A", "Chủ tịch", ""],
    ];
    expect(recognised(book(sheetOf("Danh bạ", lines)))).toEqual({ bound: [], doubts: [] });
  });

  it("are read under their names, and what the office does not print is no loss", () => {
    const sheet = sheetOf("Phụ lục", DOSSIERS);
    const { bound } = recogniseTables(vinhLinh, book(sheet));
    const adopted: WorkbookSnapshot = {
      ...book(sheet),
      names: bound.map(({ table, area }) => ({ name: tableName(table), area })),
      constants: [{ name: EDITION_NAME, text: "vinh-linh-2023" }],
    };
    const report = readReport(vinhLinh, adopted);
    const table = report.tables.get("dossiers-by-field");
    const filled = table?.rows.filter(({ kind }) => kind === "record") ?? [];
    expect(filled.map(({ cells }) => cells.get("received-total")?.reading)).toMatchObject([
      { value: 15 },
      { value: 912 },
      { value: 168 },
    ]);
    expect(table?.total?.get("received-total")?.reading).toMatchObject({ value: 1095 });
    expect(report.layout.filter(({ kind }) => kind === "column-missing")).toEqual([]);
  });
});
