import type { RegisterCheck, RegisterFacts } from "../../kinds/register.js";
import type { NamesOf, SentencesOf } from "../wording.js";

/** What the rules about registers of documents say, in Vietnamese. */
export const registerSentences: SentencesOf<RegisterFacts> = {
  "value.duplicate": ({ actual, other, issuers }) =>
    issuers === null
      ? `${actual} trùng số với ${other.name} ở dòng ${other.row}. ` +
        "Hai văn bản cùng loại trong một năm không thể cùng số. Kiểm tra lại số."
      : `${actual} ở dòng này ${issuerText(issuers.own)}, ở dòng ${other.row} ${issuerText(issuers.other)}. ` +
        "Cùng loại, số, ký hiệu và ngày thì thường là một văn bản. Kiểm tra lại cơ quan ban hành.",
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
  "period.window": ({ actual, expected }) =>
    `Ngày ${actual} nằm ngoài kỳ số liệu ${expected}. ` +
    "Kiểm tra lại ngày; văn bản ngoài kỳ thì không ghi vào danh mục này.",
};

/** What they find, in short. */
export const registerNames: NamesOf<RegisterFacts> = {
  "value.duplicate": "Số văn bản trùng nhau",
  "value.order": "Ngày không theo thứ tự số văn bản",
  "value.far": "Số văn bản cách xa các số khác",
  "value.weekend": "Ngày ban hành là thứ Bảy, Chủ nhật",
  "value.year": "Năm trong trích yếu khác năm ban hành",
  "period.window": "Ngày nằm ngoài kỳ số liệu",
};

/** What a rule about a register of documents asks for. */
export function registerHelp(check: RegisterCheck): string {
  switch (check.kind) {
    case "one-issuer":
      return "Một văn bản (cùng loại, số, ký hiệu và ngày) thường chỉ có một cơ quan ban hành.";
    case "number-once":
      return "Trong một năm, hai văn bản cùng loại của một cơ quan ban hành không cùng số.";
    case "date-order":
      return "Trong một dãy số, văn bản số sau không có ngày sớm hơn văn bản số trước.";
    case "number-in-reach":
      return "Số không cách xa các văn bản khác cùng loại.";
    case "working-day":
      return "Ngày ban hành thường không phải thứ Bảy, Chủ nhật.";
    case "year-in-subject":
      return "Kế hoạch thường là của năm ban hành hoặc năm sau.";
    case "in-window":
      return "Ngày ban hành nằm trong kỳ số liệu.";
  }
}

function neighboursText(before: string | null, after: string | null): string {
  const first = before === null ? [] : [`liền trước là ${before}`];
  const last = after === null ? [] : [`liền sau là ${after}`];
  return [...first, ...last].join(", ");
}

/** Whom a row of a register names. */
function issuerText(issuer: string): string {
  return issuer === "" ? "để trống cơ quan ban hành" : `ghi cơ quan ban hành là "${issuer}"`;
}
