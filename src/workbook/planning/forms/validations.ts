import { printedUnit } from "../../../forms/indicators.js";
import type { FilledIndicator, Indicator } from "../../../forms/schema.js";
import type { Rectangle } from "../../../values/address.js";
import { LONGEST_ERROR, LONGEST_PROMPT } from "../../../values/sheet-limits.js";
import type { ValidationPlan } from "../../plan.js";

type Validation = Omit<ValidationPlan, "area">;

const ERROR_TITLE = "Xem lại số vừa nhập";

/**
 * What Excel itself checks while the officer types, and the prompt beside the cell. Only a choice
 * is refused outright: the list stands at hand and any other entry is wrong. Numbers are only
 * asked about, because officers also type `-` or `Không` where there is nothing to count, which the
 * add-in reads as 0, and because Excel cannot tell these from a slip. Null for rows without a check.
 *
 * @param nameOfRow how the prompt names another row of the form, by its code
 */
export function validationOf(
  indicator: Indicator,
  nameOfRow: (code: string) => string = (code) => code,
): Validation | null {
  const allowed = allowedOf(indicator, nameOfRow);
  if (allowed === null) return null;
  const { prompt, error } = allowed;
  return {
    ...allowed,
    prompt: { ...prompt, message: shortened(subjectNote(indicator) ?? prompt.message, LONGEST_PROMPT) },
    error: { ...error, message: shortened(error.message, LONGEST_ERROR) },
  };
}

/** Excel refuses longer texts; an office's own choices and labels may be of any length. */
function shortened(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 4).trimEnd()} ...`;
}

function allowedOf(indicator: Indicator, nameOfRow: (code: string) => string): Validation | null {
  switch (indicator.kind) {
    case "heading":
    case "text":
      return null;
    case "count":
      return {
        allow: { kind: "whole", minimum: 0 },
        prompt: { title: "Số lượng", message: "Ghi số nguyên. Không phát sinh thì ghi 0." },
        error: {
          title: ERROR_TITLE,
          message:
            "Ô này ghi số nguyên từ 0 trở lên, không kèm chữ hay đơn vị tính. Không phát sinh thì ghi 0.",
          style: "warning",
        },
      };
    case "money":
      return {
        allow: { kind: "decimal", minimum: 0, maximum: null },
        prompt: {
          title: "Số tiền",
          message:
            indicator.unit === null
              ? "Chỉ ghi số, cùng đơn vị tính với dòng trên."
              : `Chỉ ghi số, đơn vị tính: ${indicator.unit}.`,
        },
        error: {
          title: ERROR_TITLE,
          message: "Ô này ghi số tiền từ 0 trở lên, không kèm chữ hay đơn vị tính.",
          style: "warning",
        },
      };
    case "ratio":
      return {
        allow: { kind: "decimal", minimum: 0, maximum: 100 },
        prompt: { title: "Tỷ lệ (%)", message: ratioPrompt(indicator, nameOfRow) },
        error: {
          title: ERROR_TITLE,
          message:
            "Tỷ lệ nằm trong khoảng từ 0 đến 100 và không kèm dấu %. Nếu gõ 98,16 mà bị nhắc thì máy đang dùng dấu chấm cho số thập phân: gõ 98.16.",
          style: "warning",
        },
      };
    case "choice": {
      const choices = printedUnit(indicator).replaceAll("\n", "; ");
      return {
        allow: { kind: "list", items: indicator.choices.map((choice) => String(choice.value)) },
        prompt: { title: "Chọn một số trong danh sách", message: `${choices}.` },
        error: {
          title: "Chỉ nhận số trong danh sách",
          message: `Chỉ ghi con số: ${choices}. Chưa rõ thì để trống.`,
          style: "stop",
        },
      };
    }
  }
}

function ratioPrompt(
  indicator: FilledIndicator & { kind: "ratio" },
  nameOfRow: (code: string) => string,
): string {
  const { ratio, reduction } = indicator;
  if (ratio !== undefined) {
    return `Ô này tự tính: dòng ${nameOfRow(ratio.numerator)} chia dòng ${nameOfRow(ratio.denominator)}. Có thể ghi đè.`;
  }
  if (reduction !== undefined) {
    return `Ô này tự tính: mức giảm từ dòng ${nameOfRow(reduction.from)} xuống dòng ${nameOfRow(reduction.to)}. Có thể ghi đè.`;
  }
  return "Ghi số từ 0 đến 100, không ghi dấu %.";
}

function subjectNote(indicator: Indicator): string | null {
  switch (indicator.subject) {
    case "commune":
      return null;
    case "district":
      return "Số liệu của cấp huyện; UBND cấp xã không phải ghi dòng này.";
    case "province":
      return "Số liệu của cấp tỉnh; UBND cấp xã không phải ghi dòng này.";
  }
}

/** One validation for each stretch of neighbouring rows that share it. */
export function mergeValidations(validations: readonly ValidationPlan[]): readonly ValidationPlan[] {
  const merged: ValidationPlan[] = [];
  for (const validation of validations) {
    const last = merged.at(-1);
    if (last !== undefined && continues(last, validation)) {
      merged[merged.length - 1] = { ...last, area: { ...last.area, bottom: validation.area.bottom } };
    } else {
      merged.push(validation);
    }
  }
  return merged;
}

function continues(above: ValidationPlan, below: ValidationPlan): boolean {
  const { area: upper, ...one } = above;
  const { area: lower, ...other } = below;
  return isBeneath(upper, lower) && JSON.stringify(one) === JSON.stringify(other);
}

function isBeneath(upper: Rectangle, lower: Rectangle): boolean {
  return upper.bottom + 1 === lower.top && upper.left === lower.left && upper.right === lower.right;
}
