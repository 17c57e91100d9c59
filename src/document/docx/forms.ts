import type { FileChild } from "docx";
import { textWidth } from "../../values/text-width.js";
import { breakLines } from "../break-lines.js";
import { cleanText } from "../clean-text.js";
import type { DocumentContent } from "../content.js";
import { attachedTo } from "../formal-elements.js";
import { formRowKeepsNext } from "../kept-rows.js";
import type { AppendixForm, AppendixRow } from "../printed-forms.js";
import { CELL_MARGINS } from "./cells.js";
import { FORM_COLUMNS, SIZE, TEXT_WIDTH, TWIPS_A_POINT } from "./measures.js";
import { line } from "./paragraphs.js";
import { describedTable, type PlainCell, type PlainRow, PlainTable, type WordsLook } from "./plain-table.js";
import { tables } from "./tables.js";

const BOLD = { size: SIZE.text, bold: true } as const;
const ITALIC = { size: SIZE.text, italics: true } as const;

/**
 * The word "Phụ lục" bold 14, its title in bold capitals 13-14, and what it belongs to in italics
 * 13-14, each centred (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III, khoản 1 điểm b, c); then
 * the forms and the tables that fit an upright page. A single appendix takes no numeral (điểm a).
 */
export function appendix(content: DocumentContent): readonly FileChild[] {
  const limit = (TEXT_WIDTH / TWIPS_A_POINT) * 0.95;
  const title = breakLines(cleanText(content.appendix.title).toUpperCase(), BOLD, limit);
  return [
    line("Phụ lục", { ...BOLD, keepNext: true, heading: 1 }),
    ...title.map((text) => line(text, { ...BOLD, keepNext: true })),
    ...belonging(content, limit).map((text) => line(text, { ...ITALIC, keepNext: true })),
    // The forms flow on: one a page would leave most pages half white.
    ...content.appendix.forms.flatMap((form) => [...headingOf(form), formTable(content, form)]),
    ...tables(
      content.appendix.tables.filter(({ turned }) => !turned),
      TEXT_WIDTH,
    ),
  ];
}

/** The lines above a form; a continuous table, headed by the appendix's own title, keeps only the distance. */
function headingOf({ heading }: AppendixForm): readonly FileChild[] {
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

function formTable(
  { appendix: { columns, continuous, title } }: DocumentContent,
  form: AppendixForm,
): PlainTable {
  const bold = { bold: true, keepNext: true } as const;
  const note = { text: columns.labelNote, look: { italics: true, keepNext: true } };
  const label = { text: columns.label, look: bold };
  const head = (text: string): PlainCell => ({ lines: [{ text, look: bold }] });
  return new PlainTable({
    columns: FORM_COLUMNS,
    margins: CELL_MARGINS,
    caption: form.heading.length === 0 ? title : form.heading.join(". "),
    description: describedTable(
      [columns.code, columns.label, columns.unit, columns.value, columns.note],
      form.rows.length,
    ),
    // Both header rows repeat on every page that the form runs over.
    header: [
      [
        { ...head(columns.code), down: 2 },
        continuous ? { lines: [label] } : { lines: [label, note], down: 2 },
        { ...head(columns.result), across: 2 },
        { ...head(columns.note), down: 2 },
      ],
      [...(continuous ? [head(columns.labelNote)] : []), head(columns.unit), head(columns.value)],
    ],
    rows: form.rows.map((row, index) => formRow(row, formRowKeepsNext(form.rows, index))),
  });
}

function formRow(row: AppendixRow, keepNext: boolean): PlainRow {
  const look: WordsLook = { bold: row.group, keepNext };
  const cell = (text: string, own: WordsLook = look): PlainCell => ({ lines: [{ text, look: own }] });
  const units = row.unit.length === 0 ? [""] : row.unit;
  return [
    // `Trong đó` stands over its rows.
    ...(row.codeRows === 0 ? [] : [{ ...cell(row.code), down: row.codeRows }]),
    cell(row.label, { ...look, alignment: "left" }),
    { lines: units.map((text) => ({ text, look })) },
    cell(row.value),
    cell(row.note),
  ];
}
