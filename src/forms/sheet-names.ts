/** The sheets that a report's workbook has beside its forms and tables (DESIGN section 7, contract). */

/** The report's information. */
export const INFO_SHEET = "Thông tin chung";
/** The officer's own text for the narrative. */
export const TEXTS_SHEET = "Nội dung bổ sung";
/** What the officer confirmed. */
export const CONFIRMATIONS_SHEET = "Xác nhận";
/** The sheet of findings that is printed (Phiếu kiểm tra). */
export const CHECK_SHEET = "Phiếu kiểm tra";
/** What it may be called in turn: one that somebody has written on stays, and the next stands beside it. */
export const checkSheetNames: readonly string[] = [
  CHECK_SHEET,
  ...Array.from({ length: 8 }, (_, i) => `${CHECK_SHEET} (${i + 2})`),
];
/** The hidden sheet that keeps what the last printed check found. */
export const LAST_CHECK_SHEET = "Lần kiểm tra";
/** The earlier period's values. */
export const EARLIER_SHEET = "Kỳ trước";
/** The hidden sheet that keeps the reports of the year before, for comparison. */
export const HISTORY_SHEET = "Các kỳ trước";
/** The hidden sheet of an edition that does not come with the program. */
export const EDITION_SHEET = "Bộ biểu mẫu";

/** Names that no sheet of forms or of a table may have. */
export const reservedSheets: readonly string[] = [
  INFO_SHEET,
  TEXTS_SHEET,
  CONFIRMATIONS_SHEET,
  EARLIER_SHEET,
  EDITION_SHEET,
  CHECK_SHEET,
  LAST_CHECK_SHEET,
  HISTORY_SHEET,
];
