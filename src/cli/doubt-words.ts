import { sentenceOfDoubt } from "../jobs/adopt.js";
import type { Doubt } from "../recognition/recognition.js";

/** A doubt about recognised forms as one sentence: what, where, what to do at the command line. */
export function doubtInWords(doubt: Doubt): string {
  if (doubt.kind !== "edition-tie") return sentenceOfDoubt(doubt);
  const [taken = ""] = doubt.ids;
  return `Các bộ biểu mẫu ${doubt.ids.join(", ")} khớp như nhau. Đã dùng ${taken}; nếu không đúng, chọn bộ biểu mẫu bằng --edition.`;
}
