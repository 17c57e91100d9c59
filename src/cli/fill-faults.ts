import type { Filled, PreparedData } from "../jobs/fill.js";
import { formatNumber } from "../values/vietnamese-number.js";
import { jobFaultInWords } from "./job-fault-words.js";

type DataFault = Extract<PreparedData, { ok: false }>["fault"][number];

/** More faults in one line are not read: the first ones tell what kind of mistake it is. */
const MOST_FAULTS = 10;
/** More of a key or path than this is not needed to find it. */
const LONGEST_WORD = 80;

/**
 * Why the data of a file cannot be filled in, as one line: every fault, and that nothing was written. Where
 * the edition lacks rows, with the editions that have them all.
 *
 * @param edition of the workbook
 * @param others the editions that have every row of the data
 */
export function dataFaultsInWords(
  faults: readonly DataFault[],
  edition: string,
  others: readonly string[],
): string {
  const [first] = faults;
  if (first?.kind === "shape") return faultInWords(first);
  const rest = faults.length - MOST_FAULTS;
  const told = faults.slice(0, MOST_FAULTS).map(faultInWords);
  const fits =
    others.length > 0 && faults.some(({ kind }) => kind === "no-row")
      ? ` Các dòng này có đủ ở bộ biểu mẫu ${others.join(" hoặc ")}, còn tệp Excel dùng ${edition}.`
      : "";
  return `${told.join("; ")}${rest > 0 ? `; và ${formatNumber(rest)} chỗ sai khác` : ""}. Chưa ghi gì.${fits}`;
}

function faultInWords(fault: DataFault): string {
  switch (fault.kind) {
    case "shape": {
      const places = listed(fault.paths.map((path) => path || "(gốc)"));
      return `không đúng dạng {"info": {...}, "forms": {"3": {"3.3.1": 922}}}; chỗ sai: ${places}. Sửa lại rồi chạy lại.`;
    }
    case "no-row":
      return `biểu mẫu ${short(fault.form)} không có dòng ${short(fault.code)}`;
    case "no-cell":
      return `không tìm thấy ô của dòng ${fault.code}, biểu mẫu ${fault.form}`;
    case "no-text-place":
      return `không có chỗ ghi nội dung bổ sung cho mục ${short(fault.section)}`;
    case "no-info-cell":
      return `không tìm thấy ô của mục thông tin ${fault.key}`;
    case "too-long":
      return `${short(fault.path)}: nội dung dài ${formatNumber(fault.length)} ký tự, một ô chỉ chứa được ${formatNumber(fault.limit)}`;
    case "info":
      return fault.message.replace(/\.$/, "");
    case "no-table":
      return `không có phụ biểu ${short(fault.table)}; các phụ biểu: ${fault.tables.join(", ")}`;
    case "no-column":
      return `phụ biểu ${fault.table} không có cột ${short(fault.column)}; các cột: ${fault.columns.join(", ")}`;
    case "one-row":
      return `phụ biểu ${fault.table} chỉ có một dòng`;
  }
}

/** Why a workbook does not take the data, as one line. */
export function unfilledInWords(filled: Exclude<Filled, { kind: "done" }>): string {
  if (filled.kind === "refused") return jobFaultInWords(filled.fault);
  const { obstacle } = filled;
  switch (obstacle.kind) {
    case "not-found":
      return `không tìm thấy phụ biểu ${obstacle.table}. Chưa ghi gì.`;
    case "columns-lost":
      return `trang tính "${obstacle.sheet}" không còn cột ${obstacle.columns.join(", ")}. Chưa ghi gì.`;
  }
}

function listed(words: readonly string[]): string {
  const rest = words.length - MOST_FAULTS;
  const told = words.slice(0, MOST_FAULTS).map(short).join(", ");
  return rest > 0 ? `${told} và ${formatNumber(rest)} chỗ khác` : told;
}

function short(word: string): string {
  return word.length > LONGEST_WORD ? `${word.slice(0, LONGEST_WORD)}…` : word;
}
