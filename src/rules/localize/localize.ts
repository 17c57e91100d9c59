import { type CellId, cellId } from "../behind.js";
import type { Evaluation } from "../evaluate.js";
import type { CellRef, Finding } from "../finding.js";
import { once } from "../once.js";
import { AMONG } from "../silence.js";
import { constraintsOf } from "./constraints.js";
import type { Defect } from "./defect.js";
import { joinKin } from "./kin.js";
import type { Move } from "./move.js";
import { type Moved, movesAmong } from "./moves.js";
import { placeRef } from "./place-ref.js";
import { retypedIn } from "./retyped.js";
import { fails, type Group, Search } from "./search.js";
import { type Explanation, isRetyped, swapOf } from "./suspect.js";
import { swapsAmong } from "./swaps.js";
import { Trial } from "./trial.js";

export type { Defect } from "./defect.js";
export type { Explanation, Suspect } from "./suspect.js";

/**
 * Puts findings that come from one defect together and finds the smallest sets of cells that would have
 * to change for all rules to hold (error localization after Fellegi and Holt): first by what a typist's
 * slip explains, then by arithmetic. A cell that only passing rules touch is never blamed. Findings
 * about words, blanks and places stand alone, but for what one cell of a register breaks. In the order of
 * the findings.
 */
export function localize(evaluation: Evaluation, findings: readonly Finding[]): readonly Defect[] {
  const trial = new Trial(evaluation.context.report);
  const tables = involvedTables(trial, findings);
  const constraints = constraintsOf(evaluation.set, trial, evaluation.context, tables);
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
  const asked = [...told.keys()];
  const moved = movesAmong(
    asked.map((index) => groups[index] ?? []),
    constraints,
    evaluation,
    findings,
    trial,
    tables,
  );
  const explained = explanationsOf(asked, groups, search, trial, moved);
  const ofGroup = new Map(explained.map((one) => [one.groups[0], one]));
  const ofFinding = new Map(explained.flatMap((one) => one.others.map((finding) => [finding, one] as const)));
  const defects = order.flatMap((item): readonly Defect[] => {
    const found = typeof item === "number" ? ofGroup.get(item) : ofFinding.get(item);
    if (typeof item !== "number") {
      if (found === undefined) return [{ finding: item, also: [], explanations: [], moves: [] }];
      // What goes with rules that fail is told with them.
      if (found.groups.length > 0 || found.others[0] !== item) return [];
    }
    if (found === undefined) return [];
    return [
      defectOf(
        found.groups.flatMap((group) => told.get(group) ?? []),
        found,
      ),
    ];
  });
  return joinKin(withTexts(defects), evaluation.context.report);
}

/** What is said of a number that stands as text goes along with what it makes of the sheet's sums. */
function withTexts(defects: readonly Defect[]): readonly Defect[] {
  const homes = new Map<CellId, Defect>();
  for (const defect of defects) {
    for (const suspect of defect.explanations.flat()) {
      if (isRetyped(suspect)) homes.set(cellId(suspect.cell), defect);
    }
  }
  if (homes.size === 0) return defects;
  const texts = new Map<Defect, Finding[]>();
  const others = defects.filter(({ finding }) => {
    const at = finding.rule === "value.text-number" ? placeRef(finding.place) : null;
    const home = at === null ? undefined : homes.get(cellId(at));
    if (home !== undefined) once(texts, home, () => []).push(finding);
    return home === undefined;
  });
  return others.map((defect) => {
    const also = texts.get(defect);
    return also === undefined ? defect : { ...defect, also: [...defect.also, ...also] };
  });
}

/** What explains groups of failing rules, and what it explains as well. */
interface Explained {
  readonly groups: readonly number[];
  /** Findings of no group that go with them. */
  readonly others: readonly Finding[];
  readonly explanations: readonly Explanation[];
  readonly moves: readonly Move[];
}

/**
 * The cause of each group of failing rules, once for those that have one. A move goes before what explains fewer, and
 * before single numbers that only arithmetic asks for.
 *
 * @param told the groups that findings are told of
 */
function explanationsOf(
  told: readonly number[],
  groups: readonly Group[],
  search: Search,
  trial: Trial,
  moved: readonly Moved[],
): readonly Explained[] {
  const explained: Explained[] = [];
  const taken = new Set<number>();
  const explain = (own: readonly number[], by: Omit<Explained, "groups">) => {
    if (own.some((index) => taken.has(index))) return;
    for (const index of own) taken.add(index);
    explained.push({ groups: own, ...by });
  };
  const known = told.flatMap((index) => {
    const group = groups[index] ?? [];
    const retyped = retypedIn(group, search, trial);
    if (retyped === null) return [{ index, group, alone: search.alone(group) }];
    explain([index], { others: [], explanations: [retyped], moves: [] });
    return [];
  });
  const slips = new Set(known.flatMap(({ index, alone }) => (alone.some(({ slip }) => slip) ? [index] : [])));
  const ofMove = ({ groups: places }: Moved) => places.flatMap((place) => told[place] ?? []);
  for (const move of moved) {
    if (move.weight > 1) explain(ofMove(move), { others: move.others, explanations: [], moves: move.moves });
  }
  for (const { groups: places, explanations } of swapsAmong(known, search, trial)) {
    const own = places.flatMap((place) => known[place]?.index ?? []);
    explain(own, { others: [], explanations, moves: [] });
  }
  for (const move of moved) {
    const own = ofMove(move);
    if (move.weight > 1 || own.length === 0 || own.some((index) => slips.has(index))) continue;
    explain(own, { others: move.others, explanations: [], moves: move.moves });
  }
  for (const { index, group, alone } of known) {
    if (taken.has(index)) continue;
    const explanations = alone.length > 0 ? alone.map((suspect) => [suspect]) : search.together(group);
    explained.push({ groups: [index], others: [], explanations, moves: [] });
  }
  return explained;
}

/** A finding and the cell at which it stands. */
interface Located {
  readonly finding: Finding;
  readonly at: CellId;
}

/** The finding at the one cell that explains all, else the gravest. */
function defectOf(located: readonly Located[], { others, explanations, moves }: Explained): Defect {
  const findings = located.length === 0 ? others : located.map(({ finding }) => finding);
  const graver = located.filter(({ finding }) => finding.severity !== "info");
  const blamed = new Set([...blamedIn(explanations), ...movedIn(moves)].map(cellId));
  const [first] = findings;
  if (first === undefined) throw new Error("a defect without a finding");
  const finding =
    graver.find(({ at }) => blamed.has(at))?.finding ??
    findings.find(({ severity }) => severity === "error") ??
    graver[0]?.finding ??
    first;
  const also = [...new Set([...findings, ...others])].filter((other) => other !== finding);
  return { finding, also, explanations, moves };
}

/** The cells of the one move that explains all; none where there is a choice. */
function movedIn([only, ...others]: readonly Move[]): readonly CellRef[] {
  return only === undefined || others.length > 0 ? [] : only.puts.map(({ ref }) => ref);
}

/** The cell that explains all by itself, or the two that changed places; none where there is a choice. */
function blamedIn([only, ...others]: readonly Explanation[]): readonly CellRef[] {
  if (only === undefined || others.length > 0) return [];
  return only.length === 1 || swapOf(only) !== null ? only.map(({ cell }) => cell) : [];
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
