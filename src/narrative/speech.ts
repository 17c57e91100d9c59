import type { IndicatorRef } from "../forms/indicators.js";
import type { PeriodId } from "../forms/schema.js";
import type { Report } from "../report/report.js";
import { requiredNames, withClauses } from "./clauses.js";
import { type Condition, conditionNames, holds, parseCondition } from "./condition.js";
import { type FactState, resolveFacts, unitWords } from "./facts.js";
import { type Argument, messageNames, renderMessage } from "./message.js";
import { type Outline, type Sentence, type Wording, wordingsOf } from "./outline.js";
import { reportWords } from "./report-words.js";
import type { Run } from "./section.js";

/** All that the sentences of one outline can draw on in one report. */
export interface Material {
  readonly facts: ReadonlyMap<string, FactState>;
  readonly words: ReadonlyMap<string, string>;
  readonly period: PeriodId | null;
}

export type Speech =
  | {
      readonly kind: "said";
      readonly runs: readonly Run[];
      /** The rows that this sentence tells, in numbers or in words ("không phát sinh"). */
      readonly told: readonly IndicatorRef[];
    }
  /** `missing`: the blank rows for which the sentence was left out; none when it does not apply. */
  | { readonly kind: "unsaid"; readonly missing: readonly IndicatorRef[] };

const NOT_APPLICABLE: Speech = { kind: "unsaid", missing: [] };

export function gatherMaterial(outline: Outline, report: Report): Material {
  return {
    facts: resolveFacts(outline, report),
    words: new Map([...reportWords(report), ...unitWords(outline, report.edition)]),
    period: report.info.period,
  };
}

/** The sentence in the first of its wordings that can be said, beginning with a capital. */
export function say(sentence: Sentence, material: Material): Speech {
  let missing: readonly IndicatorRef[] = [];
  for (const wording of wordingsOf(sentence)) {
    const speech = tryWording(wording, material);
    if (speech.kind === "said") return speech;
    if (missing.length === 0) missing = speech.missing;
  }
  return { kind: "unsaid", missing: sentence.optional ? [] : missing };
}

/** A heading, which uses words only. */
export function sayHeading(heading: string, words: ReadonlyMap<string, string>): string {
  return renderMessage(heading, words)
    .map((run) => run.text)
    .join("");
}

function tryWording(wording: Wording, material: Material): Speech {
  const { facts, words, period } = material;
  const numberOf = (name: string): number | null => {
    const state = facts.get(name);
    return state?.kind === "known" ? state.argument.fact.value : null;
  };
  const isKnown = (name: string) => words.has(name) || facts.get(name)?.kind === "known";
  const conditions = (wording.when ?? []).map(knownCondition);
  if (conditions.some((condition) => holds(condition, numberOf, period) === false)) return NOT_APPLICABLE;
  const compared = conditions.flatMap((each) => (each.kind === "comparison" ? conditionNames(each) : []));
  const blank: IndicatorRef[] = [];
  for (const name of [...requiredNames(wording.text), ...compared]) {
    const state = facts.get(name);
    if (state?.kind === "blank") blank.push(...state.rows);
    else if (!isKnown(name)) return NOT_APPLICABLE;
  }
  if (blank.length > 0) return { kind: "unsaid", missing: unique(blank) };
  const message = withClauses(wording.text, isKnown);
  const named = messageNames(message);
  const values = new Map(named.map((name) => [name, argumentOf(name, material)]));
  const told = [...named, ...zeroes(conditions), ...(wording.tells ?? [])].flatMap((name) => {
    const state = facts.get(name);
    return state?.kind === "known" ? state.rows : [];
  });
  return { kind: "said", runs: capitalised(renderMessage(message, values)), told: unique(told) };
}

function argumentOf(name: string, { facts, words }: Material): Argument {
  const state = facts.get(name);
  return state?.kind === "known" ? state.argument : (words.get(name) ?? "");
}

/** Facts that a wording puts into words ("không có") because its condition says that they are 0. */
function zeroes(conditions: readonly Condition[]): readonly string[] {
  return conditions.flatMap((condition) =>
    condition.kind === "comparison" && condition.operator === "=" && condition.right === 0
      ? [condition.left]
      : [],
  );
}

/** @throws on a text that `outlineFaults` would have refused */
function knownCondition(text: string): Condition {
  const condition = parseCondition(text);
  if (condition === null) throw new Error(`No condition: ${text}`);
  return condition;
}

function capitalised(runs: readonly Run[]): readonly Run[] {
  const [first, ...rest] = runs;
  if (first === undefined || first.fact !== null) return runs;
  const [letter = "", ...others] = first.text;
  return [{ text: letter.toLocaleUpperCase("vi") + others.join(""), fact: null }, ...rest];
}

/** Each row once, in order. */
export function unique(rows: readonly IndicatorRef[]): readonly IndicatorRef[] {
  return rows.filter(
    (row, index) => rows.findIndex((other) => other.form === row.form && other.code === row.code) === index,
  );
}
