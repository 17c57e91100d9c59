import { LAST_COLUMN, LAST_ROW } from "./sheet-limits.js";

/**
 * A place in a workbook. Rows and columns count from 1, as people and A1 references do.
 */
export interface CellAddress {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells on whatever sheet; both corners belong to it. */
export interface Rectangle {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A rectangle of cells on one sheet. */
export interface Area extends Rectangle {
  readonly sheet: string;
}

/** Column letters of a column number: 1 is `A`, 27 is `AA`. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Column number of column letters: `A` is 1, `AA` is 27. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** `D20`, without the sheet. */
export function a1(cell: Pick<CellAddress, "row" | "column">): string {
  return `${columnLetters(cell.column)}${cell.row}`;
}

/** `D20:F22`, or `D20` for one cell, without the sheet. */
export function areaA1(area: Rectangle): string {
  const from = a1({ row: area.top, column: area.left });
  const to = a1({ row: area.bottom, column: area.right });
  return from === to ? from : `${from}:${to}`;
}

/** Sheet name as a formula writes it: always quoted, quotes doubled. */
export function quoteSheet(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

/** `'Biểu mẫu 3'!$D$20`: what a workbook-scoped name refers to. */
export function absoluteReference(area: Area): string {
  const corner = (row: number, column: number) => `$${columnLetters(column)}$${row}`;
  const from = corner(area.top, area.left);
  const to = corner(area.bottom, area.right);
  return `${quoteSheet(area.sheet)}!${from === to ? from : `${from}:${to}`}`;
}

/** The area of one cell. */
export function areaOf(cell: CellAddress): Area {
  return {
    sheet: cell.sheet,
    top: cell.row,
    bottom: cell.row,
    left: cell.column,
    right: cell.column,
  };
}

/** A cell's place as a reference writes it: whether a copy keeps its row and its column (`$`). */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
  readonly fixedRow: boolean;
  readonly fixedColumn: boolean;
}

/** Reads `D20`, `$D$20` or `d20`. Null for anything else, and for a cell beyond the sheet. */
export function parseCell(text: string): CellPlace | null {
  const [, fixedColumn, letters = "", fixedRow, digits] =
    /^(\$?)([A-Z]{1,3})(\$?)(\d{1,7})$/i.exec(text) ?? [];
  const [row, column] = [Number(digits), columnNumber(letters)];
  const inside = row >= 1 && row <= LAST_ROW && column >= 1 && column <= LAST_COLUMN;
  return inside ? { row, column, fixedRow: fixedRow === "$", fixedColumn: fixedColumn === "$" } : null;
}

/** Reads one cell or `D20:F22`, from corner to any corner. Null for anything else. */
export function parseArea(text: string): Rectangle | null {
  const [first = "", second = first, ...more] = text.split(":");
  const [from, to] = [parseCell(first), parseCell(second)];
  if (from === null || to === null || more.length > 0) return null;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}

/**
 * Reads `'Biểu mẫu 3'!$D$20` or `=Sheet1!A1:B2`. Null for anything else: `#REF!`, several areas,
 * constants, formulas.
 */
export function parseReference(reference: string): Area | null {
  const match = /^=?(?:'((?:[^']|'')+)'|([^'!#,()]+))!(.+)$/.exec(reference.trim());
  if (match === null) return null;
  const [, quoted, bare = "", cells = ""] = match;
  const area = parseArea(cells);
  return area === null ? null : { sheet: quoted?.replaceAll("''", "'") ?? bare, ...area };
}
