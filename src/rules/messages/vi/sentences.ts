import { findIndicator, rowName } from "../../../forms/indicators.js";
import type { RuleOperator } from "../../../forms/rule-schema.js";
import type { Edition } from "../../../forms/schema.js";
import { numberInWords } from "../../../values/number-words.js";
import type { UnreadableCause } from "../../../values/reading.js";
import type { CellName, Term } from "../../facts.js";
import type { Finding, FindingPlace } from "../../finding.js";
import type { Quotient } from "../../kinds/amounts.js";
import {
  choicesOf,
  columnAt,
  infoWords,
  nameOfColumn,
  ownColumn,
  rowWords,
  tableSheet,
} from "../../place-words.js";
import { show } from "../../show.js";
import type { Sentences } from "../wording.js";

/** What findings say in Vietnamese: what stands, what was expected, what to do. */
export const sentences: Sentences = {
  "value.type": ({ actual, cause, place }, edition) =>
    place.kind === "table" && cause === "words" && columnAt(place)?.kind === "date"
      ? `Ô ghi "${actual}", không phải là ngày. Ghi ngày/tháng/năm, ví dụ 14/6/2023.`
      : unreadableText(cause, actual, place, edition),
  "value.ambiguous": ({ actual, expected, alternative }) =>
    `"${show(actual)}": có thể hiểu là ${bareNumber(expected)} hoặc ${bareNumber(alternative)}. ` +
    `Đang tạm hiểu là ${bareNumber(expected, false)}; gõ lại số không có dấu chấm, dấu phẩy ngăn nghìn để khỏi nhầm.`,
  "value.text-number": ({ actual, expected }) =>
    `Ô ghi "${show(actual)}" dưới dạng chữ, đang được hiểu là số ${show(expected)}. ` +
    "Gõ lại thành số để Excel tính được.",
  "value.negative": ({ actual }) =>
    `Ô ghi ${show(actual)} là số âm. Số liệu này không thể nhỏ hơn 0, kiểm tra lại.`,
  "value.integer": ({ actual }) =>
    `Ô ghi ${show(actual)} nhưng dòng này đếm số lượng. Ghi số nguyên, không có phần thập phân.`,
  "value.percent-range": ({ actual, limit }) =>
    `Tỷ lệ ghi ${show(actual)} nằm ngoài khoảng 0 đến 100. ` +
    (limit === 100
      ? "Ô này ghi số phần trăm, không ghi số lượng: nếu vừa ghi số lượng thì chuyển sang đúng dòng, rồi ghi lại tỷ lệ."
      : "Ghi lại tỷ lệ, chỉ ghi số."),
  "value.fraction": ({ actual, expected }) =>
    `Tỷ lệ ghi ${show(actual)}, tức là ${show(actual)}%. Nếu là ${show(expected)}% thì ghi ${show(expected)}; ` +
    `nếu đúng là ${show(actual)}% thì giữ nguyên.`,
  "value.unit": ({ actual, expected, unit, likely }) =>
    `Ô ghi ${show(actual)} ${unit}, lớn bất thường với một xã. Có thể số này tính bằng ${likely}: ` +
    `khi đó ghi ${show(expected)}. Kiểm tra lại đơn vị tính.`,
  "value.choice": ({ actual, place }, edition) =>
    place.kind === "table"
      ? `Ô ghi "${show(actual)}", không có trong danh sách của cột ${ownColumn(place)}${listedChoices(place)}. ` +
        "Chọn trong danh sách; nếu đúng như vậy thì giữ nguyên."
      : `Ô ghi ${show(actual)} nhưng chỉ được chọn: ${choicesOf(place, edition)}. Ghi một trong các số này.`,
  "value.missing": ({ expected, place }, edition) => {
    if (place.kind !== "table") return missingText(place, edition);
    return expected === null
      ? `Dòng này chưa ghi cột ${ownColumn(place)}.${columnHint(place)} Điền cho đủ.`
      : `Cột ${ownColumn(place)} để trống trong khi tính từ các cột bên cạnh được ${show(expected)}. ` +
          "Sao chép công thức từ dòng trên xuống.";
  },
  "value.heading": ({ actual }) =>
    `Dòng này là tên nhóm, không có đơn vị tính, nhưng ô kết quả ghi "${show(actual)}". ` +
    "Chuyển số xuống dòng chi tiết hoặc xóa đi.",
  "value.duplicate": ({ actual, other, issuers }) =>
    issuers === null
      ? `${actual} trùng số với ${other.name} ở dòng ${other.row}. ` +
        "Hai văn bản cùng loại trong một năm không thể cùng số, kiểm tra lại số."
      : `${actual} ở đây ${issuerText(issuers.own)}, ở dòng ${other.row} ${issuerText(issuers.other)}. ` +
        "Cùng loại, số, ký hiệu và ngày thì thường là một văn bản, kiểm tra lại cơ quan ban hành.",
  "value.order": ({ actual, before, after }) =>
    `${actual} không theo thứ tự số và ngày: ${neighboursText(before, after)}. Kiểm tra lại số hoặc ngày.`,
  "value.far": ({ actual, next }) =>
    `${actual} có số cách xa các văn bản cùng loại (số lớn nhất còn lại là ${next}). ` +
    "Kiểm tra xem có gõ thừa chữ số không.",
  "value.weekend": ({ actual, day }) =>
    `Ngày ${actual} là ${day === "saturday" ? "thứ Bảy" : "Chủ nhật"}. Kiểm tra lại ngày ban hành; ` +
    "nếu đúng thì giữ nguyên.",
  "value.year": ({ actual, expected }) =>
    `Trích yếu nói đến năm ${actual} nhưng văn bản ban hành năm ${expected}. Kiểm tra lại trích yếu hoặc ngày.`,
  "ratio.mismatch": ({ actual, expected, quotient }) =>
    `Tỷ lệ ghi ${show(actual)} nhưng ${quotientText(quotient)} = ${show(expected)}%. ` +
    "Sửa tỷ lệ hoặc hai số thành phần.",
  "ratio.undefined": ({ actual, quotient }) =>
    `Tỷ lệ ghi ${show(actual)} nhưng mẫu số ${quotient.denominator === 0 ? "bằng 0" : "để trống"}, ` +
    "không tính được tỷ lệ. Điền mẫu số, hoặc để trống tỷ lệ.",
  "ratio.missing": ({ expected, quotient }) =>
    `Tỷ lệ để trống trong khi đã có đủ hai số thành phần: ${quotientText(quotient)} = ${show(expected)}%. ` +
    `Ghi ${show(expected)}.`,
  "total.mismatch": (finding, edition) => totalText(finding, edition),
  "part.exceeds": (finding, edition) => exceedsText(finding, edition),
  "cross.mismatch": (finding, edition) => crossText(finding, edition),
  "period.decrease": ({ actual, expected, counts }) =>
    counts === "since-new-year"
      ? `Số lũy kế ghi ${show(actual)}, nhỏ hơn ${show(expected)} của kỳ trước trong cùng năm. ` +
        "Số lũy kế không thể giảm, kiểm tra lại."
      : `Ô ghi ${show(actual)}, nhỏ hơn ${show(expected)} đã báo cáo cho một kỳ nằm trong kỳ này. ` +
        "Kỳ này gồm cả kỳ đó nên không thể ít hơn, kiểm tra lại.",
  "period.outlier": ({ actual, earlier }) =>
    `Ô ghi ${show(actual)}, chênh lệch lớn so với ${show(earlier)} của kỳ trước. ` +
    "Kiểm tra xem có gõ thừa hoặc thiếu chữ số không.",
  "period.window": ({ actual, expected }) =>
    `Ngày ${actual} nằm ngoài kỳ số liệu ${expected}. ` +
    "Kiểm tra lại ngày; văn bản ngoài kỳ thì không ghi vào danh mục này.",
  "info.missing": ({ place }) => {
    const { label, hint } = infoWords(place);
    return `Chưa ghi mục "${label}" ở trang tính "Thông tin chung".${sentenceOf(hint)}`;
  },
  "info.unreadable": ({ place }) => {
    const { label, hint } = infoWords(place);
    return `Không hiểu nội dung ghi ở mục "${label}" của trang tính "Thông tin chung".${sentenceOf(hint)}`;
  },
  "info.window": ({ actual, expected, against }) =>
    against === "year"
      ? `Số liệu tính đến ngày ${actual}, không thuộc năm báo cáo ${expected}. Sửa ngày hoặc sửa năm.`
      : `Số liệu tính đến ngày ${actual}, trước cả ngày bắt đầu ${expected}. Sửa lại hai ngày.`,
  "info.date": ({ actual, expected }) =>
    `Ngày ban hành ${actual} sớm hơn ngày chốt số liệu ${expected}. Kiểm tra lại ngày.`,
  "layout.sheet-missing": ({ place, adopted }) => {
    const sheet = place.kind === "sheet" ? place.sheet : "";
    if (adopted && place.kind === "sheet" && place.form !== null) {
      return (
        `Chưa gắn được ô nào của "${sheet}" trong tệp này. ` +
        "Nếu biểu mẫu có ở một trang tính khác, nhận diện lại rồi xác nhận các dòng chưa chắc; nếu không lập biểu mẫu này thì bỏ qua."
      );
    }
    return (
      `${adopted ? "Tệp chưa có" : "Không tìm thấy"} trang tính "${sheet}". ` +
      'Sang bước "Chèn biểu mẫu", bấm "Thêm phần còn thiếu"; các trang tính khác giữ nguyên.'
    );
  },
  "layout.values-beside": ({ by, found }) =>
    by === "column"
      ? `Các ô kết quả của biểu mẫu đều trống, trong khi ô ${found} ngay bên cạnh có số. ` +
        "Số liệu có thể đã dán lệch một cột: chuyển về đúng cột kết quả."
      : `Số liệu ở ô ${found} lệch một dòng so với biểu mẫu: ô đầu hoặc ô cuối trống, còn ngoài biểu mẫu có số. ` +
        "Số liệu có thể đã dán lệch: chuyển về đúng dòng.",
  "layout.form-blank": ({ earlier }) =>
    `Biểu mẫu này chưa có số liệu nào, trong khi kỳ trước có ${show(earlier)} ô. ` +
    "Điền số liệu; nếu vừa bị xóa nhầm thì hoàn tác (Ctrl+Z) hoặc chép lại từ tệp đã lưu.",
  "layout.cell-missing": ({ place, sheet, adopted }, edition) =>
    adopted
      ? `Chưa gắn ô kết quả nào cho dòng ${rowWords(place, edition)}. Nếu dòng này có ở trang tính "${sheet}", ` +
        "nhận diện lại rồi xác nhận ô của dòng; nếu biểu mẫu của cơ quan không có dòng này thì bỏ qua."
      : place.kind === "table"
        ? `Không tìm thấy cột ${ownColumn(place)} của phụ biểu "${tableSheet(place.table)}". ` +
          "Có thể cột đã bị xóa hoặc đổi tiêu đề; ghi lại tiêu đề cột như cũ."
        : `Không tìm thấy ô kết quả của dòng ${rowWords(place, edition)} ở trang tính "${sheet}". ` +
          'Có thể dòng đã bị xóa: sang bước "Chèn biểu mẫu", bấm "Thêm phần còn thiếu".',
  "layout.name-lost": ({ place }, edition) =>
    place.kind === "table"
      ? `Tệp không còn ghi nhớ vị trí phụ biểu "${tableSheet(place.table)}"; đang nhận ra theo tiêu đề cột. ` +
        "Giữ nguyên tên trang tính và dòng tiêu đề, hoặc chèn lại phụ biểu."
      : `Tệp không còn ghi nhớ vị trí ô của dòng ${rowWords(place, edition)}; đang nhận ra theo số thứ tự. ` +
        'Sang bước "Chèn biểu mẫu", bấm "Thêm phần còn thiếu" để ghi nhớ lại; số liệu giữ nguyên.',
  "layout.moved": ({ found, place }, edition) =>
    `Ô kết quả của dòng ${rowWords(place, edition)} đang nằm ở dòng ${foundRow(found, place, edition)}. ` +
    "Chuyển số liệu về đúng dòng.",
  "layout.relabelled": ({ found, place }, edition) =>
    `Nội dung của dòng ${rowWords(place, edition)} đã đổi thành "${show(found)}". ` +
    "Kiểm tra lại; số liệu vẫn được tính cho dòng này như bản in.",
  "layout.duplicated": ({ found, place }, edition) =>
    `Dòng ${rowWords(place, edition)} và dòng ${found} cùng chỉ về một ô. ` +
    "Xóa dòng bị sao chép hoặc chèn lại biểu mẫu.",
};

function unreadableText(
  cause: UnreadableCause,
  actual: string,
  place: FindingPlace,
  edition: Edition,
): string {
  const text = show(actual);
  switch (cause) {
    case "words":
      return `Ô ghi "${text}", không phải là số. Chỉ ghi số; lời giải thích để ở cột Ghi chú.`;
    case "lines":
      return `Ô có nhiều dòng: "${text}". Chỉ ghi một số trong một ô; lời giải thích để ở cột Ghi chú.`;
    case "too-long":
      return `Ô ghi ${text}, dài quá 15 chữ số nên không giữ được đúng. Kiểm tra lại số.`;
    case "choice":
      return `Ô ghi "${text}" nhưng chỉ được chọn: ${choicesOf(place, edition)}. Ghi một trong các số này.`;
    case "cell-error":
      return `Ô báo lỗi ${text}. Kiểm tra công thức trong ô, hoặc gõ số trực tiếp.`;
    case "date":
      return `Ô đang là ngày ${text}: Excel đã tự đổi số vừa gõ thành ngày. Đổi định dạng ô về Số rồi gõ lại.`;
    case "percent":
      return `Ô ghi ${text} nhưng chỉ tiêu này không phải tỷ lệ. Đổi định dạng ô về Số rồi gõ lại.`;
    case "boolean":
      return `Ô ghi ${text}, không phải là số. Gõ lại số liệu.`;
  }
}

/** `3000 (ba nghìn)`: without marks, which is what is in doubt, and in words where it has thousands. */
function bareNumber(value: number, inWords = true): string {
  const digits = String(value).replace(".", ",");
  return inWords && Number.isInteger(value) && value >= 1000 ? `${digits} (${numberInWords(value)})` : digits;
}

/** More terms than this are not read by anybody. */
const MANY_TERMS = 12;

function totalText(
  { actual, expected, made, place, imbalance }: Finding<"total.mismatch">,
  edition: Edition,
) {
  if (made.kind === "rows") {
    const { terms } = made;
    const few = terms.length > 1 && terms.length <= MANY_TERMS;
    const gap = imbalance === null ? "" : `, chênh ${show(Math.abs(imbalance))}`;
    return (
      `Dòng tổng cộng ghi ${show(actual)} ở cột ${ownColumn(place)} nhưng cộng các dòng được ` +
      `${few ? `${terms.map(show).join(" + ")} = ` : ""}${show(expected)}${gap}. ` +
      "Sửa dòng tổng cộng hoặc số của từng dòng."
    );
  }
  const parts =
    made.kind === "difference"
      ? [made.from, ...made.minus].map(show).join(" - ")
      : termsText(made.terms, edition);
  return place.kind === "table"
    ? `Cột ${ownColumn(place)} ghi ${show(actual)} nhưng ${parts} = ${show(expected)}. ` +
        "Sửa số này hoặc các cột thành phần."
    : `Tổng ghi ${show(actual)} nhưng ${parts} = ${show(expected)}. Sửa tổng hoặc sửa dòng thành phần.`;
}

function exceedsText({ actual, expected, against, place }: Finding<"part.exceeds">, edition: Edition) {
  if (against.kind === "parts") {
    const parts = termsText(against.terms, edition);
    return place.kind === "table"
      ? `Cột ${ownColumn(place)} ghi ${show(actual)}, nhỏ hơn ${parts} = ${show(expected)} ` +
          "của các cột thành phần. Kiểm tra các cột này."
      : `Tổng ghi ${show(actual)}, nhỏ hơn ${parts} = ${show(expected)}. ` +
          "Sửa tổng hoặc sửa dòng thành phần.";
  }
  const stands =
    place.kind === "table" ? `Cột ${ownColumn(place)} ghi ${show(actual)}` : `Ô ghi ${show(actual)}`;
  return (
    `${stands}, lớn hơn ${show(expected)} ở ${cellText(against.whole, place, edition)}. ` +
    "Số thành phần không thể lớn hơn tổng, kiểm tra cả hai ô."
  );
}

function crossText({ actual, expected, by, place }: Finding<"cross.mismatch">, edition: Edition): string {
  switch (by.kind) {
    case "table": {
      const there = totalsText(by);
      return place.kind === "table"
        ? `Cột ${ownColumn(place)} cộng lại là ${show(actual)} nhưng ${there} là ${show(expected)}. ` +
            "Hai phụ biểu phải khớp nhau, kiểm tra lại."
        : `Ô ghi ${show(actual)} nhưng ${there} cho ${show(expected)}. ` +
            "Hai chỗ phải khớp nhau: sửa biểu mẫu hoặc sửa phụ biểu.";
    }
    case "words": {
      const stands = actual === null ? "để trống" : `ghi ${show(actual)}`;
      return `Cột ${ownColumn(place)} ${stands}. ${by.says} Kiểm tra lại dòng này.`;
    }
    case "relation": {
      const own = sideText(by.left, actual, place, edition, true);
      const other = sideText(by.right, expected, place, edition, false);
      return `${own}, ${RELATIONS[by.operator]} ${other}. ${by.says} Kiểm tra lại các ô này.`;
    }
  }
}

const RELATIONS: Readonly<Record<RuleOperator, string>> = {
  "=": "khác",
  "<=": "lớn hơn",
  ">=": "nhỏ hơn",
  implies: "nhưng",
  "both-or-neither": "nhưng",
  "never-both": "trong khi có",
};

/** `Ô ghi 28`; `20 ở dòng 1.4 của biểu mẫu 3`; `cộng dòng 6.4.1 và dòng 6.5.1: 68 + 44 = 112`. */
function sideText(
  terms: readonly Term[],
  sum: number | string | null,
  place: FindingPlace,
  edition: Edition,
  carries: boolean,
): string {
  const [only] = terms;
  if (terms.length === 1 && only !== undefined) {
    if (carries) return `Ô ghi ${show(only.value)}`;
    return only.cell.kind === "number"
      ? show(only.value)
      : `${show(only.value)} ở ${cellText(only.cell, place, edition)}`;
  }
  const cells = terms.filter(({ cell }) => cell.kind !== "number");
  const names = cells.map(({ cell }) => cellText(cell, place, edition)).join(" và ");
  const values = terms.map(({ value }) => show(value ?? 0)).join(" + ");
  return `${carries ? "Cộng" : "cộng"} ${names}: ${values} = ${show(sum)}`;
}

function totalsText({ table, columns }: { readonly table: string; readonly columns: readonly string[] }) {
  return `trang tính "${tableSheet(table)}", cột ${columns.map((column) => nameOfColumn(table, column)).join(" và ")}`;
}

/** `dòng 1.4.1 + 1.4.2 + 1.4.3: 0 + 0 + 157`; blank rows are told as 0, columns by their numbers alone. */
function termsText(terms: readonly Term[], edition: Edition): string {
  const values = terms.map(({ value }) => show(value ?? 0)).join(" + ");
  const rows = terms.flatMap(({ cell }) => (cell.kind === "row" ? [rowName(edition, cell)] : []));
  if (rows.length === 0) return values;
  return rows.length === 1 ? `dòng ${rows[0]}` : `dòng ${rows.join(" + ")}: ${values}`;
}

function cellText(cell: CellName, place: FindingPlace, edition: Edition): string {
  if (cell.kind === "column") return `cột ${nameOfColumn(cell.table, cell.column)}`;
  if (cell.kind === "total") return totalsText(cell);
  if (cell.kind === "number") return "quy tắc";
  const name = rowName(edition, cell);
  const sameForm = place.kind === "indicator" && place.form === cell.form;
  return sameForm ? `dòng ${name}` : `dòng ${name} của biểu mẫu ${cell.form}`;
}

function quotientText({ numerator, denominator, reduction }: Quotient): string {
  const [upper, lower] = [show(numerator), show(denominator)];
  return reduction ? `(${lower} - ${upper}) / ${lower}` : `${upper} / ${lower}`;
}

function missingText(place: FindingPlace, edition: Edition): string {
  const indicator = place.kind === "indicator" ? findIndicator(edition, place) : null;
  switch (indicator?.kind) {
    case "choice":
      return `Chưa chọn. Ghi một trong các số: ${choicesOf(place, edition)}.`;
    case "ratio":
      return "Chưa điền tỷ lệ. Ghi số phần trăm từ 0 đến 100, không cần dấu %.";
    case "text":
      return "Chưa điền. Nếu không có thì ghi Không.";
    default:
      return "Chưa điền. Nếu không phát sinh thì ghi 0.";
  }
}

/** The row that a cell was moved to: `có số thứ tự "3.3.9"`, or its words where it prints no STT. */
function foundRow(found: string, place: FindingPlace, edition: Edition): string {
  const name = place.kind === "indicator" ? rowName(edition, { form: place.form, code: found }) : found;
  return name === found ? `có số thứ tự "${found}"` : name;
}

function neighboursText(before: string | null, after: string | null): string {
  const first = before === null ? [] : [`liền trước là ${before}`];
  const last = after === null ? [] : [`liền sau là ${after}`];
  return [...first, ...last].join(", ");
}

/** ` (gồm: A; B)`: what a cell of the column may say; of a long list the first few. */
function listedChoices(place: Extract<FindingPlace, { kind: "table" }>): string {
  const column = columnAt(place);
  if (column?.kind !== "choice") return "";
  const first = column.choices.slice(0, MANY_CHOICES).join("; ");
  return ` (gồm: ${first}${column.choices.length > MANY_CHOICES ? "; …" : ""})`;
}

/** Longer lists are seen in the cell itself. */
const MANY_CHOICES = 8;

function sentenceOf(hint: string): string {
  return hint === "" ? "" : ` ${hint}`;
}

function columnHint(place: Extract<FindingPlace, { kind: "table" }>): string {
  const text = columnAt(place)?.hint;
  return text === undefined ? "" : ` ${text}`;
}

/** Whom a row of a register names. */
function issuerText(issuer: string): string {
  return issuer === "" ? "để trống cơ quan ban hành" : `ghi cơ quan ban hành là "${issuer}"`;
}
