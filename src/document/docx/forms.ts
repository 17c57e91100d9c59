import {
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from "docx";
import { textWidth } from "../../values/text-width.js";
import type { AppendixForm, AppendixRow } from "../appendix.js";
import { breakLines } from "../break-lines.js";
import { cleanText } from "../clean-text.js";
import type { DocumentContent } from "../content.js";
import { attachedTo } from "../formal-elements.js";
import { CELL_MARGINS, type WordsLook, words } from "./cells.js";
import { millimetres, SIZE, TEXT_WIDTH, TWIPS_A_POINT } from "./measures.js";
import { line } from "./paragraphs.js";
import { tables } from "./tables.js";

const BOLD = { size: SIZE.text, bold: true } as const;
const ITALIC = { size: SIZE.text, italics: true } as const;

/** Columns in twips: STT, label, unit, value, note. */
const CODE = millimetres(14);
const UNIT = millimetres(30);
const VALUE = millimetres(22);
const NOTE = millimetres(21);
const COLUMNS = [CODE, TEXT_WIDTH - CODE - UNIT - VALUE - NOTE, UNIT, VALUE, NOTE] as const;

/**
 * The word "Phụ lục" bold 14, its title in bold capitals 13-14, and what it belongs to in italics
 * 13-14, each centred (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III, khoản 1 điểm b, c); then
 * the forms and the tables that fit an upright page. A single appendix takes no numeral (điểm a).
 */
export function appendix(content: DocumentContent): readonly (Paragraph | Table)[] {
  const limit = (TEXT_WIDTH / TWIPS_A_POINT) * 0.95;
  const title = breakLines(cleanText(content.appendix.title).toUpperCase(), BOLD, limit);
  return [
    line("Phụ lục", { ...BOLD, keepNext: true, heading: 1 }),
    ...title.map((text) => line(text, { ...BOLD, keepNext: true })),
    ...belonging(content, limit).map((text) => line(text, { ...ITALIC, keepNext: true })),
    // The forms flow on: one a page would leave most pages half white.
    ...content.appendix.forms.flatMap((form) => [...headingOf(form), formTable(content, form)]),
    ...(tablesTurned(content.appendix) ? [] : tables(content.appendix.tables, TEXT_WIDTH)),
  ];
}

/** True when a table is too wide for an upright page: all of them then stand on turned ones, in one order. */
export function tablesTurned({ tables: all }: DocumentContent["appendix"]): boolean {
  return all.some(({ wide }) => wide);
}

/** The lines above a form; a continuous table, headed by the appendix's own title, keeps only the distance. */
function headingOf({ heading }: AppendixForm): readonly Paragraph[] {
  if (heading.length === 0) return [line("", { ...BOLD, keepNext: true })];
  return heading.map((text, index) =>
    index === 0
      ? line(text, { ...BOLD, before: 14, keepNext: true, heading: 2 })
      : line(cleanText(text), { ...BOLD, after: 4, keepNext: true }),
  );
}

/** On one line where it fits, otherwise broken before the issuer, and within its name where it must be. */
function belonging({ info }: DocumentContent, limit: number): readonly string[] {
  const face = { ...ITALIC, bold: false } as const;
  const [report, issuer] = attachedTo(info);
  const whole = `${report} ${issuer}`;
  return textWidth(whole, face) <= limit ? [whole] : [report, ...breakLines(issuer, face, limit)];
}

function formTable({ appendix: { columns, continuous } }: DocumentContent, form: AppendixForm): Table {
  const bold = { bold: true, keepNext: true } as const;
  const note = words(columns.labelNote, { italics: true, keepNext: true });
  const label = words(columns.label, bold);
  // Both header rows repeat on every page that the form runs over.
  const header = [
    [
      cell(0, [words(columns.code, bold)], { rowSpan: 2 }),
      continuous ? cell(1, [label]) : cell(1, [label, note], { rowSpan: 2 }),
      cell(2, [words(columns.result, bold)], { columnSpan: 2 }),
      cell(4, [words(columns.note, bold)], { rowSpan: 2 }),
    ],
    [
      ...(continuous ? [cell(1, [words(columns.labelNote, bold)])] : []),
      cell(2, [words(columns.unit, bold)]),
      cell(3, [words(columns.value, bold)]),
    ],
  ].map((children) => new TableRow({ tableHeader: true, cantSplit: true, children }));
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [...COLUMNS],
    margins: CELL_MARGINS,
    rows: [...header, ...form.rows.map((row, index) => formRow(row, index === 0))],
  });
}

/** A row is never split; a group's row, and the first one, stay with the row after them. */
function formRow(row: AppendixRow, first: boolean): TableRow {
  const look = { bold: row.group, keepNext: row.group || first };
  const left = { ...look, alignment: "left" } as const;
  return new TableRow({
    cantSplit: true,
    children: [
      ...codeCell(row, look),
      cell(1, [words(row.label, left)]),
      cell(2, row.unit.length === 0 ? [words("", look)] : row.unit.map((unit) => words(unit, look))),
      cell(3, [words(row.value, look)]),
      cell(4, [words(row.note, look)]),
    ],
  });
}

/** `Trong đó` stands over its rows, whose own cells Word takes as continued. */
function codeCell({ code, codeRows }: AppendixRow, look: WordsLook): readonly TableCell[] {
  if (codeRows === 0) return [];
  return [cell(0, [words(code, look)], codeRows > 1 ? { rowSpan: codeRows } : {})];
}

function cell(
  column: 0 | 1 | 2 | 3 | 4,
  children: readonly Paragraph[],
  span: { readonly rowSpan?: number; readonly columnSpan?: number } = {},
): TableCell {
  const width = COLUMNS.slice(column, column + (span.columnSpan ?? 1)).reduce((sum, part) => sum + part, 0);
  return new TableCell({
    ...span,
    children,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
  });
}
