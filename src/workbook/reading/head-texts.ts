import { looseText } from "../../values/loose-text.js";
import type { SheetSnapshot } from "../snapshot.js";

/** A header stands within this many rows of the used part of its sheet. */
export const HEADER_ROWS = 30;

interface HeadText {
  readonly row: number;
  readonly column: number;
}

/** What was found on a sheet: each reading asks the same of sheets of which only one has changed. */
const found = new WeakMap<SheetSnapshot, Map<string, HeadText | null>>();

/**
 * The first cell at the head of a sheet that reads so, row by row; null when none does.
 *
 * @param wanted in any writing that a reader takes for the same
 * @param how whether the cell says that and nothing else, or begins with it
 */
export function findHeadText(
  sheet: SheetSnapshot,
  wanted: string,
  rows = HEADER_ROWS,
  how: "whole" | "start" = "whole",
): HeadText | null {
  const known = found.get(sheet) ?? new Map<string, HeadText | null>();
  found.set(sheet, known);
  const question = `${rows} ${how} ${wanted}`;
  const before = known.get(question);
  if (before !== undefined) return before;
  const answer = lookFor(sheet, wanted, rows, how);
  known.set(question, answer);
  return answer;
}

function lookFor(
  sheet: SheetSnapshot,
  wanted: string,
  rows: number,
  how: "whole" | "start",
): HeadText | null {
  const loose = looseText(wanted);
  for (const [i, line] of sheet.values.slice(0, rows).entries()) {
    for (const [j, value] of line.entries()) {
      if (typeof value !== "string") continue;
      const text = looseText(value);
      if (how === "whole" ? text === loose : text.startsWith(loose)) {
        return { row: sheet.top + i, column: sheet.left + j };
      }
    }
  }
  return null;
}
