import type { IndicatorRef } from "../forms/indicators.js";
import type { Report } from "../report/report.js";
import type { Outline, OutlineParagraph, OutlineSection } from "./outline.js";
import { ownParagraphs } from "./own-text.js";
import type { Missing, Narrative, Paragraph, Run, Section } from "./section.js";
import { gatherMaterial, type Material, say, sayHeading } from "./speech.js";

/**
 * The narrative of a report: the outline's sentences with the report's numbers, then the officer's
 * own text, section by section. A sentence whose facts are missing is left out and listed; a section
 * with nothing in it is left out unless the outline prescribes its heading.
 */
export function compose(outline: Outline, report: Report): Narrative {
  const { sections, missing } = composeWithTrace(outline, report);
  return { sections, missing };
}

/** As `compose`, with the rows that the composed sentences tell. */
export function composeWithTrace(
  outline: Outline,
  report: Report,
): Narrative & { readonly told: readonly IndicatorRef[] } {
  const material = gatherMaterial(outline, report);
  const written = outline.sections.map((section) => ({
    section,
    ...writeSection(section, material, report.texts.get(section.id) ?? ""),
  }));
  const standing = written.filter(
    ({ section, paragraphs }, index) =>
      section.always || paragraphs.length > 0 || hasContentBelow(written, index),
  );
  const numbers = sectionNumbers(standing.map(({ section }) => section.level));
  return {
    sections: standing.map(({ section, paragraphs }, index): Section => {
      const heading = sayHeading(section.heading, material.words);
      return {
        id: section.id,
        level: section.level,
        number: numbers[index] ?? "",
        heading: section.level === 1 ? heading.toLocaleUpperCase("vi") : heading,
        paragraphs,
      };
    }),
    missing: written.flatMap((section) => section.missing),
    told: written.flatMap((section) => section.told),
  };
}

interface Written {
  readonly paragraphs: readonly Paragraph[];
  readonly missing: readonly Missing[];
  readonly told: readonly IndicatorRef[];
}

function writeSection(section: OutlineSection, material: Material, ownText: string): Written {
  const missing: Missing[] = [];
  const told: IndicatorRef[] = [];
  const composed = section.paragraphs.flatMap((paragraph) => {
    const runs = writeParagraph(paragraph, material, (speech) => {
      if (speech.kind === "said") told.push(...speech.told);
      else if (speech.missing.length > 0) {
        missing.push({ kind: "facts", section: section.id, indicators: speech.missing });
      }
    });
    return runs.length === 0 ? [] : [{ origin: "composed" as const, bullet: paragraph.bullet, runs }];
  });
  const paragraphs = [...composed, ...ownParagraphs(ownText)];
  if (section.ownText !== undefined && paragraphs.length === 0) {
    missing.push({ kind: "own-text", section: section.id, prompt: section.ownText.prompt });
  }
  return { paragraphs, missing, told };
}

/** The sentences that can be said, one after another; none when none can. */
function writeParagraph(
  paragraph: OutlineParagraph,
  material: Material,
  report: (speech: ReturnType<typeof say>) => void,
): readonly Run[] {
  const runs: Run[] = [];
  for (const sentence of paragraph.sentences) {
    const speech = say(sentence, material);
    report(speech);
    if (speech.kind === "unsaid") continue;
    if (runs.length > 0) runs.push({ text: " ", fact: null });
    runs.push(...speech.runs);
  }
  return joined(runs);
}

/** Neighbouring stretches of plain text made one. */
function joined(runs: readonly Run[]): readonly Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (last !== undefined && last.fact === null && run.fact === null) {
      result[result.length - 1] = { text: last.text + run.text, fact: null };
    } else result.push(run);
  }
  return result;
}

function hasContentBelow(
  written: readonly { readonly section: OutlineSection; readonly paragraphs: readonly Paragraph[] }[],
  index: number,
): boolean {
  const level = written[index]?.section.level ?? 1;
  for (const { section, paragraphs } of written.slice(index + 1)) {
    if (section.level <= level) return false;
    if (section.always || paragraphs.length > 0) return true;
  }
  return false;
}

const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

/** `II`, `2`, `2.1`: each level counts anew under the one above. */
function sectionNumbers(levels: readonly (1 | 2 | 3)[]): readonly string[] {
  const counts = { 1: 0, 2: 0, 3: 0 };
  return levels.map((level) => {
    counts[level] += 1;
    if (level < 3) counts[3] = 0;
    if (level < 2) counts[2] = 0;
    if (level === 1) return ROMAN[counts[1] - 1] ?? String(counts[1]);
    return level === 2 ? String(counts[2]) : `${counts[2]}.${counts[3]}`;
  });
}
