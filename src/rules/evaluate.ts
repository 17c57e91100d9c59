import { type IndicatorKey, indicatorKey, refOf } from "../forms/indicators.js";
import type { TableTerm } from "../forms/rule-schema.js";
import type { Edition } from "../forms/schema.js";
import type { Table } from "../forms/table-schema.js";
import { changedCells } from "../report/changed-cells.js";
import type { Report } from "../report/report.js";
import { sameDay } from "../values/day.js";
import { isConfirmed } from "./confirm.js";
import { deriveRules } from "./derive.js";
import { type CellRef, type Failure, type Finding, findingAt, type Outcome, type Told } from "./finding.js";
import { infoFindings } from "./info-findings.js";
import type { RuleContext } from "./kinds/scope.js";
import { layoutFindings, silentForms } from "./layout-findings.js";
import { cellsOfFormRule, cellsOfTerm } from "./looks-at.js";
import { once } from "./once.js";
import { type FormCheck, type FormRule, isPeriodCheck } from "./rule.js";
import { asksNow, runFormRule, runFormRules } from "./run-form.js";
import { type Failing, silencedBy } from "./silence.js";
import { columnsBehind } from "./tables/column-inputs.js";
import { touches } from "./tables/difference.js";
import { judgeTables, type TableOutcomes } from "./tables/judge.js";
import { columnsOfFeed, columnsOfTerm } from "./tables/run-fed.js";

/** The rules of an edition with the way from a cell to the rules that look at it. */
export interface RuleSet {
  readonly rules: readonly FormRule[];
  /** Positions in `rules`, by input cell. */
  readonly dependants: ReadonlyMap<IndicatorKey, readonly number[]>;
  /** Positions in `rules` of those that look at a table, by the table's id. */
  readonly fedBy: ReadonlyMap<string, readonly number[]>;
  /** Positions in `rules` of those that look at the period, the data window or earlier reports. */
  readonly timed: readonly number[];
}

/** The outcome of every rule, aligned with `rules`. */
export interface Evaluation {
  readonly set: RuleSet;
  readonly context: RuleContext;
  readonly outcomes: readonly Outcome[];
  /** What the rules of each table say. */
  readonly tables: TableOutcomes;
}

/** How far a report is filled and how many findings are open: those that the officer explained are not. */
export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Rules that could not run because an input is blank, unreadable or itself in error. */
  readonly unchecked: number;
  /** Required rows that hold something, and required rows in all. */
  readonly filled: number;
  readonly required: number;
}

/** Derives an edition's rules once and indexes them by input. */
export function ruleSetOf(edition: Edition): RuleSet {
  const rules = deriveRules(edition);
  const dependants = new Map<IndicatorKey, number[]>();
  const fedBy = new Map<string, number[]>();
  rules.forEach((rule, position) => {
    for (const input of rule.inputs) append(dependants, input, position);
    for (const { table } of termsOf(rule)) append(fedBy, table, position);
  });
  const timed = rules.flatMap(({ check }, position) => (isTimed(check) ? [position] : []));
  return { rules, dependants, fedBy, timed };
}

function isTimed(check: FormCheck): boolean {
  if (check.kind !== "fed") return isPeriodCheck(check);
  const { from } = check.feed;
  return typeof from === "object" && "countInWindow" in from;
}

/** What a rule of the forms looks at in tables. */
function termsOf({ check }: FormRule): readonly TableTerm[] {
  if (check.kind === "fed") return [check.feed];
  if (check.kind !== "relation") return [];
  const { left, right } = check.rule;
  return [...left.sum, ...right.sum].flatMap((term) =>
    typeof term === "object" && "table" in term ? [term] : [],
  );
}

/** The columns of a table whose cells decide what a rule of the forms says of it. */
function inputsIn(table: Table, rule: FormRule): readonly string[] {
  const ofTable = once(inputs, table, () => new Map<FormRule, readonly string[]>());
  return once(ofTable, rule, () => {
    const { check } = rule;
    const columns =
      check.kind === "fed"
        ? columnsOfFeed(check.feed, table)
        : termsOf(rule).flatMap((term) => (term.table === table.id ? columnsOfTerm(term, table) : []));
    return columnsBehind(columns, table);
  });
}

const inputs = new WeakMap<Table, Map<FormRule, readonly string[]>>();

function append<K>(positions: Map<K, number[]>, key: K, position: number): void {
  const known = once(positions, key, () => []);
  if (known.at(-1) !== position) known.push(position);
}

/** Runs every rule. */
export function evaluate(set: RuleSet, context: RuleContext): Evaluation {
  const tables = judgeTables(context.report, null);
  const outcomes = runFormRules(set.rules, { ...context, totals: tables.totals });
  return { set, context, outcomes, tables };
}

/**
 * Runs again only the rules that look at a changed cell of a form, at a table whose content differs, or
 * at a period, a data window or an earlier report that is another one. Gives exactly what `evaluate`
 * would, provided that no other value of the forms differs between the two reports.
 */
export function reevaluate(
  evaluation: Evaluation,
  context: RuleContext,
  changed: Iterable<IndicatorKey>,
): Evaluation {
  const { set } = evaluation;
  const positions = new Set<number>();
  for (const key of changed) for (const position of set.dependants.get(key) ?? []) positions.add(position);
  const tables = judgeTables(context.report, {
    report: evaluation.context.report,
    outcomes: evaluation.tables,
  });
  const run = { ...context, totals: tables.totals };
  for (const [id, difference] of tables.changed) {
    const table = context.report.tables.get(id)?.table;
    for (const position of set.fedBy.get(id) ?? []) {
      const rule = set.rules[position];
      const same = table !== undefined && rule !== undefined && !touches(difference, inputsIn(table, rule));
      if (!same) positions.add(position);
    }
  }
  if (!sameTime(evaluation.context, context)) for (const position of set.timed) positions.add(position);
  const outcomes = [...evaluation.outcomes];
  for (const position of positions) {
    const rule = set.rules[position];
    if (rule !== undefined) outcomes[position] = runFormRule(rule, run);
  }
  return { set, context, outcomes, tables };
}

/** True while the same earlier reports are compared, and the period and its days are the same. */
function sameTime(before: RuleContext, after: RuleContext): boolean {
  return (
    samePeriod(before.report, after.report) &&
    sameEarlier(before.earlier, after.earlier) &&
    sameEarlier(before.lastYear ?? null, after.lastYear ?? null)
  );
}

/** Each reading of a workbook reads anew what it keeps of earlier periods. */
function sameEarlier(a: Report | null, b: Report | null): boolean {
  if (a === null || b === null || a === b) return a === b;
  return a.edition === b.edition && samePeriod(a, b) && changedCells(a.values, b.values).length === 0;
}

function samePeriod({ info: a }: Report, { info: b }: Report): boolean {
  return a.period === b.period && a.year === b.year && sameDay(a.from, b.from) && sameDay(a.to, b.to);
}

/** All findings in the order of the sheets: layout and information, form by form, table by table, row by row. */
export function findingsOf(evaluation: Evaluation): readonly Finding[] {
  const { context } = evaluation;
  const layout = layoutFindings(context.report, context.earlier);
  const silent = silentForms(layout);
  const findings: Finding[] = [...layout, ...infoFindings(context.report)];
  const { failing, silenced } = heard(evaluation);
  const spoilt = new Map<Failing, CellRef[]>();
  for (const [{ at }, instead] of silenced) {
    for (const speaker of instead) spoilt.set(speaker, [...(spoilt.get(speaker) ?? []), at]);
  }
  for (const one of failing) {
    const { finding, at } = one;
    // Why nothing stands there is told once, for the form.
    if (finding.rule === "value.missing" && "form" in at && silent.has(at.form)) continue;
    if (silenced.has(one)) continue;
    const spoils = spoilt.get(one);
    findings.push(spoils === undefined ? finding : { ...finding, spoils });
  }
  return findings;
}

/** Every failing rule in the order of the sheets, and those of them whose input is itself in error. */
interface Heard {
  readonly failing: readonly Failing[];
  readonly silenced: ReadonlyMap<Failing, readonly Failing[]>;
}

const known = new WeakMap<Evaluation, Heard>();

/** The failing rules of an evaluation, gone through once for its findings and their count. */
function heard(evaluation: Evaluation): Heard {
  return once(known, evaluation, () => hear(evaluation));
}

function hear({ set, context, outcomes, tables }: Evaluation): Heard {
  const failing: Failing[] = [];
  set.rules.forEach((rule, position) => {
    const outcome = outcomes[position];
    if (outcome?.kind === "fails") failing.push(failingOf(rule, outcome, context));
  });
  for (const table of tables.outcomes.values()) failing.push(...table.failing);
  return { failing, silenced: silencedBy(failing, context.report) };
}

function failingOf(rule: FormRule, { severity, told }: Failure, { report }: RuleContext): Failing {
  const { form, code, inputs, check } = rule;
  const own = indicatorKey(form, code);
  const address = report.values.get(own)?.address ?? null;
  const others = inputs.filter((input) => input !== own).map(refOf);
  const totals = told.rule === "cross.mismatch" ? totalsIn(told.by, report) : [];
  const place = { kind: "indicator", form, code, address } as const;
  return {
    finding: findingAt(place, severity, told, [...others, ...totals]),
    check,
    at: { form, code },
    looksAt: () => cellsOfFormRule(rule, report),
  };
}

/** The cells of tables that a form's number is compared with. */
function totalsIn(by: Told<"cross.mismatch">["by"], report: Report): readonly CellRef[] {
  switch (by.kind) {
    case "table":
      return cellsOfTerm(by, report);
    case "relation":
      return [...by.left, ...by.right].flatMap(({ cell }) =>
        cell.kind === "total" ? cellsOfTerm(cell, report) : [],
      );
    case "words":
      return [];
  }
}

/**
 * Counts open findings, rules not yet checkable and required rows. What the officer explained is told with
 * her reason and counts no more, until a number of it changes: so the list, the report and the printed check
 * take it, too.
 */
export function summarize(evaluation: Evaluation, findings: readonly Finding[]): Summary {
  const { report } = evaluation.context;
  const open = findings.filter((finding) => !isConfirmed(finding, report));
  const count = (severity: Finding["severity"]) =>
    open.filter((finding) => finding.severity === severity).length;
  let required = 0;
  let filled = 0;
  evaluation.set.rules.forEach((rule, position) => {
    if (!asksNow(rule, evaluation.context)) return;
    required += 1;
    if (evaluation.outcomes[position]?.kind === "holds") filled += 1;
  });
  return {
    errors: count("error"),
    warnings: count("warning"),
    infos: count("info"),
    unchecked: uncheckedCount(evaluation),
    filled,
    required,
  };
}

/** Rules without their inputs, and those whose input is itself in error. */
function uncheckedCount(evaluation: Evaluation): number {
  const { outcomes, tables } = evaluation;
  const forms = outcomes.filter((outcome) => outcome.kind === "unchecked").length;
  const silenced = heard(evaluation).silenced.size;
  return [...tables.outcomes.values()].reduce((sum, table) => sum + table.unchecked, forms + silenced);
}
