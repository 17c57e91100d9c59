import type { RowFacts, RowsCheck } from "../../kinds/rows.js";
import type { NamesOf, SentencesOf } from "../wording.js";

/** What the rules about whole rows of a table say, in Vietnamese. */
export const rowSentences: SentencesOf<RowFacts> = {
  "row.total": ({ actual, rows, named }) =>
    named
      ? `Dòng "${actual}" là dòng tổng của ${rows} dòng khác nhưng nằm giữa các dòng số liệu, nên bị cộng hai lần. ` +
        "Xóa dòng này; dòng tổng cộng ở cuối phụ biểu tự tính."
      : `Mọi cột của dòng "${actual}" đúng bằng tổng ${rows} dòng khác. Thường đó là dòng tổng, nên bị cộng hai lần: ` +
        "xóa dòng này, dòng tổng cộng ở cuối phụ biểu tự tính. Nếu số liệu đúng là như vậy thì giữ nguyên.",
  "row.repeated": ({ actual, other }) =>
    `Dòng "${actual}" giống hệt dòng ${other}, nên bị cộng hai lần. Xóa một dòng hoặc sửa lại cho đúng.`,
};

/** What they find, in short. */
export const rowNames: NamesOf<RowFacts> = {
  "row.total": "Dòng tổng nằm giữa các dòng số liệu",
  "row.repeated": "Dòng ghi hai lần",
};

/** What a rule about whole rows asks for. */
export function rowsHelp({ kind }: RowsCheck): string {
  return kind === "no-sum-row"
    ? "Giữa các dòng số liệu không có dòng tổng: dòng tổng cộng ở cuối phụ biểu sẽ cộng thêm lần nữa."
    : "Không dòng nào ghi hai lần.";
}
