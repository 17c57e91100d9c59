import type ExcelJS from "exceljs";
import { parseRect, type Rect } from "../grid/rect.js";
import type { Json, Validation } from "../grid/validation.js";

/** The data validations of a sheet out of a file: lists, whole and decimal numbers. */
export function readValidations(source: ExcelJS.Worksheet): readonly Validation[] {
  const model = hasValidations(source) ? source.dataValidations.model : {};
  const columns = new Map<string, Validation>();
  for (const [address, validation] of Object.entries(model)) {
    const rect = parseRect(address.replace(/^range:/, ""));
    const rule = rect && ruleOf(validation);
    if (!rect || !rule) continue;
    const next = { rect, rule, ...textsOf(validation) };
    // The library lists cells one by one; runs down a column are put together again.
    const key = JSON.stringify([rect.left, rect.right, rule, next.prompt, next.errorAlert]);
    const above = columns.get(key);
    if (above && above.rect.bottom + 1 === rect.top)
      columns.set(key, { ...next, rect: joined(above.rect, rect) });
    else if (above) columns.set(`${key}${address}`, next);
    else columns.set(key, next);
  }
  return [...columns.values()];
}

/** A part that exceljs has but does not declare. */
interface WithValidations {
  readonly dataValidations: { readonly model: Readonly<Record<string, ExcelJS.DataValidation>> };
}

function hasValidations(source: object): source is WithValidations {
  return "dataValidations" in source && source.dataValidations !== undefined;
}

function joined(above: Rect, below: Rect): Rect {
  return { ...above, bottom: below.bottom };
}

function textsOf(
  validation: ExcelJS.DataValidation,
): Pick<Validation, "prompt" | "errorAlert" | "ignoreBlanks"> {
  const style = validation.errorStyle ?? "stop";
  return {
    ignoreBlanks: validation.allowBlank !== false,
    prompt: {
      showPrompt: validation.showInputMessage !== false,
      title: validation.promptTitle ?? "",
      message: validation.prompt ?? "",
    },
    errorAlert: {
      showAlert: validation.showErrorMessage !== false,
      style: style.charAt(0).toUpperCase() + style.slice(1),
      title: validation.errorTitle ?? "",
      message: validation.error ?? "",
    },
  };
}

function ruleOf(validation: ExcelJS.DataValidation): Readonly<Record<string, Json>> | null {
  const formulae = (validation.formulae ?? []).map((one) => String(one));
  const [first, second] = formulae;
  if (first === undefined) return null;
  if (validation.type === "list") {
    const source = first.startsWith('"') ? first.slice(1, -1) : `=${first}`;
    return { list: { inCellDropDown: true, source } };
  }
  if (validation.type !== "whole" && validation.type !== "decimal") return null;
  const bounds = {
    operator: OPERATORS[validation.operator ?? "between"] ?? "Between",
    formula1: bound(first),
  };
  const rule = second === undefined ? bounds : { ...bounds, formula2: bound(second) };
  return validation.type === "whole" ? { wholeNumber: rule } : { decimal: rule };
}

function bound(text: string): string | number {
  return Number.isNaN(Number(text)) ? `=${text}` : Number(text);
}

const OPERATORS: Readonly<Record<string, string | undefined>> = {
  between: "Between",
  notBetween: "NotBetween",
  equal: "EqualTo",
  notEqual: "NotEqualTo",
  greaterThan: "GreaterThan",
  lessThan: "LessThan",
  greaterThanOrEqual: "GreaterThanOrEqualTo",
  lessThanOrEqual: "LessThanOrEqualTo",
};
