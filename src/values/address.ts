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

const REFERENCE =
  /^=?(?:'((?:[^']|'')+)'|([^'!#,()]+))!\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/i;

/**
 * Reads `'Biểu mẫu 3'!$D$20` or `=Sheet1!A1:B2`. Null for anything else: `#REF!`, several areas,
 * constants, formulas.
 */
export function parseReference(reference: string): Area | null {
  const match = REFERENCE.exec(reference.trim());
  if (!match) return null;
  const [, quoted, bare, left, top, right, bottom] = match;
  const sheet = quoted === undefined ? bare : quoted.replaceAll("''", "'");
  if (sheet === undefined || left === undefined || top === undefined) return null;
  const area = {
    sheet,
    top: Number(top),
    left: columnNumber(left),
    bottom: Number(bottom ?? top),
    right: columnNumber(right ?? left),
  };
  return area.top >= 1 && area.bottom >= area.top && area.right >= area.left ? area : null;
}
