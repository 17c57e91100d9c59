/** A piece of text that takes the place of what stands from `from` to before `to`. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The text with its splices made; everything between them stays letter by letter. They do not overlap. */
export function spliced(text: string, splices: readonly Splice[]): string {
  if (splices.length === 0) return text;
  const pieces: string[] = [];
  let at = 0;
  // Splices at one place keep their order.
  for (const { from, to, text: piece } of [...splices].sort((a, b) => a.from - b.from)) {
    if (from < at) throw new Error("Splices overlap.");
    pieces.push(text.slice(at, from), piece);
    at = to;
  }
  pieces.push(text.slice(at));
  return pieces.join("");
}
