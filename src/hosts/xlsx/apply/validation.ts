import { areaA1 } from "../../../values/address.js";
import type { ValidationPlan } from "../../../workbook/plan.js";
import { encodeXml } from "../package/xml.js";

/**
 * The `dataValidations` element (ECMA-376 Part 1, 18.3.1.33) of a sheet. Written here and not by the
 * library, which spreads every area over its cells.
 */
export function validationsXml(validations: readonly ValidationPlan[]): string {
  return `<dataValidations count="${validations.length}">${validations.map(validationXml).join("")}</dataValidations>`;
}

function validationXml({ area, allow, prompt, error }: ValidationPlan): string {
  const attributes = [
    `type="${allow.kind}"`,
    ...(error.style === "stop" ? [] : [`errorStyle="${error.style}"`]),
    ...("maximum" in allow && allow.maximum !== null ? ['operator="between"'] : []),
    ...(allow.kind !== "list" && !("maximum" in allow && allow.maximum !== null)
      ? ['operator="greaterThanOrEqual"']
      : []),
    'allowBlank="1"',
    'showInputMessage="1"',
    'showErrorMessage="1"',
    `errorTitle="${text(error.title)}"`,
    `error="${text(error.message)}"`,
    `promptTitle="${text(prompt.title)}"`,
    `prompt="${text(prompt.message)}"`,
    `sqref="${areaA1(area)}"`,
  ];
  const formulas = formulasOf(allow).map(
    (formula, index) => `<formula${index + 1}>${encodeXml(formula)}</formula${index + 1}>`,
  );
  return `<dataValidation ${attributes.join(" ")}>${formulas.join("")}</dataValidation>`;
}

function formulasOf(allow: ValidationPlan["allow"]): readonly string[] {
  switch (allow.kind) {
    case "list":
      return [`"${allow.items.join(",")}"`];
    case "whole":
      return [String(allow.minimum)];
    case "decimal":
      return allow.maximum === null
        ? [String(allow.minimum)]
        : [String(allow.minimum), String(allow.maximum)];
  }
}

/** Line breaks in an attribute survive only as character references. */
function text(value: string): string {
  return encodeXml(value).replaceAll("\n", "&#10;");
}
