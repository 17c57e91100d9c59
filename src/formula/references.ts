import { type CellPlace, columnLetters, columnNumber, parseCell, type Rectangle } from "../values/address.js";
import { LAST_COLUMN, LAST_ROW } from "../values/sheet-limits.js";

/** What a reference points at, without its sheet. `to` is null for one cell. */
type Target =
  | { readonly kind: "cells"; readonly from: CellPlace; readonly to: CellPlace | null }
  | { readonly kind: "rows"; readonly from: CellPlace; readonly to: CellPlace }
  | { readonly kind: "columns"; readonly from: CellPlace; readonly to: CellPlace }
  /** The cells were deleted. */
  | { readonly kind: "lost" };

/** A reference in a formula or defined name. */
export interface Reference {
  /** Null for the sheet that the formula stands on. */
  readonly sheet: string | null;
  /** The sheet itself was deleted: `#REF!$D$5`. */
  readonly sheetLost: boolean;
  readonly target: Target;
}

const LOST = "#REF!";

/** Reads `'Biểu mẫu 3'!$D$5`, `A1:B2`, `B:C`, `3:5`, `Sheet1!#REF!`, `#REF!A1`; null for anything else. */
export function readReference(text: string): Reference | null {
  if (text.startsWith(LOST)) {
    const target = readTarget(text.slice(LOST.length));
    return target === null ? null : { sheet: null, sheetLost: true, target };
  }
  const mark = text.endsWith(LOST) ? text.length - LOST.length - 1 : text.lastIndexOf("!");
  const target = readTarget(text.slice(mark + 1));
  if (target === null) return null;
  if (mark < 0) return { sheet: null, sheetLost: false, target };
  const name = text.slice(0, mark);
  const sheet = name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
  return { sheet, sheetLost: false, target };
}

function readTarget(text: string): Target | null {
  if (text === LOST) return { kind: "lost" };
  const [first = "", second] = text.split(":");
  if (second === undefined) {
    const from = parseCell(first);
    return from === null ? null : { kind: "cells", from, to: null };
  }
  for (const [kind, read] of LINES) {
    const [from, to] = [read(first), read(second)];
    if (from !== null && to !== null) return { kind, from, to };
  }
  return null;
}

const LINES = [
  ["cells", parseCell],
  ["rows", readRow],
  ["columns", readColumn],
] as const;

function readRow(text: string): CellPlace | null {
  const [, fixed, row] = /^(\$?)(\d{1,7})$/.exec(text) ?? [];
  return cornerAt(Number(row), 1, fixed === "$", true);
}

function readColumn(text: string): CellPlace | null {
  const [, fixed, letters = ""] = /^(\$?)([A-Z]{1,3})$/i.exec(text) ?? [];
  return cornerAt(1, columnNumber(letters), true, fixed === "$");
}

function cornerAt(row: number, column: number, fixedRow: boolean, fixedColumn: boolean): CellPlace | null {
  const inside = row >= 1 && row <= LAST_ROW && column >= 1 && column <= LAST_COLUMN;
  return inside ? { row, column, fixedRow, fixedColumn } : null;
}

/** The cells of a target, or null when they are lost. */
export function rectangleOf(target: Target): Rectangle | null {
  if (target.kind === "lost") return null;
  const { from } = target;
  const to = target.to ?? from;
  const rectangle = {
    top: Math.min(from.row, to.row),
    bottom: Math.max(from.row, to.row),
    left: Math.min(from.column, to.column),
    right: Math.max(from.column, to.column),
  };
  if (target.kind === "rows") return { ...rectangle, left: 1, right: LAST_COLUMN };
  if (target.kind === "columns") return { ...rectangle, top: 1, bottom: LAST_ROW };
  return rectangle;
}

/** The same target over other cells, its `$` marks kept; null makes it a lost one. */
export function withRectangle(target: Target, rectangle: Rectangle | null): Target {
  if (rectangle === null || target.kind === "lost") return { kind: "lost" };
  const from = { ...target.from, row: rectangle.top, column: rectangle.left };
  const to = { ...(target.to ?? target.from), row: rectangle.bottom, column: rectangle.right };
  return target.kind === "cells" && target.to === null
    ? { kind: "cells", from, to: null }
    : { ...target, from, to };
}

/** The reference as a copy of its formula has it, so many rows below and columns to the right. */
export function shiftedReference(reference: Reference, rows: number, columns: number): Reference {
  const { target } = reference;
  if (target.kind === "lost") return reference;
  const shifted = (corner: CellPlace) => {
    const { row, column, fixedRow, fixedColumn } = corner;
    return cornerAt(
      fixedRow ? row : row + rows,
      fixedColumn ? column : column + columns,
      fixedRow,
      fixedColumn,
    );
  };
  const from = shifted(target.from);
  const to = target.to === null ? from : shifted(target.to);
  if (from === null || to === null) return { ...reference, target: { kind: "lost" } };
  const moved: Target =
    target.kind === "cells" ? { ...target, from, to: target.to && to } : { ...target, from, to };
  return { ...reference, target: moved };
}

/** The reference as Excel writes it. */
export function formatReference({ sheet, sheetLost, target }: Reference): string {
  const place = formatTarget(target);
  if (sheetLost) return place === LOST ? LOST : `${LOST}${place}`;
  return sheet === null ? place : `${quoteWhereNeeded(sheet)}!${place}`;
}

function formatTarget(target: Target): string {
  if (target.kind === "lost") return LOST;
  const row = (corner: CellPlace) => `${corner.fixedRow ? "$" : ""}${corner.row}`;
  const column = (corner: CellPlace) => `${corner.fixedColumn ? "$" : ""}${columnLetters(corner.column)}`;
  if (target.kind === "rows") return `${row(target.from)}:${row(target.to)}`;
  if (target.kind === "columns") return `${column(target.from)}:${column(target.to)}`;
  const cell = (corner: CellPlace) => column(corner) + row(corner);
  return target.to === null ? cell(target.from) : `${cell(target.from)}:${cell(target.to)}`;
}

/** A sheet name as it stands in an address: quoted only where Excel quotes it. */
export function quoteWhereNeeded(sheet: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet);
  const likeCell = /^[A-Z]{1,3}\d+$/i.test(sheet) || /^R?\d*C?\d*$/i.test(sheet);
  return plain && !likeCell ? sheet : `'${sheet.replaceAll("'", "''")}'`;
}
