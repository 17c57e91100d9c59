import { editionIds } from "../../src/forms/catalogue.js";
import { indicatorKey } from "../../src/forms/indicators.js";
import type { Report } from "../../src/report/report.js";
import { cellId } from "../../src/rules/behind.js";
import { type Evaluation, evaluate, findingsOf, type RuleSet, ruleSetOf } from "../../src/rules/evaluate.js";
import type { Finding } from "../../src/rules/finding.js";
import type { RuleContext } from "../../src/rules/kinds/scope.js";
import { type Constraint, constraintsOf } from "../../src/rules/localize/constraints.js";
import { type Defect, localize } from "../../src/rules/localize/localize.js";
import { fits } from "../../src/rules/localize/repairs.js";
import { Trial, type TypedCell } from "../../src/rules/localize/trial.js";
import { Chance } from "../support/chance.js";
import { buildConsistent, consistentReport } from "../support/consistent.js";
import { withEarlier } from "../support/earlier.js";
import { Offices } from "../support/offices.js";
import { edition } from "../support/report-data.js";
import { anySlip, slipped, typedCells } from "../support/slip-kinds.js";

/** What slips of a typist lead to: how many are found, and which cell is blamed. Prints a table. */

const REPORTS = Number(process.env.SLIP_REPORTS ?? 60);
const SLIPS_A_REPORT = 12;

interface Tally {
  slips: number;
  /** Those that no office could hand in, and those of them that are found; the others, found as errors or at all. */
  impossible: number;
  impossibleFound: number;
  /** Those of them whose number fits its cell by itself: not negative, whole where it counts, within 100 %. */
  fitting: number;
  fittingFound: number;
  possible: number;
  possibleWrong: number;
  possibleFound: number;
  /** In a cell that an equation with other cells looks at, and those of them that are found. */
  equal: number;
  equalFound: number;
  /** In a cell that any relation with other cells looks at, bounds too, and those found. */
  bound: number;
  boundFound: number;
  /** Of all found: told as so many defects; the blamed cells contain the hit one, are it alone, are another alone. */
  found: number;
  told: number;
  contains: number;
  alone: number;
  other: number;
  time: number;
}

const NOTHING: Readonly<Tally> = {
  ...{
    impossible: 0,
    impossibleFound: 0,
    fitting: 0,
    fittingFound: 0,
    possible: 0,
    possibleWrong: 0,
    possibleFound: 0,
  },
  ...{ slips: 0, equal: 0, equalFound: 0, bound: 0, boundFound: 0 },
  ...{ found: 0, told: 0, contains: 0, alone: 0, other: 0, time: 0 },
};

const matters = ({ rule, severity, place }: Finding) =>
  severity !== "info" && rule !== "value.missing" && place.kind !== "info";

/** @param known true where the report of the half-year before is known */
function tally(id: string, formulas: boolean, known: boolean): Tally {
  const set = ruleSetOf(edition(id));
  const sum: Tally = { ...NOTHING };
  for (let seed = 1; seed <= REPORTS; seed++) {
    const built = buildConsistent(id, consistentReport(id, seed), { formulas, tables: true });
    const [report, earlier] = known ? withEarlier(built, seed) : [built, null];
    const offices = known ? null : new Offices(id, seed, { formulas, tables: true });
    const cells = typedCells(report);
    const equal = reachedCells(set, report, true);
    const bound = reachedCells(set, report, false);
    const chance = new Chance(seed + 7919);
    for (let count = 0; count < SLIPS_A_REPORT; count++) {
      const slip = anySlip(cells, chance);
      if (slip === null) continue;
      const { cell, value } = slip;
      sum.slips += 1;
      const wrong = slipped(report, slip);
      const found = weigh(sum, set, { report: wrong, earlier }, cell);
      const at = cellId(cell.ref);
      if (offices !== null) {
        const could = offices.couldSay(at, value, wrong);
        judge(sum, could, fits(value, cell.kind), found);
        const reached = equal.has(at) ? "equation" : bound.has(at) ? "bound" : "none";
        if (TRACE !== undefined) {
          trace(
            could,
            found,
            reached,
            `${id}#${seed}${formulas ? " formulas" : ""} ${at} ${cell.value} -> ${value}`,
          );
        }
      }
      if (equal.has(at)) {
        sum.equal += 1;
        if (found.length > 0) sum.equalFound += 1;
      }
      if (bound.has(at)) {
        sum.bound += 1;
        if (found.length > 0) sum.boundFound += 1;
      }
    }
  }
  return sum;
}

/** Adds a slip to those that no office could hand in, or to those that one could. */
function judge(sum: Tally, could: boolean, fitting: boolean, found: readonly Finding[]): void {
  if (could) {
    sum.possible += 1;
    if (found.length > 0) sum.possibleFound += 1;
    if (found.some(({ severity }) => severity === "error")) sum.possibleWrong += 1;
  } else {
    sum.impossible += 1;
    if (found.length > 0) sum.impossibleFound += 1;
    if (fitting) sum.fitting += 1;
    if (fitting && found.length > 0) sum.fittingFound += 1;
  }
}

/** `SLIP_TRACE=1` prints each slip on which the rules and the offices disagree; `all` also those that both let pass. */
const TRACE = process.env.SLIP_TRACE;

function trace(could: boolean, found: readonly Finding[], reached: string, slip: string): void {
  const passed = found.length === 0;
  if (could === passed && !(TRACE === "all" && passed)) return;
  const told = found.map(({ rule, severity }) => `${severity} ${rule}`).join(", ");
  console.log(
    `${could ? "possible" : "impossible"}, ${passed ? "silent" : "told"}\t${reached}\t${slip}\t${told}`,
  );
}

/** Counts what is told of a slip and which cells are blamed; gives what is found. */
function weigh(sum: Tally, set: RuleSet, context: RuleContext, cell: TypedCell): readonly Finding[] {
  const evaluation: Evaluation = evaluate(set, context);
  const findings = findingsOf(evaluation);
  const found = findings.filter(matters);
  if (found.length === 0) return found;
  sum.found += 1;
  const started = performance.now();
  const defects = localize(evaluation, findings).filter(({ finding }) => matters(finding));
  sum.time += performance.now() - started;
  sum.told += defects.length;
  const blamed = blamedCells(defects);
  const own = cellId(cell.ref);
  if (blamed.has(own)) sum.contains += 1;
  const [only] = blamed;
  if (blamed.size === 1 && only === own) sum.alone += 1;
  if (blamed.size === 1 && only !== own) sum.other += 1;
  return found;
}

/** The cells of all single explanations; where rules on one value speak, the cell of the finding. */
function blamedCells(defects: readonly Defect[]): ReadonlySet<string> {
  const blamed = new Set<string>();
  for (const { finding, explanations, moves } of defects) {
    for (const set of explanations) for (const { cell } of set) blamed.add(cellId(cell));
    for (const { puts } of moves) for (const { ref } of puts) blamed.add(cellId(ref));
    if (moves.length > 0) continue;
    if (explanations.length === 0 && finding.place.kind === "indicator") {
      blamed.add(indicatorKey(finding.place.form, finding.place.code));
    }
    if (explanations.length === 0 && finding.place.kind === "table" && finding.place.column !== null) {
      const { table, row, column } = finding.place;
      blamed.add(cellId({ table, row, column }));
    }
  }
  return blamed;
}

/** Cells that a relation with other cells looks at: only equations that fix them, or bounds too, which leave room. */
function reachedCells(set: RuleSet, report: Report, exact: boolean): ReadonlySet<string> {
  const trial = new Trial(report);
  const tables = new Set(report.tables.keys());
  const related = (constraint: Constraint) =>
    (constraint.exact || !exact) &&
    // What a formula works out holds by itself.
    trial.typed(constraint.at) !== null &&
    constraint.run().kind === "holds" &&
    // Nothing is promised of a table that the workbook lacks.
    [...constraint.cells.values()].every((cell) => "form" in cell || tables.has(cell.table)) &&
    constraint.cells.size > 1;
  return new Set(
    constraintsOf(set, trial, { earlier: null }, tables)
      .filter(related)
      .flatMap((constraint) =>
        [...constraint.cells.values()]
          .filter((cell) => !exact || !isUncounted(set, constraint, trial.typed(cell)))
          .flatMap((cell) => trial.sources(cell))
          .map(cellId),
      ),
  );
}

/** True for a number that a form's count of rows passes over: 90 where the rows at 100 are counted. It is only not 100. */
function isUncounted(set: RuleSet, { position }: Constraint, cell: TypedCell | null): boolean {
  const check = position === null ? undefined : set.rules[position]?.check;
  if (check?.kind !== "fed" || cell === null || !("table" in cell.ref)) return false;
  const { from } = check.feed;
  return typeof from === "object" && "equals" in from && cell.value !== from.equals;
}

/** Prints what the slips of one typist lead to, by edition, ratios typed and left as formulas; then with the earlier report known. */
export function printSlips(): void {
  const share = (part: number, whole: number) =>
    `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`.padStart(9);
  console.log(
    "\nslips                         equation     found  relation     found  contains     alone     other  findings  ms each",
  );
  const judged: (() => void)[] = [];
  for (const formulas of [false, true]) {
    for (const known of [false, true]) {
      const all: Tally = { ...NOTHING };
      const kind = `${formulas ? "formulas" : "typed"}${known ? ", earlier" : ""}`;
      for (const id of editionIds()) {
        const sum = tally(id, formulas, known);
        for (const key of Object.keys(all) as (keyof Tally)[]) all[key] += sum[key];
        if (!known) print(`${id}, ${kind}`, sum);
        if (!known) judged.push(() => printJudged(`${id}, ${kind}`, sum));
      }
      print(`all, ${kind}`, all);
      if (!known) judged.push(() => printJudged(`all, ${kind}`, all));
    }
  }
  console.log(
    "\nthe same, by what offices hand in  impossible     found   fitting    found  possible  as error    at all",
  );
  for (const line of judged) line();

  /** `as error`: slips that an office could rightly hand in and that are called wrong all the same. */
  function printJudged(name: string, sum: Tally): void {
    console.log(
      name.padEnd(36) +
        String(sum.impossible).padStart(9) +
        share(sum.impossibleFound, sum.impossible) +
        String(sum.fitting).padStart(10) +
        share(sum.fittingFound, sum.fitting) +
        String(sum.possible).padStart(10) +
        String(sum.possibleWrong).padStart(10) +
        String(sum.possibleFound).padStart(10),
    );
  }

  function print(name: string, sum: Tally): void {
    console.log(
      name.padEnd(28) +
        share(sum.equal, sum.slips) +
        share(sum.equalFound, sum.equal) +
        share(sum.bound, sum.slips) +
        share(sum.boundFound, sum.bound) +
        share(sum.contains, sum.found) +
        share(sum.alone, sum.found) +
        share(sum.other, sum.found) +
        (sum.told / Math.max(1, sum.found)).toFixed(2).padStart(10) +
        (sum.time / Math.max(1, sum.found)).toFixed(2).padStart(9),
    );
  }
}
