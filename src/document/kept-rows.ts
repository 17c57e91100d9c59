import type { AppendixTableRow } from "./appendix-tables.js";
import type { AppendixRow } from "./printed-forms.js";

/**
 * Rows that stay with the one below them. The header stays with the first row of itself; were the first
 * row kept with the second too, LibreOffice 7.4 would lose the rest of a table that begins at the foot
 * of a page.
 */

/** True for a form's row that stays with the one below it: a group's row and the last but one. */
export function formRowKeepsNext(rows: readonly Pick<AppendixRow, "group">[], index: number): boolean {
  const left = rows.length - 1 - index;
  return left > 0 && (rows[index]?.group === true || left === 1);
}

/**
 * A heading stays with the row below it, and the total and the last row with the row above. The last row
 * stays with nothing: it would draw the next table along.
 */
export function tableRowKeepsNext(rows: readonly Pick<AppendixTableRow, "kind">[], index: number): boolean {
  const left = rows.length - 1 - index;
  const beforeTotal = rows[index + 1]?.kind === "total";
  return left > 0 && (rows[index]?.kind === "group" || left === 1 || beforeTotal);
}
