import { areaA1 } from "../../../values/address.js";
import type { ValidationPlan } from "../../../workbook/plan.js";
import { encodeAttribute, encodeXml } from "../xml/text.js";

/**
 * The `dataValidations` element (ECMA-376 Part 1, 18.3.1.33) of a sheet; `p` stands before each name. */
export function validationsXml(p: string, validations: readonly ValidationPlan[]): string {
  const each = validations.map((validation) => validationXml(p, validation)).join("");
  return `<${p}dataValidations count="${validations.length}">${each}</${p}dataValidations>`;
}

function validationXml(p: string, { area, allow, prompt, error }: ValidationPlan): string {
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
    `errorTitle="${encodeAttribute(error.title)}"`,
    `error="${encodeAttribute(error.message)}"`,
    `promptTitle="${encodeAttribute(prompt.title)}"`,
    `prompt="${encodeAttribute(prompt.message)}"`,
    `sqref="${areaA1(area)}"`,
  ];
  const formulas = formulasOf(allow).map(
    (formula, index) => `<${p}formula${index + 1}>${encodeXml(formula)}</${p}formula${index + 1}>`,
  );
  return `<${p}dataValidation ${attributes.join(" ")}>${formulas.join("")}</${p}dataValidation>`;
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
