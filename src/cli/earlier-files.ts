import type { EarlierReports } from "../report/earlier-reports.js";
import { readBook } from "./book.js";

/** The files that somebody names to compare with: of the earlier period, and of the same one of last year. */
export interface EarlierFiles {
  readonly previous?: string | undefined;
  readonly lastYear?: string | undefined;
}

/** The reports in them; null where none is named. @throws Unusable for a file that holds no report */
export async function readEarlier({ previous, lastYear }: EarlierFiles): Promise<EarlierReports> {
  return {
    earlier: previous === undefined ? null : (await readBook(previous)).report,
    lastYear: lastYear === undefined ? null : (await readBook(lastYear)).report,
  };
}
