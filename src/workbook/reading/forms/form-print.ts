import type { Edition, Form, Indicator } from "../../../forms/schema.js";
import type { Cell } from "../../../values/cell.js";
import { isDateFormat } from "../../../values/number-format.js";
import type { SheetSnapshot } from "../../snapshot.js";
import { cellAt, cellText } from "../../snapshot-index.js";
import { findHeadText } from "../head-texts.js";
import { saysLabel } from "./labels.js";

/** What a sheet prints of a form. */
export interface FormPrint {
  readonly valueColumn: number;
  /** Every row of the sheet. A row that prints no STT by design has the code of its place. */
  readonly rows: ReadonlyMap<number, PrintedRow>;
  /** The only row of a code; a code that stands in no row below the header, or in several, is absent. */
  readonly rowOf: ReadonlyMap<string, number>;
}

interface PrintedRow {
  /** The STT without its dot, or null for a row without one. */
  readonly code: string | null;
  readonly label: string;
}

/**
 * The rows under the header of forms ("STT", "Chỉ tiêu thống kê"); null for a sheet without one.
 *
 * @param named the column in which the sheet's names stand; null without names: then the header tells
 */
export function printOf(sheet: SheetSnapshot, edition: Edition, named: number | null): FormPrint | null {
  const known = printed.get(sheet);
  if (known?.edition === edition && known.named === named) return known.print;
  const print = readPrint(sheet, edition, named);
  printed.set(sheet, { edition, named, print });
  return print;
}

/** What was read of a sheet last: most readings find all sheets but one as they were. */
const printed = new WeakMap<
  SheetSnapshot,
  { readonly edition: Edition; readonly named: number | null; readonly print: FormPrint | null }
>();

function readPrint(sheet: SheetSnapshot, edition: Edition, named: number | null): FormPrint | null {
  const { columns } = edition;
  const code = findHeadText(sheet, columns.code);
  const label = findHeadText(sheet, columns.label, undefined, "start");
  const valueColumn = named ?? findHeadText(sheet, columns.value)?.column;
  if (code === null || label === null || valueColumn === undefined) return null;
  const rows = new Map<number, PrintedRow>();
  const rowsOf = new Map<string, number[]>();
  for (let row = sheet.top; row < sheet.top + sheet.values.length; row++) {
    const printed = codeIn(cellAt(sheet, row, code.column));
    rows.set(row, { code: printed, label: cellText(cellAt(sheet, row, label.column)) });
    if (printed !== null && row > code.row) rowsOf.set(printed, [...(rowsOf.get(printed) ?? []), row]);
  }
  const rowOf = new Map<string, number>();
  for (const [printed, [row, ...more]] of rowsOf) {
    if (row !== undefined && more.length === 0) rowOf.set(printed, row);
  }
  return { valueColumn, rows, rowOf };
}

/** The print with a form's rows that have no STT told by their place. */
export function withUncoded(form: Form, print: FormPrint): FormPrint {
  const uncoded = uncodedRows(form, print);
  if (uncoded.size === 0) return print;
  const rows = new Map(print.rows);
  for (const [code, row] of uncoded) {
    const printed = rows.get(row);
    if (printed !== undefined && printed.code === null) rows.set(row, { ...printed, code });
  }
  return { ...print, rows, rowOf: new Map([...print.rowOf, ...uncoded]) };
}

/**
 * Where the rows without an STT stand ("Trong đó"), by their code: below the row with an STT that
 * they follow in the form, each told by its label; where labels were changed, by its order, as long
 * as no row is missing or was added.
 */
function uncodedRows(form: Form, print: FormPrint): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [coded, details] of detailsByRow(form)) {
    const top = print.rowOf.get(coded);
    if (top === undefined) continue;
    const rows = labelledRowsBelow(top, print);
    const inOrder = rows.length === details.length;
    for (const [position, indicator] of details.entries()) {
      const named = rows.find((row) => saysLabel(print.rows.get(row)?.label ?? "", indicator));
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
function labelledRowsBelow(top: number, { rows }: FormPrint): readonly number[] {
  const labelled: number[] = [];
  for (let row = top + 1; rows.get(row)?.code === null; row++) {
    if (rows.get(row)?.label !== "") labelled.push(row);
  }
  return labelled;
}

/** `3.3.1.` and `3.3.1`, the number 1 that Excel makes of `1.`, and 3.1 typed as a number. */
function codeIn(cell: Cell): string | null {
  if (typeof cell.value === "number" && isDateFormat(cell.format)) return null;
  const code = cellText(cell)
    .normalize("NFKC")
    .replace(/\s+/g, "")
    .replace(/,/g, ".")
    .replace(/\.+$/, "")
    .toLowerCase();
  return /^\d+[a-z]?(\.[0-9a-z]+)*$/.test(code) ? code : null;
}
