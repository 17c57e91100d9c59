import type { FactSourceLine } from "../narrative/fact-sources.js";
import type { Section } from "../narrative/section.js";
import {
  APPENDIX_NOTICE,
  blocksOf,
  closingSentence,
  DOTTED_LINE,
  DRAFT_MARK,
  headingLines,
  isEmptySection,
  isPart,
  needsAppendixNotice,
  openingParagraphs,
  SOURCE_COLUMNS,
  SOURCES_TITLE,
} from "./body-parts.js";
import { cellAttributes } from "./cell-attributes.js";
import { cleanLines } from "./clean-text.js";
import type { DocumentContent } from "./content.js";
import { escapeMarkup } from "./escape.js";
import {
  addressees,
  attachedTo,
  DOCUMENT_KIND,
  numberLine,
  organizationParts,
  placeAndDate,
  recipientLines,
  signatureLines,
  superiorName,
} from "./formal-elements.js";
import type { Appendix, AppendixForm, AppendixRow } from "./printed-forms.js";
import { type PrintedRun, printedRuns } from "./printed-runs.js";
import { STYLE_SHEET } from "./style-sheet.js";
import { tableHtml } from "./table-html.js";

/**
 * The whole report as one HTML page without outside files or scripts. Every number that comes from
 * a cell stands in a `data` element with `data-sheet` and `data-cell`.
 */
export function toHtml(content: DocumentContent): string {
  const title = escapeMarkup(`${DOCUMENT_KIND} ${content.framing.subject}`);
  return [
    "<!DOCTYPE html>",
    '<html lang="vi">',
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>${title}</title><style>${STYLE_SHEET}</style></head>`,
    `<body>${toHtmlArticle(content)}</body>`,
    "</html>",
    "",
  ].join("\n");
}

/** The report as one `article` element, for a page that brings its own styles. */
export function toHtmlArticle(content: DocumentContent): string {
  const parts = [
    head(content),
    title(content),
    address(content),
    openingParagraphs(content)
      .map((text) => p(text))
      .join(""),
    content.sections.map((section, index) => sectionHtml(content, section, index)).join("\n"),
    ending(content),
    content.appendix.forms.length === 0 ? "" : appendixHtml(content),
    content.sources === null ? "" : sourcesHtml(content.sources),
  ];
  const mark = content.draft ? `<p class="draft">${DRAFT_MARK}</p>\n` : "";
  return `<article class="report">\n${mark}${parts.filter((part) => part !== "").join("\n")}\n</article>`;
}

function head({ info }: DocumentContent): string {
  const superior = superiorName(info);
  const issuer = organizationParts(info).map(escapeMarkup).join("<br>");
  return [
    `<header><div>${superior === null ? "" : p(superior)}<p><b>${issuer}</b></p></div>`,
    "<div><p><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b></p>",
    '<p class="motto"><b>Độc lập - Tự do - Hạnh phúc</b></p></div>',
    `${p(numberLine(info), "number")}${p(placeAndDate(info), "date")}</header>`,
  ].join("\n");
}

function title({ framing }: DocumentContent): string {
  const subject = cleanLines(framing.subject).map(escapeMarkup).join("<br>");
  const windowLine =
    framing.dataWindow === null ? "" : `<p class="window">${escapeMarkup(framing.dataWindow)}</p>`;
  return `<h1>${DOCUMENT_KIND}</h1>\n<p class="subject">${subject}</p>${windowLine}`;
}

function address({ info }: DocumentContent): string {
  const names = addressees(info);
  if (names.length === 0) return "";
  if (names.length === 1) return p(`Kính gửi: ${names[0] ?? ""}`, "address");
  const lines = names.map((name, index) => `- ${name}${index === names.length - 1 ? "." : ";"}`);
  return `<div class="addresses"><p>Kính gửi:</p>${lines.map((line) => p(line)).join("")}</div>`;
}

function sectionHtml(content: DocumentContent, section: Section, index: number): string {
  const level = section.level + 1;
  const look = isPart(section) ? ' class="part"' : "";
  const paragraphs = blocksOf(content, section).map((block) => {
    if (block.kind === "table") return tableHtml(block.table);
    const { paragraph } = block;
    const runs = printedRuns(paragraph).map(runHtml).join("");
    return `<p class="${paragraph.bullet} ${paragraph.origin}">${runs}</p>`;
  });
  if (isEmptySection(content.sections, index)) paragraphs.push(p(DOTTED_LINE, "blank"));
  const words = headingLines(section).map(escapeMarkup).join("<br>");
  const heading = `<h${level}${look}>${words}</h${level}>`;
  return `<section data-section="${escapeMarkup(section.id)}">${heading}${paragraphs.join("\n")}</section>`;
}

function runHtml({ text, fact, mark }: PrintedRun): string {
  const words = escapeMarkup(text);
  const html =
    fact === null ? words : `<data value="${fact.value}"${cellAttributes(fact.address)}>${words}</data>`;
  if (mark === "doubtful") return `<mark>${html}</mark>`;
  return mark === "note" ? `<em class="note">${html}</em>` : html;
}

function ending(content: DocumentContent): string {
  const { above, name } = signatureLines(content.info, content.draft);
  const notice = needsAppendixNotice(content) ? p(APPENDIX_NOTICE) : "";
  const closing = closingSentence(content);
  const recipients = recipientLines(content.info)
    .map((line) => p(line))
    .join("");
  const signer = above.map((line) => p(line)).join("") + p(name, "signer");
  return [
    `${notice}${closing === "" ? "" : p(closing)}`,
    `<footer><div class="recipients"><p><b><i>Nơi nhận:</i></b></p>${recipients}</div>`,
    `<div class="signature">${signer}</div></footer>`,
  ].join("\n");
}

function appendixHtml(content: DocumentContent): string {
  const { appendix, info } = content;
  const caption = [
    "<h2>Phụ lục</h2>",
    p(appendix.title.toUpperCase(), "subject"),
    p(attachedTo(info).join(" "), "window"),
  ].join("");
  const forms = appendix.forms.map((form) => formHtml(content, form));
  const tables = appendix.tables.map(tableHtml);
  return `<section class="appendix">${caption}\n${[...forms, ...tables].join("\n")}</section>`;
}

function sourcesHtml(sources: readonly FactSourceLine[]): string {
  const head = SOURCE_COLUMNS.map((text) => `<th scope="col">${escapeMarkup(text)}</th>`).join("");
  const rows = sources.map(({ section, text, source, cells }) => {
    const words = [section, text, source, cells.join("; ")];
    return `<tr>${words.map((word) => `<td class="left">${escapeMarkup(word)}</td>`).join("")}</tr>`;
  });
  return `<section class="appendix"><table><caption>${SOURCES_TITLE}</caption><thead><tr>${head}</tr></thead>
<tbody>${rows.join("\n")}</tbody></table></section>`;
}

function formHtml({ appendix }: DocumentContent, form: AppendixForm): string {
  const { code, label, labelNote, result, unit, value, note } = appendix.columns;
  const wide = (text: string) => `<th scope="col" rowspan="2">${text}</th>`;
  const labelHead = appendix.continuous
    ? `<th scope="col">${escapeMarkup(label)}</th>`
    : wide(`${escapeMarkup(label)}<br><i>${escapeMarkup(labelNote)}</i>`);
  const labelBelow = appendix.continuous ? `<th scope="col">${escapeMarkup(labelNote)}</th>` : "";
  return [
    tableOpening(appendix, form),
    `<colgroup><col class="code"><col><col class="unit"><col class="number"><col class="note"></colgroup><thead>`,
    `<tr>${wide(escapeMarkup(code))}${labelHead}<th scope="colgroup" colspan="2">${escapeMarkup(result)}</th>`,
    `${wide(escapeMarkup(note))}</tr>`,
    `<tr>${labelBelow}<th scope="col">${escapeMarkup(unit)}</th><th scope="col">${escapeMarkup(value)}</th></tr></thead>`,
    `<tbody>${form.rows.map(rowHtml).join("\n")}</tbody></table>`,
  ].join("\n");
}

function rowHtml(row: AppendixRow): string {
  const cells = [
    codeCell(row),
    `<th scope="row">${escapeMarkup(row.label)}</th>`,
    `<td>${row.unit.map(escapeMarkup).join("<br>")}</td>`,
    `<td class="value"${cellAttributes(row.address)}>${escapeMarkup(row.value)}</td>`,
    `<td>${escapeMarkup(row.note)}</td>`,
  ];
  return `<tr${row.group ? ' class="group"' : ""}>${cells.join("")}</tr>`;
}

/** A form is captioned; a continuous table stands under the appendix's own title. */
function tableOpening({ title }: Appendix, { heading }: AppendixForm): string {
  if (heading.length === 0) return `<table aria-label="${escapeMarkup(title)}">`;
  return `<table><caption>${heading.map(escapeMarkup).join("<br>")}</caption>`;
}

function codeCell({ code, codeRows }: AppendixRow): string {
  if (codeRows === 0) return "";
  return `<td${codeRows > 1 ? ` rowspan="${codeRows}"` : ""}>${escapeMarkup(code)}</td>`;
}

function p(text: string, name = ""): string {
  return `<p${name === "" ? "" : ` class="${name}"`}>${escapeMarkup(text)}</p>`;
}
