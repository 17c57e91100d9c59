import type { FactSourceLine } from "../narrative/fact-sources.js";
import { paragraphText } from "../narrative/section.js";
import type { AppendixTable } from "./appendix-tables.js";
import {
  APPENDIX_NOTICE,
  blocksOf,
  bulletOf,
  closingSentence,
  DOTTED_LINE,
  DRAFT_MARK,
  headingLines,
  isEmptySection,
  needsAppendixNotice,
  openingParagraphs,
  SOURCE_COLUMNS,
  SOURCES_TITLE,
} from "./body-parts.js";
import { cleanLines, cleanText } from "./clean-text.js";
import type { DocumentContent } from "./content.js";
import {
  addressees,
  attachedTo,
  DOCUMENT_KIND,
  numberLine,
  organizationInCapitals,
  placeAndDate,
  recipientLines,
  signatureLines,
  superiorName,
} from "./formal-elements.js";
import type { AppendixForm, AppendixRow } from "./printed-forms.js";
import { columnHeadings } from "./table-headings.js";

/**
 * The whole report as plain text: one line per paragraph, a blank line between blocks, the rows of
 * the forms as columns between tabs. Ends with a line break.
 */
export function toText(content: DocumentContent): string {
  const blocks = [
    content.draft ? [DRAFT_MARK] : [],
    head(content),
    title(content),
    address(content),
    body(content),
    ending(content),
  ];
  if (content.appendix.forms.length > 0) blocks.push(appendixTitle(content));
  blocks.push(...content.appendix.forms.map((form) => formText(content, form)));
  blocks.push(...content.appendix.tables.map(tableText));
  if (content.sources !== null) blocks.push(sourcesText(content.sources));
  const filled = blocks.filter((lines) => lines.length > 0);
  return `${filled.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function head({ info }: DocumentContent): readonly string[] {
  const superior = superiorName(info);
  return [
    ...(superior === null ? [] : [superior]),
    organizationInCapitals(info),
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    numberLine(info),
    placeAndDate(info),
  ];
}

function title({ framing }: DocumentContent): readonly string[] {
  const windowLine = framing.dataWindow === null ? [] : cleanLines(framing.dataWindow);
  return [DOCUMENT_KIND, ...cleanLines(framing.subject), ...windowLine];
}

function address({ info }: DocumentContent): readonly string[] {
  const names = addressees(info);
  if (names.length < 2) return names.map((name) => `Kính gửi: ${name}`);
  return ["Kính gửi:", ...names.map((name, index) => `- ${name}${index === names.length - 1 ? "." : ";"}`)];
}

function body(content: DocumentContent): readonly string[] {
  const { sections } = content;
  const lines = [...openingParagraphs(content)];
  sections.forEach((section, index) => {
    lines.push("", ...headingLines(section));
    for (const block of blocksOf(content, section)) {
      if (block.kind === "table") lines.push("", ...tableText(block.table), "");
      else lines.push(`${bulletOf(block.paragraph)}${cleanText(paragraphText(block.paragraph))}`);
    }
    if (isEmptySection(sections, index)) lines.push(DOTTED_LINE);
  });
  return lines[0] === "" ? lines.slice(1) : lines;
}

function ending(content: DocumentContent): readonly string[] {
  const closing = closingSentence(content);
  const { above, name } = signatureLines(content.info, content.draft);
  return [
    ...(needsAppendixNotice(content) ? [APPENDIX_NOTICE] : []),
    ...(closing === "" ? [] : [closing]),
    "",
    "Nơi nhận:",
    ...recipientLines(content.info),
    "",
    ...above,
    ...(name === "" ? [] : ["", name]),
  ];
}

function sourcesText(sources: readonly FactSourceLine[]): readonly string[] {
  const line = (cells: readonly string[]) => cells.map(cleanText).join("\t").trimEnd();
  return [
    SOURCES_TITLE,
    line(SOURCE_COLUMNS),
    ...sources.map(({ section, text, source, cells }) => line([section, text, source, cells.join("; ")])),
  ];
}

function appendixTitle({ appendix, info }: DocumentContent): readonly string[] {
  return ["Phụ lục", cleanText(appendix.title).toUpperCase(), attachedTo(info).join(" ")];
}

function formText({ appendix }: DocumentContent, form: AppendixForm): readonly string[] {
  const { columns } = appendix;
  const line = (cells: readonly string[]) => cells.map(cleanText).join("\t").trimEnd();
  const row = (item: AppendixRow) =>
    line([item.code, item.label, item.unit.join("; "), item.value, item.note]);
  return [
    ...form.heading.map(cleanText),
    line([columns.code, columns.label, columns.unit, columns.value, columns.note]),
    ...form.rows.map(row),
  ];
}

function tableText(table: AppendixTable): readonly string[] {
  const { title, unit, rows } = table;
  const line = (cells: readonly string[]) => cells.map(cleanText).join("\t").trimEnd();
  return [
    title,
    ...(unit === "" ? [] : [unit]),
    line(columnHeadings(table)),
    ...rows.map(({ cells }) => line(cells.map(({ text }) => text))),
  ];
}
