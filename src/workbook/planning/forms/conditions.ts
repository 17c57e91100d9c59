import { type IndicatorKey, refOf } from "../../../forms/indicators.js";
import type { Form } from "../../../forms/schema.js";
import { formRules } from "../../../rules/derive.js";
import { formulaOf } from "../../../rules/formula-of.js";
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

/** Cells of an area that turn pink while the formula (relative to its first cell) is true. */
export function condition(area: Rectangle, formula: string): ConditionPlan {
  return { area, formula, fill: colors.errorFill, color: colors.errorText };
}
