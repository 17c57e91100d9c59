import type { PeriodCheck, PeriodFacts } from "../../kinds/periods.js";
import { show } from "../../show.js";
import type { NamesOf, SentencesOf } from "../wording.js";

/** What the comparisons with the earlier period say, in Vietnamese. */
export const periodSentences: SentencesOf<PeriodFacts> = {
  "period.decrease": ({ actual, expected, counts }) =>
    counts === "since-new-year"
      ? `Số lũy kế ghi ${show(actual)}, nhỏ hơn ${show(expected)} của kỳ trước trong cùng năm. ` +
        "Số lũy kế không thể giảm. Kiểm tra lại."
      : `Ô ghi ${show(actual)}, nhỏ hơn ${show(expected)} đã báo cáo cho một kỳ nằm trong kỳ này. ` +
        "Kỳ này gồm cả kỳ đó nên không thể ít hơn. Kiểm tra lại.",
  "period.outlier": ({ actual, earlier, against, lastYear }) =>
    `Ô ghi ${show(actual)}, chênh lệch lớn so với ${show(earlier)} của ` +
    `${against === "last-year" ? "cùng kỳ năm trước" : "kỳ trước"}` +
    `${lastYear === undefined ? "" : ` và ${show(lastYear)} của cùng kỳ năm trước`}. ` +
    "Kiểm tra xem có gõ thừa hoặc thiếu chữ số không.",
};

/** What they find, in short. */
export const periodNames: NamesOf<PeriodFacts> = {
  "period.decrease": "Số giảm so với kỳ trước",
  "period.outlier": "Số lệch nhiều so với kỳ trước",
};

/** What a comparison with the earlier period asks for. */
export function periodHelp(check: PeriodCheck): string {
  switch (check.kind) {
    case "not-below-earlier":
      return check.counts === "since-new-year"
        ? "Số lũy kế không nhỏ hơn số đã báo cáo ở kỳ trước trong cùng năm."
        : "Không nhỏ hơn số đã báo cáo cho một kỳ nằm trong kỳ này.";
    case "in-line-with-earlier":
      return "Không gấp 10 lần trở lên, cũng không bằng một phần mười trở xuống so với kỳ trước và cùng kỳ năm trước (nếu tệp có lưu); nếu một trong hai kỳ đã có số cỡ đó thì không nhắc.";
  }
}
