import { type CellId, cellId } from "../behind.js";
import type { Evaluation } from "../evaluate.js";
import type { CellRef, Finding, FindingPlace } from "../finding.js";
import { once } from "../once.js";
import { AMONG } from "../silence.js";
import { constraintsOf } from "./constraints.js";
import type { Defect } from "./defect.js";
import { joinKin } from "./kin.js";
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
  const explained = explanationsOf([...told.keys()], groups, search, trial);
  const defects = order.flatMap((item): readonly Defect[] => {
    if (typeof item !== "number") return [{ finding: item, also: [], explanations: [] }];
    const found = explained.get(item);
    if (found === undefined) return [];
    const located = found.groups.flatMap((group) => told.get(group) ?? []);
    return [defectOf(located, found.explanations)];
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

/** What explains a group of failing rules, and those that it explains as well. */
interface Explained {
  readonly groups: readonly number[];
  readonly explanations: readonly Explanation[];
}

/** By the first of the groups that have one cause: that cause. */
function explanationsOf(
  told: readonly number[],
  groups: readonly Group[],
  search: Search,
  trial: Trial,
): ReadonlyMap<number, Explained> {
  const explained = new Map<number, Explained>();
  const taken = new Set<number>();
  const known = told.flatMap((index) => {
    const group = groups[index] ?? [];
    const retyped = retypedIn(group, search, trial);
    if (retyped === null) return [{ index, group, alone: search.alone(group) }];
    explained.set(index, { groups: [index], explanations: [retyped] });
    return [];
  });
  for (const { groups: places, explanations } of swapsAmong(known, search, trial)) {
    const own = places.flatMap((place) => known[place]?.index ?? []);
    for (const index of own) taken.add(index);
    const [first] = own;
    if (first !== undefined) explained.set(first, { groups: own, explanations });
  }
  for (const { index, group, alone } of known) {
    if (taken.has(index)) continue;
    const explanations = alone.length > 0 ? alone.map((suspect) => [suspect]) : search.together(group);
    explained.set(index, { groups: [index], explanations });
  }
  return explained;
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
  const blamed = new Set(blamedIn(explanations).map(cellId));
  const [first] = findings;
  if (first === undefined) throw new Error("a defect without a finding");
  const finding =
    graver.find(({ at }) => blamed.has(at))?.finding ??
    findings.find(({ severity }) => severity === "error") ??
    graver[0]?.finding ??
    first;
  return { finding, also: findings.filter((other) => other !== finding), explanations };
}

/** The cell that explains all by itself, or the two that changed places; none where there is a choice. */
function blamedIn([only, ...others]: readonly Explanation[]): readonly CellRef[] {
  if (only === undefined || others.length > 0) return [];
  return only.length === 1 || swapOf(only) !== null ? only.map(({ cell }) => cell) : [];
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
