import type { IndicatorRef } from "../forms/indicators.js";
import type { CellAddress } from "../values/address.js";

/** One section of the narrative. Sections come in printed order; `level` 1 is `I.`, 2 is `1.`, 3 is `1.1.`. */
export interface Section {
  readonly id: string;
  readonly level: 1 | 2 | 3;
  /** Printed number without its dot: `II`, `2`, `2.1`. */
  readonly number: string;
  readonly heading: string;
  readonly paragraphs: readonly Paragraph[];
}

export interface Paragraph {
  /** `composed` from the forms' numbers; `own` is what the officer wrote herself. */
  readonly origin: "composed" | "own";
  /** `plain` is a paragraph of its own, `dash` starts with "- ", `plus` with "+ " under a dash. */
  readonly bullet: "plain" | "dash" | "plus";
  readonly runs: readonly Run[];
}

/** A stretch of text; with a fact, the text is that fact's number as officers write it. */
export interface Run {
  readonly text: string;
  readonly fact: Fact | null;
}

/** A number in the text and the cell it comes from. */
export interface Fact {
  readonly value: number;
  /** The row whose cell holds the number; for a remainder, the row that it starts from. */
  readonly indicator: IndicatorRef;
  /** Null only for numbers whose cell was not found. */
  readonly address: CellAddress | null;
  /**
   * Given only for a remainder, which has no cell of its own: the rows it is worked out from, the
   * first less all the others ("03 nhiệm vụ chưa hoàn thành" is 25 planned less 22 done).
   */
  readonly derivedFrom?: readonly IndicatorRef[];
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

export interface Narrative {
  readonly sections: readonly Section[];
  readonly missing: readonly Missing[];
}

/** The paragraph as plain text, without its bullet. */
export function paragraphText(paragraph: Paragraph): string {
  return paragraph.runs.map((run) => run.text).join("");
}
