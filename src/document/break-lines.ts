import { type Face, textWidth } from "../values/text-width.js";

/** Square points that a break costs where the sense does not pause (no comma before it). */
const NO_PAUSE = 8000;
/** The same before a numeral that belongs to the word in front of it: `quý III`, `năm 2023`. */
const PARTED_NUMERAL = 30_000;

/**
 * Breaks a text into the fewest lines that fit, as even as can be, rather after a comma than
 * within a phrase. A single word that is wider than the limit keeps its own line.
 *
 * @param limit points
 */
export function breakLines(text: string, face: Face, limit: number): readonly string[] {
  const words = text.split(" ").filter((word) => word !== "");
  const space = textWidth(" ", face);
  const sizes = words.map((word) => textWidth(word, face));
  // best[i]: the cheapest way to set the words from i on.
  const best: { lines: number; cost: number; end: number }[] = [];
  best[words.length] = { lines: 0, cost: 0, end: words.length };
  for (let start = words.length - 1; start >= 0; start--) {
    let width = -space;
    for (let end = start + 1; end <= words.length; end++) {
      width += space + (sizes[end - 1] ?? 0);
      if (width > limit && end > start + 1) break;
      const rest = best[end];
      if (rest === undefined) continue;
      const cost = Math.max(0, limit - width) ** 2 + breakCost(words, end) + rest.cost;
      const known = best[start];
      const lines = rest.lines + 1;
      if (known === undefined || lines < known.lines || (lines === known.lines && cost < known.cost)) {
        best[start] = { lines, cost, end };
      }
    }
  }
  const lines: string[] = [];
  for (let start = 0; start < words.length; ) {
    const end = best[start]?.end ?? words.length;
    lines.push(words.slice(start, end).join(" "));
    start = end;
  }
  return lines;
}

function breakCost(words: readonly string[], end: number): number {
  const next = words[end];
  if (next === undefined) return 0;
  if (/^(\d|[IVX]+\b)/u.test(next)) return PARTED_NUMERAL;
  return /[,;:]$/.test(words[end - 1] ?? "") ? 0 : NO_PAUSE;
}
