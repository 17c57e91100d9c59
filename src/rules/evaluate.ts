import { type IndicatorKey, type IndicatorRef, indicatorKey } from "../forms/indicators.js";
import type { Edition } from "../forms/schema.js";
import { deriveRules } from "./derive.js";
import type { Finding } from "./finding.js";
import { infoFindings } from "./info-findings.js";
import { layoutFindings } from "./layout-findings.js";
import type { Rule } from "./rule.js";
import { isAsked, type Outcome, type RuleContext, runRule } from "./runners.js";

/** The rules of an edition with the way from a cell to the rules that look at it. */
export interface RuleSet {
  readonly rules: readonly Rule[];
  /** Positions in `rules`, by input cell. */
  readonly dependants: ReadonlyMap<IndicatorKey, readonly number[]>;
}

/** The outcome of every rule, aligned with `rules`. */
export interface Evaluation {
  readonly set: RuleSet;
  readonly context: RuleContext;
  readonly outcomes: readonly Outcome[];
}

/** How far a report is filled and how many findings it has. */
export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Rules that could not run because an input is blank or unreadable. */
  readonly unchecked: number;
  /** Required rows that hold something, and required rows in all. */
  readonly filled: number;
  readonly required: number;
}

/** Derives an edition's rules once and indexes them by input. */
export function ruleSetOf(edition: Edition): RuleSet {
  const rules = deriveRules(edition);
  const dependants = new Map<IndicatorKey, number[]>();
  rules.forEach((rule, position) => {
    for (const input of rule.inputs) {
      const known = dependants.get(input);
      if (known === undefined) dependants.set(input, [position]);
      else known.push(position);
    }
  });
  return { rules, dependants };
}

/** Runs every rule. */
export function evaluate(set: RuleSet, context: RuleContext): Evaluation {
  return { set, context, outcomes: set.rules.map((rule) => runRule(rule, context)) };
}

/**
 * Runs again only the rules that look at a changed cell. Gives exactly what `evaluate` would,
 * provided that no other value differs between the two reports.
 */
export function reevaluate(
  evaluation: Evaluation,
  context: RuleContext,
  changed: Iterable<IndicatorKey>,
): Evaluation {
  const { set } = evaluation;
  const outcomes = [...evaluation.outcomes];
  const positions = new Set<number>();
  for (const key of changed) for (const position of set.dependants.get(key) ?? []) positions.add(position);
  for (const position of positions) {
    const rule = set.rules[position];
    if (rule !== undefined) outcomes[position] = runRule(rule, context);
  }
  return { set, context, outcomes };
}

/** All findings in the order of the sheets: layout and information first, then form by form, row by row. */
export function findingsOf(evaluation: Evaluation): readonly Finding[] {
  const { set, context, outcomes } = evaluation;
  const findings: Finding[] = [...layoutFindings(context.report), ...infoFindings(context.report)];
  set.rules.forEach((rule, position) => {
    const outcome = outcomes[position];
    if (outcome?.kind === "fails") findings.push(findingOf(rule, outcome, context));
  });
  return findings;
}

function findingOf(rule: Rule, outcome: Extract<Outcome, { kind: "fails" }>, context: RuleContext): Finding {
  const { actual, expected, severity, detail } = outcome;
  const own = indicatorKey(rule.form, rule.code);
  const address = context.report.values.get(own)?.address ?? null;
  return {
    rule: rule.id,
    severity,
    place: { kind: "indicator", form: rule.form, code: rule.code, address },
    actual,
    expected,
    imbalance: typeof actual === "number" && typeof expected === "number" ? actual - expected : null,
    related: rule.inputs.filter((input) => input !== own).map(refOf),
    detail,
  };
}

function refOf(key: IndicatorKey): IndicatorRef {
  const slash = key.indexOf("/");
  return { form: Number(key.slice(0, slash)), code: key.slice(slash + 1) };
}

/** Counts findings, rules not yet checkable and required rows. */
export function summarize(evaluation: Evaluation, findings: readonly Finding[]): Summary {
  const count = (severity: Finding["severity"]) =>
    findings.filter((finding) => finding.severity === severity).length;
  let required = 0;
  let filled = 0;
  evaluation.set.rules.forEach((rule, position) => {
    if (rule.check.kind !== "filled" || !isAsked(rule.check, evaluation.context)) return;
    required += 1;
    if (evaluation.outcomes[position]?.kind === "holds") filled += 1;
  });
  return {
    errors: count("error"),
    warnings: count("warning"),
    infos: count("info"),
    unchecked: evaluation.outcomes.filter((outcome) => outcome.kind === "unchecked").length,
    filled,
    required,
  };
}
