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

/**
 * The paragraphs of a section without the office's name where the sentence before begins with it too:
 * "UBND xã đã ban hành ... Không thành lập ...". Items of lists stand between and are left alone.
 */
export function withoutRepeatedSubject(
  paragraphs: readonly Paragraph[],
  words: Material["words"],
): readonly Paragraph[] {
  const subject = `${String(words.get("unit") ?? "")} `;
  if (subject === " ") return paragraphs;
  let named = false;
  return paragraphs.map((paragraph) => {
    if (paragraph.bullet === "plus") return paragraph;
    let begins = true;
    const runs = paragraph.runs.map((run): Run => {
      if (run.fact !== null || run.cell !== undefined) {
        if (begins) named = false;
        begins = false;
        return run;
      }
      const pieces = run.text.split(SENTENCES);
      const text = pieces.map((piece, index) => {
        if (index === 0 && !begins) return piece;
        const repeats = named && piece.startsWith(subject);
        named = piece.startsWith(subject) && !repeats;
        if (!repeats) return piece;
        const rest = piece.slice(subject.length);
        return rest.charAt(0).toLocaleUpperCase("vi") + rest.slice(1);
      });
      begins = /[.:]\s*$/u.test(run.text);
      return { ...run, text: text.join("") };
    });
    return { ...paragraph, runs };
  });
}

/** Between two sentences of one run; the space goes with the first. */
const SENTENCES = /(?<=[.:] )(?=\p{Lu})/u;

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
