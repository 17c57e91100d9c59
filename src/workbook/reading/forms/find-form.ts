import type { Edition, Form } from "../../../forms/schema.js";
import type { CellAddress } from "../../../values/address.js";
import type { Cell } from "../../../values/cell.js";
import { looseText } from "../../../values/loose-text.js";
import { isDateFormat } from "../../../values/number-format.js";
import { type FormSheet, formSheets } from "../../layout/form-layout.js";
import type { SheetSnapshot } from "../../snapshot.js";
import { cellAt, cellText, type SnapshotIndex } from "../../snapshot-index.js";
import { rowsWithoutCode } from "./uncoded-rows.js";

/** A form as it stands on a sheet now: rows may have been inserted, columns too. */
export interface FoundForm {
  readonly sheet: string;
  readonly valueColumn: number;
  /**
   * The STT printed in a row without its dot, or null for a row without one. A row that prints none
   * by design has the code of its place below the row with an STT.
   */
  codeIn(row: number): string | null;
  /** The label printed in a row. */
  labelIn(row: number): string;
  /** The only row with that code, or null when there is none or more than one. */
  rowOf(code: string): number | null;
}

/** The form's table, found by its header ("STT", "Chỉ tiêu thống kê"); null when there is no such sheet or header. */
export function findForm(index: SnapshotIndex, edition: Edition, form: Form): FoundForm | null {
  const sheet = findFormSheet(index, edition, form);
  if (sheet === null) return null;
  return readTable(sheet, edition, form, namedColumn(index, sheetOf(edition, form), sheet));
}

/**
 * The sheet that holds a form: where most of its named cells are (in a continuous table, those of
 * all forms), whatever the sheet is called now; without names, the sheet that is called as planned
 * or has the planned caption or title at its head.
 */
export function findFormSheet(index: SnapshotIndex, edition: Edition, form: Form): SheetSnapshot | null {
  const planned = sheetOf(edition, form);
  const votes = new Map<string, number>();
  for (const address of namedCells(index, planned)) {
    votes.set(address.sheet, (votes.get(address.sheet) ?? 0) + 1);
  }
  const [favourite] = [...votes].sort((a, b) => b[1] - a[1]);
  if (favourite !== undefined) return index.sheet(favourite[0]);
  const name = looseText(planned.name);
  // "PHỤ LỤC" heads many a table; only the title tells a continuous one.
  const head = looseText(planned.forms.length > 1 ? planned.title : planned.caption);
  const { sheets } = index.snapshot;
  return (
    sheets.find((sheet) => looseText(sheet.name) === name) ??
    sheets.find((sheet) => findText(sheet, head, CAPTION_ROWS) !== null) ??
    null
  );
}

function sheetOf(edition: Edition, form: Form): FormSheet {
  const found = formSheets(edition).find(({ forms }) => forms.includes(form));
  if (found === undefined) throw new RangeError(`${edition.id} has no such form ${form.number}`);
  return found;
}

/** A form's caption and header stand within this many rows of its sheet. */
const CAPTION_ROWS = 10;
const HEADER_ROWS = 30;

function namedCells(index: SnapshotIndex, { forms }: FormSheet): readonly CellAddress[] {
  return forms.flatMap((form) =>
    form.indicators.flatMap(({ code }) => index.find({ kind: "indicator", form: form.number, code }) ?? []),
  );
}

/** The column in which the sheet's names stand, or null without names. */
function namedColumn(index: SnapshotIndex, planned: FormSheet, sheet: SheetSnapshot): number | null {
  const columns = namedCells(index, planned)
    .filter((address) => address.sheet === sheet.name)
    .map((address) => address.column)
    .sort((a, b) => a - b);
  return columns[Math.floor(columns.length / 2)] ?? null;
}

function readTable(
  sheet: SheetSnapshot,
  edition: Edition,
  form: Form,
  named: number | null,
): FoundForm | null {
  const header = findText(sheet, looseText(edition.columns.code), HEADER_ROWS);
  const label = findText(sheet, looseText(edition.columns.label), HEADER_ROWS, "start");
  const value = findText(sheet, looseText(edition.columns.value), HEADER_ROWS);
  const valueColumn = named ?? value?.column;
  if (header === null || label === null || valueColumn === undefined) return null;
  const rows = new Map<string, number[]>();
  for (let row = header.row + 1; row < sheet.top + sheet.values.length; row++) {
    const code = codeOf(cellAt(sheet, row, header.column));
    if (code !== null) rows.set(code, [...(rows.get(code) ?? []), row]);
  }
  const rowOf = (code: string) => {
    const [only, ...more] = rows.get(code) ?? [];
    return only === undefined || more.length > 0 ? null : only;
  };
  const printed = (row: number) => codeOf(cellAt(sheet, row, header.column));
  const labelIn = (row: number) => cellText(cellAt(sheet, row, label.column));
  const last = sheet.top + sheet.values.length - 1;
  const uncoded = rowsWithoutCode(form, { last, printed, labelIn, rowOf });
  const codes = new Map([...uncoded].map(([code, row]) => [row, code]));
  return {
    sheet: sheet.name,
    valueColumn,
    codeIn: (row) => printed(row) ?? codes.get(row) ?? null,
    labelIn,
    rowOf: (code) => uncoded.get(code) ?? rowOf(code),
  };
}

/** `3.3.1.` and `3.3.1`, the number 1 that Excel makes of `1.`, and 3.1 typed as a number. */
function codeOf(cell: Cell): string | null {
  if (typeof cell.value === "number" && isDateFormat(cell.format)) return null;
  const code = cellText(cell)
    .normalize("NFKC")
    .replace(/\s+/g, "")
    .replace(/,/g, ".")
    .replace(/\.+$/, "")
    .toLowerCase();
  return /^\d+[a-z]?(\.[0-9a-z]+)*$/.test(code) ? code : null;
}

function findText(
  sheet: SheetSnapshot,
  wanted: string,
  rows: number,
  how: "whole" | "start" = "whole",
): { readonly row: number; readonly column: number } | null {
  for (const [i, line] of sheet.values.slice(0, rows).entries()) {
    for (const [j, value] of line.entries()) {
      if (typeof value !== "string") continue;
      const text = looseText(value);
      if (how === "whole" ? text === wanted : text.startsWith(wanted)) {
        return { row: sheet.top + i, column: sheet.left + j };
      }
    }
  }
  return null;
}
