import { keepRule, placeOf, type RangePlace } from "./handles.js";
import { strict } from "./strict.js";

/** A data validation as a script builds it. */
export interface BuiltValidation {
  readonly allowInvalid: boolean;
  readonly helpText: string;
  readonly criterion:
    | { readonly kind: "list"; readonly items: readonly string[] }
    | { readonly kind: "formula"; readonly formula: string }
    | { readonly kind: "between"; readonly minimum: number; readonly maximum: number }
    | { readonly kind: "at-least"; readonly minimum: number };
}

/** A conditional format as a script builds it. */
export interface BuiltCondition {
  readonly formula: string;
  readonly places: readonly RangePlace[];
  readonly fill: string | null;
  readonly color: string | null;
}

export function validationBuilder() {
  let allowInvalid = true;
  let helpText = "";
  let criterion: BuiltValidation["criterion"] | null = null;
  const finite = (value: number) => {
    if (!Number.isFinite(value))
      throw new Error(`The parameters (${value}) don't match the method signature.`);
    return value;
  };
  const builder = strict("DataValidationBuilder", {
    setAllowInvalid: (value: boolean) => {
      allowInvalid = value;
      return builder;
    },
    setHelpText: (text: string) => {
      helpText = text;
      return builder;
    },
    requireValueInList: (items: readonly string[], _dropdown: boolean) => {
      if (items.length > 500)
        throw new Error("The data validation rule has more items than the limit of 500.");
      criterion = { kind: "list", items };
      return builder;
    },
    requireFormulaSatisfied: (formula: string) => {
      criterion = { kind: "formula", formula };
      return builder;
    },
    requireNumberBetween: (minimum: number, maximum: number) => {
      criterion = { kind: "between", minimum: finite(minimum), maximum: finite(maximum) };
      return builder;
    },
    requireNumberGreaterThanOrEqualTo: (minimum: number) => {
      criterion = { kind: "at-least", minimum: finite(minimum) };
      return builder;
    },
    build: () => {
      if (criterion === null) throw new Error("The data validation rule has no criterion.");
      const rule: BuiltValidation = { allowInvalid, helpText, criterion };
      return keepRule(strict("DataValidation", {}), rule);
    },
  });
  return builder;
}

export function conditionBuilder() {
  let formula = "";
  let places: readonly RangePlace[] = [];
  let fill: string | null = null;
  let color: string | null = null;
  const builder = strict("ConditionalFormatRuleBuilder", {
    whenFormulaSatisfied: (text: string) => {
      if (!text.startsWith("=")) throw new Error("Conditional format rule formula must start with =.");
      formula = text;
      return builder;
    },
    setRanges: (ranges: readonly object[]) => {
      places = ranges.map(placeOf);
      return builder;
    },
    setBackground: (hex: string) => {
      fill = hex;
      return builder;
    },
    setFontColor: (hex: string) => {
      color = hex;
      return builder;
    },
    build: () => {
      if (formula === "" || places.length === 0) throw new Error("Conditional format rule is incomplete.");
      const rule: BuiltCondition = { formula, places, fill, color };
      return keepRule(strict("ConditionalFormatRule", {}), rule);
    },
  });
  return builder;
}
