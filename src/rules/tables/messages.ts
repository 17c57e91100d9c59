import type { Edition } from "../../forms/schema.js";
import type { Column } from "../../forms/table-schema.js";
import { columnName, findColumn, findTable, inWordsOf } from "../../forms/tables.js";
import type { Finding, FindingDetail } from "../finding.js";
import type { RegisterRuleId, RuleId } from "../rule.js";
import { show } from "../show.js";

/** A finding whose place is in a table. */
export type TableFinding = Finding & { readonly place: Extract<Finding["place"], { kind: "table" }> };

type Sentence = (finding: TableFinding) => string;

/**
 * The sentences that tables need of their own: about columns instead of rows, and about registers.
 * For the other rules the sentences of the forms fit (see `describe`).
 */
export const tableSentences: Partial<Readonly<Record<RuleId, Sentence>>> = {
  "value.choice": ({ actual, place }) =>
    `Ô ghi "${show(actual)}", không có trong danh sách của cột ${quoted(place)}. ` +
    "Chọn trong danh sách; nếu đúng như vậy thì giữ nguyên.",
  "value.missing": ({ expected, place }) =>
    expected === null
      ? `Dòng này chưa ghi cột ${quoted(place)}.${hint(place)} Điền cho đủ.`
      : `Cột ${quoted(place)} để trống trong khi tính từ các cột bên cạnh được ${show(expected)}. ` +
        "Sao chép công thức từ dòng trên xuống.",
  "total.mismatch": ({ actual, expected, detail, place, imbalance }) =>
    detail.kind === "rows"
      ? `Dòng tổng cộng ghi ${show(actual)} ở cột ${quoted(place)} nhưng cộng các dòng được ` +
        `${rowsText(detail)}${show(expected)}${gapText(imbalance)}. Sửa dòng tổng cộng hoặc số của từng dòng.`
      : `Cột ${quoted(place)} ghi ${show(actual)} nhưng ${partsText(detail)} = ${show(expected)}. ` +
        "Sửa số này hoặc các cột thành phần.",
  "part.exceeds": ({ actual, expected, detail, place }) =>
    detail.kind === "sum"
      ? `Cột ${quoted(place)} ghi ${show(actual)}, nhỏ hơn ${partsText(detail)} = ${show(expected)} ` +
        "của các cột thành phần. Kiểm tra các cột này."
      : `Cột ${quoted(place)} ghi ${show(actual)}, lớn hơn ${show(expected)} ở cột ` +
        `${detail.kind === "column" ? nameOfColumn(place.table, detail.column) : "tổng"}. ` +
        "Số thành phần không thể lớn hơn tổng, kiểm tra cả hai ô.",
  "cross.mismatch": ({ actual, expected, detail, place }) =>
    `Cột ${quoted(place)} cộng lại là ${show(actual)} nhưng ${tableText(detail)} là ${show(expected)}. ` +
    "Hai bảng phải khớp nhau, kiểm tra lại.",
  "layout.name-lost": ({ place }) =>
    `Bảng "${sheetOf(place.table)}" đã mất tên vùng, đang được nhận ra theo tiêu đề cột. ` +
    "Giữ nguyên tên sheet và dòng tiêu đề, hoặc chèn lại bảng.",
  "layout.cell-missing": ({ place }) =>
    `Không tìm thấy cột ${quoted(place)} của bảng "${sheetOf(place.table)}". ` +
    "Có thể cột đã bị xóa hoặc đổi tiêu đề; ghi lại tiêu đề cột như cũ.",
};

/** The sentences of the rules that only registers have. */
export const registerSentences: Readonly<Record<RegisterRuleId, (finding: Finding) => string>> = {
  "value.duplicate": ({ actual, detail }) =>
    `${show(actual)} trùng số với ${detail.kind === "document" ? `${detail.name} ở dòng ${detail.row}` : ""}. ` +
    "Hai văn bản cùng loại trong một năm không thể cùng số, kiểm tra lại số.",
  "value.order": ({ actual, detail }) =>
    `${show(actual)} không theo thứ tự số và ngày: ${neighboursText(detail)}. Kiểm tra lại số hoặc ngày.`,
  "period.window": ({ actual, expected }) =>
    `Ngày ${show(actual)} nằm ngoài kỳ số liệu ${show(expected)}. ` +
    "Kiểm tra lại ngày; văn bản ngoài kỳ thì không ghi vào danh mục này.",
};

/** A sentence about a date that cannot be read, or null for other columns. */
export function dateSentence({ place, actual, detail }: TableFinding): string | null {
  const wrong = detail.kind === "unreadable" && detail.cause === "words";
  if (!wrong || columnAt(place)?.kind !== "date") return null;
  return `Ô ghi "${show(actual)}", không phải là ngày. Ghi ngày/tháng/năm, ví dụ 14/6/2023.`;
}

/** A place in a table in words: `Hồ sơ theo lĩnh vực`, `dòng 3`, `Lĩnh vực`; empty where there is none. */
export function tablePlaceWords(
  place: TableFinding["place"],
  edition: Edition,
): {
  readonly sheet: string;
  readonly row: string;
  readonly column: string;
} {
  const column = columnAt(place);
  const total = column !== null && place.address !== null && findTable(place.table)?.total !== undefined;
  return {
    sheet: sheetOf(place.table),
    row: place.row !== null ? `dòng ${place.row}` : total ? "dòng tổng cộng" : "",
    column: column === null ? "" : inWordsOf(edition, place.table, columnName(column)),
  };
}

/** `sheet "Hồ sơ theo lĩnh vực", cột "Số lượng hồ sơ tiếp nhận: Tổng số"` */
export function tableText(detail: FindingDetail): string {
  if (detail.kind !== "table") return "";
  const columns = detail.columns.map((column) => nameOfColumn(detail.table, column)).join(" và ");
  return `sheet "${sheetOf(detail.table)}", cột ${columns}`;
}

function columnAt({ table, column }: TableFinding["place"]): Column | null {
  const known = findTable(table);
  return known === null || column === null ? null : findColumn(known, column);
}

function nameOfColumn(table: string, id: string): string {
  const known = findTable(table);
  const column = known === null ? null : findColumn(known, id);
  return `"${column === null ? id : columnName(column)}"`;
}

function quoted({ table, column }: TableFinding["place"]): string {
  return column === null ? "" : nameOfColumn(table, column);
}

function sheetOf(table: string): string {
  return findTable(table)?.sheet ?? table;
}

function hint(place: TableFinding["place"]): string {
  const text = columnAt(place)?.hint;
  return text === undefined ? "" : ` ${text}`;
}

/** More terms than this are not read by anybody. */
const MANY_TERMS = 12;

function rowsText({ terms }: Extract<FindingDetail, { kind: "rows" }>): string {
  return terms.length < 2 || terms.length > MANY_TERMS ? "" : `${terms.map(show).join(" + ")} = `;
}

function partsText(detail: FindingDetail): string {
  if (detail.kind === "sum") return detail.terms.map((term) => show(term ?? 0)).join(" + ");
  return detail.kind === "difference" ? [detail.from, ...detail.minus].map(show).join(" - ") : "";
}

function gapText(imbalance: number | null): string {
  return imbalance === null ? "" : `, chênh ${show(Math.abs(imbalance))}`;
}

function neighboursText(detail: FindingDetail): string {
  if (detail.kind !== "between") return "";
  const before = detail.before === null ? [] : [`liền trước là ${detail.before}`];
  const after = detail.after === null ? [] : [`liền sau là ${detail.after}`];
  return [...before, ...after].join(", ");
}
