import {
  AlignmentType,
  BookmarkEnd,
  BookmarkStart,
  type FileChild,
  HeadingLevel,
  Paragraph,
  TextRun,
  type XmlComponent,
} from "docx";
import {
  type Fact,
  type Paragraph as Narrated,
  paragraphText,
  type Section,
} from "../../narrative/section.js";
import { textWidth } from "../../values/text-width.js";
import {
  APPENDIX_NOTICE,
  blocksOf,
  closingSentence,
  DOTTED_LINE,
  headingLines,
  isEmptySection,
  isPart,
  needsAppendixNotice,
  openingParagraphs,
} from "../body-parts.js";
import { MarkNames } from "../bookmarks.js";
import type { DocumentContent } from "../content.js";
import { keepTogether } from "../keep-together.js";
import { printedRuns } from "../printed-runs.js";
import { FIRST_LINE, SIZE, TEXT_WIDTH, TWIPS_A_POINT } from "./measures.js";
import { TEXT_STYLE } from "./styles.js";
import { tables } from "./tables.js";

const LEVELS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const;

/** Opening, sections and closing sentence (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6). */
export function body(content: DocumentContent): readonly FileChild[] {
  const closing = closingSentence(content);
  const marks = new Marks();
  const parts = partsOf(content);
  const kept = keptWithClosing(parts);
  return [
    ...openingParagraphs(content).map((words) => text(words)),
    ...parts.flatMap((part, index) => partChildren(part, marks, index >= kept)),
    ...(needsAppendixNotice(content) ? [text(APPENDIX_NOTICE, { keepNext: true })] : []),
    // The signature never stands alone on a page: the closing sentence goes with it.
    ...(closing === "" ? [] : [text(closing, { keepNext: true, keepLines: true })]),
  ];
}

function partChildren(part: BodyPart, marks: Marks, keepNext: boolean): readonly FileChild[] {
  switch (part.kind) {
    case "heading":
      return [heading(part.section)];
    case "paragraph":
      return [composed(part.paragraph, marks, keepNext)];
    case "table":
      return tables([part.table], TEXT_WIDTH, "body");
    case "dots":
      return [text(DOTTED_LINE, { keepNext })];
  }
}

/** What stands between the opening and the closing, in printed order. */
type BodyPart =
  | { readonly kind: "heading"; readonly section: Section }
  | ReturnType<typeof blocksOf>[number]
  /** A section that holds nothing yet. */
  | { readonly kind: "dots" };

function partsOf(content: DocumentContent): readonly BodyPart[] {
  return content.sections.flatMap((section, index): readonly BodyPart[] => [
    { kind: "heading", section },
    ...blocksOf(content, section),
    ...(isEmptySection(content.sections, index) ? [{ kind: "dots" } as const] : []),
  ]);
}

/** Lines of the text that go over the page with the closing and the signature. */
const LINES_WITH_CLOSING = 2;

/**
 * From which part on the text stays with the closing sentence, so that this and the signature do not make
 * a page of their own: the last two lines at least, without a table.
 */
function keptWithClosing(parts: readonly BodyPart[]): number {
  let from = parts.length;
  for (let lines = 0; lines < LINES_WITH_CLOSING && from > 0; from--) {
    const part = parts[from - 1];
    if (part === undefined || part.kind === "table") break;
    lines += part.kind === "paragraph" ? linesOf(part.paragraph) : 1;
  }
  return from;
}

/** Lines that a paragraph takes at least. */
function linesOf(paragraph: Narrated): number {
  const width = textWidth(paragraphText(paragraph), { size: SIZE.text, bold: false });
  return Math.ceil((FIRST_LINE / TWIPS_A_POINT + width) / (TEXT_WIDTH / TWIPS_A_POINT));
}

/** Each number's mark and the text that was written into it, for bringing an edited file up to date. */
class Marks {
  private readonly names = new MarkNames();
  private count = 0;

  around(fact: Fact, run: TextRun): readonly XmlComponent[] {
    this.count += 1;
    return [new BookmarkStart(this.names.next(fact), this.count), run, new BookmarkEnd(this.count)];
  }
}

/** A paragraph whose numbers carry the names of their cells; what rests on an error is marked. */
function composed(paragraph: Narrated, marks: Marks, keepNext: boolean): Paragraph {
  const children = printedRuns(paragraph).flatMap(({ text: words, fact, mark }): readonly XmlComponent[] => {
    const run = new TextRun({
      text: words,
      ...(mark === "doubtful" && { highlight: "yellow" }),
      ...(mark === "note" && { italics: true, color: "C00000" }),
    });
    return fact === null ? [run] : marks.around(fact, run);
  });
  // What leads to a list never stands at the foot of a page.
  const leads = paragraphText(paragraph).endsWith(":");
  const result = new Paragraph({ style: TEXT_STYLE, ...((leads || keepNext) && { keepNext: true }) });
  // The library's own kind of bookmark counts its ids over all documents ever made.
  for (const child of children) result.addChildElement(child);
  return result;
}

function heading(section: Section): Paragraph {
  const [first = "", ...rest] = headingLines(section);
  return new Paragraph({
    heading: LEVELS[section.level],
    ...(isPart(section) && { alignment: AlignmentType.CENTER, indent: { firstLine: 0 } }),
    children: [
      new TextRun(keepTogether(first)),
      ...rest.map((line) => new TextRun({ text: keepTogether(line), break: 1 })),
    ],
  });
}

function text(words: string, keep: { keepNext?: boolean; keepLines?: boolean } = {}): Paragraph {
  return new Paragraph({ style: TEXT_STYLE, ...keep, children: [new TextRun(keepTogether(words))] });
}
