import type { Outline } from "./outline.js";
import type { Paragraph } from "./section.js";

/** A place in the outline where the officer writes what no form counts. */
export interface OwnTextPlace {
  /** Id of the section; key of the text in a report. */
  readonly id: string;
  readonly heading: string;
  /** What belongs there. */
  readonly prompt: string;
}

/** Every place for the officer's own text, in printed order: the sheet "Nội dung bổ sung" lists them. */
export function ownTextPlaces(outline: Outline): readonly OwnTextPlace[] {
  return outline.sections.flatMap(({ id, heading, ownText }) =>
    ownText === undefined ? [] : [{ id, heading: ownText.heading ?? heading, prompt: ownText.prompt }],
  );
}

const MARK = /^([-–—•*+])\s+/u;

/**
 * The officer's text as paragraphs, one per line; a line that she began with a dash or a plus keeps
 * it as its bullet. Her words stay as they are.
 */
export function ownParagraphs(text: string): readonly Paragraph[] {
  return text
    .normalize("NFC")
    .split(/\r\n|[\r\n\u2028]/)
    .map((line) => line.trim())
    .filter((line) => line.replace(MARK, "") !== "" && !/^[-–—•*+]$/u.test(line))
    .map((line) => {
      const mark = MARK.exec(line)?.[1];
      const bullet = mark === undefined ? "plain" : mark === "+" ? "plus" : "dash";
      return { origin: "own", bullet, runs: [{ text: line.replace(MARK, ""), fact: null }] };
    });
}
