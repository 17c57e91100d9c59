import type { IndicatorRef } from "../forms/indicators.js";
import type { PeriodId } from "../forms/schema.js";
import { type EarlierReports, NO_EARLIER_REPORTS } from "../report/earlier-reports.js";
import type { Report } from "../report/report.js";
import { capital } from "../values/words.js";
import { type Changes, changesSince } from "./changes.js";
import { requiredNames, withClauses } from "./clauses.js";
import { type Condition, conditionNames, holds, parseCondition } from "./condition.js";
import { type FactState, numberOfState } from "./fact-state.js";
import { resolveFacts, unitWords } from "./facts.js";
import type { Lookup } from "./lookup.js";
import { type Argument, messageNames, renderMessage } from "./message.js";
import { indicatorsOf, type Origin, uniqueOrigins } from "./origin.js";
import { type Outline, type Sentence, type Wording, wordingsOf } from "./outline.js";
import { reportWords } from "./report-words.js";
import type { Run } from "./section.js";

/** All that the sentences of one outline can draw on in one report. */
export interface Material {
  readonly facts: Lookup<FactState>;
  readonly words: Lookup<Argument>;
  readonly thresholds: Readonly<Record<string, number>>;
  readonly period: PeriodId | null;
  readonly changes: Changes["all"];
}

export interface Said {
  readonly kind: "said";
  readonly runs: readonly Run[];
  /** The cells that this sentence tells, in numbers or in words ("không phát sinh"). */
  readonly told: readonly Origin[];
  /** The cells that must be right for the sentence to be true. */
  readonly rests: readonly Origin[];
}

type Speech =
  | Said
  /** `missing`: the blank rows for which the sentence was left out; none when it does not apply. */
  | { readonly kind: "unsaid"; readonly missing: readonly IndicatorRef[] };

const NOT_APPLICABLE: Speech = { kind: "unsaid", missing: [] };

export function gatherMaterial(
  outline: Outline,
  report: Report,
  earlier: EarlierReports = NO_EARLIER_REPORTS,
): Material {
  const facts = resolveFacts(outline, report);
  const changes = changesSince(outline, facts, report, earlier);
  return {
    facts: new Map([...facts, ...changes.facts]),
    words: new Map([...reportWords(report), ...unitWords(outline, report.edition), ...changes.words]),
    thresholds: outline.thresholds,
    period: report.info.period,
    changes: changes.all,
  };
}

/** The sentence in the first of its wordings that can be said, beginning with a capital. */
export function say(sentence: Sentence, material: Material): Speech {
  const speech = sayFirst(wordingsOf(sentence), material);
  if (speech.kind === "said") return { ...speech, runs: capitalised(speech.runs) };
  return sentence.optional ? NOT_APPLICABLE : speech;
}

/** The first of the wordings that can be said, as it is written. */
export function sayFirst(wordings: readonly Wording[], material: Material): Speech {
  let missing: readonly IndicatorRef[] = [];
  for (const wording of wordings) {
    const speech = tryWording(wording, material);
    if (speech.kind === "said") return speech;
    if (missing.length === 0) missing = speech.missing;
  }
  return { kind: "unsaid", missing };
}

/** A heading, which uses words only. */
export function sayHeading(heading: string, words: Material["words"]): string {
  const values = new Map(messageNames(heading).map((name) => [name, words.get(name) ?? ""]));
  return renderMessage(heading, values)
    .map((run) => run.text)
    .join("");
}

function tryWording(wording: Wording, material: Material): Speech {
  const { facts, words, thresholds, period } = material;
  const numberOf = (name: string): number | null =>
    Object.hasOwn(thresholds, name) ? (thresholds[name] ?? null) : numberOfState(facts.get(name));
  const isKnown = (name: string) =>
    words.has(name) || facts.get(name)?.kind === "known" || Object.hasOwn(thresholds, name);
  const conditions = (wording.when ?? []).map(knownCondition);
  if (conditions.some((condition) => holds(condition, numberOf, period) === false)) return NOT_APPLICABLE;
  const compared = conditions.flatMap((each) => (each.kind === "comparison" ? conditionNames(each) : []));
  const blank: Origin[] = [];
  for (const name of [...requiredNames(wording.text), ...compared]) {
    const state = facts.get(name);
    if (state?.kind === "blank") blank.push(...state.origins);
    else if (!isKnown(name)) return NOT_APPLICABLE;
  }
  if (blank.length > 0) return { kind: "unsaid", missing: indicatorsOf(uniqueOrigins(blank)) };
  const message = withClauses(wording.text, isKnown);
  const named = messageNames(message);
  const values = new Map(named.map((name) => [name, argumentOf(name, material)]));
  const known = (names: readonly string[]) =>
    names.flatMap((name) => {
      const state = facts.get(name);
      return state?.kind === "known" ? [state] : [];
    });
  const tells = [...named, ...zeroes(conditions), ...(wording.tells ?? [])];
  return {
    kind: "said",
    runs: renderMessage(message, values),
    told: uniqueOrigins(known(tells).flatMap(({ told }) => told)),
    rests: uniqueOrigins(known([...tells, ...compared]).flatMap(({ rests }) => rests)),
  };
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
  const known = conditions.get(text);
  if (known !== undefined) return known;
  const condition = parseCondition(text);
  if (condition === null) throw new Error(`No condition: ${text}`);
  conditions.set(text, condition);
  return condition;
}

const conditions = new Map<string, Condition>();

/** Beginning with a capital; a number stays as it is. */
export function capitalised(runs: readonly Run[]): readonly Run[] {
  const [first, ...rest] = runs;
  if (first === undefined || first.fact !== null) return runs;
  return [{ ...first, text: capital(first.text) }, ...rest];
}
