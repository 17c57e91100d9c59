import type { Outline } from "./outline.js";
import type { Level } from "./section.js";

const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
const ORDINAL = ["nhất", "hai", "ba", "tư", "năm"];
const LETTERS = ["A", "B", "C", "D", "Đ", "E"];

/**
 * The printed numbers of sections by their levels, each counted anew under the one above: `II`, `2`,
 * `2.1`, or in an outline of parts `Phần thứ nhất`, `B`, `2`, `2.1`.
 */
export function sectionNumbers(levels: readonly Level[], numbering: Outline["numbering"]): readonly string[] {
  const counts: Record<Level, number> = { 1: 0, 2: 0, 3: 0, 4: 0 };
  return levels.map((level) => {
    counts[level] += 1;
    for (const below of [2, 3, 4] as const) if (below > level) counts[below] = 0;
    return numbering === "parts" ? partNumber(level, counts) : romanNumber(level, counts);
  });
}

function romanNumber(level: Level, counts: Readonly<Record<Level, number>>): string {
  switch (level) {
    case 1:
      return ROMAN[counts[1] - 1] ?? String(counts[1]);
    case 2:
      return String(counts[2]);
    case 3:
      return `${counts[2]}.${counts[3]}`;
    case 4:
      return `${counts[2]}.${counts[3]}.${counts[4]}`;
  }
}

function partNumber(level: Level, counts: Readonly<Record<Level, number>>): string {
  switch (level) {
    case 1:
      return `Phần thứ ${ORDINAL[counts[1] - 1] ?? String(counts[1])}`;
    case 2:
      return LETTERS[counts[2] - 1] ?? String(counts[2]);
    case 3:
      return String(counts[3]);
    case 4:
      return `${counts[3]}.${counts[4]}`;
  }
}
