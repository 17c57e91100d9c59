import type { EarlierReports } from "../report/earlier-reports.js";
import type { FormsBook } from "./open.js";

/** The reports that a workbook's is compared with: those that are given, else what it keeps itself. */
export function comparedWith(book: FormsBook, given: Partial<EarlierReports> = {}): EarlierReports {
  const earlier = given.earlier ?? book.earlier;
  return { earlier, lastYear: given.lastYear ?? keptLastYear(book, earlier) };
}

/** What the workbook keeps of the year before, unless that is the earlier report already: it is told once. */
function keptLastYear(
  { lastYear }: FormsBook,
  earlier: EarlierReports["earlier"],
): EarlierReports["lastYear"] {
  const same = earlier?.info.period === lastYear?.info.period && earlier?.info.year === lastYear?.info.year;
  return same ? null : lastYear;
}
