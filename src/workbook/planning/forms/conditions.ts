import type { AmountIndicator, Form, Indicator } from "../../../forms/schema.js";
import type { ConditionPlan, Rectangle } from "../../plan.js";
import { ratioQuotient } from "../formulas.js";
import { colors } from "../styles.js";

/** Binary fractions lose a little; a smaller difference is none. */
export const EPSILON = "1E-9";

/**
 * What the sheet shows by itself, without the pane: cells that turn pink. The conditions say what
 * the rules `value.negative`, `ratio.mismatch`, `part.exceeds` and `total.mismatch` say, for cells
 * that hold numbers; text, which only the rules can read, is left alone.
 *
 * @param cellOf reference of a row's result cell, by its code
 * @param areaOf the same cell as an area of the sheet
 * @param values the result cells of the whole form
 */
export function conditionsOf(
  form: Form,
  cellOf: (code: string) => string,
  areaOf: (code: string) => Rectangle,
  values: Rectangle,
): readonly ConditionPlan[] {
  const negative = cellOf(form.indicators[0]?.code ?? "");
  return [
    condition(values, `AND(ISNUMBER(${negative}),${negative}<0)`),
    ...form.indicators.flatMap((indicator) =>
      formulasOf(indicator, form, cellOf).map((formula) => condition(areaOf(indicator.code), formula)),
    ),
  ];
}

/** Cells of an area that turn pink while the formula (relative to its first cell) is true. */
export function condition(area: Rectangle, formula: string): ConditionPlan {
  return { area, formula, fill: colors.errorFill, color: colors.errorText };
}

function formulasOf(indicator: Indicator, form: Form, cellOf: (code: string) => string): readonly string[] {
  const own = cellOf(indicator.code);
  const formulas = wholesOf(form, indicator.code).map((whole) => exceeds(own, cellOf(whole)));
  if (indicator.kind === "ratio") {
    const quotient = ratioQuotient(indicator, cellOf);
    if (quotient !== null) formulas.push(ratioDisagrees(own, quotient.parts[1], quotient.exact));
  }
  if (isAmount(indicator) && indicator.parts !== undefined) {
    const parts = indicator.parts.codes.map(cellOf).join(",");
    // With text among the parts the sum is not known; with all of them blank there is nothing to say.
    const known = `ISNUMBER(${own}),COUNT(${parts})>0,COUNT(${parts})=COUNTA(${parts})`;
    const gap = `SUM(${parts})-${own}`;
    formulas.push(
      indicator.parts.relation === "equal"
        ? `AND(${known},ABS(${gap})>${EPSILON})`
        : `AND(${known},${gap}>${EPSILON})`,
    );
  }
  return formulas;
}

/** True when a part is larger than its whole; text and blanks are left alone. */
export function exceeds(part: string, whole: string): string {
  return `AND(ISNUMBER(${part}),ISNUMBER(${whole}),${part}-${whole}>${EPSILON})`;
}

/**
 * True when the stated ratio is neither the true one rounded nor cut to the decimals it shows (0, 1
 * or 2): with `u` the unit of its last decimal, the gap must lie in [-u/2, u). A ratio typed as
 * `88%`, which Excel keeps as 0.88, passes too. A denominator of 0 makes the formula an error,
 * which counts as false.
 */
export function ratioDisagrees(stated: string, other: string, exact: string): string {
  const unit = `IF(${stated}=ROUND(${stated},0),1,IF(${stated}=ROUND(${stated},1),0.1,0.01))`;
  const gap = `${exact}-${stated}`;
  return [
    `AND(ISNUMBER(${stated}),ISNUMBER(${other})`,
    `OR(${gap}<-${unit}/2-${EPSILON},${gap}>=${unit}-${EPSILON})`,
    `ABS(${exact}-100*${stated})>=0.5)`,
  ].join(",");
}

/** The rows that one row may not exceed: its total, its superset, its ratio's denominator. */
function wholesOf(form: Form, code: string): readonly string[] {
  const wholes = form.indicators.flatMap((indicator) => {
    const found: string[] = [];
    if (isAmount(indicator)) {
      if (indicator.parts?.codes.includes(code)) found.push(indicator.code);
      if (indicator.code === code && indicator.atMost !== undefined) found.push(indicator.atMost);
    }
    if (indicator.kind === "ratio") {
      if (indicator.ratio?.numerator === code) found.push(indicator.ratio.denominator);
      if (indicator.reduction?.to === code) found.push(indicator.reduction.from);
    }
    return found;
  });
  return [...new Set(wholes)];
}

function isAmount(indicator: Indicator): indicator is AmountIndicator {
  return indicator.kind === "count" || indicator.kind === "money";
}
