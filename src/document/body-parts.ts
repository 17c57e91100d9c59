import { type Paragraph, paragraphText, type Section } from "../narrative/section.js";
import type { AppendixTable } from "./appendix-tables.js";
import { cleanLines, cleanText } from "./clean-text.js";
import type { DocumentContent } from "./content.js";

/** What every page of a draft says. */
export const DRAFT_MARK = "DỰ THẢO";

/** Where the officer writes by hand: a section that holds nothing yet. */
export const DOTTED_LINE = "…".repeat(30);

/** What shows that the report has an appendix (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III, khoản 1 điểm a). */
export const APPENDIX_NOTICE = "(Có Phụ lục thống kê số liệu kèm theo)";

const BULLETS = { plain: "", dash: "- ", plus: "+ " } as const;

/** The bullet that a paragraph begins with. */
export function bulletOf(paragraph: Paragraph): string {
  return BULLETS[paragraph.bullet];
}

/**
 * The lines of a heading: `II. KẾT QUẢ ...`, or `Phần thứ nhất` over its title (Mục II, khoản 6 điểm
 * đ). The capitals of the first level come with the narrative.
 */
export function headingLines(section: Section): readonly string[] {
  const heading = cleanText(section.heading).trim();
  const number = cleanText(section.number);
  return isPart(section) ? [number, heading] : [`${number}. ${heading}`];
}

/** True for a part, whose number and title stand centred on lines of their own. */
export function isPart({ number }: Section): boolean {
  return number.startsWith("Phần");
}

/** A section that says nothing and has no section below it. */
export function isEmptySection(sections: readonly Section[], index: number): boolean {
  const section = sections[index];
  const next = sections[index + 1];
  if (section === undefined || section.paragraphs.length > 0 || section.tables !== undefined) return false;
  return next === undefined || next.level <= section.level;
}

export function openingParagraphs({ framing }: DocumentContent): readonly string[] {
  return cleanLines(framing.opening);
}

/** The closing sentence, ended by `./.` as the last line of an administrative text is. */
export function closingSentence({ framing }: DocumentContent): string {
  const sentence = cleanText(framing.closing).trim();
  return sentence === "" || sentence.endsWith("./.") ? sentence : `${sentence.replace(/[.;,/\s]+$/u, "")}./.`;
}

/** Title and columns of the list of sources, where it is asked for. */
export const SOURCES_TITLE = "Nguồn số liệu của báo cáo";
export const SOURCE_COLUMNS = ["Mục", "Số liệu", "Nguồn", "Ô"] as const;

/** What a section prints below its heading: a paragraph, or a table between two. */
type BodyBlock =
  | { readonly kind: "paragraph"; readonly paragraph: Paragraph }
  | { readonly kind: "table"; readonly table: AppendixTable };

/** The paragraphs and tables of a section in printed order. */
export function blocksOf({ tables }: DocumentContent, section: Section): readonly BodyBlock[] {
  const all = tables.get(section.id) ?? [];
  const at = (place: number): readonly BodyBlock[] =>
    all.flatMap(({ after, table }) => (after === place ? [{ kind: "table", table }] : []));
  return [
    ...at(0),
    ...section.paragraphs.flatMap((paragraph, index): readonly BodyBlock[] => [
      { kind: "paragraph", paragraph },
      ...at(index + 1),
    ]),
  ];
}

/** True when no sentence tells the reader of the appendix, so that the notice has to. */
export function needsAppendixNotice(content: DocumentContent): boolean {
  if (content.appendix.forms.length === 0) return false;
  const said = (text: string) => text.toLowerCase().includes("phụ lục");
  return !(
    said(content.framing.opening) ||
    said(content.framing.closing) ||
    content.sections.some((section) => section.paragraphs.some((paragraph) => said(paragraphText(paragraph))))
  );
}
