import { bareText } from "./vietnamese-text.js";

/** What a column of a form holds. `compare`: figures of another period or plan, never the result. */
export type ColumnRole = "code" | "label" | "unit" | "value" | "note" | "compare";

/**
 * Words that head a column, without diacritics. Whole cells for the short ones; a label's header
 * may go on ("Chỉ tiêu thống kê (sử dụng cho kỳ báo cáo hàng quý, 6 tháng, năm)").
 */
const words: readonly (readonly [role: ColumnRole, pattern: RegExp])[] = [
  ["code", /^(s ?t ?t|t ?t|so (tt|thu tu)|thu tu|ma( so| chi tieu)?)$/],
  ["unit", /^(don vi( tinh)?|d ?v ?t(inh)?|dv tinh|don vi do( luong)?)$/],
  ["note", /^(ghi chu|chu thich|ghi chu .*|giai trinh)$/],
  ["compare", /(ky truoc|cung ky|nam truoc|quy truoc|ke hoach giao|so sanh)/],
  [
    "value",
    /^((tong )?so luong( ty (le|trong))?|ti? ?ty le|ty le|so lieu( (bao cao|thong ke))?|gia tri|ket qua( (thong ke|thuc hien|dat duoc|bao cao))?|so( bao cao)?|thuc hien( (trong ky|ky nay))?|ky nay|trong ky|ky bao cao)$/,
  ],
  ["label", /^((cac |ten )?chi tieu|noi dung|tieu chi|danh muc|ten goi)( |$)/],
];

/** Longer than any header: a cell with more words is a row's label. */
const MAX_WORDS = 24;

/** The role that a header cell's text names, or null. */
export function roleOf(text: string): ColumnRole | null {
  const bare = bareText(text)
    .replace(/\bti le\b/g, "ty le")
    .replace(/\bki\b/g, "ky");
  if (bare === "" || bare.split(" ").length > MAX_WORDS) return null;
  return words.find(([, pattern]) => pattern.test(bare))?.[0] ?? null;
}

/** `Biểu mẫu 3`, `Biểu số 3`, `BIỂU 03`: the form's number, or null. */
export function captionNumber(text: string): number | null {
  const digits = /^(?:phu luc )?bieu (?:mau |so |thong ke )*(\d{1,2})\b/.exec(bareText(text))?.[1];
  return digits === undefined ? null : Number(digits);
}

/** `Phụ lục`, `Phụ biểu`: the beginning of another block. */
export function isAppendixCaption(text: string): boolean {
  return /^(phu luc|phu bieu)( [\divx]+)?$/.test(bareText(text));
}
