import type { Column, Table } from "./table-schema.js";

/** One cell of a table's header. Rows and columns count from 1; spans are at least 1. */
export interface HeaderCell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Characters that an upright page takes in the type of tables. */
const UPRIGHT = 96;

/** True for columns that need the page turned. */
export function isWide(columns: readonly Pick<Column, "width">[]): boolean {
  return columns.reduce((sum, { width }) => sum + width, 0) > UPRIGHT;
}

/** Rows that the headings take: 1 to 3. */
export function headerDepth(table: Table): number {
  return Math.max(...table.columns.map((column) => column.path.length));
}

/**
 * The header as it is printed: neighbours under one heading share its cell, and a column's own label
 * reaches down to the last row.
 */
export function headerCells(table: Table): readonly HeaderCell[] {
  const depth = headerDepth(table);
  const cells: HeaderCell[] = [];
  for (let level = 1; level <= depth; level++) {
    let from = 0;
    while (from < table.columns.length) {
      const path = table.columns[from]?.path ?? [];
      const heading = path[level - 1];
      let to = from + 1;
      if (heading !== undefined && path.length > level) {
        while (sharesHeading(path, table.columns[to]?.path ?? [], level)) to++;
      }
      if (heading !== undefined) {
        const rows = path.length === level ? depth - level + 1 : 1;
        cells.push({ text: heading, row: level, column: from + 1, rows, columns: to - from });
      }
      from = to;
    }
  }
  return cells;
}

function sharesHeading(path: readonly string[], other: readonly string[], level: number): boolean {
  return other.length > level && path.slice(0, level).every((text, index) => other[index] === text);
}

/**
 * The row under the header that numbers the columns and says how each is made, as statistical forms
 * print it: `(3) = (4) + (5) + (6)`.
 */
export function columnNumbers(table: Table): readonly string[] {
  const number = (id: string) => `(${table.columns.findIndex((column) => column.id === id) + 1})`;
  const sum = (ids: readonly string[]) => ids.map(number).join(" + ");
  const bracketed = (ids: readonly string[]) => (ids.length === 1 ? sum(ids) : `[${sum(ids)}]`);
  return table.columns.map((column) => {
    const own = number(column.id);
    const formula = "formula" in column ? column.formula : undefined;
    switch (formula?.kind) {
      case "sum":
        return `${own} = ${sum(formula.of)}`;
      case "difference":
        return `${own} = ${number(formula.of)} - ${formula.minus.map(number).join(" - ")}`;
      case "ratio":
        return `${own} = ${bracketed(formula.numerator)} : ${bracketed(formula.denominator)}`;
      default:
        return own;
    }
  });
}

/** `Đơn vị tính: hồ sơ` where all amounts are of one unit, otherwise nothing: the headings say it. */
export function unitText(table: Table): string {
  const units = table.columns.flatMap((column) =>
    column.kind === "count" || column.kind === "money" ? [column.unit] : [],
  );
  const [only, ...others] = [...new Set(units)];
  return only === undefined || others.length > 0 ? "" : `Đơn vị tính: ${only}`;
}
