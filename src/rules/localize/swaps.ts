import { type CellId, cellId } from "../behind.js";
import { once } from "../once.js";
import { fits } from "./repairs.js";
import { fails, type Group, repairsBy, type Search, toldBy } from "./search.js";
import type { Explanation, Suspect } from "./suspect.js";
import type { Nearness, Trial, TypedCell } from "./trial.js";

/** Trials of cells that may have changed places, in one report; beyond, the search gives up rather than hold anybody up. */
const MOST_TRIALS = 400;
/** So many cells of a group are tried where nothing says which number is wanted. */
const MOST_WITHOUT_EQUATION = 30;
/** So many pairs of cells are told. */
const MOST_SWAPS = 5;

/** Groups of failing rules, one or two, that hold once two cells have changed places. */
interface Swaps {
  /** Their places among the groups. */
  readonly groups: readonly number[];
  readonly explanations: readonly Explanation[];
}

/** A group of failing rules with the cells that explain it by themselves. */
interface Alone {
  readonly group: Group;
  readonly alone: readonly Suspect[];
}

/**
 * The pairs of cells whose numbers changed places: next to one another before those that are only in one
 * row, column or form. Each mends all rules of one group, or of two that nothing else joins. A cell that
 * explains a group by itself as a slip goes before two.
 */
export function swapsAmong(groups: readonly Alone[], search: Search, trial: Trial): readonly Swaps[] {
  const swaps = new SwapSearch(search, trial);
  const found: Swaps[] = [];
  const settled = new Set<number>();
  for (const [index, { group, alone }] of groups.entries()) {
    if (alone.some(({ slip }) => slip)) continue;
    const explanations = swaps.within(group, alone.length === 0);
    if (explanations.length === 0) continue;
    settled.add(index);
    found.push({ groups: [index], explanations });
  }
  for (const [first, ours] of groups.entries()) {
    for (const [second, theirs] of groups.entries()) {
      if (second <= first || settled.has(first) || settled.has(second)) continue;
      const explanations = swaps.between(ours, theirs);
      if (explanations.length === 0) continue;
      settled.add(first).add(second);
      found.push({ groups: [first, second], explanations });
    }
  }
  return found;
}

/** Two typed cells that may have changed places. */
type Pair = readonly [TypedCell, TypedCell];

/** What is known of a group, worked out once for all groups that it is joined with. */
interface Known {
  readonly exact: boolean;
  readonly cells: readonly TypedCell[];
  /** What each cell would have to hold for one of its equations. */
  readonly needs: ReadonlyMap<CellId, ReadonlySet<number>>;
  readonly byValue: ReadonlyMap<number, readonly TypedCell[]>;
}

class SwapSearch {
  readonly #search: Search;
  readonly #trial: Trial;
  readonly #known = new Map<Group, Known>();
  #trials = 0;

  constructor(search: Search, trial: Trial) {
    this.#search = search;
    this.#trial = trial;
  }

  /**
   * Two cells of one group. A bound leaves room, and there anything may have changed places with something
   * smaller: it counts only where no single cell explains it.
   *
   * @param unexplained true where no single cell does
   */
  within(group: Group, unexplained: boolean): readonly Explanation[] {
    const { cells, exact } = this.#of(group);
    if (!exact && !unexplained) return [];
    const equation = group.find((constraint) => constraint.exact && fails(constraint));
    const looked = equation === undefined ? [] : this.#search.typedCells([equation]);
    const ids = new Set(looked.map(({ ref }) => cellId(ref)));
    const told = equation === undefined ? [] : toldBy([equation]);
    const pairs = cells.flatMap((first, index) =>
      cells
        .slice(index + 1)
        .filter((second) => {
          const [one, ...others] = [first, second].filter(({ ref }) => ids.has(cellId(ref)));
          if (one === undefined) return equation === undefined;
          const other = one === first ? second : first;
          return others.length > 0 || repairsBy(told, one).includes(other.value);
        })
        .map((second): Pair => [first, second]),
    );
    return this.#mending(pairs, group, exact && unexplained);
  }

  /** A cell of each of two groups. At least one of them is held by an equation, or no single cell explains either. */
  between(ours: Alone, theirs: Alone): readonly Explanation[] {
    const [our, their] = [this.#of(ours.group), this.#of(theirs.group)];
    const unexplained = [ours, theirs].every(({ alone }) => alone.length === 0);
    if (!our.exact && !their.exact && !unexplained) return [];
    const pairs = our.exact
      ? our.cells.flatMap((first) => partners(our, first, their).map((second): Pair => [first, second]))
      : their.cells.flatMap((second) => partners(their, second, our).map((first): Pair => [first, second]));
    return this.#mending(pairs, [...ours.group, ...theirs.group], our.exact && their.exact);
  }

  #of(group: Group): Known {
    return once(this.#known, group, () => {
      const cells = this.#search.typedCells(group);
      const told = toldBy(group.filter(({ exact }) => exact));
      const needs = cells.map((cell) => [cellId(cell.ref), new Set(repairsBy(told, cell))] as const);
      const byValue = new Map<number, TypedCell[]>();
      for (const cell of cells) once(byValue, cell.value, () => []).push(cell);
      return { exact: told.length > 0, cells, needs: new Map(needs), byValue };
    });
  }

  /** The pairs that mend all, the nearest of them. */
  #mending(pairs: readonly Pair[], group: Group, far: boolean): readonly Explanation[] {
    for (const wanted of far ? NEAREST_FIRST : NEAREST_FIRST.slice(0, 1)) {
      const tried = pairs
        .filter((pair) => this.#nearness(pair) === wanted)
        .map((pair) => ({ pair, effect: this.#effect(pair, group) }));
      for (const effect of ["mends", "nearly"] as const) {
        const mending = tried.filter((one) => one.effect === effect).slice(0, MOST_SWAPS);
        if (mending.length > 0) return mending.map(({ pair }) => swapped(pair));
      }
    }
    return [];
  }

  #nearness([first, second]: Pair): Nearness {
    if (first.value === second.value) return "apart";
    if (!fits(first.value, second.kind) || !fits(second.value, first.kind)) return "apart";
    return this.#trial.nearness(first.ref, second.ref);
  }

  #effect([first, second]: Pair, group: Group): ReturnType<Search["exchanged"]> {
    this.#trials += 1;
    return this.#trials > MOST_TRIALS ? "mends-not" : this.#search.exchanged(first, second, group);
  }
}

const NEAREST_FIRST = ["beside", "in-line"] as const satisfies readonly Nearness[];

/** The cells of another group whose numbers would do in a cell of this one, and whose equations ask for its own. */
function partners(ours: Known, cell: TypedCell, theirs: Known): readonly TypedCell[] {
  const wanted = ours.needs.get(cellId(cell.ref)) ?? new Set();
  const found = ours.exact
    ? [...wanted].flatMap((value) => theirs.byValue.get(value) ?? [])
    : theirs.cells.slice(0, MOST_WITHOUT_EQUATION);
  return found.filter(({ ref }) => !theirs.exact || theirs.needs.get(cellId(ref))?.has(cell.value) === true);
}

function swapped([first, second]: Pair): Explanation {
  return [exchanged(first, second), exchanged(second, first)];
}

function exchanged({ ref, value }: TypedCell, other: TypedCell): Suspect {
  return { cell: ref, value, repairs: [other.value], sure: true, slip: true, unusual: false };
}
