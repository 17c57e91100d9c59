import { HeadingLevel, Paragraph, TextRun } from "docx";
import { paragraphText, type Section } from "../../narrative/section.js";
import {
  APPENDIX_NOTICE,
  bulletOf,
  closingSentence,
  DOTTED_LINE,
  headingText,
  isEmptySection,
  needsAppendixNotice,
  openingParagraphs,
} from "../body-parts.js";
import { cleanText } from "../clean-text.js";
import type { DocumentContent } from "../content.js";
import { TEXT_STYLE } from "./styles.js";

const LEVELS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const;

/** Opening, sections and closing sentence (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6). */
export function body(content: DocumentContent): readonly Paragraph[] {
  const closing = closingSentence(content);
  return [
    ...openingParagraphs(content).map((words) => text(words)),
    ...content.sections.flatMap((section, index) => [
      heading(section),
      ...section.paragraphs.map((paragraph) =>
        text(`${bulletOf(paragraph)}${cleanText(paragraphText(paragraph))}`),
      ),
      ...(isEmptySection(content.sections, index) ? [text(DOTTED_LINE)] : []),
    ]),
    ...(needsAppendixNotice(content) ? [text(APPENDIX_NOTICE, { keepNext: true })] : []),
    // The signature never stands alone on a page: the closing sentence goes with it.
    ...(closing === "" ? [] : [text(closing, { keepNext: true, keepLines: true })]),
  ];
}

function heading(section: Section): Paragraph {
  return new Paragraph({ heading: LEVELS[section.level], children: [new TextRun(headingText(section))] });
}

function text(words: string, keep: { keepNext?: boolean; keepLines?: boolean } = {}): Paragraph {
  return new Paragraph({ style: TEXT_STYLE, ...keep, children: [new TextRun(words)] });
}
