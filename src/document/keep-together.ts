const NBSP = "\u00a0";

/** Where a line must not break: a number and its unit's first word, the parts of a day, number or period. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/\b(ngày|tháng|năm|số|quý|khoản|điểm|Điều|mục|Mục|Phần|kỳ) (?=[\dIVX])/gu, `$1${NBSP}`],
  [/(\d) - (?=\d)/g, `$1${NBSP}-${NBSP}`],
  [
    /(\d%?) (?=(?:hồ|văn|nhiệm|người|TTHC|thủ|phiếu|tin|lượt|buổi|đồng|triệu|tỷ|quầy|nhóm|tổ|cá|vụ|đơn|cán|công|tháng)(?:\s|$|[,;.]))/gu,
    `$1${NBSP}`,
  ],
];

/** A text with non-breaking spaces where Vietnamese official texts keep words together. */
export function keepTogether(text: string): string {
  return RULES.reduce((words, [where, held]) => words.replace(where, held), text);
}
