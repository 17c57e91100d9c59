import { BLANK_CELL, type Cell } from "../values/cell.js";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot.js";
import { cellAt, cellText } from "../workbook/snapshot-index.js";
import { type CodeReadings, codeOfText, readCode, splitCode } from "./code-reading.js";
import { type Columns, settleColumns } from "./columns.js";
import type { Header } from "./header.js";
import { filledRows } from "./sheet-rows.js";
import { stretchesOf } from "./stretches.js";

/** A block of rows on a sheet that looks like a form, taken apart. "Table" is an edition's word. */
export interface Block {
  readonly sheet: string;
  /** The number in its caption "Biểu mẫu N", or null. */
  readonly caption: number | null;
  /** The rows of text above the block since the block before. */
  readonly titles: readonly string[];
  /** Null for a block without a header of its own. */
  readonly header: Header | null;
  readonly columns: Columns;
  readonly rows: readonly BlockRow[];
}

export interface BlockRow {
  readonly row: number;
  /** The STT as it may be meant, the likeliest first; empty without one. */
  readonly codes: CodeReadings;
  readonly label: string;
  readonly unit: string;
  /** The cell in the result column; null while that column is not settled. */
  readonly value: Cell | null;
  /** True when the label's cell holds a bare number: figures stand in the wrong column. */
  readonly numberForLabel: boolean;
}

/** A form has some 30 rows, a whole set in one block some 150; a longer block is a register. */
const MAX_ROWS = 1000;
const AMONG_THEM = /^trong đó\s*[:,;.-]?\s*(?=\S)/iu;

/** Every block of a workbook that looks like a form, sheet by sheet. */
export function findBlocks(snapshot: WorkbookSnapshot): readonly Block[] {
  return snapshot.sheets.flatMap(blocksOf);
}

function blocksOf(sheet: SheetSnapshot): readonly Block[] {
  const blocks: Block[] = [];
  for (const { caption, titles, header, body } of stretchesOf(filledRows(sheet))) {
    // A block pasted without its header has the columns of the one above.
    const inherited = header === null ? blocks.at(-1)?.columns : undefined;
    const columns = inherited ?? settleColumns(header, body);
    if (columns === null) continue;
    const rows = body.map(({ row }) => blockRow(sheet, row, columns)).filter((row) => row !== null);
    if (rows.length > 0 && rows.length <= MAX_ROWS)
      blocks.push({ sheet: sheet.name, caption, titles, header, columns, rows });
  }
  return blocks;
}

function blockRow(sheet: SheetSnapshot, row: number, columns: Columns): BlockRow | null {
  const codeCell = columns.code === null ? BLANK_CELL : cellAt(sheet, row, columns.code);
  const labelCell = cellAt(sheet, row, columns.label);
  const value = columns.value.kind === "found" ? cellAt(sheet, row, columns.value.column) : null;
  const unit = columns.unit === null ? "" : cellText(cellAt(sheet, row, columns.unit));
  const codes = readCode(codeCell);
  // A code cell that holds more than a code has taken in the label, or all of it.
  const text = `${codes.length > 0 ? "" : cellText(codeCell)} ${cellText(labelCell)}`.normalize("NFC").trim();
  if (codes.length === 0 && text === "" && unit === "" && (value?.value ?? null) === null) return null;
  const joined = splitCode(text);
  const label = joined === null ? text : joined.label;
  return {
    row,
    codes: codes.length > 0 || joined === null ? codes : codeOfText(joined.code),
    label: label.replace(/^(?:[-–—+*•]\s*)+/, "").replace(AMONG_THEM, ""),
    unit,
    value,
    numberForLabel: typeof labelCell.value === "number",
  };
}
