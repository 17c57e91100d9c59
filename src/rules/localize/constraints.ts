import type { Report } from "../../report/report.js";
import { type CellId, cellId } from "../behind.js";
import type { RuleSet } from "../evaluate.js";
import type { CellRef, Outcome, RuleId } from "../finding.js";
import { isSaid } from "../kinds/crossings.js";
import type { RuleContext } from "../kinds/scope.js";
import { cellsOfFormRule, cellsOfTableRule } from "../looks-at.js";
import { HOLDS } from "../outcome.js";
import { type FormRule, saysOfNumbers, type TableRule } from "../rule.js";
import { runFormRule } from "../run-form.js";
import { rulesOf } from "../tables/derive.js";
import { runAgrees } from "../tables/evaluate.js";
import { FRESH_TOTALS, readingIn } from "../tables/numbers.js";
import { runRow } from "../tables/run-row.js";
import { runTotal } from "../tables/run-total.js";
import type { Trial } from "./trial.js";

/** One rule at one place: the cells it looks at, and whether it holds as things stand in the trial. */
export interface Constraint {
  readonly rule: RuleId;
  /** Its place among the rules of the forms; null for one of a table. */
  readonly position: number | null;
  /** True for relations that hold as a rule only ("thường"): real life may break them. */
  readonly usual: boolean;
  /** True for equations; bounds and ranges leave room. */
  readonly exact: boolean;
  /** The cell that carries its finding. */
  readonly at: CellRef;
  /** All the cells it looks at, its own too. */
  readonly cells: ReadonlyMap<CellId, CellRef>;
  run(): Outcome;
}

/** What a constraint is, whatever the report says. */
type Shape = Omit<Constraint, "run">;

/**
 * Every rule on the numbers of the forms, and of the tables that are asked for. What only informs
 * bounds nothing: it may be so.
 */
export function constraintsOf(
  set: RuleSet,
  trial: Trial,
  compared: Omit<RuleContext, "report">,
  tables: ReadonlySet<string>,
): readonly Constraint[] {
  const context = { ...compared, report: trial.report, totals: FRESH_TOTALS };
  return [
    ...formShapes(set, trial.report).map(([rule, shape]) => ({
      ...shape,
      ...(rule.check.kind === "fed" && { cells: byId(cellsOfFormRule(rule, trial.report)) }),
      run: () => runFormRule(rule, context),
    })),
    ...[...tables].flatMap((id) => tableConstraints(id, trial)),
  ];
}

const shapes = new WeakMap<RuleSet, readonly (readonly [FormRule, Shape])[]>();

/** The rules of the forms that bind numbers; all but those on rows of tables look at the same cells in every report. */
function formShapes(set: RuleSet, report: Report): readonly (readonly [FormRule, Shape])[] {
  const known = shapes.get(set);
  if (known !== undefined) return known;
  const made = set.rules.flatMap((rule, position) => {
    if (!binds(rule)) return [];
    const shape: Shape = {
      rule: rule.id,
      position,
      exact: isExact(rule),
      usual: isUsual(rule),
      at: { form: rule.form, code: rule.code },
      cells: byId(cellsOfFormRule(rule, report)),
    };
    return [[rule, shape] as const];
  });
  shapes.set(set, made);
  return made;
}

function byId(cells: readonly CellRef[]): ReadonlyMap<CellId, CellRef> {
  return new Map(cells.map((cell) => [cellId(cell), cell]));
}

function isUsual({ check, severity }: FormRule | TableRule): boolean {
  if (severity === "error") return false;
  return ["relation", "within", "sum-within", "sum-reaches", "said-beside"].includes(check.kind);
}

function isExact({ check }: FormRule | TableRule): boolean {
  return saysOfNumbers(check) === "equation";
}

function binds({ check, severity }: FormRule | TableRule): boolean {
  return severity !== "info" && saysOfNumbers(check) !== null;
}

function tableConstraints(id: string, trial: Trial): readonly Constraint[] {
  const report = trial.report.tables.get(id);
  if (report === undefined) return [];
  const constraints: Constraint[] = [];
  const { ofRow, ofTotal, ofTable } = rulesOf(report.table);
  const add = (rule: TableRule, row: number | null, run: Constraint["run"], of = row) =>
    constraints.push({
      rule: rule.id,
      position: null,
      exact: isExact(rule),
      usual: isUsual(rule),
      at: { table: id, row, column: rule.column },
      cells: byId(cellsOfTableRule(rule, of, report)),
      run,
    });
  for (const { rule, check } of ofRow.flatMap(({ rules }) => rules)) {
    if (!binds(rule)) continue;
    for (const { kind, row, cells } of report.rows) {
      // Words are not tried: where they say nothing of the cell, the rule is no constraint.
      const silent = check.kind === "said-beside" && !isSaid(check.rule, readingIn(cells, check.beside));
      if (kind !== "group" && !silent) add(rule, row, () => runRow(rule, check, cells, report.table));
    }
  }
  for (const rule of ofTotal) {
    if (binds(rule)) add(rule, null, () => runTotal(rule, report, FRESH_TOTALS) ?? HOLDS);
  }
  for (const rule of ofTable) {
    const { check } = rule;
    if (check.kind !== "agrees" || !binds(rule)) continue;
    const [first] = report.rows;
    const row = report.total === null && first !== undefined ? first.row : null;
    const context = { report: trial.report, totals: FRESH_TOTALS };
    add(rule, row, () => runAgrees(check, rule, report, context), null);
  }
  return constraints;
}
