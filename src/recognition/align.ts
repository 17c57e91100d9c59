/**
 * Aligns the rows of a block with the rows of an edition, both in their order. Instead of one best
 * alignment it weighs all of them (a pair hidden Markov model, forward and backward), so that each
 * match gets the probability that it is right: two rows that could both be meant share it.
 */

/** A group of sheet rows that could be a target, with the log-likelihood ratio that it is. */
export interface Candidate {
  readonly start: number;
  readonly size: number;
  readonly target: number;
  readonly score: number;
}

export interface Match extends Candidate {
  /** Probability that the group is the target, given everything else. */
  readonly probability: number;
}

/** Log-odds of rows of the sheet that are no rows of the edition, and of rows of the edition left out. */
const EXTRA = { open: -2, more: -0.3 } as const;
const LEFT_OUT = { open: -1.5, more: -0.03 } as const;

const NEVER = Number.NEGATIVE_INFINITY;

/** Every candidate with its probability. */
export function align(rows: number, targets: number, candidates: readonly Candidate[]): readonly Match[] {
  const forward = lattice(rows, targets, candidates);
  // Backward is forward on everything reversed.
  const backward = lattice(
    rows,
    targets,
    candidates.map((one) => ({
      ...one,
      start: rows - one.start - one.size,
      target: targets - 1 - one.target,
    })),
  );
  const total = forward.total;
  return candidates.map((one) => {
    const before = forward.before(one.start, one.target);
    const after = backward.before(rows - one.start - one.size, targets - 1 - one.target);
    return { ...one, probability: Math.exp(before + one.score + after - total) };
  });
}

interface Lattice {
  /** Log-weight of all ways to treat the first `i` rows and `j` targets, a match coming next. */
  before(i: number, j: number): number;
  readonly total: number;
}

function lattice(rows: number, targets: number, candidates: readonly Candidate[]): Lattice {
  const width = targets + 1;
  const size = (rows + 1) * width;
  const matched = new Float64Array(size).fill(NEVER);
  const extra = new Float64Array(size).fill(NEVER);
  const leftOut = new Float64Array(size).fill(NEVER);
  const endingAt = new Map<number, Candidate[]>();
  for (const one of candidates) {
    const end = (one.start + one.size) * width + one.target + 1;
    const list = endingAt.get(end);
    if (list === undefined) endingAt.set(end, [one]);
    else list.push(one);
  }
  const read = (grid: Float64Array, at: number) => grid[at] ?? NEVER;
  const all = (at: number) => addLogs(addLogs(read(matched, at), read(extra, at)), read(leftOut, at));
  matched[0] = 0;
  for (let i = 0; i <= rows; i++) {
    for (let j = 0; j <= targets; j++) {
      const at = i * width + j;
      for (const one of endingAt.get(at) ?? []) {
        const from = all(one.start * width + one.target);
        matched[at] = addLogs(read(matched, at), from + one.score);
      }
      if (i > 0) {
        const up = at - width;
        extra[at] = addLogs(read(matched, up) + EXTRA.open, read(extra, up) + EXTRA.more);
      }
      if (j > 0) {
        const left = at - 1;
        const opened = addLogs(read(matched, left), read(extra, left)) + LEFT_OUT.open;
        leftOut[at] = addLogs(opened, read(leftOut, left) + LEFT_OUT.more);
      }
    }
  }
  return { before: (i, j) => all(i * width + j), total: all(size - 1) };
}

function addLogs(a: number, b: number): number {
  if (a === NEVER) return b;
  if (b === NEVER) return a;
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
}
