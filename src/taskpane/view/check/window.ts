/** Rows drawn above and below what is seen, so that a quick scroll meets no white. */
const SPARE = 6;
/** Lists of up to so many rows are drawn whole. */
export const DRAWN_WHOLE = 40;

/** Which rows of a list are drawn, from `first` up to but without `last`, and the space of the others. */
interface Window {
  readonly first: number;
  readonly last: number;
  /** Pixels. */
  readonly before: number;
  readonly after: number;
}

/**
 * The rows in view of a list whose rows are all of one height but one.
 *
 * @param current the row that is opened; it is drawn wherever it stands in view
 * @param place scrolled so far, height of the view, and height of the opened row, in pixels
 */
export function windowOf(
  count: number,
  current: number,
  place: { readonly top: number; readonly height: number; readonly open: number },
  rowHeight: number,
): Window {
  if (count <= DRAWN_WHOLE) return { first: 0, last: count, before: 0, after: 0 };
  const extra = place.open - rowHeight;
  const start = (index: number) => index * rowHeight + (index > current ? extra : 0);
  const rowAt = (pixel: number) => {
    const plain = Math.floor(pixel / rowHeight);
    return plain <= current ? plain : Math.max(current, Math.floor((pixel - extra) / rowHeight));
  };
  const first = Math.max(0, Math.min(count - 1, rowAt(place.top)) - SPARE);
  const last = Math.min(count, Math.max(first + 1, rowAt(place.top + place.height) + 1 + SPARE));
  return { first, last, before: start(first), after: start(count) - start(last) };
}
