import { capital } from "../values/words.js";
import type { Outline } from "./outline.js";
import type { Run, Section } from "./section.js";

/**
 * The sections with each abbreviation of the outline written out where a composed sentence first uses
 * it: `Hội đồng nhân dân (HĐND)`. A heading that holds `(TTHC)` has done so already; words of cells and
 * of the officer's own text stay as they are.
 *
 * @param office what the text calls the reporting office
 */
export function withAbbreviations(
  sections: readonly Section[],
  abbreviations: Outline["abbreviations"],
  office: string,
): readonly Section[] {
  // An office whose own name holds a short form is never written otherwise.
  const open = new Map(Object.entries(abbreviations).filter(([short]) => !office.includes(short)));
  if (open.size === 0) return sections;
  const meet = (text: string) => {
    for (const short of [...open.keys()]) if (text.includes(`(${short})`)) open.delete(short);
  };
  const written = (run: Run): Run => {
    if (run.fact !== null || run.cell !== undefined || run.mark === "note") return run;
    meet(run.text);
    let { text } = run;
    for (const [short, long] of [...open]) {
      const at = new RegExp(`(?<![\\p{L}\\d(])${short}(?![\\p{L}\\d])`, "u").exec(text)?.index;
      if (at === undefined) continue;
      const words = /(^|[.!?] )$/.test(text.slice(0, at)) && at === 0 ? capital(long) : long;
      text = `${text.slice(0, at)}${words} (${short})${text.slice(at + short.length)}`;
      open.delete(short);
    }
    return text === run.text ? run : { ...run, text };
  };
  return sections.map((section) => {
    meet(section.heading);
    const paragraphs = section.paragraphs.map((paragraph) =>
      paragraph.origin === "own" ? paragraph : { ...paragraph, runs: paragraph.runs.map(written) },
    );
    return { ...section, paragraphs };
  });
}
