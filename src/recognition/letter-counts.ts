/** How often the letters of a text occur, in kinds: letters of one kind are not told apart. */
export type LetterCounts = Uint16Array;

const KINDS = 16;

export function letterCounts(text: string): LetterCounts {
  const counts = new Uint16Array(KINDS);
  for (let at = 0; at < text.length; at++) {
    const kind = text.charCodeAt(at) % KINDS;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

/** At least so many letters must be put in, left out or replaced to turn one text into the other. */
export function lettersApart(a: LetterCounts, b: LetterCounts): number {
  let more = 0;
  let fewer = 0;
  for (let kind = 0; kind < KINDS; kind++) {
    const difference = (a[kind] ?? 0) - (b[kind] ?? 0);
    if (difference > 0) more += difference;
    else fewer -= difference;
  }
  return Math.max(more, fewer);
}
