import { findIndicator } from "../../../forms/indicators.js";
import type { Edition } from "../../../forms/schema.js";
import { numberInWords } from "../../../values/number-words.js";
import type { UnreadableCause } from "../../../values/reading.js";
import { uncapital } from "../../../values/words.js";
import type { FindingPlace } from "../../finding.js";
import type { ValueCheck, ValueFacts } from "../../kinds/values.js";
import { choicesOf, columnAt, ownColumn } from "../../place-words.js";
import { show } from "../../show.js";
import type { NamesOf, SentencesOf } from "../wording.js";

/** What the rules about one cell by itself say, in Vietnamese. */
export const valueSentences: SentencesOf<ValueFacts> = {
  "value.type": ({ actual, cause, place }, edition) =>
    place.kind === "table" && cause === "words" && columnAt(place)?.kind === "date"
      ? `Ô ghi "${actual}", không phải là ngày. Ghi ngày/tháng/năm, ví dụ 14/6/2023.`
      : unreadableText(cause, actual, place, edition),
  "value.ambiguous": ({ actual, expected, alternative }) =>
    /^\d+$/.test(actual)
      ? `Máy này viết số kiểu Anh, nên gõ ${show(alternative)} thì ô chỉ giữ ${show(expected)}. ` +
        `Ô ghi ${show(expected)}: nếu đúng vậy thì xác nhận; nếu là ${show(alternative)} thì gõ lại không có dấu chấm, và xem lại các số đã nhập.`
      : `"${show(actual)}": có thể hiểu là ${bareNumber(expected)} hoặc ${bareNumber(alternative)}. ` +
        `Đang tạm hiểu là ${bareNumber(expected, false)}; gõ lại số không có dấu chấm, dấu phẩy ngăn nghìn để khỏi nhầm.`,
  "value.text-number": ({ actual, expected }) =>
    `Ô ghi "${show(actual)}" dưới dạng chữ, đang được hiểu là số ${show(expected)}. ` +
    "Gõ lại thành số để công thức tính được.",
  "value.negative": ({ actual }) =>
    `Ô ghi ${show(actual)}, là số âm. Số liệu này không thể nhỏ hơn 0. Kiểm tra lại.`,
  "value.integer": ({ actual, place }) =>
    `Ô ghi ${show(actual)} nhưng ${ownLine(place)} đếm số lượng. Ghi số nguyên, không có phần thập phân.`,
  "value.percent-range": ({ actual, limit, place }) =>
    `Tỷ lệ ghi ${show(actual)} nằm ngoài khoảng 0 đến 100. ` +
    (limit === 100
      ? "Ô này ghi số phần trăm, không ghi số lượng: nếu vừa ghi số lượng thì chuyển sang đúng " +
        `${place.kind === "table" ? "cột" : "dòng"}, rồi ghi lại tỷ lệ.`
      : "Ghi lại tỷ lệ, chỉ ghi số."),
  "value.fraction": ({ actual, expected }) =>
    `Tỷ lệ ghi ${show(actual)}, tức là ${show(actual)}%. Nếu là ${show(expected)}% thì ghi ${show(expected)}; ` +
    `nếu đúng là ${show(actual)}% thì giữ nguyên.`,
  "value.unit": ({ actual, expected, unit, likely }) =>
    expected === null || likely === null
      ? `Ô ghi ${show(actual)} ${uncapital(unit)}, lớn bất thường đối với cấp xã. Có thể thừa số 0: kiểm tra lại; nếu đúng thì giữ nguyên.`
      : `Ô ghi ${show(actual)} ${uncapital(unit)}, ${Math.abs(expected) < Math.abs(actual) ? "lớn" : "nhỏ"} bất thường đối với cấp xã. ` +
        `Có thể số này tính bằng ${uncapital(likely)}: khi đó ghi ${show(expected)}. Kiểm tra lại đơn vị tính.`,
  "value.choice": ({ actual, place }, edition) =>
    place.kind === "table"
      ? `Ô ghi "${show(actual)}", không có trong danh sách của cột ${ownColumn(place)}${listedChoices(place)}. ` +
        "Chọn trong danh sách; nếu đúng như vậy thì giữ nguyên."
      : `Ô ghi ${show(actual)} nhưng chỉ được chọn: ${choicesOf(place, edition)}. Ghi một trong các số này.`,
  "value.missing": ({ expected, place }, edition) => {
    if (place.kind !== "table") return missingText(place, edition);
    return expected === null
      ? `Chưa điền cột ${ownColumn(place)} của dòng này. ${columnAt(place)?.hint ?? "Điền cho đủ."}`
      : `Cột ${ownColumn(place)} để trống trong khi tính từ các cột bên cạnh được ${show(expected)}. ` +
          "Sao chép công thức từ dòng trên xuống.";
  },
  "value.heading": ({ actual }) =>
    `Dòng này là tên nhóm, không có đơn vị tính, nhưng ô kết quả ghi "${show(actual)}". ` +
    "Chuyển số xuống dòng chi tiết hoặc xóa đi.",
};

/** What they find, in short. */
export const valueNames: NamesOf<ValueFacts> = {
  "value.type": "Ô không đọc được số",
  "value.ambiguous": "Số có hai cách hiểu",
  "value.text-number": "Số ghi dạng chữ",
  "value.negative": "Số âm",
  "value.integer": "Số đếm có phần thập phân",
  "value.percent-range": "Tỷ lệ ngoài khoảng 0 đến 100",
  "value.fraction": "Tỷ lệ ghi dạng số thập phân",
  "value.unit": "Số tiền lớn hoặc nhỏ bất thường so với đơn vị tính",
  "value.choice": "Không có trong danh sách chọn",
  "value.missing": "Ô chưa điền",
  "value.heading": "Dòng nhóm có ghi số",
};

/** What a rule about one cell by itself asks for. */
export function valueHelp<K extends string>(check: ValueCheck<K>, name: (key: K) => string): string {
  switch (check.kind) {
    case "readable":
      return "Nội dung ô đọc được đúng loại số liệu của dòng hoặc cột.";
    case "one-reading":
      return "Số chỉ có một cách hiểu: không lẫn dấu chấm, dấu phẩy kiểu Việt Nam với kiểu Anh.";
    case "stored-as-number":
      return "Số được lưu dưới dạng số, không phải dạng chữ.";
    case "not-negative":
      return "Số không âm.";
    case "whole":
      return "Số nguyên, vì đây là số đếm.";
    case "percent-range":
      return "Tỷ lệ từ 0 đến 100.";
    case "not-fraction":
      return "Tỷ lệ ghi bằng số phần trăm (88), không ghi bằng số thập phân (0,88).";
    case "unit-size":
      return check.least === null
        ? `Số tiền ghi theo đơn vị ${uncapital(check.unit)}, chưa đến 1.000 tỷ đồng.`
        : `Số tiền ghi theo đơn vị ${uncapital(check.unit)}, từ ${show(check.least)} (hoặc 0) đến dưới 1.000 tỷ đồng.`;
    case "choice":
      return `Một trong các số ${check.values.map(show).join("; ")}.`;
    case "listed":
      return `Một trong danh sách: ${check.choices.join("; ")}.`;
    case "filled":
      return check.when === null
        ? "Phải điền."
        : `Phải điền khi ${name(check.when.cell)} ghi ${show(check.when.equals)}.`;
    case "computed":
      return "Ô có công thức không để trống khi các ô thành phần đã có số.";
    case "empty":
      return "Dòng nhóm không ghi số.";
  }
}

function unreadableText(
  cause: UnreadableCause,
  actual: string,
  place: FindingPlace,
  edition: Edition,
): string {
  const text = show(actual);
  switch (cause) {
    case "words":
      return `Ô ghi "${text}", không phải là số. Chỉ ghi số${notesHint(place)}.`;
    case "lines":
      return `Ô có nhiều dòng: "${text}". Chỉ ghi một số trong một ô${notesHint(place)}.`;
    case "too-long":
      return `Ô ghi ${text}, dài quá 15 chữ số nên không giữ được đúng. Kiểm tra lại số.`;
    case "choice":
      return `Ô ghi "${text}" nhưng chỉ được chọn: ${choicesOf(place, edition)}. Ghi một trong các số này.`;
    case "cell-error":
      return `Ô báo lỗi ${text}. Kiểm tra công thức trong ô, hoặc gõ số trực tiếp.`;
    case "date":
      return `Ô đang là ngày ${text}: số vừa gõ đã bị tự đổi thành ngày. Đổi định dạng ô về Số (Number) rồi gõ lại.`;
    case "percent":
      return `Ô ghi ${text} nhưng ${ownLine(place)} không phải tỷ lệ. Đổi định dạng ô về Số (Number) rồi gõ lại.`;
    case "boolean":
      return `Ô ghi ${text}, không phải là số. Gõ lại số liệu.`;
  }
}

/** What asks for the value of a cell: its row in a form, its column in a table. */
function ownLine(place: FindingPlace): string {
  return place.kind === "table" ? "cột này" : "dòng này";
}

/** Only the forms have a column for notes. */
function notesHint(place: FindingPlace): string {
  return place.kind === "table" ? "" : "; lời giải thích để ở cột Ghi chú";
}

/** `3000 (ba nghìn)`: without marks, which is what is in doubt, and in words where it has thousands. */
function bareNumber(value: number, inWords = true): string {
  const digits = String(value).replace(".", ",");
  return inWords && Number.isInteger(value) && value >= 1000 ? `${digits} (${numberInWords(value)})` : digits;
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

/** ` (gồm: A; B)`: what a cell of the column may say; of a long list the first few. */
function listedChoices(place: Extract<FindingPlace, { kind: "table" }>): string {
  const column = columnAt(place);
  if (column?.kind !== "choice") return "";
  const first = column.choices.slice(0, MANY_CHOICES).join("; ");
  return ` (gồm: ${first}${column.choices.length > MANY_CHOICES ? "; …" : ""})`;
}

/** Longer lists are seen in the cell itself. */
const MANY_CHOICES = 8;
