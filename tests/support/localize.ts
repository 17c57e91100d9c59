import type { Report } from "../../src/report/report.js";
import { cellId } from "../../src/rules/behind.js";
import { evaluate, findingsOf } from "../../src/rules/evaluate.js";
import type { CellRef } from "../../src/rules/finding.js";
import { localize, type Suspect } from "../../src/rules/localize/localize.js";
import { Trial } from "../../src/rules/localize/trial.js";
import { lines, rulesOf } from "./check.js";

/** What is told of one defect, and what explains it: each cell with the numbers that it may have been. */
export interface ToldDefect {
  readonly told: readonly string[];
  /** Cells that change together are joined by `and`. */
  readonly explained: readonly string[];
}

/** The defects of a report, what is missing in the rows, the report's information and the sheets left out. */
export function toldDefects(report: Report, set = rulesOf(report.edition)): readonly ToldDefect[] {
  const evaluation = evaluate(set, { report, earlier: null });
  const findings = findingsOf(evaluation).filter(
    ({ rule }) => !/^(value\.missing|info\.|layout\.)/.test(rule),
  );
  return localize(evaluation, findings).map(({ finding, also, explanations }) => ({
    told: lines([finding, ...also]),
    explained: explanations.map((set) => set.map(suspected).join(" and ")),
  }));
}

/** `1/2: 12 → 21 22`; `(slip)`: what a typist does; `(unusual)`: breaks what holds as a rule only. */
function suspected({ cell, value, repairs, slip, unusual }: Suspect): string {
  const marks = `${slip ? " (slip)" : ""}${unusual ? " (unusual)" : ""}`;
  return `${cellId(cell)}: ${value} → ${repairs.join(" ")}${marks}`;
}

/** The report with another number typed into a cell; what formulas make of it follows. */
export function mistyped(report: Report, ref: CellRef, value: number): Report {
  const trial = new Trial(report);
  trial.try(ref, value);
  return trial.report;
}
