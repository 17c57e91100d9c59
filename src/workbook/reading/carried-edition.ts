import { type ParsedEdition, parseEdition } from "../../forms/parse-edition.js";
import { EDITION_SHEET } from "../../forms/sheet-names.js";
import { EDITION_DATA_NAME, nameKey } from "../layout/names.js";
import type { WorkbookSnapshot } from "../snapshot.js";
import { cellAt, cellText } from "../snapshot-index.js";

/** The edition that a workbook carries, or why it cannot be used; null when it carries none. */
export function carriedEdition(snapshot: WorkbookSnapshot): ParsedEdition | null {
  const area = snapshot.names.find(({ name }) => nameKey(name) === nameKey(EDITION_DATA_NAME))?.area ?? null;
  const called = (area?.sheet ?? EDITION_SHEET).toLowerCase();
  const sheet = snapshot.sheets.find(({ name }) => name.toLowerCase() === called);
  if (sheet === undefined) return null;
  const [top, left] = [area?.top ?? 1, area?.left ?? 1];
  const bottom = area?.bottom ?? sheet.top + sheet.values.length - 1;
  let text = "";
  for (let row = top; row <= bottom; row++) text += cellText(cellAt(sheet, row, left));
  return text === "" ? null : readEdition(sheet.name, text);
}

function readEdition(sheet: string, text: string): ParsedEdition {
  try {
    return parseEdition(sheet, JSON.parse(text));
  } catch {
    const message = "nội dung bộ biểu mẫu lưu trong tệp bị hỏng, không đọc được";
    return { ok: false, fault: { file: sheet, faults: [{ path: EDITION_SHEET, message }] } };
  }
}
