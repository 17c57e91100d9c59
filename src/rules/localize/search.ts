import { type CellId, cellId } from "../behind.js";
import type { CellRef, Told } from "../finding.js";
import { once } from "../once.js";
import type { Constraint } from "./constraints.js";
import { fits, standsOut, typistRepairs } from "./repairs.js";
import type { Explanation, Suspect } from "./suspect.js";
import type { Trial, TypedCell } from "./trial.js";

/** Failing rules that belong together. */
export type Group = readonly Constraint[];

/** Trials of pairs in one group of failing rules; beyond, the search gives up rather than hold anybody up. */
const MOST_TRIALS = 6000;
/** So many ways to mend one cell are told. */
const MOST_REPAIRS = 5;

/** What a change of one cell does to the rules: `unusually`, where it breaks one that holds as a rule only. */
type Effect = "mends" | "mends-unusually" | "mends-not";

/** Looks for the cells to blame for rules that fail. */
export class Search {
  readonly #trial: Trial;
  readonly #constraints: readonly Constraint[];
  readonly #failing: readonly Constraint[];
  /** The typed cells that each looked-at cell's number comes from. */
  readonly #sources = new Map<CellId, readonly CellRef[]>();
  /** The constraints that look at a cell, by their place among all. */
  readonly #looking = new Map<CellId, number[]>();
  /** The cells whose number comes from a typed one. */
  readonly #led = new Map<CellId, CellId[]>();
  readonly #touching = new Map<CellId, readonly Constraint[]>();
  readonly #typedCells = new Map<Constraint, ReadonlyMap<CellId, CellRef>>();

  constructor(trial: Trial, constraints: readonly Constraint[], failing: readonly Constraint[]) {
    this.#trial = trial;
    this.#constraints = constraints;
    this.#failing = failing;
    if (failing.length === 0) return;
    for (const [place, { cells }] of constraints.entries()) {
      for (const [id, cell] of cells) {
        once(this.#looking, id, () => []).push(place);
        if (this.#sources.has(id)) continue;
        const sources = trial.sources(cell);
        this.#sources.set(id, sources);
        for (const source of sources) once(this.#led, cellId(source), () => []).push(id);
      }
    }
  }

  /** The constraints that a typed cell has a part in, itself or through formulas, in their order. */
  #touchedBy(id: CellId): readonly Constraint[] {
    return once(this.#touching, id, () => {
      const places = new Set((this.#led.get(id) ?? []).flatMap((led) => this.#looking.get(led) ?? []));
      return [...places].sort((a, b) => a - b).flatMap((place) => this.#constraints[place] ?? []);
    });
  }

  /** Failing rules that share a cell, and through others, belong together. */
  groups(): readonly Group[] {
    const groups: Constraint[][] = [];
    const waiting = new Set(this.#failing);
    for (const start of this.#failing) {
      if (!waiting.delete(start)) continue;
      const group = [start];
      for (const member of group) {
        for (const id of this.#cellsOf(member).keys()) {
          for (const neighbour of this.#touchedBy(id)) {
            if (waiting.delete(neighbour)) group.push(neighbour);
          }
        }
      }
      groups.push(group);
    }
    return groups;
  }

  /** The typed cells that a constraint's numbers come from. */
  #cellsOf(constraint: Constraint): ReadonlyMap<CellId, CellRef> {
    return once(this.#typedCells, constraint, () => {
      const sources = [...constraint.cells.keys()].flatMap((id) => this.#sources.get(id) ?? []);
      return new Map(sources.map((source) => [cellId(source), source]));
    });
  }

  /** Single cells whose change makes every rule of a group hold and breaks no other. */
  alone(group: Group): readonly Suspect[] {
    return this.#suspects(group, group);
  }

  /** The same of the two cells that only together do. */
  together(group: Group): readonly Explanation[] {
    return this.#pairs(group);
  }

  /** The typed cells that a group's numbers come from. */
  typedCells(group: Group): readonly TypedCell[] {
    const cells = new Map(group.flatMap((constraint) => [...this.#cellsOf(constraint)]));
    return [...cells.values()].flatMap((cell) => this.#trial.typed(cell) ?? []);
  }

  /**
   * What comes of two cells that change places: all rules of a group are to hold, and no other to break.
   * `nearly`: but for a share that is off by its last decimals then, which is another mistake.
   */
  exchanged(first: TypedCell, second: TypedCell, group: Group): "mends" | "nearly" | "mends-not" {
    this.#trial.try(first.ref, second.value);
    this.#trial.try(second.ref, first.value);
    const rest = group.filter(fails);
    // Beside a part above its whole the share says nothing for now.
    const nearly = rest.every(isSlightlyOff) && group.some(({ rule }) => rule === "part.exceeds");
    const fits = rest.length === 0 || nearly;
    const mends = fits && !this.#breaks(first.ref, group) && !this.#breaks(second.ref, group);
    this.#trial.undo();
    return !mends ? "mends-not" : rest.length === 0 ? "mends" : "nearly";
  }

  /** Cells that every one of the rules looks at and that mend them all. */
  #suspects(failing: readonly Constraint[], group: readonly Constraint[]): readonly Suspect[] {
    const [first, ...others] = failing;
    if (first === undefined) return [];
    const common = [...this.#cellsOf(first)].filter(([id]) =>
      others.every((one) => this.#cellsOf(one).has(id)),
    );
    const suspects = common.flatMap(([, cell]) => {
      const suspect = this.#suspect(cell, failing, group);
      return suspect === null ? [] : [suspect];
    });
    // A 0 says "none" and is seldom a slip; where only arithmetic speaks, what it is not goes first.
    const slips = suspects.filter(({ slip }) => slip);
    const rank = ({ unusual, value }: Suspect) => Number(unusual) * 2 + Number(value === 0);
    // A bound leaves room, and parts that only as a rule make up their whole are small: some slip nearly always mends one.
    const isWeak = failing.every(({ rule, usual, exact }) => !exact || (usual && rule === "total.mismatch"));
    return [...(slips.length > 0 && !isWeak ? slips : suspects)].sort((a, b) => rank(a) - rank(b));
  }

  #suspect(cell: CellRef, failing: readonly Constraint[], group: readonly Constraint[]): Suspect | null {
    const typed = this.#trial.typed(cell);
    if (typed === null) return null;
    const { value } = typed;
    const effects = new Map<number, Effect>();
    const effectOf = (repair: number) =>
      once(effects, repair, () => this.#effect(cell, repair, failing, group));
    const arithmetic = exactRepairs(typed, failing);
    const typing = value === 0 ? [] : typistRepairs(value, typed.kind);
    for (const unusual of [false, true]) {
      const mends = (repair: number) => {
        const effect = effectOf(repair);
        return effect === "mends" || (unusual && effect === "mends-unusually");
      };
      const exact = arithmetic.filter(mends);
      // The value of the row above or below, typed twice, is a slip that only arithmetic can mend.
      if (exact.length > 0 && this.#trial.repeatsNeighbour(cell)) {
        return { cell, value, repairs: exact.slice(0, MOST_REPAIRS), sure: true, slip: true, unusual };
      }
      const slips = typing.filter(mends);
      const both = exact.filter((repair) => slips.includes(repair));
      const all = [...new Set([...both, ...slips, ...exact])];
      const sure = both.length > 0 || all.length === 1 || standsOut(value, slips);
      const repairs = all.slice(0, MOST_REPAIRS);
      if (repairs.length > 0) return { cell, value, repairs, sure, slip: slips.length > 0, unusual };
    }
    return null;
  }

  /** What comes of a number in a cell: the failing rules are to hold, and no other is to break. */
  #effect(
    cell: CellRef,
    value: number,
    failing: readonly Constraint[],
    group: readonly Constraint[],
  ): Effect {
    this.#trial.try(cell, value);
    const broken = failing.some(fails) ? null : this.#broken(cell, group);
    this.#trial.undo();
    if (broken === null) return "mends-not";
    return broken === "none" ? "mends" : broken === "usual" ? "mends-unusually" : "mends-not";
  }

  /** True when a rule that looks at the cell fails and is none of those to be mended. */
  #breaks(cell: CellRef, group: readonly Constraint[]): boolean {
    return this.#broken(cell, group) !== "none";
  }

  /** Which rules that look at the cell fail beside those to be mended: only such that hold as a rule, or others. */
  #broken(cell: CellRef, group: readonly Constraint[]): "none" | "usual" | "strict" {
    let broken: "none" | "usual" = "none";
    for (const one of this.#touchedBy(cellId(cell))) {
      if ((one.usual && broken === "usual") || group.includes(one) || !fails(one)) continue;
      if (!one.usual) return "strict";
      broken = "usual";
    }
    return broken;
  }

  /** Two cells: one that mends some of the rules by arithmetic or a slip, another that mends the rest. */
  #pairs(group: readonly Constraint[]): readonly Explanation[] {
    const cells = new Map(group.flatMap((constraint) => [...this.#cellsOf(constraint)]));
    const found = new Map<string, Explanation>();
    const isHeld = this.#heldIn(group);
    let trials = 0;
    for (const [id, cell] of cells) {
      const typed = this.#trial.typed(cell);
      if (typed === null) continue;
      const slips = typed.value === 0 ? [] : typistRepairs(typed.value, typed.kind);
      for (const value of new Set([...exactRepairs(typed, group), ...slips])) {
        if (++trials > MOST_TRIALS) return [...found.values()];
        this.#trial.try(cell, value);
        const rest = group.filter(fails);
        const promising = rest.length < group.length && !this.#breaks(cell, group);
        const partners = promising && rest.length > 0 ? this.#partners(cell, value, rest, group) : [];
        this.#trial.undo();
        for (const partner of partners) {
          const key = [id, cellId(partner.cell)].sort().join(" ");
          const own = {
            cell,
            value: typed.value,
            repairs: [value],
            sure: isHeld(cell, value, partner.cell),
            slip: slips.includes(value),
            unusual: false,
          };
          const sure = partner.repairs.some((repair) => isHeld(partner.cell, repair, cell));
          if (!found.has(key)) found.set(key, [own, { ...partner, sure }]);
        }
      }
    }
    const score = (set: Explanation) => set.filter(({ slip }) => slip).length;
    return [...found.values()].sort((a, b) => score(b) - score(a)).slice(0, MOST_REPAIRS);
  }

  /**
   * Tells whether an equation of a group asks for a number in a cell, whatever stands in another one: of two
   * cells that change together anything else is as good as many others.
   */
  #heldIn(group: Group): (cell: CellRef, value: number, other: CellRef) => boolean {
    const equations = group
      .filter(({ exact }) => exact)
      .map((equation) => ({ cells: this.#cellsOf(equation), told: toldBy([equation]) }));
    return (cell, value, other) => {
      const typed = this.#trial.typed(cell);
      if (typed === null) return false;
      return equations.some(
        ({ cells, told }) =>
          cells.has(cellId(cell)) && !cells.has(cellId(other)) && repairsBy(told, typed).includes(value),
      );
    };
  }

  /** Cells that mend the rest while the first stays changed. */
  #partners(
    first: CellRef,
    value: number,
    rest: readonly Constraint[],
    group: readonly Constraint[],
  ): readonly Suspect[] {
    const [one, ...others] = rest;
    if (one === undefined) return [];
    const common = [...this.#cellsOf(one)].filter(
      ([id]) => id !== cellId(first) && others.every((other) => this.#cellsOf(other).has(id)),
    );
    const found: Suspect[] = [];
    for (const [, cell] of common) {
      const typed = this.#trial.typed(cell);
      if (typed === null) continue;
      for (const repair of exactRepairs(typed, rest)) {
        this.#trial.try(cell, repair);
        const mended = !group.some(fails) && !this.#breaks(first, group) && !this.#breaks(cell, group);
        this.#trial.undo();
        this.#trial.try(first, value);
        if (mended) {
          found.push({
            cell,
            value: typed.value,
            repairs: [repair],
            sure: true,
            slip: isSlip(typed, repair),
            unusual: false,
          });
          break;
        }
      }
    }
    return found;
  }
}

function isSlip({ value, kind }: TypedCell, repair: number): boolean {
  return value !== 0 && typistRepairs(value, kind).includes(repair);
}

export function fails(constraint: Constraint): boolean {
  return constraint.run().kind === "fails";
}

/** True for a share so near to the true one that it is a slip of its own. */
function isSlightlyOff(constraint: Constraint): boolean {
  const outcome = constraint.run();
  return outcome.kind === "fails" && outcome.severity === "warning" && outcome.told.rule === "ratio.mismatch";
}

/** The values that the arithmetic of failing rules gives a cell. */
function exactRepairs(cell: TypedCell, failing: readonly Constraint[]): readonly number[] {
  return repairsBy(toldBy(failing), cell);
}

/** What rules say as the numbers stand; those that hold say nothing. */
export function toldBy(constraints: readonly Constraint[]): readonly Told[] {
  return constraints.flatMap((constraint) => {
    const outcome = constraint.run();
    return outcome.kind === "fails" ? [outcome.told] : [];
  });
}

/** The values that would make what failing rules say untrue, each by itself. */
export function repairsBy(failing: readonly Told[], { value, kind }: TypedCell): readonly number[] {
  const found = new Set<number>();
  for (const told of failing) {
    for (const candidate of exactOf(told, value)) {
      const clean = Number(candidate.toPrecision(15));
      if (clean !== value && fits(clean, kind)) found.add(clean);
    }
  }
  return [...found];
}

function exactOf(told: Told, value: number): readonly number[] {
  const { actual, expected } = told;
  const gap = typeof actual === "number" && typeof expected === "number" ? expected - actual : null;
  const shifted = gap === null ? [] : [value + gap, value - gap];
  if (told.rule !== "ratio.mismatch") return shifted;
  const { numerator, denominator, reduction } = told.quotient;
  if (numerator === null || denominator === null || told.actual === 0) return [told.expected];
  const share = reduction ? 100 - told.actual : told.actual;
  return [
    told.expected,
    Math.round((share * denominator) / 100),
    ...(share === 0 ? [] : [Math.round((100 * numerator) / share)]),
  ];
}
