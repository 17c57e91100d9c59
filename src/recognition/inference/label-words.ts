/**
 * A pattern for whole Vietnamese words or phrases within a label: `\b` knows the letters of English
 * only, so that it sees no word in "đã".
 */
export function saying(...phrases: readonly string[]): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${phrases.join("|")})(?!\\p{L})`, "u");
}

/** A pattern for a label that begins with one of the phrases. */
function beginning(...phrases: readonly string[]): RegExp {
  return new RegExp(`^(?:${phrases.join("|")})(?!\\p{L})\\s*`, "u");
}

/** "Tổng số hồ sơ ...": a total of what follows. */
export const TOTAL = beginning("tổng số", "tổng");
/** "Số hồ sơ ...", "Số lượng phiếu ...", "Tổng số ...": something counted ("Số liệu về ..." is a heading). */
export const COUNT = beginning("tổng số lượng", "tổng số", "số lượng", "số(?! liệu)");
/** "Tỷ lệ ...", "Tỷ trọng ...": a share. */
export const RATIO = beginning("tỷ lệ", "tỉ lệ", "tỷ trọng", "tỉ trọng");
/** What stands beside amounts of money and is one, though no unit says so: "Đã thực hiện", "Dự toán giao". */
export const AMOUNT = saying(
  "kinh phí",
  "số tiền",
  "giá trị",
  "thực hiện",
  "giải ngân",
  "được giao",
  "dự toán",
  "quyết toán",
  "ngân sách",
  "doanh thu",
  "nguồn thu",
);
