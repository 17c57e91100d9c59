import { eachIndicator, type IndicatorKey, indicatorKey, refOf, rowKey } from "../forms/indicators.js";
import type { ExplicitRule } from "../forms/rule-schema.js";
import type { Edition, FilledIndicator, Form, Indicator } from "../forms/schema.js";
import { feedsOf, type TableFeed } from "../forms/tables.js";
import { amountRulesOfRow, wholesByPart } from "./kinds/amounts.js";
import { feedRules, relationRule } from "./kinds/crossings.js";
import { periodRules } from "./kinds/periods.js";
import { headingRules, valueRulesOfRow } from "./kinds/values.js";
import { cellsOf, type FormRule, isCellCheck } from "./rule.js";

/**
 * Every rule about an indicator that follows from an edition's declarations: type, range, choice,
 * ratio, total, part <= whole, agreement with the table that feeds it, comparison with the earlier
 * period. Nothing of this is written out by hand; what an edition writes out itself comes last of its
 * row. In printed order.
 */
export function deriveRules(edition: Edition): readonly FormRule[] {
  const feeds = feedsOf(edition);
  const { rules = [] } = edition;
  const order = new Map(
    [...eachIndicator(edition)].map(({ form, indicator }, place) => [
      indicatorKey(form.number, indicator.code),
      place,
    ]),
  );
  const place = ({ form, code }: FormRule) => order.get(indicatorKey(form, code)) ?? 0;
  const derived = edition.forms.flatMap((form) => formRules(form, feeds, rules));
  // Sorting keeps the order of those of one row.
  return [...derived, ...explicitRules(edition)].sort((a, b) => place(a) - place(b));
}

/** The rules that one form's declarations make, row by row. */
export function formRules(
  form: Form,
  feeds: readonly TableFeed[] = [],
  relations: readonly ExplicitRule[] = [],
): readonly FormRule[] {
  const wholes = wholesByPart(form);
  return form.indicators.flatMap((indicator) => {
    const { code } = indicator;
    const fed = feeds.filter(({ to }) => to.form === form.number && to.code === code);
    const beside = makesUp100With(indicatorKey(form.number, code), relations);
    return [...declarationsOf(form, indicator, wholes.get(code) ?? [], beside), ...feedRules(fed)].map(
      (declaration) => formRule(form.number, code, declaration),
    );
  });
}

/** The rows with which a row adds up to 100, as an edition declares. */
function makesUp100With(row: IndicatorKey, relations: readonly ExplicitRule[]): readonly IndicatorKey[] {
  return relations.flatMap(({ left, operator, right }) => {
    const [whole] = right.sum;
    const isHundred = typeof whole === "object" && "number" in whole && whole.number === 100;
    const rows = left.sum.flatMap((term) => (typeof term === "string" ? [rowKey(term)] : []));
    return operator === "=" && isHundred && rows.includes(row) ? rows.filter((key) => key !== row) : [];
  });
}

/** The relations that an edition declares itself. */
export function explicitRules(edition: Edition): readonly FormRule[] {
  return (edition.rules ?? []).map(explicitRule);
}

/** A relation that an edition declares; the first row on its left carries the finding. */
function explicitRule(rule: ExplicitRule): FormRule {
  const cells = [...rule.left.sum, ...rule.right.sum].flatMap((term) =>
    typeof term === "string" ? [rowKey(term)] : [],
  );
  const [own, ...others] = cells;
  if (own === undefined) throw new Error(`${rule.name} names no row`);
  const inputs = [own, ...others.filter((key, index) => key !== own && others.indexOf(key) === index)];
  return { ...relationRule(rule), ...refOf(own), inputs };
}

/** Field by field: a copy by spreading takes several times as long. */
function formRule(form: number, code: string, { id, severity, check }: Declaration): FormRule {
  const own = indicatorKey(form, code);
  const inputs = isCellCheck(check) ? [own, ...cellsOf(check)] : [own];
  return { id, severity, check, form, code, inputs };
}

type Declaration = Pick<FormRule, "id" | "severity" | "check">;

function declarationsOf(
  form: Form,
  indicator: Indicator,
  wholes: readonly string[],
  beside: readonly IndicatorKey[],
): readonly Declaration[] {
  if (indicator.kind === "heading") return headingRules();
  return [
    ...valueRulesOfRow(form.number, indicator, unitOf(form, indicator, wholes), beside),
    ...amountRulesOfRow(form.number, indicator, wholes),
    ...periodRules(indicator),
  ];
}

/** The printed unit of a row, or of the row that it is a part of: the plan and what was done of it. */
function unitOf(form: Form, indicator: FilledIndicator, wholes: readonly string[]): string | null {
  const printed = (row: Indicator | undefined) =>
    row === undefined || row.kind === "heading" || row.kind === "choice" ? null : row.unit;
  const rows = [indicator, ...form.indicators.filter(({ code }) => wholes.includes(code))];
  return rows.map(printed).find((unit) => unit !== null) ?? null;
}
