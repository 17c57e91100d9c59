import { BLANK_CELL } from "../values/cell.js";
import { readCode } from "./code-reading.js";
import { type ColumnRole, roleOf } from "./header-words.js";
import { isColumnNumbering, type SheetRow } from "./sheet-rows.js";

/** The header of a block: which rows it takes and what it says of each column. */
export interface Header {
  readonly firstRow: number;
  readonly lastRow: number;
  /** The lowest header cell with a role in each column. */
  readonly roles: ReadonlyMap<number, ColumnRole>;
  /** All header words of a column from top to bottom. */
  readonly words: ReadonlyMap<number, string>;
}

/** A header has up to three rows. */
const MAX_ROWS = 3;

/**
 * The header that begins in the row at `index`, or null. A header names the column of the labels and
 * one more, or the STT, the unit and the result; its further rows name columns and carry no STT.
 */
export function headerAt(rows: readonly SheetRow[], index: number): Header | null {
  const first = rows[index];
  if (first === undefined || rolesIn(first).size === 0) return null;
  const taken = [first];
  const roles = new Map(rolesIn(first));
  for (const next of rows.slice(index + 1, index + MAX_ROWS)) {
    const above = taken.at(-1)?.row ?? 0;
    const further = rolesIn(next);
    const belongs = next.row - above <= 1 && namesColumns(next, further) && !startsBody(next, roles);
    if (!belongs && !(isColumnNumbering(next) && looksLikeHeader(roles))) break;
    for (const [column, role] of further) roles.set(column, role);
    taken.push(next);
  }
  if (!looksLikeHeader(roles)) return null;
  return {
    firstRow: first.row,
    lastRow: taken.at(-1)?.row ?? first.row,
    roles,
    words: wordsByColumn(taken),
  };
}

function rolesIn(row: SheetRow): ReadonlyMap<number, ColumnRole> {
  return new Map(
    row.cells.flatMap(({ column, value, text }) => {
      const role = typeof value === "string" ? roleOf(text) : null;
      return role === null ? [] : [[column, role] as const];
    }),
  );
}

function looksLikeHeader(roles: ReadonlyMap<number, ColumnRole>): boolean {
  const present = new Set(roles.values());
  if (present.has("label")) return present.size >= 2;
  return present.has("code") && present.has("unit") && present.has("value");
}

/** A row whose only header word is its unit ("Đơn vị", "Số lượng") is a row of the form. */
function namesColumns(row: SheetRow, roles: ReadonlyMap<number, ColumnRole>): boolean {
  return roles.size >= 2 || (roles.size > 0 && roles.size === row.cells.length);
}

/** A row with an STT of its own is the block's first, whatever its label is. */
function startsBody(row: SheetRow, roles: ReadonlyMap<number, ColumnRole>): boolean {
  return row.cells.some(
    ({ column, value }) =>
      roles.get(column) === "code" &&
      readCode({ ...BLANK_CELL, value }).length > 0 &&
      !isColumnNumbering(row),
  );
}

function wordsByColumn(rows: readonly SheetRow[]): ReadonlyMap<number, string> {
  const words = new Map<number, string>();
  for (const { column, text } of rows.flatMap((row) => row.cells)) {
    words.set(column, `${words.get(column) ?? ""} ${text}`.trim());
  }
  return words;
}
