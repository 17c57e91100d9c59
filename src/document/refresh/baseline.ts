import type { Section } from "../../narrative/section.js";
import { MarkNames } from "../bookmarks.js";
import { printedRuns } from "../printed-runs.js";

/** What a Word file was written with, so that a later refresh can tell her edits from our numbers. */
export interface Baseline {
  /** The text written into each mark, by the mark's name. */
  readonly numbers: ReadonlyMap<string, string>;
  /** Each composed paragraph by its first sentence, its numbers as `{name}` of their marks. */
  readonly wordings: ReadonlyMap<string, string>;
}

/** Names of the document properties that keep it: they survive editing in Word and LibreOffice. */
export const PROPERTIES = { numbers: "CCHC_NUMBERS", wordings: "CCHC_WORDINGS" } as const;

/** The baseline of sections as they are written. */
export function baselineOf(sections: readonly Section[]): Baseline {
  const names = new MarkNames();
  const numbers = new Map<string, string>();
  const wordings = new Map<string, string>();
  for (const { paragraphs } of sections) {
    for (const paragraph of paragraphs) {
      const text = printedRuns(paragraph)
        .map(({ text: words, fact }) => {
          if (fact === null) return words;
          const name = names.next(fact);
          numbers.set(name, words);
          return `{${name}}`;
        })
        .join("");
      const [first] = paragraph.sentences ?? [];
      if (first !== undefined) wordings.set(first, text);
    }
  }
  return { numbers, wordings };
}

/** A baseline as document properties. */
export function baselineProperties({
  numbers,
  wordings,
}: Baseline): readonly { name: string; value: string }[] {
  return [
    { name: PROPERTIES.numbers, value: JSON.stringify(Object.fromEntries(numbers)) },
    { name: PROPERTIES.wordings, value: JSON.stringify(Object.fromEntries(wordings)) },
  ];
}

/** The names of the marks in a wording, in order. */
export function marksIn(wording: string): readonly string[] {
  return [...wording.matchAll(/\{(CCHC_\w+)\}/g)].map(([, name = ""]) => name);
}

/** A wording with its numbers put in. */
export function filledIn(wording: string, numbers: ReadonlyMap<string, string>): string {
  return wording.replace(/\{(CCHC_\w+)\}/g, (_, name: string) => numbers.get(name) ?? "…");
}
