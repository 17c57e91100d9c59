import { type CellId, cellId } from "../behind.js";
import type { Evaluation } from "../evaluate.js";
import type { CellRef, Finding, FindingPlace, Told } from "../finding.js";
import { once } from "../once.js";
import { AMONG } from "../silence.js";
import { type Constraint, constraintsOf } from "./constraints.js";
import { fits, standsOut, typistRepairs } from "./repairs.js";
import { Trial, type TypedCell } from "./trial.js";

/** A cell that may be the wrong one, with what it may have been meant to hold, the likeliest first. */
export interface Suspect {
  readonly cell: CellRef;
  readonly value: number;
  readonly repairs: readonly number[];
  /** True where one number stands out; false where a bound leaves room for many, of which the first is as good as any. */
  readonly sure: boolean;
  /** True where a slip of the typist explains it; false where only the arithmetic does. */
  readonly slip: boolean;
  /** True where the change would break a relation that holds as a rule only. */
  readonly unusual: boolean;
}

/** What is wrong once: findings that come from one cell, and the cells that it may be. */
export interface Defect {
  /** The finding to tell; the others say the same of other cells. */
  readonly finding: Finding;
  readonly also: readonly Finding[];
  /**
   * Each of these sets of cells, changed so, makes every rule hold: one cell where one is enough, else
   * two. The likeliest first; empty where nothing so small does.
   */
  readonly explanations: readonly (readonly Suspect[])[];
}

/** Trials of pairs in one group of failing rules; beyond, the search gives up rather than hold anybody up. */
const MOST_TRIALS = 6000;
/** So many ways to mend one cell are told. */
const MOST_REPAIRS = 5;

/**
 * Puts findings that come from one defect together and finds the smallest sets of cells that would have
 * to change for all rules to hold (error localization after Fellegi and Holt): first by what a typist's
 * slip explains, then by arithmetic. A cell that only passing rules touch is never blamed. Findings
 * about words, blanks and places stand alone. In the order of the findings.
 */
export function localize(evaluation: Evaluation, findings: readonly Finding[]): readonly Defect[] {
  const trial = new Trial(evaluation.context.report);
  const constraints = constraintsOf(
    evaluation.set,
    trial,
    evaluation.context,
    involvedTables(trial, findings),
  );
  // As things stand, nothing was tried yet: what the rules of the forms say is known.
  const failing = constraints.filter((constraint) =>
    constraint.position === null
      ? fails(constraint)
      : evaluation.outcomes[constraint.position]?.kind === "fails",
  );
  const search = new Search(trial, constraints, failing);
  const groups = search.groups();
  const groupOf = new Map<string, number>();
  const groupAt = new Map<CellId, number>();
  groups.forEach((group, index) => {
    for (const { rule, at } of group) {
      groupOf.set(`${rule} ${cellId(at)}`, index);
      groupAt.set(cellId(at), index);
    }
  });
  const told = new Map<number, Located[]>();
  const order: (Finding | number)[] = [];
  for (const finding of findings) {
    const at = placeRef(finding.place);
    const own = at === null ? undefined : groupOf.get(`${finding.rule} ${cellId(at)}`);
    // What only informs says the same once more where a rule fails at its cell.
    const group =
      at === null ? undefined : (own ?? (AMONG.has(finding.rule) ? groupAt.get(cellId(at)) : undefined));
    if (at === null || group === undefined) {
      order.push(finding);
      continue;
    }
    if (!told.has(group)) order.push(group);
    once(told, group, () => []).push({ finding, at: cellId(at) });
  }
  return order.map((item) => {
    if (typeof item !== "number") return { finding: item, also: [], explanations: [] };
    const explanations = search.explain(groups[item] ?? []);
    return defectOf(told.get(item) ?? [], explanations);
  });
}

/** A finding and the cell at which it stands. */
interface Located {
  readonly finding: Finding;
  readonly at: CellId;
}

/** The finding at the one cell that explains all, else the gravest. */
function defectOf(located: readonly Located[], explanations: Defect["explanations"]): Defect {
  const findings = located.map(({ finding }) => finding);
  const graver = located.filter(({ finding }) => finding.severity !== "info");
  const [only, ...others] = explanations;
  const blamed = others.length === 0 && only?.length === 1 ? only[0]?.cell : undefined;
  const [first] = findings;
  if (first === undefined) throw new Error("a defect without a finding");
  const finding =
    graver.find(({ at }) => blamed !== undefined && at === cellId(blamed))?.finding ??
    findings.find(({ severity }) => severity === "error") ??
    graver[0]?.finding ??
    first;
  return { finding, also: findings.filter((other) => other !== finding), explanations };
}

/** The cell that a finding stands at; null for those about sheets, information and whole tables. */
export function placeRef(place: FindingPlace): CellRef | null {
  if (place.kind === "indicator") return { form: place.form, code: place.code };
  if (place.kind !== "table" || place.column === null) return null;
  return { table: place.table, row: place.row, column: place.column };
}

/** Tables that a finding speaks of, and those that must agree with them. */
function involvedTables({ report }: Trial, findings: readonly Finding[]): ReadonlySet<string> {
  const tables = new Set<string>();
  for (const { place, related } of findings) {
    if (place.kind === "table") tables.add(place.table);
    for (const ref of related) if ("table" in ref) tables.add(ref.table);
  }
  for (const [id, { table }] of report.tables) {
    for (const { with: other } of table.agrees) {
      if (tables.has(id)) tables.add(other.table);
      else if (tables.has(other.table)) tables.add(id);
    }
  }
  return tables;
}

/** What a change of one cell does to the rules: `unusually`, where it breaks one that holds as a rule only. */
type Effect = "mends" | "mends-unusually" | "mends-not";

class Search {
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
  groups(): readonly (readonly Constraint[])[] {
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

  /** The cells, one or else two, whose change makes every rule of a group hold and breaks no other. */
  explain(group: readonly Constraint[]): Defect["explanations"] {
    const alone = this.#suspects(group, group).map((suspect) => [suspect]);
    return alone.length > 0 ? alone : this.#pairs(group);
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
  #pairs(group: readonly Constraint[]): Defect["explanations"] {
    const cells = new Map(group.flatMap((constraint) => [...this.#cellsOf(constraint)]));
    const found = new Map<string, readonly Suspect[]>();
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
            sure: true,
            slip: slips.includes(value),
            unusual: false,
          };
          if (!found.has(key)) found.set(key, [own, partner]);
        }
      }
    }
    const score = (set: readonly Suspect[]) => set.filter(({ slip }) => slip).length;
    return [...found.values()].sort((a, b) => score(b) - score(a)).slice(0, MOST_REPAIRS);
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

function fails(constraint: Constraint): boolean {
  return constraint.run().kind === "fails";
}

/** The values that the arithmetic of failing rules gives a cell. */
function exactRepairs({ value, kind }: TypedCell, failing: readonly Constraint[]): readonly number[] {
  const found = new Set<number>();
  for (const constraint of failing) {
    const outcome = constraint.run();
    if (outcome.kind !== "fails") continue;
    for (const candidate of exactOf(outcome.told, value)) {
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
