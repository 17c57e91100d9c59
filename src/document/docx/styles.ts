import { AlignmentType, type IRunStylePropertiesOptions, type IStylesOptions, LineRuleType } from "docx";
import { FIRST_LINE, halfPoints, points, SIZE } from "./measures.js";

/** Times New Roman for every script, black (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I, khoản 4). */
const NAME = "Times New Roman";
const FONT = { ascii: NAME, hAnsi: NAME, eastAsia: NAME, cs: NAME } as const;
const LANGUAGE = { value: "vi-VN", eastAsia: "vi-VN", bidirectional: "vi-VN" } as const;

/** 1.15 lines: between single and 1.5 (Mục II, khoản 6 điểm e), in 240ths of a line. */
const LINE = 276;

/**
 * The text's paragraphs (khoản 6 điểm e): justified, first line indented, at least 6 pt between
 * paragraphs, widows and orphans kept together.
 */
const TEXT_PARAGRAPH = {
  alignment: AlignmentType.BOTH,
  spacing: { before: points(6), after: 0, line: LINE, lineRule: LineRuleType.AUTO },
  indent: { firstLine: FIRST_LINE },
  widowControl: true,
} as const;

const HEADING_RUN: IRunStylePropertiesOptions = {
  font: FONT,
  size: halfPoints(SIZE.text),
  bold: true,
  italics: false,
  color: "000000",
};
const HEADING = {
  basedOn: "Normal",
  next: "NoiDung",
  run: HEADING_RUN,
  // Not justified: a long title's words would be drawn apart.
  paragraph: { ...TEXT_PARAGRAPH, alignment: AlignmentType.LEFT, keepNext: true, keepLines: true },
} as const;

/** Style of the text's paragraphs. */
export const TEXT_STYLE = "NoiDung";
/** Style of the cells of the forms. */
export const TABLE_STYLE = "BangBieu";

/**
 * Word's own headings carry the numbered titles, so that its navigation pane shows them: upright
 * and bold at every level, capitals at the first (Mục V, số 6 điểm b: `I. NHỮNG KẾT QUẢ...`,
 * `1. Phạm vi ...`). The decree has no third level with a title; it follows the second.
 */
export const styles: IStylesOptions = {
  default: {
    document: { run: { font: FONT, size: halfPoints(SIZE.text), color: "000000", language: LANGUAGE } },
    title: { ...HEADING, paragraph: { ...HEADING.paragraph, alignment: AlignmentType.CENTER } },
    heading1: HEADING,
    heading2: HEADING,
    heading3: HEADING,
    heading4: HEADING,
  },
  paragraphStyles: [
    { id: "Normal", name: "Normal", quickFormat: true },
    {
      id: TEXT_STYLE,
      name: "Nội dung",
      basedOn: "Normal",
      next: TEXT_STYLE,
      quickFormat: true,
      paragraph: TEXT_PARAGRAPH,
    },
    {
      id: TABLE_STYLE,
      name: "Bảng biểu",
      basedOn: "Normal",
      next: TABLE_STYLE,
      quickFormat: true,
      run: { size: halfPoints(SIZE.table) },
    },
  ],
};
