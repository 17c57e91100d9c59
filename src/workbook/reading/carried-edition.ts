import { type ParsedEdition, parseEdition } from "../../forms/parse-edition.js";
import { EDITION_SHEET } from "../../forms/sheet-names.js";
import type { WorkbookSnapshot } from "../snapshot.js";
import { carriedText } from "./carried-text.js";

/** What was read last: a workbook is read again after every edit, and its edition is the same one then. */
let last: { readonly sheet: string; readonly text: string; readonly read: ParsedEdition } | null = null;

/** The edition that a workbook carries, or why it cannot be used; null when it carries none. */
export function carriedEdition(snapshot: WorkbookSnapshot): ParsedEdition | null {
  const carried = carriedText(snapshot);
  if (carried === null) return null;
  if (last?.text !== carried.text || last.sheet !== carried.sheet) {
    last = { ...carried, read: readEdition(carried.sheet, carried.text) };
  }
  return last.read;
}

function readEdition(sheet: string, text: string): ParsedEdition {
  try {
    return parseEdition(sheet, JSON.parse(text));
  } catch {
    const message = "nội dung bộ biểu mẫu lưu trong tệp bị hỏng, không đọc được";
    return { ok: false, fault: { file: sheet, faults: [{ path: EDITION_SHEET, message }] } };
  }
}
