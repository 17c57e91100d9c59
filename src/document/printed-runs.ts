import type { Fact, Paragraph, Run } from "../narrative/section.js";
import { bulletOf } from "./body-parts.js";
import { cleanText } from "./clean-text.js";
import { keepTogether } from "./keep-together.js";

/** A stretch of a printed paragraph: cleaned, in one look, a number apart from the words around it. */
export interface PrintedRun {
  readonly text: string;
  readonly fact: Fact | null;
  readonly mark: Run["mark"] | null;
}

/** A paragraph's bullet and runs as every format prints them. */
export function printedRuns(paragraph: Paragraph): readonly PrintedRun[] {
  const bullet = bulletOf(paragraph);
  const runs = paragraph.runs.map(
    (run): PrintedRun => ({ text: cleanText(run.text), fact: run.fact, mark: run.mark ?? null }),
  );
  const all = bullet === "" ? runs : [{ text: bullet, fact: null, mark: null }, ...runs];
  return heldTogether(all.filter(({ text }) => text !== ""));
}

/** What holds words together looks across the borders of runs: a number's unit begins the next one. */
function heldTogether(runs: readonly PrintedRun[]): readonly PrintedRun[] {
  const whole = keepTogether(runs.map(({ text }) => text).join(""));
  let at = 0;
  return runs.map((run) => {
    const text = whole.slice(at, at + run.text.length);
    at += run.text.length;
    return { ...run, text };
  });
}
