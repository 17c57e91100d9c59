import { align, type Match } from "./align.js";
import type { Block, BlockRow } from "./blocks.js";
import { type Signals, signalsOf, trustOf, weigh } from "./evidence.js";
import type { LabelLikeness } from "./label-text.js";
import { groupsOf, type RowGroup } from "./row-groups.js";
import { likenessTo, type Target } from "./targets.js";

/** A sheet row that may be an edition's row. */
export interface RowMatch {
  readonly target: number;
  /** Positions in the block: of the row whose result cell counts, and of all rows of the label. */
  readonly main: number;
  readonly rows: readonly number[];
  /** 0 to 1, without the result column's certainty. */
  readonly confidence: number;
  readonly signals: Signals;
}

/** Matches less likely than this are not worth showing. */
const FAINT = 0.02;
/** Matches this likely, of labels that no other row has, tell how reliable the numbering is. */
const ANCHOR = 0.9;
/** Anchors looked at on each side of a row. */
const NEIGHBOURS = 3;

/** Every plausible match between a block's rows and an edition's, the likeliest first. */
export function recogniseBlock(block: Block, targets: readonly Target[]): readonly RowMatch[] {
  const pairs = pairsOf(block.rows, targets);
  const weighed = (numbering: (row: number) => number) =>
    align(
      block.rows.length,
      targets.length,
      pairs.map(({ group, target, signals }) => ({
        start: group.start,
        size: group.size,
        target,
        score: weigh(signals, numbering(group.start)),
      })),
    );
  const first = weighed(() => 0.6);
  const second = weighed(numberingOf(first, pairs, targets));
  return second
    .map((match, at) => ({ match, pair: pairs[at] }))
    .filter(({ match }) => match.probability >= FAINT)
    .flatMap(({ match, pair }) => (pair === undefined ? [] : [rowMatch(match, pair, targets)]))
    .sort((a, b) => b.confidence - a.confidence);
}

interface Pair {
  readonly group: RowGroup;
  readonly target: number;
  readonly signals: Signals;
}

function rowMatch(match: Match, { group, signals }: Pair, targets: readonly Target[]): RowMatch {
  const shared = targets[match.target]?.shared ?? false;
  return {
    target: match.target,
    main: group.main,
    rows: Array.from({ length: match.size }, (_, offset) => match.start + offset),
    confidence: Math.min(1, match.probability) * trustOf(signals, shared),
    signals,
  };
}

/** Every group and target whose labels are alike, with what else speaks for them. */
function pairsOf(rows: readonly BlockRow[], targets: readonly Target[]): readonly Pair[] {
  const groups = groupsOf(rows);
  const likenesses = new Map<RowGroup, ReadonlyMap<number, LabelLikeness>>();
  // For each row of the sheet the targets that its label, alone or with its neighbours, is surely like.
  const sure = rows.map(() => new Set<number>());
  for (const group of groups.flat()) {
    const alike = new Map<number, LabelLikeness>();
    for (const [at, target] of targets.entries()) {
      const likeness = likenessTo(group.label, target);
      if (likeness.kind === "different") continue;
      alike.set(at, likeness);
      if (likeness.kind === "similar") continue;
      for (let row = group.start; row < group.start + group.size; row++) sure[row]?.add(at);
    }
    likenesses.set(group, alike);
  }
  return [...likenesses].flatMap(([group, alike]) => {
    const above = aboveOf(group, rows, sure, groupRowsOf(alike, targets));
    return [...alike].flatMap(([at, likeness]) => {
      const target = targets[at];
      if (target === undefined) return [];
      const parent = above === null ? null : underSame(target, above);
      return [{ group, target: at, signals: signalsOf(group, target, likeness, parent) }];
    });
  });
}

/** The rows directly above the given targets in the numbering. */
function groupRowsOf(
  alike: ReadonlyMap<number, LabelLikeness>,
  targets: readonly Target[],
): ReadonlySet<number> {
  return new Set([...alike.keys()].flatMap((at) => targets[at]?.ancestors.slice(0, 1) ?? []));
}

/** The row of the sheet under which a group stands: the targets it may be, and whether the STT says so. */
interface Above {
  readonly like: ReadonlySet<number>;
  readonly certain: boolean;
}

/**
 * By the STT: the nearest row above whose STT begins this one's. For a row without an STT: the
 * nearest row above that is like a group row of anything that this row may be.
 */
function aboveOf(
  group: RowGroup,
  rows: readonly BlockRow[],
  sure: readonly ReadonlySet<number>[],
  groupRows: ReadonlySet<number>,
): Above | null {
  for (let row = group.start - 1; row >= 0; row--) {
    const like = sure[row] ?? new Set<number>();
    if (group.codes.length === 0) {
      if ([...like].some((at) => groupRows.has(at))) return { like, certain: false };
      continue;
    }
    const codes = rows[row]?.codes ?? [];
    if (codes.some((code) => group.codes.some((own) => own.startsWith(`${code}.`)))) {
      return { like, certain: true };
    }
  }
  return null;
}

/** Whether the row above is like the target's group row; null where it is like one further up or like none. */
function underSame(target: Target, { like, certain }: Above): boolean | null {
  const [nearest, ...further] = target.ancestors;
  if (nearest === undefined) return null;
  if (like.has(nearest)) return true;
  if (!certain || like.size === 0 || further.some((at) => like.has(at))) return null;
  return false;
}

/** For each sheet row how often the anchors around it carry the edition's STT. */
function numberingOf(
  matches: readonly Match[],
  pairs: readonly Pair[],
  targets: readonly Target[],
): (row: number) => number {
  const anchors = matches
    .map((match, at) => ({ start: match.start, probability: match.probability, pair: pairs[at] }))
    .flatMap(({ start, probability, pair }) =>
      pair !== undefined &&
      probability >= ANCHOR &&
      pair.signals.code !== null &&
      pair.signals.label !== "similar" &&
      targets[pair.target]?.shared === false
        ? [{ start, agrees: pair.signals.code }]
        : [],
    )
    .sort((a, b) => a.start - b.start);
  return (row) => {
    const before = anchors.filter(({ start }) => start < row).slice(-NEIGHBOURS);
    const after = anchors.filter(({ start }) => start > row).slice(0, NEIGHBOURS);
    const near = [...before, ...after];
    // One agreeing and one differing row are assumed beforehand, so that few anchors decide little.
    return (near.filter(({ agrees }) => agrees).length + 1) / (near.length + 2);
  };
}
