import type { Parts } from "./zip/read.js";

/** Parts that the library does not keep when it saves, with what an officer calls them. */
const LOST: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/^xl\/charts\/|^xl\/chartsheets\//, "biểu đồ"],
  [/^xl\/vbaProject\.bin$/, "macro"],
  [/^xl\/pivot/, "bảng tổng hợp PivotTable"],
  [/^xl\/diagrams\//, "sơ đồ SmartArt"],
  [/^xl\/threadedComments\//, "trao đổi (nhận xét theo luồng)"],
  [/^xl\/(?:ctrlProps|activeX)\//, "nút bấm và điều khiển"],
  [/^xl\/embeddings\//, "đối tượng nhúng"],
  [/^xl\/slicers\//, "bộ lọc Slicer"],
  [/^xl\/externalLinks\//, "liên kết tới tệp khác"],
];

/**
 * What of a workbook would be missing in a file saved from it, as Vietnamese names; values, formulas,
 * formats, names, validations, pictures and notes are kept. For a word of warning before saving.
 */
export function lossesOf(parts: Parts): readonly string[] {
  const paths = [...parts.keys()];
  return LOST.filter(([pattern]) => paths.some((path) => pattern.test(path))).map(([, name]) => name);
}
