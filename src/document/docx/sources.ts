import type { FileChild } from "docx";
import type { FactSourceLine } from "../../narrative/fact-sources.js";
import { SOURCE_COLUMNS, SOURCES_TITLE } from "../body-parts.js";
import { NARROW_MARGINS } from "./cells.js";
import { SIZE, TEXT_WIDTH } from "./measures.js";
import { line } from "./paragraphs.js";
import { describedTable, type PlainCell, PlainTable } from "./plain-table.js";

/** Shares of the width: section, number (hundreds of billions on one line), source, cells. */
const SHARES = [0.18, 0.18, 0.42, 0.22] as const;
const COLUMNS = SHARES.map((share) => Math.floor(share * TEXT_WIDTH));
const TYPE = 11;

/** Where each number of the text comes from, for who checks it before it is signed. */
export function sourceList(sources: readonly FactSourceLine[]): readonly FileChild[] {
  const cell = (text: string, bold = false): PlainCell => ({
    lines: [{ text, look: { size: TYPE, alignment: bold ? "center" : "left", bold, keepNext: bold } }],
  });
  return [
    line(SOURCES_TITLE, { size: SIZE.text, bold: true, after: 6, keepNext: true, heading: 1 }),
    new PlainTable({
      columns: COLUMNS,
      margins: NARROW_MARGINS,
      caption: SOURCES_TITLE,
      description: describedTable(SOURCE_COLUMNS, sources.length),
      header: [SOURCE_COLUMNS.map((text) => cell(text, true))],
      rows: sources.map(({ section, text, source, cells }) =>
        [section, text, source, cells.join("; ")].map((words) => cell(words)),
      ),
    }),
  ];
}
