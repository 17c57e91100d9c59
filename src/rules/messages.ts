import { findIndicator, firstWords, labelOf, rowName } from "../forms/indicators.js";
import type { Edition } from "../forms/schema.js";
import { inWordsOf } from "../forms/tables.js";
import { findInfoField } from "../report/info-fields.js";
import type { Finding, FindingDetail } from "./finding.js";
import type { RuleId } from "./rule.js";
import { show } from "./show.js";
import {
  dateSentence,
  registerSentences,
  type TableFinding,
  tableSentences,
  tableText,
} from "./tables/messages.js";

/**
 * The Vietnamese sentence of a finding: what stands, what was expected, what to do. All sentences
 * about findings are made here and nowhere else.
 */
export function describe(finding: Finding, edition: Edition): string {
  const { place, detail } = finding;
  const table = place.kind === "table" ? place.table : detail.kind === "table" ? detail.table : null;
  const sentence = sentenceOf(finding, edition);
  return table === null ? sentence : inWordsOf(edition, table, sentence);
}

function sentenceOf(finding: Finding, edition: Edition): string {
  if (isInTable(finding)) {
    const own =
      finding.rule === "value.type" ? dateSentence(finding) : tableSentences[finding.rule]?.(finding);
    if (own !== undefined && own !== null) return own;
  }
  return sentences[finding.rule](finding, edition);
}

function isInTable(finding: Finding): finding is TableFinding {
  return finding.place.kind === "table";
}

type Sentence = (finding: Finding, edition: Edition) => string;

/** Sentences about the forms; where tables need others, `tableSentences` has them. */
const sentences: Readonly<Record<RuleId, Sentence>> = {
  ...registerSentences,
  "value.type": ({ actual, detail }) => {
    const cause = detail.kind === "unreadable" ? detail.cause : "words";
    return unreadable[cause](show(actual));
  },
  "value.ambiguous": ({ actual, expected, detail }) =>
    `Ô ghi "${show(actual)}": có thể hiểu là ${show(expected)} hoặc ${show(limitOf(detail))}. ` +
    "Đang tạm hiểu theo cách viết của Việt Nam; gõ lại số không có dấu chấm để khỏi nhầm.",
  "value.text-number": ({ actual, expected }) =>
    `Ô ghi "${show(actual)}" dưới dạng chữ, đang được hiểu là số ${show(expected)}. ` +
    "Gõ lại thành số để Excel tính được.",
  "value.negative": ({ actual }) =>
    `Ô ghi ${show(actual)} là số âm. Số liệu này không thể nhỏ hơn 0, kiểm tra lại.`,
  "value.integer": ({ actual }) =>
    `Ô ghi ${show(actual)} nhưng chỉ tiêu này đếm số lượng. Ghi số nguyên, không có phần thập phân.`,
  "value.percent-range": ({ actual }) =>
    `Tỷ lệ ghi ${show(actual)} nằm ngoài khoảng 0 đến 100. Sửa lại tỷ lệ (chỉ ghi số, không nhân thêm 100).`,
  "value.choice": ({ actual, place }, edition) =>
    `Ô ghi ${show(actual)} nhưng chỉ được chọn: ${choicesOf(place, edition)}. Ghi một trong các số này.`,
  "value.missing": ({ place }, edition) => missingText(place, edition),
  "value.heading": ({ actual }) =>
    `Dòng này là tên nhóm, không có đơn vị tính, nhưng ô kết quả ghi "${show(actual)}". ` +
    "Chuyển số xuống dòng chi tiết hoặc xóa đi.",
  "ratio.mismatch": ({ actual, expected, detail }) =>
    `Tỷ lệ ghi ${show(actual)} nhưng ${ratioText(detail)} = ${show(expected)}%. ` +
    "Sửa tỷ lệ hoặc hai số thành phần.",
  "ratio.undefined": ({ actual, detail }) =>
    `Tỷ lệ ghi ${show(actual)} nhưng mẫu số ${
      detail.kind === "ratio" && detail.denominator === 0 ? "bằng 0" : "để trống"
    }, không tính được tỷ lệ. Điền mẫu số, hoặc để trống tỷ lệ.`,
  "ratio.missing": ({ expected, detail }) =>
    `Tỷ lệ để trống trong khi đã có đủ hai số thành phần: ${ratioText(detail)} = ${show(expected)}%. ` +
    `Ghi ${show(expected)}.`,
  "total.mismatch": ({ actual, expected, detail, related }, edition) =>
    `Tổng ghi ${show(actual)} nhưng ${sumText(detail, related, edition)} = ${show(expected)}. ` +
    "Sửa tổng hoặc sửa dòng thành phần.",
  "part.exceeds": ({ actual, expected, detail, place, related }, edition) =>
    detail.kind === "sum"
      ? `Tổng ghi ${show(actual)}, nhỏ hơn ${sumText(detail, related, edition)} = ${show(expected)}. ` +
        " Sửa tổng hoặc sửa dòng thành phần."
      : `Ô ghi ${show(actual)}, lớn hơn ${show(expected)} ở ${wholeText(detail, place, edition)}. ` +
        "Số thành phần không thể lớn hơn tổng, kiểm tra cả hai ô.",
  "cross.mismatch": ({ actual, expected, detail }) =>
    `Ô ghi ${show(actual)} nhưng ${tableText(detail)} cho ${show(expected)}. ` +
    "Hai chỗ phải khớp nhau: sửa biểu mẫu hoặc sửa bảng.",
  "period.decrease": ({ actual, expected }) =>
    `Số lũy kế ghi ${show(actual)}, nhỏ hơn ${show(expected)} của kỳ trước trong cùng năm. ` +
    "Số lũy kế không thể giảm, kiểm tra lại.",
  "period.outlier": ({ actual, detail }) =>
    `Ô ghi ${show(actual)}, chênh lệch lớn so với ${show(detail.kind === "earlier" ? detail.earlier : null)} ` +
    "của kỳ trước. Kiểm tra xem có gõ thừa hoặc thiếu chữ số không.",
  "info.missing": ({ place }) =>
    `Chưa ghi mục "${infoLabel(place)}" ở sheet Thông tin chung.${infoHint(place)}`,
  "info.unreadable": ({ place }) =>
    `Không hiểu nội dung ghi ở mục "${infoLabel(place)}" của sheet Thông tin chung.${infoHint(place)}`,
  "info.window": ({ actual, expected, detail }) =>
    detail.kind === "found"
      ? `Số liệu tính đến ngày ${show(actual)}, không thuộc năm báo cáo ${show(expected)}. Sửa ngày hoặc sửa năm.`
      : `Số liệu tính đến ngày ${show(actual)}, trước cả ngày bắt đầu ${show(expected)}. Sửa lại hai ngày.`,
  "info.date": ({ actual, expected }) =>
    `Ngày ban hành ${show(actual)} sớm hơn ngày chốt số liệu ${show(expected)}. Kiểm tra lại ngày.`,
  "layout.sheet-missing": ({ place }) =>
    `Không tìm thấy sheet "${place.kind === "sheet" ? place.sheet : ""}". ` +
    "Bấm Chèn biểu mẫu để thêm lại; các sheet khác giữ nguyên.",
  "layout.cell-missing": ({ place, detail }, edition) =>
    `Không tìm thấy ô kết quả của dòng ${rowText(place, edition)} trong sheet ` +
    `"${detail.kind === "found" ? detail.text : ""}". Có thể dòng đã bị xóa; bấm Chèn biểu mẫu để thêm lại.`,
  "layout.name-lost": ({ place }, edition) =>
    `Ô của dòng ${rowText(place, edition)} đã mất tên, đang được nhận ra theo số thứ tự. ` +
    "Bấm Chèn biểu mẫu để gắn lại tên cho ô; số liệu giữ nguyên.",
  "layout.moved": ({ detail, place }, edition) =>
    `Ô kết quả của dòng ${rowText(place, edition)} đang nằm ở dòng ${foundRow(detail, place, edition)}. ` +
    "Chuyển số liệu về đúng dòng.",
  "layout.relabelled": ({ detail, place }, edition) =>
    `Tên chỉ tiêu của dòng ${rowText(place, edition)} đã đổi thành "${foundText(detail)}". ` +
    "Kiểm tra lại; số liệu vẫn được tính cho chỉ tiêu gốc.",
  "layout.duplicated": ({ detail, place }, edition) =>
    `Dòng ${rowText(place, edition)} và dòng ${foundText(detail)} cùng chỉ về một ô. ` +
    "Xóa dòng bị sao chép hoặc chèn lại biểu mẫu.",
};

const unreadable = {
  words: (text: string) => `Ô ghi "${text}", không phải là số. Chỉ ghi số; lời giải thích để ở cột Ghi chú.`,
  "cell-error": (text: string) => `Ô báo lỗi ${text}. Kiểm tra công thức trong ô, hoặc gõ số trực tiếp.`,
  date: (text: string) =>
    `Ô đang là ngày ${text}: Excel đã tự đổi số vừa gõ thành ngày. Đổi định dạng ô về Số rồi gõ lại.`,
  percent: (text: string) =>
    `Ô ghi ${text} nhưng chỉ tiêu này không phải tỷ lệ. Đổi định dạng ô về Số rồi gõ lại.`,
  boolean: (text: string) => `Ô ghi ${text}, không phải là số. Gõ lại số liệu.`,
} as const;

function limitOf(detail: FindingDetail): number | null {
  return detail.kind === "range" ? detail.limit : null;
}

function foundText(detail: FindingDetail): string {
  return detail.kind === "found" ? detail.text : "";
}

function ratioText(detail: FindingDetail): string {
  if (detail.kind !== "ratio") return "";
  const [numerator, denominator] = [show(detail.numerator), show(detail.denominator)];
  return detail.reduction
    ? `(${denominator} - ${numerator}) / ${denominator}`
    : `${numerator} / ${denominator}`;
}

/** `dòng 1.4.1 + 1.4.2 + 1.4.3: 0 + 0 + 157`; blank rows are told as 0. */
function sumText(detail: FindingDetail, related: Finding["related"], edition: Edition): string {
  const rows = related.map((row) => rowName(edition, row)).join(" + ");
  const terms = detail.kind === "sum" ? detail.terms.map((term) => show(term ?? 0)) : [];
  return terms.length === 1 ? `dòng ${rows}` : `dòng ${rows}: ${terms.join(" + ")}`;
}

function missingText(place: Finding["place"], edition: Edition): string {
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

function wholeText(detail: FindingDetail, place: Finding["place"], edition: Edition): string {
  if (detail.kind !== "whole") return "dòng tổng";
  const name = rowName(edition, detail);
  const sameForm = place.kind === "indicator" && place.form === detail.form;
  return sameForm ? `dòng ${name}` : `dòng ${name} của biểu mẫu ${detail.form}`;
}

/** `0 (Chưa), 1 (Hoàn thành)` */
function choicesOf(place: Finding["place"], edition: Edition): string {
  const indicator = place.kind === "indicator" ? findIndicator(edition, place) : null;
  const choices = indicator?.kind === "choice" ? indicator.choices : [];
  return choices.map((choice) => `${choice.value} (${choice.label})`).join(", ");
}

function rowText(place: Finding["place"], edition: Edition): string {
  if (place.kind !== "indicator") return "";
  const indicator = findIndicator(edition, place);
  if (indicator === null || indicator.uncoded === true) return rowName(edition, place);
  return `${place.code} (${firstWords(labelOf(indicator, edition.superior))})`;
}

/** The row that a cell was moved to: `có số thứ tự "3.3.9"`, or its words where it prints no STT. */
function foundRow(detail: FindingDetail, place: Finding["place"], edition: Edition): string {
  const found = foundText(detail);
  const name = place.kind === "indicator" ? rowName(edition, { form: place.form, code: found }) : found;
  return name === found ? `có số thứ tự "${found}"` : name;
}

function infoLabel(place: Finding["place"]): string {
  return place.kind === "info" ? (findInfoField(place.key)?.label ?? place.key) : "";
}

function infoHint(place: Finding["place"]): string {
  const hint = place.kind === "info" ? findInfoField(place.key)?.hint : undefined;
  return hint === undefined ? "" : ` ${hint}.`;
}
