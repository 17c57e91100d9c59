import type { WorkbookSnapshot } from "../workbook/snapshot.js";

/** What a new workbook calls its first sheet, in Excel and Google Sheets, in English and Vietnamese. */
const STARTER = /^(sheet|trang tính|trang_tính)\s?1$/iu;

/** The sheet with which a new workbook begins, where nobody has written anything on it; else null. */
export function blankStarter({ sheets }: WorkbookSnapshot): string | null {
  const blank = sheets.find(
    ({ name, visible, values }) =>
      visible &&
      STARTER.test(name.normalize("NFC")) &&
      values.every((line) => line.every((value) => value === null || value === "")),
  );
  return sheets.length > 1 ? (blank?.name ?? null) : null;
}
