import type { AppendixTableRow } from "./appendix-tables.js";
import type { AppendixRow } from "./printed-forms.js";

/** True for a form's row that stays with the one below it: a group's row, the first and the last but one. */
export function formRowKeepsNext(rows: readonly Pick<AppendixRow, "group">[], index: number): boolean {
  const left = rows.length - 1 - index;
  return left > 0 && (rows[index]?.group === true || index === 0 || left === 1);
}

/**
 * A heading stays with the row below it, and the total and the last row with the row above. The last row
 * stays with nothing: it would draw the next table along.
 */
export function tableRowKeepsNext(rows: readonly Pick<AppendixTableRow, "kind">[], index: number): boolean {
  const left = rows.length - 1 - index;
  const beforeTotal = rows[index + 1]?.kind === "total";
  return left > 0 && (rows[index]?.kind === "group" || index === 0 || left === 1 || beforeTotal);
}
