import type { Edition, Form } from "../forms/schema.js";
import type { CellAddress } from "../values/address.js";
import type { Cell } from "../values/cell.js";
import { isDateFormat } from "../values/number-format.js";
import { looseText } from "./loose-text.js";
import { formSheetName } from "./names.js";
import type { SheetSnapshot } from "./snapshot.js";
import { cellAt, cellText, type SnapshotIndex } from "./snapshot-index.js";

/** A form as it stands on a sheet now: rows may have been inserted, columns too. */
export interface FormTable {
  readonly sheet: string;
  readonly valueColumn: number;
  /** The STT printed in a row without its dot, or null for a row without one. */
  codeIn(row: number): string | null;
  /** The label printed in a row. */
  labelIn(row: number): string;
  /** The only row with that STT, or null when there is none or more than one. */
  rowOf(code: string): number | null;
}

/** The form's table, found by its header ("STT", "Chỉ tiêu thống kê"); null when there is no such sheet or header. */
export function findFormTable(index: SnapshotIndex, edition: Edition, form: Form): FormTable | null {
  const sheet = findFormSheet(index, form);
  return sheet === null ? null : readTable(sheet, edition, namedColumn(index, form, sheet));
}

/**
 * The sheet that holds a form: where most of its named cells are, whatever the sheet is called now;
 * without names, the sheet that is called `Biểu mẫu N` or has this as its caption.
 */
export function findFormSheet(index: SnapshotIndex, form: Form): SheetSnapshot | null {
  const votes = new Map<string, number>();
  for (const address of namedCells(index, form)) {
    votes.set(address.sheet, (votes.get(address.sheet) ?? 0) + 1);
  }
  const [favourite] = [...votes].sort((a, b) => b[1] - a[1]);
  if (favourite !== undefined) return index.sheet(favourite[0]);
  const caption = looseText(formSheetName(form.number));
  const { sheets } = index.snapshot;
  return (
    sheets.find((sheet) => looseText(sheet.name) === caption) ??
    sheets.find((sheet) => findText(sheet, caption, CAPTION_ROWS) !== null) ??
    null
  );
}

/** A form's caption and header stand within this many rows of its sheet. */
const CAPTION_ROWS = 10;
const HEADER_ROWS = 30;

function namedCells(index: SnapshotIndex, form: Form): readonly CellAddress[] {
  return form.indicators
    .map(({ code }) => index.find({ kind: "indicator", form: form.number, code }))
    .filter((address) => address !== null);
}

/** The column in which the form's names stand, or null without names. */
function namedColumn(index: SnapshotIndex, form: Form, sheet: SheetSnapshot): number | null {
  const columns = namedCells(index, form)
    .filter((address) => address.sheet === sheet.name)
    .map((address) => address.column)
    .sort((a, b) => a - b);
  return columns[Math.floor(columns.length / 2)] ?? null;
}

function readTable(sheet: SheetSnapshot, edition: Edition, named: number | null): FormTable | null {
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
  return {
    sheet: sheet.name,
    valueColumn,
    codeIn: (row) => codeOf(cellAt(sheet, row, header.column)),
    labelIn: (row) => cellText(cellAt(sheet, row, label.column)),
    rowOf: (code) => {
      const [only, ...more] = rows.get(code) ?? [];
      return only === undefined || more.length > 0 ? null : only;
    },
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
