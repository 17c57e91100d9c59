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
import { TEXT_WIDTH } from "./measures.js";
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
  return [
    ...openingParagraphs(content).map((words) => text(words)),
    ...content.sections.flatMap((section, index) => [
      heading(section),
      ...blocksOf(content, section).flatMap((block) =>
        block.kind === "paragraph"
          ? [composed(block.paragraph, marks)]
          : tables([block.table], TEXT_WIDTH, "body"),
      ),
      ...(isEmptySection(content.sections, index) ? [text(DOTTED_LINE)] : []),
    ]),
    ...(needsAppendixNotice(content) ? [text(APPENDIX_NOTICE, { keepNext: true })] : []),
    // The signature never stands alone on a page: the closing sentence goes with it.
    ...(closing === "" ? [] : [text(closing, { keepNext: true, keepLines: true })]),
  ];
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
function composed(paragraph: Narrated, marks: Marks): Paragraph {
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
  const result = new Paragraph({ style: TEXT_STYLE, ...(leads && { keepNext: true }) });
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
