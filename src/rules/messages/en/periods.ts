import type { PeriodCheck, PeriodFacts } from "../../kinds/periods.js";
import type { NamesOf, SentencesOf } from "../wording.js";
import { show } from "./show.js";

/** What the comparisons with the earlier period say, in English. */
export const periodSentences: SentencesOf<PeriodFacts> = {
  "period.decrease": ({ actual, expected, counts }) =>
    counts === "since-new-year"
      ? `The number since New Year is ${show(actual)}, less than the ${show(expected)} of the earlier period of the same year. ` +
        "It cannot fall; check it."
      : `The cell holds ${show(actual)}, less than the ${show(expected)} reported for a period inside this one. ` +
        "This period contains that one, so it cannot have less; check it.",
  "period.outlier": ({ actual, earlier, against, lastYear }) =>
    `The cell holds ${show(actual)}, far from the ${show(earlier)} of the ` +
    `${against === "last-year" ? "same period of the year before" : "earlier period"}` +
    `${lastYear === undefined ? "" : ` and the ${show(lastYear)} of the same period of the year before`}. ` +
    "See whether a digit is missing or one too many.",
};

/** What they find, in short. */
export const periodNames: NamesOf<PeriodFacts> = {
  "period.decrease": "Numbers that fall from the earlier period",
  "period.outlier": "Numbers far from the earlier period",
};

/** What a comparison with the earlier period asks for. */
export function periodHelp(check: PeriodCheck): string {
  switch (check.kind) {
    case "not-below-earlier":
      return check.counts === "since-new-year"
        ? "A number counted since New Year is not below that reported for the earlier period of the same year."
        : "Not below what was reported for a period inside this one.";
    case "in-line-with-earlier":
      return "Less than ten times and more than a tenth of what the earlier period and the same period of the year before had, where the workbook keeps them; silent where one of them had a number of this size.";
  }
}
