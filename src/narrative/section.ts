import type { IndicatorRef } from "../forms/indicators.js";
import type { Finding } from "../rules/finding.js";
import type { CellAddress } from "../values/address.js";
import type { Origin } from "./origin.js";

/** How deep a section stands: 1 is `I.`, 2 is `1.`, 3 is `1.1.` (see `numbers.ts`). */
export type Level = 1 | 2 | 3 | 4;

/** One section of the narrative. Sections come in printed order. */
export interface Section {
  readonly id: string;
  readonly level: Level;
  /** Printed number without its dot: `II`, `2`, `2.1`, `Phần thứ nhất`. */
  readonly number: string;
  /** As printed: the first level in capitals (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục V, số 6 điểm b). */
  readonly heading: string;
  readonly paragraphs: readonly Paragraph[];
  /** Tables that stand between its paragraphs; absent where none does. */
  readonly tables?: readonly SectionTable[];
}

/** A supplementary table in the body of the text. */
export interface SectionTable {
  readonly table: string;
  /** The columns printed, in the table's order; null for all. */
  readonly columns: readonly string[] | null;
  /** Null for the table's own title. */
  readonly title: string | null;
  /** How many paragraphs of the section stand before it. */
  readonly after: number;
}

export interface Paragraph {
  /** `composed` from the workbook's numbers; `own` is what the officer wrote herself. */
  readonly origin: "composed" | "own";
  /** `plain` is a paragraph of its own, `dash` starts with "- ", `plus` with "+ " under a dash. */
  readonly bullet: "plain" | "dash" | "plus";
  readonly runs: readonly Run[];
  /** The composed sentences that it is made of, by their ids; absent where the officer wrote it. */
  readonly sentences?: readonly string[];
}

/** A stretch of text; with a fact, the text is that fact's number as officers write it. */
export interface Run {
  readonly text: string;
  readonly fact: Fact | null;
  /** Where words of a cell come from (a field's name, a document): they are not the outline's. */
  readonly cell?: CellAddress;
  /** `doubtful`: part of a sentence that rests on a cell in error. `note`: what is wrong with it. */
  readonly mark?: "doubtful" | "note";
}

/** A number in the text and the cell it comes from. */
export interface Fact {
  readonly value: number;
  /** Where the number stands; for a computed one, where the first of its parts stands. */
  readonly origin: Origin;
  /** Null only for numbers whose cell was not found. */
  readonly address: CellAddress | null;
  /**
   * Given only for a number without a cell of its own (remainder, sum, share, change): what it is
   * worked out from. A remainder is the first less all the others, a share the first in the second.
   */
  readonly derivedFrom?: readonly Fact[];
  readonly derivation?: "remainder" | "sum" | "share" | "change" | "count";
  /** True for a number that her own text writes in its own way ("5" for "05"). */
  readonly ownWay?: true;
}

/** What the narrative could not say, so that the officer can fill it in. */
export type Missing =
  | {
      /** A sentence was left out because these indicators hold no value. */
      readonly kind: "facts";
      readonly section: string;
      readonly indicators: readonly IndicatorRef[];
    }
  | {
      /** A place for the officer's own text is empty. */
      readonly kind: "own-text";
      readonly section: string;
      readonly prompt: string;
    };

/** A composed sentence, apart from its paragraph: what the officer decides on. */
export interface SentenceRef {
  readonly section: string;
  /** Stays the same while the outline does. */
  readonly sentence: string;
  readonly text: string;
}

/** A sentence that rests on cells with errors. */
export interface DoubtfulSentence extends SentenceRef {
  readonly findings: readonly Finding[];
}

/** Her sentence that says otherwise than the workbook: it is marked as a whole, and left out of a clean copy. */
export interface OutdatedText {
  readonly section: string;
  /** Id of the place of her text, or of the sentence that hers replaces. */
  readonly place: string;
  readonly text: string;
  /** What the workbook says now. */
  readonly note: string;
}

/** Words of hers that were linked to the workbook and are no longer found in her text. */
export interface LostField {
  readonly place: string;
  readonly text: string;
}

export interface Narrative {
  readonly sections: readonly Section[];
  readonly missing: readonly Missing[];
  /** Sentences that stand and can be declined. */
  readonly standing: readonly SentenceRef[];
  /** Sentences on cells in error: marked in a draft, left out of a clean copy. */
  readonly doubtful: readonly DoubtfulSentence[];
  /** Judgement and plans that the figures suggest and that she has not accepted. */
  readonly suggestions: readonly SentenceRef[];
  /** Sentences that she has declined. */
  readonly declined: readonly SentenceRef[];
  /** Places whose text comes from an earlier period and was not read again. */
  readonly unreviewed: readonly string[];
  readonly outdated: readonly OutdatedText[];
  readonly lost: readonly LostField[];
  /** Sentences of the program in whose place hers stand, by their ids. */
  readonly replaced: readonly string[];
}

/** The paragraph as plain text, without its bullet. */
export function paragraphText(paragraph: Paragraph): string {
  return paragraph.runs.map((run) => run.text).join("");
}
