import type { Form, Indicator } from "../../../forms/schema.js";
import { saysLabel } from "./labels.js";

/** The rows of a table as they are printed now. */
export interface PrintedRows {
  readonly last: number;
  /** The STT printed in a row, or null. */
  printed(row: number): string | null;
  labelIn(row: number): string;
  /** The only row with that STT, or null. */
  rowOf(code: string): number | null;
}

/**
 * Where the rows without an STT stand ("Trong đó"), by their code: below the row with an STT that
 * they follow in the form, each told by its label; where labels were changed, by its order, as long
 * as no row is missing or was added.
 */
export function rowsWithoutCode(form: Form, table: PrintedRows): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [coded, details] of detailsByRow(form)) {
    const top = table.rowOf(coded);
    if (top === null) continue;
    const rows = labelledRowsBelow(top, table);
    const inOrder = rows.length === details.length;
    for (const [position, indicator] of details.entries()) {
      const named = rows.find((row) => saysLabel(table.labelIn(row), indicator));
      const row = named ?? (inOrder ? rows[position] : undefined);
      if (row !== undefined && ![...found.values()].includes(row)) found.set(indicator.code, row);
    }
  }
  return found;
}

/** The rows without an STT, by the code of the row with one that stands above them. */
function detailsByRow(form: Form): ReadonlyMap<string, readonly Indicator[]> {
  const details = new Map<string, Indicator[]>();
  let above: string | null = null;
  for (const indicator of form.indicators) {
    if (indicator.uncoded !== true) above = indicator.code;
    else if (above !== null) details.set(above, [...(details.get(above) ?? []), indicator]);
  }
  return details;
}

/** Rows that print a label but no STT, down to the next row that prints one. */
function labelledRowsBelow(top: number, { last, printed, labelIn }: PrintedRows): readonly number[] {
  const rows: number[] = [];
  for (let row = top + 1; row <= last && printed(row) === null; row++) {
    if (labelIn(row) !== "") rows.push(row);
  }
  return rows;
}
