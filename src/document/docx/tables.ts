import type { FileChild } from "docx";
import type { AppendixTable, AppendixTableRow } from "../appendix-tables.js";
import { cleanText } from "../clean-text.js";
import { columnHeadings } from "../table-headings.js";
import { CELL_MARGINS, NARROW_MARGINS } from "./cells.js";
import { Chart } from "./chart.js";
import { SIZE } from "./measures.js";
import { line } from "./paragraphs.js";
import { describedTable, type PlainCell, type PlainRow, PlainTable } from "./plain-table.js";

/** Type of tables with many columns; smaller would not be read. */
const SMALL = 11;
const MANY_COLUMNS = 9;

/**
 * Supplementary tables one below the other, each under its title.
 *
 * @param width of the text, in twips
 * @param where in the appendix each is a heading of the document, in the body it is not
 */
export function tables(
  all: readonly AppendixTable[],
  width: number,
  where: "appendix" | "body" = "appendix",
): readonly FileChild[] {
  return all.flatMap((table, index) => [
    line(cleanText(table.title), {
      size: SIZE.text,
      bold: true,
      before: 14,
      after: 4,
      keepNext: true,
      // Between paragraphs a table is no section of its own.
      ...(where === "appendix" && { heading: 2 as const }),
    }),
    ...(table.unit === ""
      ? []
      : [line(`(${table.unit})`, { size: SIZE.table, italics: true, after: 4, keepNext: true })]),
    wordTable(table, width),
    // In the text a table stands between paragraphs that speak of it.
    ...(table.chart === null || where === "body" ? [] : [new Chart(table.chart, index, width)]),
  ]);
}

function wordTable(table: AppendixTable, width: number): PlainTable {
  const many = table.columns.length > MANY_COLUMNS;
  const size = many ? SMALL : SIZE.table;
  const look = { bold: true, keepNext: true, size };
  return new PlainTable({
    columns: sharedOut(table, width),
    margins: many ? NARROW_MARGINS : CELL_MARGINS,
    caption: table.title,
    description: describedTable(columnHeadings(table), table.rows.length),
    header: Array.from({ length: table.depth }, (_, level) =>
      table.header
        .filter(({ row }) => row === level + 1)
        .map(
          ({ text, rows, columns }): PlainCell => ({ lines: [{ text, look }], across: columns, down: rows }),
        ),
    ),
    rows: table.rows.map((row, index) => tableRow(table, row, index, size)),
  });
}

/**
 * A heading stays with the row below it, and the total and the last row with the row above. The last row
 * stays with nothing: it would draw the next table along.
 */
function tableRow(
  table: AppendixTable,
  { kind, cells }: AppendixTableRow,
  index: number,
  size: number,
): PlainRow {
  const left = table.rows.length - 1 - index;
  const beforeTotal = table.rows[index + 1]?.kind === "total";
  const keepNext = left > 0 && (kind === "group" || index === 0 || left === 1 || beforeTotal);
  const look = { bold: kind !== "record", keepNext, size };
  // The total's label takes the columns that have no total.
  const blanks = kind === "total" ? cells.findIndex(({ address }) => address !== null) : 0;
  const span = Math.max(1, blanks);
  return cells.flatMap(({ text }, at): readonly PlainCell[] => {
    if (at > 0 && at < span) return [];
    const across = at === 0 ? span : 1;
    const alignment = across > 1 ? "center" : (table.columns[at]?.alignment ?? "center");
    return [{ lines: [{ text, look: { ...look, alignment } }], across }];
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
