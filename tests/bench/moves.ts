import { editionIds } from "../../src/forms/catalogue.js";
import type { Report } from "../../src/report/report.js";
import { cellId } from "../../src/rules/behind.js";
import { evaluate, findingsOf, type RuleSet, ruleSetOf } from "../../src/rules/evaluate.js";
import type { Finding } from "../../src/rules/finding.js";
import { type Defect, localize } from "../../src/rules/localize/localize.js";
import { type Put, Trial } from "../../src/rules/localize/trial.js";
import { Chance } from "../support/chance.js";
import { buildConsistent, type Consistent, consistentReport } from "../support/consistent.js";
import { misplacements } from "../support/move-kinds.js";
import { edition } from "../support/report-data.js";

/** What numbers in the wrong cells lead to: one row off, runs, columns and groups of rows exchanged. Prints a table. */

const REPORTS = Number(process.env.MOVE_REPORTS ?? 40);
/** `MOVE_ONLY=run` weighs only those whose name has the word. */
const ONLY = process.env.MOVE_ONLY ?? "";
const MOVES_A_REPORT = 4;

interface Tally {
  moves: number;
  /** Those of which something is told. */
  found: number;
  /** Lines told of them, those on blanks too. */
  lines: number;
  /** Told in one line with the one change that puts all back; with another change; with some cells elsewhere. */
  named: number;
  wrongly: number;
  blamed: number;
  time: number;
  longest: number;
}

const NOTHING: Readonly<Tally> = {
  ...{ moves: 0, found: 0, lines: 0, named: 0, wrongly: 0, blamed: 0, time: 0, longest: 0 },
};

const matters = ({ severity, place }: Finding) => severity !== "info" && place.kind !== "info";

/** Careful offices write no 0 where there was nothing, as often as not. */
function withBlanks({ tables, ...rest }: Consistent, chance: Chance): Consistent {
  const sparse = Object.entries(tables).map(([id, rows]) => [
    id,
    rows.map((row) =>
      Object.fromEntries(Object.entries(row).filter(([, value]) => value !== 0 || chance.yes())),
    ),
  ]);
  return { ...rest, tables: Object.fromEntries(sparse) };
}

function tally(id: string, formulas: boolean, sums: Readonly<Record<string, Tally>>): void {
  const set = ruleSetOf(edition(id));
  for (let seed = 1; seed <= REPORTS; seed++) {
    const chance = new Chance(seed + 104729);
    const said = consistentReport(id, seed);
    const report = buildConsistent(id, chance.yes() ? said : withBlanks(said, chance), {
      formulas,
      tables: true,
    });
    const before = keysOf(set, report);
    for (const [name, misplace] of Object.entries(misplacements)) {
      if (!name.includes(ONLY)) continue;
      const sum = sums[name];
      for (let count = 0; count < MOVES_A_REPORT; count++) {
        const move = misplace(report, chance);
        if (move !== null && sum !== undefined) weigh(sum, set, move.report, move.back, before);
      }
    }
  }
}

const keyOf = ({ rule, place }: Finding) => `${rule} ${JSON.stringify(place)}`;

function keysOf(set: RuleSet, report: Report): ReadonlySet<string> {
  return new Set(findingsOf(evaluate(set, { report, earlier: null })).map(keyOf));
}

function weigh(sum: Tally, set: RuleSet, report: Report, back: readonly Put[], before: ReadonlySet<string>) {
  sum.moves += 1;
  const evaluation = evaluate(set, { report, earlier: null });
  const findings = findingsOf(evaluation);
  if (!findings.some((finding) => matters(finding) && !before.has(keyOf(finding)))) return;
  sum.found += 1;
  const started = performance.now();
  const all = localize(evaluation, findings);
  const took = performance.now() - started;
  sum.time += took;
  sum.longest = Math.max(sum.longest, took);
  const told = all.filter(({ finding }) => matters(finding) && !before.has(keyOf(finding)));
  sum.lines += told.length;
  const trial = new Trial(report);
  const real = (puts: readonly Put[]) => puts.filter(({ ref, value }) => trial.place(ref)?.value !== value);
  const right = textOf(real(back));
  const changes = told.flatMap(changesOf).map(real);
  if (changes.some((change) => textOf(change) === right)) sum.named += 1;
  else if (changes.length > 0) sum.wrongly += 1;
  const wrong = new Set(back.map(({ ref }) => cellId(ref)));
  const elsewhere = changes.some((change) => change.some(({ ref }) => !wrong.has(cellId(ref))));
  if (elsewhere) sum.blamed += 1;
  if (TRACE !== undefined) trace(told, back);
}

/** `MOVE_TRACE=1` prints what is told of each. */
const TRACE = process.env.MOVE_TRACE;

function trace(told: readonly Defect[], back: readonly Put[]): void {
  console.log(`\n${textOf(back)}`);
  for (const defect of told) {
    const { rule, place } = defect.finding;
    const at = "code" in place ? `${place.form}/${place.code}` : JSON.stringify(place);
    console.log(`   ${rule} ${at} + ${defect.also.length}: ${changesOf(defect).map(textOf).join(" | ")}`);
  }
}

/** Each change that is proposed of a defect and told with its numbers. */
function changesOf({ explanations, moves }: Defect): readonly (readonly Put[])[] {
  if (moves.length > 0) return moves.map(({ puts }) => puts);
  const few = explanations.length <= 3 && explanations.every((set) => set.every(({ sure }) => sure));
  if (!few) return [];
  return explanations.map((set) =>
    set.map(({ cell, repairs: [value] }) => ({ ref: cell, value: value ?? null })),
  );
}

function textOf(puts: readonly Put[]): string {
  return puts
    .map(({ ref, value }) => `${cellId(ref)}=${value ?? ""}`)
    .sort()
    .join(" ");
}

/** Prints what becomes of numbers in the wrong cells, by what was done, ratios and sums typed and left as formulas. */
export function printMoves(): void {
  const share = (part: number, whole: number) =>
    `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`.padStart(9);
  console.log(
    "\nnumbers in the wrong cells                        moves     found     lines     named   wrongly elsewhere  ms each   longest",
  );
  for (const formulas of [false, true]) {
    const sums = Object.fromEntries(Object.keys(misplacements).map((name) => [name, { ...NOTHING }]));
    for (const id of editionIds()) tally(id, formulas, sums);
    for (const [name, sum] of Object.entries(sums)) {
      console.log(
        `${name}, ${formulas ? "formulas" : "typed"}`.padEnd(45) +
          String(sum.moves).padStart(10) +
          share(sum.found, sum.moves) +
          (sum.lines / Math.max(1, sum.found)).toFixed(2).padStart(10) +
          share(sum.named, sum.found) +
          share(sum.wrongly, sum.found) +
          share(sum.blamed, sum.found) +
          (sum.time / Math.max(1, sum.found)).toFixed(2).padStart(9) +
          sum.longest.toFixed(1).padStart(10),
      );
    }
  }
}
