import type { Rectangle } from "../../src/values/address.js";
import type { CellPlan, CellStyle, SheetPlan, WorkbookPlan } from "../../src/workbook/plan.js";

/** Small plans in the manner of the official forms, for the tests of the hosts. */

export const LABEL: CellStyle = {
  fontSize: 12,
  bold: false,
  italic: false,
  color: "#000000",
  fill: null,
  horizontal: "left",
  vertical: "center",
  wrap: true,
  border: true,
  locked: true,
  numberFormat: "@",
};
export const HEADING: CellStyle = { ...LABEL, bold: true, horizontal: "center" };
export const INPUT: CellStyle = {
  ...LABEL,
  fill: "#FFF9E5",
  horizontal: "right",
  locked: false,
  numberFormat: "General",
};

/** Indicator rows of a form: code, label and unit as printed. The ratio's parts stand in rows 6 and 7. */
const ROWS: readonly (readonly [code: string, label: string, unit: string])[] = [
  ["3.3", "Tỷ lệ hồ sơ giải quyết đúng hạn", "%"],
  ["3.3.1", "Tổng số hồ sơ đã giải quyết", "Hồ sơ"],
  ["3.3.2", "Trong đó: Số hồ sơ giải quyết đúng hạn", "Hồ sơ"],
  ["3.4", "Đã thực hiện niêm yết công khai", "Có = 1\nKhông = 0"],
];
export const FIRST_ROW = 5;
export const RATIO = 'IF(N(D6)=0,"",ROUND(100*N(D7)/N(D6),2))';

function text(row: number, column: number, value: string, style: CellStyle): CellPlan {
  return { row, column, content: { kind: "text", text: value }, style };
}

/** One form of four indicators. */
export function formSheet(name: string): SheetPlan {
  return {
    name,
    tabColor: "#2E75B6",
    columnWidths: [8, 60, 16, 14],
    rowHeights: [{ row: 2, height: 40 }],
    cells: [
      text(1, 1, name, { ...HEADING, border: false }),
      text(2, 1, "THỐNG KÊ VỀ CẢI CÁCH THỦ TỤC HÀNH CHÍNH", { ...HEADING, border: false }),
      ...["STT", "Nội dung thống kê", "Đơn vị tính", "Kết quả thống kê"].flatMap((label, index) => [
        text(3, index + 1, label, HEADING),
        { row: 4, column: index + 1, content: { kind: "blank" } as const, style: HEADING },
      ]),
      ...ROWS.flatMap(([code, label, unit], index): CellPlan[] => [
        text(FIRST_ROW + index, 1, code, { ...LABEL, horizontal: "center" }),
        text(FIRST_ROW + index, 2, label, LABEL),
        text(FIRST_ROW + index, 3, unit, { ...LABEL, horizontal: "center" }),
        {
          row: FIRST_ROW + index,
          column: 4,
          content: index === 0 ? { kind: "formula", formula: RATIO } : { kind: "blank" },
          style: INPUT,
        },
      ]),
    ],
    merges: [
      { top: 1, left: 1, bottom: 1, right: 4 },
      { top: 2, left: 1, bottom: 2, right: 4 },
      ...[1, 2, 3, 4].map((column) => ({ top: 3, left: column, bottom: 4, right: column })),
    ],
    validations: [
      {
        area: { top: 6, left: 4, bottom: 7, right: 4 },
        allow: { kind: "whole", minimum: 0 },
        prompt: { title: "Số hồ sơ", message: "Nhập số nguyên, không âm.\nĐể trống nếu chưa có số liệu." },
        error: { title: "Chưa đúng", message: "Ô này chỉ nhận số nguyên từ 0 trở lên.", style: "warning" },
      },
      {
        area: { top: 5, left: 4, bottom: 5, right: 4 },
        allow: { kind: "decimal", minimum: 0, maximum: 100 },
        prompt: { title: "Tỷ lệ (%)", message: "Từ 0 đến 100." },
        error: { title: "Chưa đúng", message: "Tỷ lệ phải từ 0 đến 100.", style: "stop" },
      },
      {
        area: { top: 8, left: 4, bottom: 8, right: 4 },
        allow: { kind: "list", items: ["Có & đủ = 1", "Không = 0"] },
        prompt: { title: "Chọn một giá trị", message: "Chọn trong danh sách." },
        error: { title: "Chưa đúng", message: "Hãy chọn trong danh sách.", style: "stop" },
      },
    ],
    conditions: [
      {
        area: { top: 7, left: 4, bottom: 7, right: 4 },
        formula: "N(D7)>N(D6)",
        fill: "#FFC7CE",
        color: "#9C0006",
      },
      {
        area: { top: 5, left: 4, bottom: 8, right: 4 },
        formula: "N(D5)<0",
        fill: "#FFEB9C",
        color: "#9C5700",
      },
    ],
    frozenRows: 4,
    print: {
      orientation: "portrait",
      titleRows: { first: 3, last: 4 },
      margins: { top: 20, bottom: 20, left: 30, right: 15 },
    },
  };
}

/** Workbook of the given forms, with a defined name for each result cell. */
export function formsPlan(...forms: readonly number[]): WorkbookPlan {
  return {
    sheets: forms.map((form) => formSheet(`Biểu mẫu ${form}`)),
    names: forms.flatMap((form) =>
      ROWS.map(([code], index) => ({
        name: `CCHC_BM${form}_${code.replaceAll(".", "_")}`,
        area: {
          sheet: `Biểu mẫu ${form}`,
          top: FIRST_ROW + index,
          bottom: FIRST_ROW + index,
          left: 4,
          right: 4,
        },
      })),
    ),
  };
}

/** The plan as it looks when rows were inserted above a row of each of its sheets. */
export function withRowsInserted(plan: WorkbookPlan, above: number, count: number): WorkbookPlan {
  const move = <Place extends Rectangle>(area: Place): Place => ({
    ...area,
    top: area.top >= above ? area.top + count : area.top,
    bottom: area.bottom >= above ? area.bottom + count : area.bottom,
  });
  return {
    sheets: plan.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) => ({ ...cell, row: cell.row >= above ? cell.row + count : cell.row })),
      merges: sheet.merges.map(move),
      validations: [],
      conditions: [],
    })),
    names: plan.names.map((name) => ({ ...name, area: move(name.area) })),
  };
}

/** The plan as it looks when one of its sheets has another name. */
export function withSheetRenamed(plan: WorkbookPlan, from: string, to: string): WorkbookPlan {
  const renamed = (name: string) => (name === from ? to : name);
  return {
    sheets: plan.sheets.map((sheet) => ({ ...sheet, name: renamed(sheet.name) })),
    names: plan.names.map((name) => ({ ...name, area: { ...name.area, sheet: renamed(name.area.sheet) } })),
  };
}
