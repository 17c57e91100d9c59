import { editionIds } from "../../src/forms/catalogue.js";
import { indicatorKey } from "../../src/forms/indicators.js";
import type { Report } from "../../src/report/report.js";
import { cellId } from "../../src/rules/behind.js";
import { type Evaluation, evaluate, findingsOf, type RuleSet, ruleSetOf } from "../../src/rules/evaluate.js";
import type { CellRef, Finding } from "../../src/rules/finding.js";
import type { RuleContext } from "../../src/rules/kinds/scope.js";
import { type Constraint, constraintsOf } from "../../src/rules/localize/constraints.js";
import { type Defect, localize } from "../../src/rules/localize/localize.js";
import { fits } from "../../src/rules/localize/repairs.js";
import { Trial, type TypedCell } from "../../src/rules/localize/trial.js";
import { decimalsOf } from "../../src/values/tolerance.js";
import { Chance } from "../support/chance.js";
import { buildConsistent, consistentReport } from "../support/consistent.js";
import { withEarlier } from "../support/earlier.js";
import { edition } from "../support/report-data.js";

/** What slips of a typist lead to: how many are found, and which cell is blamed. Prints a table. */

const REPORTS = Number(process.env.SLIP_REPORTS ?? 60);
const SLIPS_A_REPORT = 12;

/** Digits of a number as typed, put together again with its decimals. */
function retyped(value: number, change: (digits: string) => string): number {
  const decimals = decimalsOf(value);
  const digits = Math.abs(value).toFixed(decimals).replace(".", "");
  return Number(change(digits)) / 10 ** decimals;
}

type Slip = (value: number, chance: Chance, cell: TypedCell, neighbour: number) => number;

/** Fifteen ways to type another number than was meant. */
const slips: Readonly<Record<string, Slip>> = {
  "digits swapped": (value, chance) =>
    retyped(value, (digits) => {
      const i = chance.int(0, Math.max(0, digits.length - 2));
      return digits.slice(0, i) + (digits[i + 1] ?? "") + (digits[i] ?? "") + digits.slice(i + 2);
    }),
  "digit wrong": (value, chance) =>
    retyped(value, (digits) => {
      const i = chance.int(0, digits.length - 1);
      return `${digits.slice(0, i)}${chance.int(0, 9)}${digits.slice(i + 1)}`;
    }),
  "digit missing": (value, chance) =>
    retyped(value, (digits) => {
      const i = chance.int(0, digits.length - 1);
      return digits.length === 1 ? digits : digits.slice(0, i) + digits.slice(i + 1);
    }),
  "digit doubled": (value, chance) =>
    retyped(value, (digits) => {
      const i = chance.int(0, digits.length - 1);
      return digits.slice(0, i) + (digits[i] ?? "") + digits.slice(i);
    }),
  "digit added": (value, chance) =>
    retyped(value, (digits) => {
      const i = chance.int(0, digits.length);
      return `${digits.slice(0, i)}${chance.int(0, 9)}${digits.slice(i)}`;
    }),
  "digit beside": (value, chance) =>
    retyped(value, (digits) => {
      const i = chance.int(0, digits.length - 1);
      const near = Math.min(9, Math.max(0, Number(digits[i]) + chance.of([-1, 1])));
      return `${digits.slice(0, i)}${near}${digits.slice(i + 1)}`;
    }),
  "a zero too many": (value) => value * 10,
  "a zero too few": (value) => value / 10,
  "two zeros too many": (value) => value * 100,
  "thousand times": (value) => value * 1000,
  "fraction for a per cent": (value) => value / 100,
  "the sign": (value) => -value,
  "first digit lost": (value) => retyped(value, (digits) => digits.slice(1) || digits),
  "last digit lost": (value) => retyped(value, (digits) => digits.slice(0, -1) || digits),
  "the neighbour's value": (_value, _chance, _cell, neighbour) => neighbour,
};

interface Tally {
  slips: number;
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
  ...{ slips: 0, equal: 0, equalFound: 0, bound: 0, boundFound: 0 },
  ...{ found: 0, told: 0, contains: 0, alone: 0, other: 0, time: 0 },
};

const matters = ({ rule, severity, place }: Finding) =>
  severity !== "info" && rule !== "value.missing" && rule !== "ratio.missing" && place.kind !== "info";

/** @param known true where the report of the half-year before is known */
function tally(id: string, formulas: boolean, known: boolean): Tally {
  const set = ruleSetOf(edition(id));
  const sum: Tally = { ...NOTHING };
  for (let seed = 1; seed <= REPORTS; seed++) {
    const built = buildConsistent(id, consistentReport(id, seed), { formulas, tables: true });
    const [report, earlier] = known ? withEarlier(built, seed) : [built, null];
    const cells = typedCells(report);
    const equal = reachedCells(set, report, true);
    const bound = reachedCells(set, report, false);
    const chance = new Chance(seed + 7919);
    for (let count = 0; count < SLIPS_A_REPORT; count++) {
      const hit = chance.int(0, cells.length - 1);
      const [cell, beside] = [cells[hit], cells[hit + 1] ?? cells[0]];
      if (cell === undefined || beside === undefined) continue;
      const slip = chance.of(Object.values(slips));
      const value = Number(slip(cell.value, chance, cell, beside.value).toPrecision(12));
      if (value === cell.value || (cell.value === 0 && value === 0)) continue;
      sum.slips += 1;
      const found = weigh(sum, set, { report: slipped(report, cell, value), earlier }, cell);
      const id = cellId(cell.ref);
      if (equal.has(id)) {
        sum.equal += 1;
        if (found) sum.equalFound += 1;
      }
      if (bound.has(id)) {
        sum.bound += 1;
        if (found) sum.boundFound += 1;
      }
    }
  }
  return sum;
}

function slipped(report: Report, cell: TypedCell, value: number): Report {
  const trial = new Trial(report);
  trial.try(cell.ref, value);
  return trial.report;
}

/** Counts what is told of a slip and which cells are blamed; true when anything is. */
function weigh(sum: Tally, set: RuleSet, context: RuleContext, cell: TypedCell): boolean {
  const evaluation: Evaluation = evaluate(set, context);
  const findings = findingsOf(evaluation);
  if (!findings.some(matters)) return false;
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
  return true;
}

/** The cells of all single explanations; where rules on one value speak, the cell of the finding. */
function blamedCells(defects: readonly Defect[]): ReadonlySet<string> {
  const blamed = new Set<string>();
  for (const { finding, explanations } of defects) {
    for (const set of explanations) for (const { cell } of set) blamed.add(cellId(cell));
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

function typedCells(report: Report): readonly TypedCell[] {
  const trial = new Trial(report);
  const refs: CellRef[] = [...report.values.values()].map(({ form, code }) => ({ form, code }));
  for (const [
    table,
    {
      rows,
      table: { columns },
    },
  ] of report.tables) {
    for (const { row } of rows) for (const { id: column } of columns) refs.push({ table, row, column });
  }
  return refs.flatMap((ref) => trial.typed(ref) ?? []).filter(({ value, kind }) => fits(value, kind));
}

/** Cells that a relation with other cells looks at: only equations, or bounds too, which leave room. */
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
      .flatMap(({ cells }) => [...cells.values()].flatMap((cell) => trial.sources(cell)).map(cellId)),
  );
}

/** Prints what the slips of one typist lead to, by edition, ratios typed and left as formulas; then with the earlier report known. */
export function printSlips(): void {
  const share = (part: number, whole: number) =>
    `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`.padStart(9);
  console.log(
    "\nslips                         equation     found  relation     found  contains     alone     other  findings  ms each",
  );
  for (const formulas of [false, true]) {
    for (const known of [false, true]) {
      const all: Tally = { ...NOTHING };
      const kind = `${formulas ? "formulas" : "typed"}${known ? ", earlier" : ""}`;
      for (const id of editionIds()) {
        const sum = tally(id, formulas, known);
        for (const key of Object.keys(all) as (keyof Tally)[]) all[key] += sum[key];
        if (!known) print(`${id}, ${kind}`, sum);
      }
      print(`all, ${kind}`, all);
    }
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
