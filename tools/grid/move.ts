import { columnCount, intersection, LAST_COLUMN, LAST_ROW, type Rect, rowCount } from "./rect.js";

/** Cells that move: all beyond `area` along `axis`, by its size, within its band. */
export interface Move {
  readonly axis: "rows" | "columns";
  readonly insert: boolean;
  readonly area: Rect;
}

/**
 * Where an area lies after a move, or null when it was deleted. An area that sticks out of the
 * moving band stays: Excel moves whole references only.
 */
export function moved(rect: Rect, move: Move): Rect | null {
  const inBand =
    move.axis === "rows"
      ? rect.left >= move.area.left && rect.right <= move.area.right
      : rect.top >= move.area.top && rect.bottom <= move.area.bottom;
  if (!inBand) return rect;
  const [start, end] = move.axis === "rows" ? [rect.top, rect.bottom] : [rect.left, rect.right];
  const line = move.insert ? grown(start, end, move) : shrunk(start, end, move);
  if (!line) return null;
  return move.axis === "rows"
    ? { ...rect, top: line[0], bottom: line[1] }
    : { ...rect, left: line[0], right: line[1] };
}

type Line = readonly [start: number, end: number];

function span(move: Move): { readonly at: number; readonly size: number; readonly last: number } {
  return move.axis === "rows"
    ? { at: move.area.top, size: rowCount(move.area), last: LAST_ROW }
    : { at: move.area.left, size: columnCount(move.area), last: LAST_COLUMN };
}

function grown(start: number, end: number, move: Move): Line | null {
  const { at, size, last } = span(move);
  const line: Line = [start >= at ? start + size : start, end >= at ? Math.min(end + size, last) : end];
  return line[0] > last ? null : line;
}

function shrunk(start: number, end: number, move: Move): Line | null {
  const { at, size, last } = span(move);
  const after = at + size;
  if (start >= at && end < after) return null;
  const whole = start === 0 && end === last;
  return [
    start >= after ? start - size : Math.min(start, at),
    whole ? end : end >= after ? end - size : Math.min(end, at - 1),
  ];
}

/** A merged area that only partly lies in the moving band can not follow it. */
export function tears(merge: Rect, move: Move): boolean {
  const beyond =
    move.axis === "rows" ? { ...move.area, bottom: LAST_ROW } : { ...move.area, right: LAST_COLUMN };
  const part = intersection(merge, beyond);
  if (!part) return false;
  return move.axis === "rows"
    ? part.left !== merge.left || part.right !== merge.right
    : part.top !== merge.top || part.bottom !== merge.bottom;
}

/** Sizes or looks of whole lines, each where its line is after a move. */
export function movedKeys<T>(lines: ReadonlyMap<number, T>, move: Move): Map<number, T> {
  const { at, size } = span(move);
  const next = new Map<number, T>();
  for (const [line, value] of lines) {
    if (line < at) next.set(line, value);
    else if (move.insert) next.set(line + size, value);
    else if (line >= at + size) next.set(line - size, value);
  }
  return next;
}
