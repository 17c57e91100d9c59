import { findIndicator, type IndicatorKey, refOf } from "../../../forms/indicators.js";
import type { Edition, Form } from "../../../forms/schema.js";
import { explicitRules, formRules } from "../../../rules/derive.js";
import type { Severity } from "../../../rules/facts.js";
import { formulaOf, relationFormulaOf } from "../../../rules/formula-of.js";
import { isCellCheck } from "../../../rules/rule.js";
import type { Rectangle } from "../../../values/address.js";
import type { ConditionPlan } from "../../plan.js";
import { colors } from "../styles.js";

/**
 * What the sheet shows by itself, without the pane: cells that turn pink while a rule of the form
 * fails that a formula can tell. Rules and formulas are made from the same declarations.
 *
 * @param cellOf reference of a row's result cell, by its code
 * @param areaOf the same cell as an area of the sheet
 */
export function conditionsOf(
  form: Form,
  cellOf: (code: string) => string,
  areaOf: (code: string) => Rectangle,
): readonly ConditionPlan[] {
  const cells = (key: IndicatorKey) => [cellOf(refOf(key).code)];
  const negative = formulaOf<IndicatorKey>(
    { kind: "not-negative" },
    { own: cellOf(form.indicators[0]?.code ?? ""), cells },
  );
  const [first, last] = [form.indicators[0], form.indicators.at(-1)];
  if (first === undefined || last === undefined || negative === null) return [];
  const values = { ...areaOf(first.code), bottom: areaOf(last.code).bottom };
  return [
    // One condition for the whole column, choices and ratios too.
    condition(values, negative),
    ...formRules(form).flatMap(({ code, check }) => {
      if (check.kind === "not-negative" || !isCellCheck(check)) return [];
      const formula = formulaOf(check, { own: cellOf(code), cells });
      return formula === null ? [] : [condition(areaOf(code), formula)];
    }),
  ];
}

/**
 * The same for the relations between rows that an edition declares and that a row of this form carries:
 * pink for an error, amber where real life may break it.
 *
 * @param cellOf reference of any row's result cell, from this form's sheet
 */
export function relationConditionsOf(
  edition: Edition,
  form: Form,
  cellOf: (key: IndicatorKey) => string,
  areaOf: (code: string) => Rectangle,
): readonly ConditionPlan[] {
  const isRatio = (key: IndicatorKey) => findIndicator(edition, refOf(key))?.kind === "ratio";
  return explicitRules(edition).flatMap(({ form: number, code, severity, check }) => {
    if (number !== form.number || check.kind !== "relation" || severity === "info") return [];
    const formula = relationFormulaOf(check.rule, { cellOf, isRatio });
    if (formula === null) return [];
    return [condition(areaOf(code), formula, severity)];
  });
}

/** Cells of an area that turn pink, amber for warnings, while the formula (relative to its first cell) is true. */
export function condition(area: Rectangle, formula: string, severity: Severity = "error"): ConditionPlan {
  return severity === "error"
    ? { area, formula, fill: colors.errorFill, color: colors.errorText }
    : { area, formula, fill: colors.warningFill, color: colors.warningText };
}
