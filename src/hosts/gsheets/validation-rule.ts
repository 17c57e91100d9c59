import { a1 } from "../../values/address.js";
import type { ValidationPlan } from "../../workbook/plan.js";
import { localFormula, localNumber } from "./locale.js";
import type { BooleanCondition, DataValidationRule } from "./wire.js";

/**
 * What may be typed into an area. Sheets has one help text instead of a prompt and an error of one's
 * own, and no whole numbers: a formula stands for them.
 */
export function validationRule(plan: ValidationPlan, locale: string): DataValidationRule {
  const { allow, prompt, error } = plan;
  return {
    condition: conditionOf(plan, locale),
    inputMessage: `${prompt.title}: ${prompt.message}`,
    strict: error.style === "stop",
    ...(allow.kind === "list" ? { showCustomUi: true } : {}),
  };
}

function conditionOf({ allow, area }: ValidationPlan, locale: string): BooleanCondition {
  const values = (...texts: readonly string[]) => texts.map((userEnteredValue) => ({ userEnteredValue }));
  switch (allow.kind) {
    case "list":
      return { type: "ONE_OF_LIST", values: values(...allow.items) };
    case "whole": {
      const cell = a1({ row: area.top, column: area.left });
      const formula = `AND(ISNUMBER(${cell}),${cell}=INT(${cell}),${cell}>=${allow.minimum})`;
      return { type: "CUSTOM_FORMULA", values: values(localFormula(formula, locale)) };
    }
    case "decimal": {
      const minimum = localNumber(allow.minimum, locale);
      if (allow.maximum === null) return { type: "NUMBER_GREATER_THAN_EQ", values: values(minimum) };
      return { type: "NUMBER_BETWEEN", values: values(minimum, localNumber(allow.maximum, locale)) };
    }
  }
}
