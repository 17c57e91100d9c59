import { columnLetters, columnNumber } from "../../../src/values/address.js";
import { LAST_COLUMN, LAST_ROW, type Rect } from "../grid/rect.js";

/** One corner of a reference; the marks say whether `$` stands before the row or column. */
export interface Corner {
  readonly row: number;
  readonly column: number;
  readonly fixedRow: boolean;
  readonly fixedColumn: boolean;
}

/** What a reference points at, without its sheet. */
export type Target =
  | { readonly kind: "cells"; readonly from: Corner; readonly to: Corner | null }
  | { readonly kind: "rows"; readonly from: Corner; readonly to: Corner }
  | { readonly kind: "columns"; readonly from: Corner; readonly to: Corner }
  /** The cells were deleted. */
  | { readonly kind: "lost" };

/** A reference in a formula or defined name. */
export interface Reference {
  /** Null: the sheet that holds the formula. */
  readonly sheet: string | null;
  /** The sheet itself was deleted: `#REF!$D$5`. */
  readonly sheetLost: boolean;
  readonly target: Target;
}

const CORNER = /^(\$?)([A-Z]{1,3})(\$?)(\d{1,7})$/i;

/** Reads `$D$5`, `D5:F7`, `3:5`, `B:C` or `#REF!`; null for anything else. */
export function parseTarget(text: string): Target | null {
  if (text.toUpperCase() === "#REF!") return { kind: "lost" };
  const [first = "", second] = text.split(":");
  const from = parseCorner(first);
  if (from) {
    const to = second === undefined ? null : parseCorner(second);
    return second !== undefined && !to ? null : { kind: "cells", from, to };
  }
  if (second === undefined) return null;
  return parseLines(first, second);
}

function parseCorner(text: string): Corner | null {
  const match = CORNER.exec(text);
  if (!match) return null;
  const row = Number(match[4]) - 1;
  const column = columnNumber(match[2] ?? "") - 1;
  if (row < 0 || row > LAST_ROW || column > LAST_COLUMN) return null;
  return { row, column, fixedColumn: match[1] === "$", fixedRow: match[3] === "$" };
}

function parseLines(first: string, second: string): Target | null {
  const row = /^(\$?)(\d{1,7})$/;
  const column = /^(\$?)([A-Z]{1,3})$/i;
  const rows = [row.exec(first), row.exec(second)] as const;
  if (rows[0] && rows[1]) {
    const corner = (m: RegExpExecArray): Corner => ({
      row: Number(m[2]) - 1,
      column: 0,
      fixedRow: m[1] === "$",
      fixedColumn: true,
    });
    return { kind: "rows", from: corner(rows[0]), to: corner(rows[1]) };
  }
  const columns = [column.exec(first), column.exec(second)] as const;
  if (columns[0] && columns[1]) {
    const corner = (m: RegExpExecArray): Corner => ({
      row: 0,
      column: columnNumber(m[2] ?? "") - 1,
      fixedRow: true,
      fixedColumn: m[1] === "$",
    });
    return { kind: "columns", from: corner(columns[0]), to: corner(columns[1]) };
  }
  return null;
}

/** The cells of a target, or null when they are lost. */
export function rectOfTarget(target: Target): Rect | null {
  if (target.kind === "lost") return null;
  const { from } = target;
  const to = target.to ?? from;
  const rect = {
    top: Math.min(from.row, to.row),
    bottom: Math.max(from.row, to.row),
    left: Math.min(from.column, to.column),
    right: Math.max(from.column, to.column),
  };
  if (target.kind === "rows") return { ...rect, left: 0, right: LAST_COLUMN };
  if (target.kind === "columns") return { ...rect, top: 0, bottom: LAST_ROW };
  return rect;
}

/** The same target over other cells, its `$` marks kept; null makes it a lost one. */
export function withRect(target: Target, rect: Rect | null): Target {
  if (!rect || target.kind === "lost") return { kind: "lost" };
  const from = { ...target.from, row: rect.top, column: rect.left };
  const to = { ...(target.to ?? target.from), row: rect.bottom, column: rect.right };
  return target.kind === "cells" && !target.to ? { kind: "cells", from, to: null } : { ...target, from, to };
}

/** The reference as Excel writes it. */
export function formatReference(reference: Reference): string {
  const target = formatTarget(reference.target);
  if (reference.sheetLost) return target === "#REF!" ? target : `#REF!${target}`;
  return reference.sheet === null ? target : `${quoteIfNeeded(reference.sheet)}!${target}`;
}

function formatTarget(target: Target): string {
  if (target.kind === "lost") return "#REF!";
  const row = (corner: Corner) => `${corner.fixedRow ? "$" : ""}${corner.row + 1}`;
  const column = (corner: Corner) => `${corner.fixedColumn ? "$" : ""}${columnLetters(corner.column + 1)}`;
  if (target.kind === "rows") return `${row(target.from)}:${row(target.to)}`;
  if (target.kind === "columns") return `${column(target.from)}:${column(target.to)}`;
  const cell = (corner: Corner) => column(corner) + row(corner);
  return target.to ? `${cell(target.from)}:${cell(target.to)}` : cell(target.from);
}

/** A sheet name as it stands in an address: quoted only where Excel quotes it. */
export function quoteIfNeeded(sheet: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet);
  const likeCell = /^[A-Z]{1,3}\d+$/i.test(sheet) || /^R?\d*C?\d*$/i.test(sheet);
  return plain && !likeCell ? sheet : `'${sheet.replaceAll("'", "''")}'`;
}
