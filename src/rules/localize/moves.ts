import { labelColumn } from "../../forms/tables.js";
import { changedCells } from "../../report/changed-cells.js";
import type { Report } from "../../report/report.js";
import { type CellId, cellId } from "../behind.js";
import { findingKey } from "../confirm.js";
import { type Evaluation, findingsOf, reevaluate } from "../evaluate.js";
import type { CellRef, Finding } from "../finding.js";
import type { Constraint } from "./constraints.js";
import type { Move } from "./move.js";
import { placeRef } from "./place-ref.js";
import { possibleMoves } from "./possible-moves.js";
import { fails, type Group, repairsBy, toldBy } from "./search.js";
import { type Put, Trial } from "./trial.js";

/** Moves that are tried in one report; beyond, the search gives up rather than hold anybody up. */
const MOST_TRIALS = 600;
/** So many of those that mend a group of rules are gone through with all rules. */
const MOST_JUDGED = 8;
/** So many that explain as much are told. */
const MOST_MOVES = 3;

/** Numbers that were moved together, and all that comes of it. */
export interface Moved {
  /** The places of the groups of failing rules that hold then. */
  readonly groups: readonly number[];
  /** Other findings that are gone then, blank cells first: one that is asked for, a number in a heading. */
  readonly others: readonly Finding[];
  /** Each by itself explains all of it. */
  readonly moves: readonly Move[];
  /** How many single mistakes it takes the place of. */
  readonly weight: number;
}

/** One move with what comes of it. */
interface Judged extends Omit<Moved, "moves"> {
  readonly move: Move;
  readonly unsaid: number;
  /** All that it speaks of: groups and other findings. */
  readonly subjects: ReadonlySet<string>;
}

/**
 * What was typed or pasted into the wrong cells, where all rules of some groups hold once it is back and no
 * finding comes in for it: the move that takes the place of the most single mistakes first. An equation
 * must prove it, or a number in a heading, which is wrong by itself.
 */
export function movesAmong(
  groups: readonly Group[],
  constraints: readonly Constraint[],
  evaluation: Evaluation,
  findings: readonly Finding[],
  trial: Trial,
  tables: ReadonlySet<string>,
): readonly Moved[] {
  const strays = findings.filter((finding) => isStray(finding, trial.report));
  if (groups.length === 0 && strays.length === 0) return [];
  const reached = cellsBehind(groups, trial);
  const strayAt = new Set(strays.flatMap(({ place }) => lineOf(placeRef(place))));
  const search = new MoveSearch(groups, constraints, trial);
  const promising: Mending[] = [];
  for (const move of possibleMoves(trial, tables)) {
    const refs = move.puts.map(({ ref }) => ref);
    const movesStray = refs.some((ref) => lineOf(ref).some((line) => strayAt.has(line)));
    if (!movesStray && !refs.some((ref) => reached.has(cellId(ref)))) continue;
    const mending = search.mending(move, movesStray);
    if (mending !== null) promising.push(mending);
  }
  promising.sort((a, b) => b.groups.length - a.groups.length || a.move.puts.length - b.move.puts.length);
  const judge = new Judge(evaluation, findings);
  return likeliest(promising.slice(0, MOST_JUDGED).flatMap((mending) => judge.judged(mending) ?? []));
}

/** True for what is wrong about a number wherever it belongs: it stands in a heading, or in a row without a name. */
function isStray({ rule, place }: Finding, { tables }: Report): boolean {
  if (rule === "value.heading") return true;
  if (rule !== "value.missing" || place.kind !== "table") return false;
  const table = tables.get(place.table)?.table;
  return table !== undefined && place.column !== null && labelColumn(table)?.id === place.column;
}

/** A cell of the forms, or a row of a table, as a key; nothing for a total row. */
function lineOf(ref: CellRef | null): readonly string[] {
  if (ref === null) return [];
  if ("form" in ref) return [cellId(ref)];
  return ref.row === null ? [] : [`${ref.table}#${ref.row}`];
}

/** The best of those that speak of the same, one after the other; none where others speak as well of a part of it. */
function likeliest(judged: readonly Judged[]): readonly Moved[] {
  const found: Moved[] = [];
  let rest = judged;
  while (rest.length > 0) {
    const weight = Math.max(...rest.map((one) => one.weight));
    const heaviest = rest.filter((one) => one.weight === weight);
    const said = Math.min(...heaviest.map(({ unsaid }) => unsaid));
    const clear = heaviest.filter(({ unsaid }) => unsaid === said);
    const least = Math.min(...clear.map(({ move }) => move.puts.length));
    const best = clear.filter(({ move }) => move.puts.length === least);
    const [first] = best;
    if (first === undefined) break;
    const { groups, others, subjects } = first;
    const rivals = best.filter((one) => meets(one.subjects, subjects));
    const alike = rivals.every(
      (one) => one.subjects.size === subjects.size && [...one.subjects].every((key) => subjects.has(key)),
    );
    if (alike && rivals.length <= MOST_MOVES) {
      found.push({ groups, others, weight, moves: rivals.map(({ move }) => move) });
    }
    rest = rest.filter((one) => !meets(one.subjects, subjects));
  }
  return found;
}

function meets(ours: ReadonlySet<string>, theirs: ReadonlySet<string>): boolean {
  return [...ours].some((key) => theirs.has(key));
}

/** The cells that failing rules look at, and those that their numbers come from, blank ones too. */
function cellsBehind(groups: readonly Group[], trial: Trial): ReadonlySet<CellId> {
  const cells = groups.flatMap((group) => group.flatMap((constraint) => [...constraint.cells.values()]));
  return new Set(cells.flatMap((cell) => trial.behind(cell).map(cellId)));
}

/** A move after which all rules of some groups hold. */
interface Mending {
  readonly move: Move;
  readonly groups: readonly number[];
  /** True where no equation proves it, but a number that stood astray is not there any more. */
  readonly isByStray: boolean;
  /** How many broken equations only say nothing then, for a cell that is blank. */
  readonly unsaid: number;
}

class MoveSearch {
  readonly #groups: readonly Group[];
  readonly #constraints: readonly Constraint[];
  readonly #trial: Trial;
  #waiting: readonly Constraint[] | null = null;
  #trials = 0;

  constructor(groups: readonly Group[], constraints: readonly Constraint[], trial: Trial) {
    this.#groups = groups;
    this.#constraints = constraints;
    this.#trial = trial;
  }

  /** The move, where it mends groups as a whole and an equation proves it; with the number that was lost by it. */
  mending(move: Move, movesStray: boolean): Mending | null {
    const plain = this.#tried(move, movesStray);
    if (plain !== "partly") return plain;
    for (const filled of this.#filled(move)) {
      const mending = this.#tried(filled, movesStray);
      if (mending !== "partly" && mending !== null) return mending;
    }
    return null;
  }

  #tried(move: Move, movesStray: boolean): Mending | "partly" | null {
    this.#trials += 1;
    if (this.#trials > MOST_TRIALS) return null;
    const groups: number[] = [];
    const waiting = movesStray ? [] : this.#unchecked();
    this.#put(move);
    let proved = false;
    let partly = false;
    let unsaid = 0;
    for (const [index, group] of this.#groups.entries()) {
      const still = group.filter(fails).length;
      if (still === 0) {
        groups.push(index);
        const equations = group.filter(({ exact }) => exact);
        const holding = equations.filter(holds).length;
        proved ||= holding > 0;
        unsaid += equations.length - holding;
      } else if (still < group.length) partly = true;
    }
    // What could not be said while the cell was blank, and holds now, says as much.
    if (groups.length > 0 && !partly) proved ||= waiting.some(holds);
    this.#trial.undo();
    if (partly) return "partly";
    const isByStray = !proved && movesStray;
    return isByStray || (proved && groups.length > 0) ? { move, groups, isByStray, unsaid } : null;
  }

  /** The equations that say nothing as things stand, for want of a number. */
  #unchecked(): readonly Constraint[] {
    this.#waiting ??= this.#constraints.filter(
      (constraint) => constraint.exact && constraint.run().kind === "unchecked",
    );
    return this.#waiting;
  }

  /** The same move, its last cell with a number that the rules still failing then ask for. */
  #filled(move: Move): readonly Move[] {
    if (move.kind !== "shift" || !move.ends) return [];
    const last = move.puts.at(-1);
    const place = last === undefined ? null : this.#trial.place(last.ref);
    if (last === undefined || place === null || place.kind === null) return [];
    this.#put(move);
    const told = toldBy(this.#groups.flat());
    this.#trial.undo();
    const wanted = repairsBy(told, { ref: last.ref, value: 0, kind: place.kind, isText: false });
    return wanted
      .filter((lost) => lost !== place.value)
      .map((lost) => ({ ...move, lost, puts: [...move.puts.slice(0, -1), { ...last, value: lost }] }));
  }

  #put({ puts }: Move): void {
    for (const { ref, value } of puts) this.#trial.try(ref, value);
  }
}

function holds(constraint: Constraint): boolean {
  return constraint.run().kind === "holds";
}

/** Goes through all rules with what a move makes of a report. */
class Judge {
  readonly #evaluation: Evaluation;
  readonly #findings: readonly Finding[];
  readonly #known: ReadonlySet<string>;

  constructor(evaluation: Evaluation, findings: readonly Finding[]) {
    this.#evaluation = evaluation;
    this.#findings = findings;
    // All of them, of which some may not be asked about.
    this.#known = new Set(findingsOf(evaluation).map(findingKey));
  }

  /** What a move takes away; null where it brings anything in. */
  judged({ move, groups, isByStray, unsaid }: Mending): Judged | null {
    const { context } = this.#evaluation;
    const report = reportAfter(context.report, move.puts);
    const changed = changedCells(context.report.values, report.values);
    const after = findingsOf(reevaluate(this.#evaluation, { ...context, report }, changed));
    const left = new Set(after.map(findingKey));
    const brought = after.filter((one) => one.severity !== "info" && !this.#known.has(findingKey(one)));
    // A number that is gone from a cell is asked for there, as it is where it belongs.
    if (!brought.every(isBlank)) return null;
    const gone = this.#findings.filter((one) => !left.has(findingKey(one)));
    const [blank, headings] = [gone.filter(isBlank), gone.filter(({ rule }) => rule === "value.heading")];
    const filled = blank.length - brought.length;
    if (filled < 0) return null;
    const others = [...blank, ...headings];
    const isFilled = move.kind === "shift" && move.lost !== null;
    const weight = groups.length + filled + headings.length - unsaid - Number(isFilled);
    if (weight < 1 || (isByStray && !others.some((one) => isStray(one, context.report)))) return null;
    const subjects = new Set([...groups.map((group) => `group ${group}`), ...others.map(findingKey)]);
    return { move, groups, others, weight, unsaid, subjects };
  }
}

function isBlank({ rule }: Finding): boolean {
  return rule === "value.missing" || rule === "ratio.missing";
}

/** The report with these cells; rows of tables in which nothing is left are gone. */
function reportAfter(report: Report, puts: readonly Put[]): Report {
  const trial = new Trial(report);
  for (const { ref, value } of puts) trial.try(ref, value);
  const touched = new Set(puts.flatMap(({ ref }) => ("table" in ref ? [ref.table] : [])));
  const tables = [...report.tables].map(([id, before]) => {
    const table = trial.report.tables.get(id);
    if (table === undefined || !touched.has(id)) return [id, before] as const;
    const rows = table.rows.filter(({ cells }) =>
      [...cells.values()].some(({ reading, cell }) => cell.formula === "" && reading.kind !== "blank"),
    );
    return [id, { ...table, rows }] as const;
  });
  return { ...trial.report, tables: new Map(tables) };
}
