import { looseText } from "../../values/loose-text.js";
import type { SheetSnapshot } from "../snapshot.js";

/** A header stands within this many rows of the used part of its sheet. */
export const HEADER_ROWS = 30;

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
): { readonly row: number; readonly column: number } | null {
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
