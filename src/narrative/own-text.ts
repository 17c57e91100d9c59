import type { Paragraph } from "./section.js";

/** Where her text stands beside the composed sentences of its section. */
export type OwnTextPosition = "before" | "after" | "instead";

/** The officer's text of one place. */
export interface OwnText {
  readonly position: OwnTextPosition;
  /** False for text of an earlier period that she has not read again. */
  readonly reviewed: boolean;
  readonly paragraphs: readonly Paragraph[];
}

/** Stands before a text that an earlier period left: she takes it away when she has read the text. */
export const UNREVIEWED_MARK = "[Chưa rà soát]";

/** What she writes at the beginning of a text to say where it belongs; without it her text comes after. */
const POSITIONS: Readonly<Record<string, OwnTextPosition>> = {
  trước: "before",
  sau: "after",
  thay: "instead",
};
const DIRECTION = /^\s*\[(trước|sau|thay|chưa rà soát)\]\s*/iu;

/** Reads a text cell: its directions in square brackets, then her words, which stay as they are. */
export function readOwnText(text: string): OwnText {
  let rest = text.normalize("NFC");
  let position: OwnTextPosition = "after";
  let reviewed = true;
  for (let found = DIRECTION.exec(rest); found !== null; found = DIRECTION.exec(rest)) {
    const word = (found[1] ?? "").toLowerCase();
    if (word === "chưa rà soát") reviewed = false;
    else position = POSITIONS[word] ?? "after";
    rest = rest.slice(found[0].length);
  }
  return { position, reviewed, paragraphs: ownParagraphs(rest) };
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
