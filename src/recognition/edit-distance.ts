/**
 * How many letters must be put in, left out, replaced or swapped with their neighbour to turn one
 * text into the other (optimal string alignment); `limit + 1` as soon as it is more than `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  const over = limit + 1;
  if (Math.abs(a.length - b.length) > limit) return over;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  return distance(a.slice(start, endA), b.slice(start, endB), limit);
}

/**
 * By dynamic programming over a band: where the first `i` letters of one text meet the first `j` of the
 * other with `|i - j| > limit`, more than `limit` letters differ. A row of the band holds `j = i - limit`
 * to `i + limit`, with a place beyond on each side.
 */
function distance(left: string, right: string, limit: number): number {
  const over = limit + 1;
  const width = 2 * limit + 3;
  let older = new Array<number>(width).fill(over);
  let old = Array.from({ length: width }, (_, at) => (at > limit ? Math.min(at - limit - 1, over) : over));
  let row = new Array<number>(width).fill(over);
  let leastBefore = 0;
  for (let i = 1; i <= left.length; i++) {
    let least = over;
    for (let at = 1; at < width - 1; at++) {
      const j = i - limit + at - 1;
      const cost = j < 0 || j > right.length ? over : j === 0 ? Math.min(i, over) : costAt(i, j, at);
      row[at] = cost;
      if (cost < least) least = cost;
    }
    // A swap reaches back over one row.
    if (least === over && leastBefore === over) return over;
    leastBefore = least;
    [older, old, row] = [old, row, older];
  }
  return placeIn(old, right.length - left.length + limit + 1);

  function costAt(i: number, j: number, at: number): number {
    const same = left[i - 1] === right[j - 1];
    const replaced = placeIn(old, at) + (same ? 0 : 1);
    const cost = Math.min(replaced, placeIn(old, at + 1) + 1, placeIn(row, at - 1) + 1, over);
    const swapped = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
    return swapped ? Math.min(cost, placeIn(older, at) + 1) : cost;
  }

  function placeIn(band: readonly number[], at: number): number {
    return band[at] ?? over;
  }
}
