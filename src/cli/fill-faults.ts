import type { Filled, PreparedData } from "../jobs/fill.js";

type DataFault = Extract<PreparedData, { ok: false }>["faults"][number];

/** Why the data of a file cannot be filled in, as one line: every fault, and that nothing was written. */
export function dataFaultsInWords(faults: readonly DataFault[]): string {
  const [first] = faults;
  if (first?.kind === "shape") return faultInWords(first);
  return `${faults.map(faultInWords).join("; ")}. Chưa ghi gì.`;
}

function faultInWords(fault: DataFault): string {
  switch (fault.kind) {
    case "shape": {
      const places = fault.paths.map((path) => path || "(gốc)").join(", ");
      return `không đúng dạng {"info": {...}, "forms": {"3": {"3.3.1": 922}}}; chỗ sai: ${places}. Sửa lại rồi chạy lại.`;
    }
    case "no-row":
      return `biểu mẫu ${fault.form} không có dòng ${fault.code}`;
    case "no-cell":
      return `không tìm thấy ô của dòng ${fault.code}, biểu mẫu ${fault.form}`;
    case "no-text-place":
      return `không có chỗ ghi nội dung bổ sung cho mục ${fault.section}`;
    case "no-info-cell":
      return `không tìm thấy ô của mục thông tin ${fault.key}`;
    case "info":
      return fault.message.replace(/\.$/, "");
    case "no-table":
      return `không có phụ biểu ${fault.table}; các phụ biểu: ${fault.tables.join(", ")}`;
    case "no-column":
      return `phụ biểu ${fault.table} không có cột ${fault.column}; các cột: ${fault.columns.join(", ")}`;
    case "one-row":
      return `phụ biểu ${fault.table} chỉ có một dòng`;
  }
}

/** Why a workbook does not take the data, as one line. */
export function unfilledInWords(filled: Exclude<Filled, { kind: "done" }>): string {
  if (filled.kind === "refused") return filled.fault.message;
  const { obstacle } = filled;
  switch (obstacle.kind) {
    case "not-found":
      return `không tìm thấy phụ biểu ${obstacle.table}. Chưa ghi gì.`;
    case "columns-lost":
      return `sheet "${obstacle.sheet}" không còn cột ${obstacle.columns.join(", ")}. Chưa ghi gì.`;
    case "rows-needed":
      return `sheet "${obstacle.sheet}" thiếu ${obstacle.count} dòng: chèn thêm dòng trống ở trên dòng ${obstacle.before} rồi chạy lại. Chưa ghi gì.`;
  }
}
