import { indicatorKey, isAmount, refOf, rowKey } from "../forms/indicators.js";
import type { ExplicitRule } from "../forms/rule-schema.js";
import type {
  AmountIndicator,
  ChoiceIndicator,
  Edition,
  FilledIndicator,
  Form,
  Indicator,
  RatioIndicator,
} from "../forms/schema.js";
import { feedsOf, type TableFeed } from "../forms/tables.js";
import { cellsOf, declare, type FormRule, isCellCheck, type RatioParts } from "./rule.js";

/**
 * Every rule about an indicator that follows from an edition's declarations: type, range, choice,
 * ratio, total, part <= whole, agreement with the table that feeds it, comparison with the earlier
 * period. Nothing of this is written out by hand; what an edition writes out itself comes last.
 */
export function deriveRules(edition: Edition): readonly FormRule[] {
  const feeds = feedsOf(edition);
  return [
    ...edition.forms.flatMap((form) => formRules(form, feeds)),
    ...(edition.rules ?? []).map(explicitRule),
  ];
}

/** The rules that one form's declarations make, row by row. */
export function formRules(form: Form, feeds: readonly TableFeed[] = []): readonly FormRule[] {
  const wholes = wholesByPart(form);
  return form.indicators.flatMap((indicator) => {
    const { code } = indicator;
    const fed = feeds.filter(({ to }) => to.form === form.number && to.code === code);
    return [
      ...declarationsOf(form.number, indicator, wholes.get(code) ?? []),
      ...fed.map((feed) => declare(feed.severity, { kind: "fed", feed } as const)),
    ].map((declaration) => formRule(form.number, code, declaration));
  });
}

/** A relation that an edition declares; the first row on its left carries the finding. */
function explicitRule(rule: ExplicitRule): FormRule {
  const cells = [...rule.left.sum, ...rule.right.sum].flatMap((term) =>
    typeof term === "string" ? [rowKey(term)] : [],
  );
  const [own, ...others] = cells;
  if (own === undefined) throw new Error(`${rule.name} names no row`);
  const inputs = [own, ...others.filter((key, index) => key !== own && others.indexOf(key) === index)];
  return { ...declare(rule.severity, { kind: "relation", rule } as const), ...refOf(own), inputs };
}

function formRule(form: number, code: string, declaration: Declaration): FormRule {
  const own = indicatorKey(form, code);
  return {
    ...declaration,
    form,
    code,
    inputs: [own, ...(isCellCheck(declaration.check) ? cellsOf(declaration.check) : [])],
  };
}

/** For each row of a form the rows it may not exceed: its total, its superset, its ratio's denominator. */
function wholesByPart(form: Form): ReadonlyMap<string, readonly string[]> {
  const wholes = new Map<string, string[]>();
  const add = (part: string, whole: string) => {
    const known = wholes.get(part) ?? [];
    if (!known.includes(whole)) wholes.set(part, [...known, whole]);
  };
  for (const indicator of form.indicators) {
    if (isAmount(indicator)) {
      for (const part of indicator.parts?.codes ?? []) add(part, indicator.code);
      if (indicator.atMost !== undefined) add(indicator.code, indicator.atMost);
    }
    if (indicator.kind === "ratio") {
      if (indicator.ratio !== undefined) add(indicator.ratio.numerator, indicator.ratio.denominator);
      if (indicator.reduction !== undefined) add(indicator.reduction.to, indicator.reduction.from);
    }
  }
  return wholes;
}

type Declaration = Pick<FormRule, "id" | "severity" | "check">;

function declarationsOf(
  form: number,
  indicator: Indicator,
  wholes: readonly string[],
): readonly Declaration[] {
  if (indicator.kind === "heading") return [declare("info", { kind: "empty" })];
  return [
    ...valueRules(form, indicator),
    ...(indicator.kind === "ratio" ? ratioRules(form, indicator) : []),
    ...(isAmount(indicator) ? totalRules(form, indicator) : []),
    ...wholes.map((whole) => declare("error", { kind: "within", whole: indicatorKey(form, whole) })),
    ...earlierRules(indicator),
  ];
}

function valueRules(form: number, indicator: FilledIndicator): readonly Declaration[] {
  const rules: Declaration[] = [declare("error", { kind: "readable" })];
  if (indicator.kind !== "text") {
    rules.push(declare("warning", { kind: "one-reading" }), declare("info", { kind: "stored-as-number" }));
  }
  if (isAmount(indicator)) {
    rules.push(declare("error", { kind: "not-negative" }));
  }
  if (indicator.kind === "count") rules.push(declare("error", { kind: "whole" }));
  if (indicator.kind === "ratio") rules.push(declare("error", { kind: "percent-range" }));
  if (indicator.kind === "ratio" && ratioParts(form, indicator) === null) {
    rules.push(declare("warning", { kind: "not-fraction" }));
  }
  if (indicator.kind === "money") {
    const factor = unitFactor(indicator.unit);
    if (factor !== null) {
      rules.push(declare("warning", { kind: "unit-size", unit: indicator.unit ?? "", factor }));
    }
  }
  if (indicator.kind === "choice") rules.push(choiceRule(indicator));
  if (isRequired(indicator)) {
    const when = indicator.requiredWhen;
    const condition =
      when === undefined ? null : { cell: indicatorKey(form, when.code), equals: when.equals };
    rules.push(declare("warning", { kind: "filled", when: condition }));
  }
  return rules;
}

/** How many đồng a printed unit of money stands for; null for none, and for đồng itself. */
function unitFactor(unit: string | null): number | null {
  const words = (unit ?? "").toLowerCase();
  if (/tỷ|tỉ/.test(words)) return 1e9;
  if (words.includes("triệu")) return 1e6;
  return /nghìn|ngàn/.test(words) ? 1e3 : null;
}

function choiceRule(indicator: ChoiceIndicator): Declaration {
  const values = indicator.choices.map((choice) => choice.value);
  return declare("error", { kind: "choice", values });
}

/**
 * True for the rows that a commune must fill: its own, not optional. A ratio with declared parts is
 * not asked for by itself; `ratio.missing` asks once the parts are there.
 */
export function isRequired(indicator: Indicator): boolean {
  if (indicator.kind === "heading" || indicator.optional || indicator.subject !== "commune") return false;
  return indicator.kind !== "ratio" || (indicator.ratio === undefined && indicator.reduction === undefined);
}

function ratioRules(form: number, indicator: RatioIndicator): readonly Declaration[] {
  const of = ratioParts(form, indicator);
  if (of === null) return [];
  return [
    declare("error", { kind: "ratio", of }),
    declare("warning", { kind: "ratio-undefined", of }),
    declare("warning", { kind: "ratio-filled", of }),
  ];
}

/** The two rows a ratio is made from, or null where they are no rows of the form. */
export function ratioParts(form: number, indicator: RatioIndicator): RatioParts | null {
  const { ratio, reduction } = indicator;
  if (ratio !== undefined) {
    return {
      kind: "share",
      numerator: indicatorKey(form, ratio.numerator),
      denominator: indicatorKey(form, ratio.denominator),
    };
  }
  if (reduction !== undefined) {
    return {
      kind: "reduction",
      numerator: indicatorKey(form, reduction.to),
      denominator: indicatorKey(form, reduction.from),
    };
  }
  return null;
}

function totalRules(form: number, indicator: AmountIndicator): readonly Declaration[] {
  if (indicator.parts === undefined) return [];
  const parts = indicator.parts.codes.map((code) => indicatorKey(form, code));
  return indicator.parts.relation === "equal"
    ? [declare("error", { kind: "sum", parts })]
    : [declare("error", { kind: "sum-within", parts })];
}

/** Ratios fall when a plan grows; only amounts cannot fall below what they count again. */
function earlierRules(indicator: FilledIndicator): readonly Declaration[] {
  if (!isAmount(indicator)) return [];
  const { span } = indicator;
  const counts = span === "cumulative" ? "since-new-year" : "in-window";
  return [
    ...(span === "moment" ? [] : [declare("warning", { kind: "not-below-earlier", counts } as const)]),
    declare("info", { kind: "in-line-with-earlier", span } as const),
  ];
}
