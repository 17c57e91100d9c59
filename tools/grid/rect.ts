import { readReference, rectangleOf } from "../../src/formula/references.js";
import { columnLetters } from "../../src/values/address.js";

/**
 * A rectangle of cells. Rows and columns count from 0, as Office.js counts them; both corners
 * belong to it.
 */
export interface Rect {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

/** Every cell of a sheet. */
export const WHOLE_SHEET: Rect = { top: 0, left: 0, bottom: LAST_ROW, right: LAST_COLUMN };

export function rectOf(row: number, column: number, rows = 1, columns = 1): Rect {
  return { top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 };
}

export function rowCount(rect: Rect): number {
  return rect.bottom - rect.top + 1;
}

export function columnCount(rect: Rect): number {
  return rect.right - rect.left + 1;
}

export function isOneCell(rect: Rect): boolean {
  return rect.top === rect.bottom && rect.left === rect.right;
}

/** Whether the rectangle holds whole rows. */
export function spansRows(rect: Rect): boolean {
  return rect.left === 0 && rect.right === LAST_COLUMN;
}

/** Whether the rectangle holds whole columns. */
export function spansColumns(rect: Rect): boolean {
  return rect.top === 0 && rect.bottom === LAST_ROW;
}

/** Whether the rectangle lies on a sheet at all. */
export function isOnSheet(rect: Rect): boolean {
  return (
    rect.top >= 0 &&
    rect.left >= 0 &&
    rect.bottom <= LAST_ROW &&
    rect.right <= LAST_COLUMN &&
    rect.top <= rect.bottom &&
    rect.left <= rect.right
  );
}

export function holds(rect: Rect, row: number, column: number): boolean {
  return row >= rect.top && row <= rect.bottom && column >= rect.left && column <= rect.right;
}

export function covers(outer: Rect, inner: Rect): boolean {
  return holds(outer, inner.top, inner.left) && holds(outer, inner.bottom, inner.right);
}

export function sameRect(a: Rect, b: Rect): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}

/** The common part, or null when the two do not meet. */
export function intersection(a: Rect, b: Rect): Rect | null {
  const rect = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return rect.top <= rect.bottom && rect.left <= rect.right ? rect : null;
}

/** The smallest rectangle around both. */
export function boundingRect(a: Rect, b: Rect): Rect {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

/** What is left of `rect` outside `hole`: up to four rectangles. */
export function subtract(rect: Rect, hole: Rect): readonly Rect[] {
  const cut = intersection(rect, hole);
  if (!cut) return [rect];
  const parts: Rect[] = [
    { ...rect, bottom: cut.top - 1 },
    { ...rect, top: cut.bottom + 1 },
    { top: cut.top, bottom: cut.bottom, left: rect.left, right: cut.left - 1 },
    { top: cut.top, bottom: cut.bottom, left: cut.right + 1, right: rect.right },
  ];
  return parts.filter((part) => part.top <= part.bottom && part.left <= part.right);
}

/** `D20:F22`, `D20` for one cell, `3:5` for whole rows, `B:C` for whole columns. */
export function formatRect(rect: Rect): string {
  const row = (index: number) => String(index + 1);
  const column = (index: number) => columnLetters(index + 1);
  if (spansRows(rect)) return `${row(rect.top)}:${row(rect.bottom)}`;
  if (spansColumns(rect)) return `${column(rect.left)}:${column(rect.right)}`;
  const from = `${column(rect.left)}${row(rect.top)}`;
  return isOneCell(rect) ? from : `${from}:${column(rect.right)}${row(rect.bottom)}`;
}

/** Reads an A1 address without a sheet; null when it is none or lies outside a sheet. */
export function parseRect(text: string): Rect | null {
  const reference = readReference(text.trim());
  const area = reference === null || reference.sheet !== null ? null : rectangleOf(reference.target);
  if (area === null) return null;
  return { top: area.top - 1, left: area.left - 1, bottom: area.bottom - 1, right: area.right - 1 };
}

/** Calls back for every cell, row by row. Only for rectangles known to be small. */
export function eachCell(rect: Rect, visit: (row: number, column: number) => void): void {
  for (let row = rect.top; row <= rect.bottom; row += 1) {
    for (let column = rect.left; column <= rect.right; column += 1) visit(row, column);
  }
}

/** A table of the rectangle's shape, made cell by cell. */
export function tableOf<T>(rect: Rect, make: (row: number, column: number) => T): T[][] {
  const table: T[][] = [];
  for (let row = rect.top; row <= rect.bottom; row += 1) {
    const line: T[] = [];
    for (let column = rect.left; column <= rect.right; column += 1) line.push(make(row, column));
    table.push(line);
  }
  return table;
}
