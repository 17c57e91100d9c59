import { markOf } from "../bookmarks.js";
import { type Piece, type ScannedMark, scanMarks } from "./scan-marks.js";

/**
 * What became of one number of a Word file. `by-hand`: she typed another number, which stays.
 * `tracked`: it stands among tracked changes and is not touched. `gone`: she took it out. `kept`: its
 * sentence reads otherwise now, so it is left whole. `unknown`: the workbook tells no such number.
 */
type NumberOutcome = "updated" | "same" | "by-hand" | "tracked" | "gone" | "kept" | "unknown";

export interface NumberLine {
  readonly name: string;
  /** What was written into it, what stands there, what the workbook says now. */
  readonly written: string | null;
  readonly seen: string | null;
  readonly now: string | null;
  readonly outcome: NumberOutcome;
}

/** What a refresh goes by. */
interface RefreshData {
  readonly written: ReadonlyMap<string, string>;
  /** The numbers of today by the facts' own names. */
  readonly now: ReadonlyMap<string, string>;
  /** Marks of sentences that read otherwise now. */
  readonly kept: ReadonlySet<string>;
}

interface Letter {
  readonly piece: Piece;
  readonly index: number;
  readonly raw: string;
}

/** A part with its numbers brought up to date, and what became of each. Nothing else is touched. */
export function refreshPart(
  xml: string,
  data: RefreshData,
): { readonly xml: string; readonly lines: readonly NumberLine[] } {
  const edits: { readonly at: number; readonly end: number; readonly text: string }[] = [];
  const lines = scanMarks(xml).map((mark): NumberLine => {
    const { line, letters } = judge(mark, data);
    if (line.outcome === "updated" && line.now !== null) edits.push(...replacements(letters, line.now));
    return line;
  });
  const sorted = [...edits].sort((a, b) => b.at - a.at);
  return {
    xml: sorted.reduce((text, { at, end, text: put }) => text.slice(0, at) + put + text.slice(end), xml),
    lines,
  };
}

function judge(
  mark: ScannedMark,
  { written, now, kept }: RefreshData,
): { readonly line: NumberLine; readonly letters: readonly Letter[] } {
  // LibreOffice names the marks of a copied paragraph `..._Copy_1`.
  const own = mark.name.replace(/_Copy_\d+$/, "");
  const line = {
    name: mark.name,
    written: written.get(own) ?? null,
    seen: null,
    now: now.get(markOf(own)) ?? null,
  };
  const { paragraph, from, to } = mark;
  if (paragraph === null || to === null) return { line: { ...line, outcome: "by-hand" }, letters: [] };
  const all = paragraph.pieces.flatMap((piece) =>
    piece.letters.map((raw, index): Letter => ({ piece, index, raw })),
  );
  const [start, end] =
    to > from
      ? widened(
          all.map(({ raw }) => raw),
          from,
          to,
        )
      : [from, to];
  const letters = all.slice(start, end);
  const seen = letters.map(({ raw }) => raw).join("");
  const tracked =
    letters.some(({ piece }) => piece.tracked) ||
    [...paragraph.deletions].some((at) => (at > start && at < end) || (start === end && at === start));
  return { line: { ...line, seen, outcome: outcomeOf({ ...line, seen }, tracked, kept.has(own)) }, letters };
}

function outcomeOf(
  { written, seen, now }: Pick<NumberLine, "written" | "seen" | "now">,
  tracked: boolean,
  kept: boolean,
): NumberOutcome {
  if (tracked) return "tracked";
  if (seen === "" || seen === null) return "gone";
  if (written === null) return "unknown";
  if (seen !== written) return "by-hand";
  if (kept) return "kept";
  if (now === null) return "unknown";
  return seen === now ? "same" : "updated";
}

/** The whole number that stands at a mark: digits that she typed may have fallen outside its ends. */
function widened(letters: readonly string[], from: number, to: number): readonly [number, number] {
  const digit = (at: number) => /^\d$/.test(letters[at] ?? "");
  const joint = (at: number) => /^[.,]$/.test(letters[at] ?? "");
  let [start, end] = [from, to];
  while (digit(start - 1) || (joint(start - 1) && digit(start - 2) && digit(start))) start -= 1;
  while (digit(end) || (joint(end) && digit(end + 1) && digit(end - 1))) end += 1;
  return [start, end];
}

/** The new text goes where the first letters stood; what the number took of other runs is emptied. */
function replacements(letters: readonly Letter[], text: string) {
  const spans = new Map<Piece, { from: number; to: number }>();
  for (const { piece, index } of letters) {
    const span = spans.get(piece);
    if (span === undefined) spans.set(piece, { from: index, to: index + 1 });
    else span.to = index + 1;
  }
  const offset = (piece: Piece, count: number) => piece.at + piece.letters.slice(0, count).join("").length;
  return [...spans].map(([piece, { from, to }], position) => ({
    at: offset(piece, from),
    end: offset(piece, to),
    text: position === 0 ? text : "",
  }));
}
