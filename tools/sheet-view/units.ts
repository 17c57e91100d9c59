import type { IRange } from "@univerjs/core";
import type { Rect } from "../grid/rect.js";

/** Screen pixels of a length in points. */
export function pixels(points: number): number {
  return Math.round((points * 4) / 3);
}

/** Points of a length in screen pixels. */
export function points(pixelCount: number): number {
  return (pixelCount * 3) / 4;
}

export function rangeOf(rect: Rect): IRange {
  return { startRow: rect.top, endRow: rect.bottom, startColumn: rect.left, endColumn: rect.right };
}

export function rectOfRange(range: IRange): Rect {
  return { top: range.startRow, bottom: range.endRow, left: range.startColumn, right: range.endColumn };
}
