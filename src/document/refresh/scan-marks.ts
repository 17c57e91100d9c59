/** A stretch of visible text of a Word part, letter by letter as it is written (`&amp;` is one). */
export interface Piece {
  readonly at: number;
  readonly letters: readonly string[];
  /** True inside an insertion that is tracked. */
  readonly tracked: boolean;
}

/** A paragraph as it is being read. */
interface ScannedParagraph {
  readonly pieces: Piece[];
  length: number;
  /** Places between letters where tracked deletions stand. */
  readonly deletions: Set<number>;
}

/** A bookmark of ours and the letters of its paragraph that it holds. */
export interface ScannedMark {
  readonly name: string;
  /** Null for a mark that begins and ends in different paragraphs. */
  paragraph: ScannedParagraph | null;
  readonly from: number;
  /** Null for one that never ends. */
  to: number | null;
}

const TOKEN = /<(?:!--[\s\S]*?--|\?[\s\S]*?\?|!\[CDATA\[[\s\S]*?\]\]|(?:"[^"]*"|'[^']*'|[^>"'])*)>|[^<]+/g;

/** Our bookmarks in one part of a Word file, in order, nested paragraphs (text boxes) included. */
export function scanMarks(xml: string): readonly ScannedMark[] {
  const marks: ScannedMark[] = [];
  const open = new Map<string, ScannedMark>();
  const paragraphs: ScannedParagraph[] = [];
  const depth = { deleted: 0, inserted: 0 };
  let inText = false;
  for (const match of xml.matchAll(TOKEN)) {
    const [token] = match;
    const current = paragraphs.at(-1);
    if (!token.startsWith("<")) {
      if (inText && current !== undefined && depth.deleted === 0) {
        addText(current, token, match.index, depth.inserted > 0);
      }
      continue;
    }
    const name = /^<\/?[\w:]+/.exec(token)?.[0] ?? "";
    const empty = token.endsWith("/>");
    switch (name) {
      case "<w:p":
        if (!empty) paragraphs.push({ pieces: [], length: 0, deletions: new Set() });
        break;
      case "</w:p":
        for (const mark of open.values()) if (mark.paragraph === current) mark.paragraph = null;
        paragraphs.pop();
        break;
      case "<w:del":
      case "<w:moveFrom":
        if (empty) break;
        depth.deleted += 1;
        current?.deletions.add(current.length);
        break;
      case "</w:del":
      case "</w:moveFrom":
        depth.deleted -= 1;
        break;
      case "<w:ins":
      case "<w:moveTo":
        if (!empty) depth.inserted += 1;
        break;
      case "</w:ins":
      case "</w:moveTo":
        depth.inserted -= 1;
        break;
      case "<w:t":
        inText = !empty;
        break;
      case "</w:t":
        inText = false;
        break;
      case "<w:tab":
      case "<w:br":
        // A tab or a break parts what stands before it from what stands behind.
        if (current !== undefined) addText(current, " ", match.index, true);
        break;
      case "<w:bookmarkStart":
        if (attribute(token, "w:name").startsWith("CCHC_")) {
          const mark: ScannedMark = {
            name: attribute(token, "w:name"),
            paragraph: current ?? null,
            from: current?.length ?? 0,
            to: null,
          };
          marks.push(mark);
          open.set(attribute(token, "w:id"), mark);
        }
        break;
      case "<w:bookmarkEnd": {
        const mark = open.get(attribute(token, "w:id"));
        if (mark === undefined) break;
        mark.to =
          current !== undefined && current === mark.paragraph ? Math.max(mark.from, current.length) : null;
        open.delete(attribute(token, "w:id"));
        break;
      }
    }
  }
  return marks;
}

function addText(paragraph: ScannedParagraph, text: string, at: number, tracked: boolean): void {
  const letters = text.match(/&[^;]+;|[\s\S]/g) ?? [];
  paragraph.pieces.push({ at, letters, tracked });
  paragraph.length += letters.length;
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
}
