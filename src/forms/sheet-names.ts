/** The sheets that a report's workbook has beside its forms and tables (DESIGN section 7, contract). */

/** The report's information. */
export const INFO_SHEET = "Thông tin chung";
/** The officer's own text for the narrative. */
export const TEXTS_SHEET = "Nội dung bổ sung";
/** What the officer confirmed. */
export const CONFIRMATIONS_SHEET = "Xác nhận";
/** The earlier period's values. */
export const EARLIER_SHEET = "Kỳ trước";
/** The hidden sheet of an edition that does not come with the program. */
export const EDITION_SHEET = "Bộ biểu mẫu";

/** Names that no sheet of forms or of a table may have. */
export const reservedSheets: readonly string[] = [
  INFO_SHEET,
  TEXTS_SHEET,
  CONFIRMATIONS_SHEET,
  EARLIER_SHEET,
  EDITION_SHEET,
];
