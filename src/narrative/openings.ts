import type { Paragraph, Run } from "./section.js";
import type { Material } from "./speech.js";
import { capitalised } from "./speech.js";

/**
 * The paragraphs of a section with the period named once: its first sentence sets the period for
 * those after it, which therefore begin with what they tell.
 */
export function withoutRepeatedOpening(
  paragraphs: readonly Paragraph[],
  words: Material["words"],
): readonly Paragraph[] {
  const opening = new RegExp(
    `^(?:${["trong kỳ", String(words.get("inPeriod") ?? "trong kỳ")].map(escaped).join("|")}), `,
    "iu",
  );
  let said = false;
  return paragraphs.map((paragraph) => {
    const [first, ...rest] = paragraph.runs;
    if (first === undefined || first.fact !== null || !opening.test(first.text)) return paragraph;
    if (!said) {
      said = true;
      return paragraph;
    }
    const shorter: Run = { ...first, text: first.text.replace(opening, "") };
    return { ...paragraph, runs: capitalised(shorter.text === "" ? rest : [shorter, ...rest]) };
  });
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
