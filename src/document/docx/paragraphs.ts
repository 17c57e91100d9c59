import { AlignmentType, BorderStyle, HeadingLevel, LineRuleType, Paragraph, TextRun } from "docx";
import { halfPoints, points } from "./measures.js";

interface LineLook {
  /** Points. */
  readonly size: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly alignment?: "left" | "center";
  /** Points of space above. */
  readonly before?: number;
  /** Points of space below. */
  readonly after?: number;
  readonly keepNext?: boolean;
  /** Level in the document's own list of headings; 0 is the title. */
  readonly heading?: 0 | 1 | 2;
  /** Twips from the left edge to the second and following lines, and to the first one. */
  readonly indent?: { readonly left: number; readonly hanging: number };
}

const HEADINGS = [HeadingLevel.TITLE, HeadingLevel.HEADING_1, HeadingLevel.HEADING_2] as const;

/** One paragraph of clean text in one look, single-spaced. */
export function line(text: string, look: LineLook): Paragraph {
  return new Paragraph({
    alignment: look.alignment === "left" ? AlignmentType.LEFT : AlignmentType.CENTER,
    spacing: { before: points(look.before ?? 0), after: points(look.after ?? 0) },
    ...(look.keepNext && { keepNext: true }),
    ...(look.heading !== undefined && { heading: HEADINGS[look.heading], indent: { firstLine: 0 } }),
    ...(look.indent && { indent: look.indent }),
    children: text === "" ? [] : [run(text, look)],
  });
}

function run(text: string, look: LineLook): TextRun {
  return new TextRun({
    text,
    size: halfPoints(look.size),
    ...(look.bold && { bold: true }),
    ...(look.italics && { italics: true }),
  });
}

/**
 * A solid rule, centred: an empty paragraph with a top border and indents, so that it stays where
 * it is when the text above is edited.
 *
 * @param length twips
 * @param width twips of the column it stands in
 */
export function rule(length: number, width: number): Paragraph {
  const side = Math.max(0, Math.round((width - length) / 2));
  return new Paragraph({
    spacing: { before: points(4), after: 0, line: points(4), lineRule: LineRuleType.EXACT },
    indent: { left: side, right: side },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 0, color: "000000" } },
  });
}

/** The smallest paragraph there can be: Word wants one after a table at the end of a section. */
export function sectionEnd(): Paragraph {
  return new Paragraph({
    spacing: { before: 0, after: 0, line: points(1), lineRule: LineRuleType.EXACT },
    run: { size: halfPoints(1) },
  });
}
