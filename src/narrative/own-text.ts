import type { Paragraph } from "./section.js";

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
