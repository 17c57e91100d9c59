import { choicesOf, replacementPlace } from "../narrative/choices.js";
import type { Outline } from "../narrative/outline.js";
import { ownParagraphs, readOwnText } from "../narrative/own-text.js";
import { type Narrative, type Paragraph, paragraphText } from "../narrative/section.js";
import type { Report } from "../report/report.js";

/** A text of hers and where it prints. */
export interface PrintedText {
  /** Id of the place of her text, or of the sentence that hers replaces. */
  readonly place: string;
  /** The composed sentence that it replaces; null for text of a cell of its own. */
  readonly replaces: string | null;
  /** Id of the section, and its heading as printed. */
  readonly section: string;
  readonly heading: string;
  readonly paragraphs: readonly Paragraph[];
  /** The paragraphs as plain text. */
  readonly lines: readonly string[];
  /** False for text of an earlier period that she has not read again. */
  readonly reviewed: boolean;
}

/** Her texts in printed order, those that replace sentences last. */
export function ownTexts(report: Report, narrative: Narrative, outline: Outline): readonly PrintedText[] {
  const headings = new Map(narrative.sections.map(({ id, heading }) => [id, heading]));
  const of = (section: Outline["sections"][number], paragraphs: readonly Paragraph[]) => ({
    section: section.id,
    heading: headings.get(section.id) ?? section.heading,
    paragraphs,
    lines: paragraphs.map(paragraphText),
  });
  const own = outline.sections.flatMap((section) =>
    (section.texts ?? [section.id]).flatMap((place): readonly PrintedText[] => {
      const { paragraphs, reviewed } = readOwnText(report.texts.get(place) ?? "");
      return paragraphs.length === 0 ? [] : [{ place, replaces: null, reviewed, ...of(section, paragraphs) }];
    }),
  );
  const replaced = [...choicesOf(report).replaced].flatMap(([sentence, text]): readonly PrintedText[] => {
    const section = outline.sections.find(({ id }) => sentence.startsWith(`${id}.`));
    if (section === undefined) return [];
    const paragraph: Paragraph = { origin: "own", bullet: "plain", runs: [{ text, fact: null }] };
    const place = replacementPlace(sentence);
    return [{ place, replaces: sentence, reviewed: true, ...of(section, [paragraph]) }];
  });
  return [...own, ...replaced];
}

/**
 * The text of a cell with one of its lines changed; its directions, bullets and blank lines stay.
 *
 * @param index of the line among those that print
 * @returns null where that line does not stand there
 */
export function withLine(text: string, index: number, was: string, now: string): string | null {
  const raw = text.normalize("NFC").split(/(\r\n|[\r\n\u2028])/u);
  let printed = -1;
  for (const [at, line] of raw.entries()) {
    if (at % 2 === 1) continue;
    // Directions stand before the first words, on a line of their own or beside them.
    const words = printed === -1 ? readOwnText(line).paragraphs : ownParagraphs(line);
    if (words.length === 0) continue;
    printed += 1;
    if (printed < index) continue;
    if (!line.includes(was)) return null;
    // Her words end the line; what stands before them is a direction or a bullet.
    const begins = line.lastIndexOf(was);
    const fresh = line.slice(0, begins) + now + line.slice(begins + was.length);
    return [...raw.slice(0, at), fresh, ...raw.slice(at + 1)].join("");
  }
  return null;
}
