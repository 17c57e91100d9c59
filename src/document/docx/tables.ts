import type { FileChild } from "docx";
import type { AppendixTable, AppendixTableRow } from "../appendix-tables.js";
import { cleanText } from "../clean-text.js";
import { columnWidths } from "../column-widths.js";
import { tableRowKeepsNext } from "../kept-rows.js";
import { columnHeadings } from "../table-headings.js";
import { tableLook } from "./cells.js";
import { Chart } from "./chart.js";
import { SIZE } from "./measures.js";
import { line } from "./paragraphs.js";
import { describedTable, type PlainCell, type PlainRow, PlainTable } from "./plain-table.js";

/**
 * Supplementary tables one below the other, each under its title.
 *
 * @param width of the text, in twips
 * @param where in the appendix each is a heading of the document, in the body it is not
 * @param from position of the first among all tables of the appendix
 */
export function tables(
  all: readonly AppendixTable[],
  width: number,
  where: "appendix" | "body" = "appendix",
  from = 0,
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
    ...(table.chart === null || where === "body" ? [] : [new Chart(table.chart, from + index, width)]),
  ]);
}

function wordTable(table: AppendixTable, width: number): PlainTable {
  const { size, margins } = tableLook(table);
  const look = { bold: true, keepNext: true, size };
  return new PlainTable({
    columns: columnWidths(table, width),
    margins,
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

function tableRow(
  table: AppendixTable,
  { kind, cells }: AppendixTableRow,
  index: number,
  size: number,
): PlainRow {
  const keepNext = tableRowKeepsNext(table.rows, index);
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
