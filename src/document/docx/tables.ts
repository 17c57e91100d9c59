import {
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from "docx";
import type { AppendixTable, AppendixTableRow } from "../appendix-tables.js";
import { cleanText } from "../clean-text.js";
import { CELL_MARGINS, NARROW_MARGINS, words } from "./cells.js";
import { SIZE } from "./measures.js";
import { line } from "./paragraphs.js";

/** Type of tables with many columns; smaller would not be read. */
const SMALL = 11;
const MANY_COLUMNS = 9;

/**
 * Supplementary tables one below the other, each under its title.
 *
 * @param width of the text, in twips
 */
export function tables(all: readonly AppendixTable[], width: number): readonly (Paragraph | Table)[] {
  return all.flatMap((table) => [
    line(cleanText(table.title), {
      size: SIZE.text,
      bold: true,
      before: 14,
      after: 4,
      keepNext: true,
      heading: 2,
    }),
    ...(table.unit === ""
      ? []
      : [line(`(${table.unit})`, { size: SIZE.table, italics: true, after: 4, keepNext: true })]),
    wordTable(table, width),
  ]);
}

function wordTable(table: AppendixTable, width: number): Table {
  const columns = sharedOut(table, width);
  const many = table.columns.length > MANY_COLUMNS;
  const size = many ? SMALL : SIZE.table;
  const header = Array.from(
    { length: table.depth },
    (_, level) =>
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: table.header
          .filter(({ row }) => row === level + 1)
          .map(
            ({ text, column, rows, columns: across }) =>
              new TableCell({
                children: [words(text, { bold: true, keepNext: true, size })],
                rowSpan: rows,
                columnSpan: across,
                width: { size: sum(columns.slice(column - 1, column - 1 + across)), type: WidthType.DXA },
                verticalAlign: VerticalAlignTable.CENTER,
              }),
          ),
      }),
  );
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: [...columns],
    margins: many ? NARROW_MARGINS : CELL_MARGINS,
    rows: [...header, ...table.rows.map((row, index) => tableRow(table, row, index, columns, size))],
  });
}

/** A row is never split; a heading stays with the row below it, and the total with the row above. */
function tableRow(
  table: AppendixTable,
  { kind, cells }: AppendixTableRow,
  index: number,
  columns: readonly number[],
  size: number,
): TableRow {
  const beforeTotal = table.rows[index + 1]?.kind === "total";
  const look = { bold: kind !== "record", keepNext: kind === "group" || index === 0 || beforeTotal, size };
  // The total's label takes the columns that have no total.
  const blanks = kind === "total" ? cells.findIndex(({ address }) => address !== null) : 0;
  const span = Math.max(1, blanks);
  return new TableRow({
    cantSplit: true,
    children: cells.flatMap(({ text }, at) => {
      if (at > 0 && at < span) return [];
      const across = at === 0 ? span : 1;
      const alignment = across > 1 ? "center" : (table.columns[at]?.alignment ?? "center");
      return [
        new TableCell({
          children: [words(text, { ...look, alignment })],
          ...(across > 1 && { columnSpan: across }),
          width: { size: sum(columns.slice(at, at + across)), type: WidthType.DXA },
          verticalAlign: VerticalAlignTable.CENTER,
        }),
      ];
    }),
  });
}

/** The columns' widths in twips, in proportion to their characters; together exactly the text's width. */
function sharedOut({ columns }: AppendixTable, width: number): readonly number[] {
  const total = sum(columns.map((column) => column.width));
  const shares = columns.map((column) => Math.floor((column.width * width) / total));
  return shares.map((share, index) => (index === 0 ? share + width - sum(shares) : share));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
