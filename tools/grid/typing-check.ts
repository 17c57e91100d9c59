import type { Grid } from "./grid.js";
import { rectOf } from "./rect.js";
import type { Sheet } from "./sheet.js";
import { readTyped } from "./typed-text.js";
import { type Json, validationOf } from "./validation.js";

/** How Excel took what was typed: into the cell, or not, with the message it shows. */
export type TypingOutcome =
  | { readonly accepted: true }
  | { readonly accepted: false; readonly title: string; readonly message: string };

type Refusal = Extract<TypingOutcome, { accepted: false }>;

const DEFAULT_TITLE = "Microsoft Excel";
const DEFAULT_MESSAGE = "Giá trị này không khớp với ràng buộc xác thực dữ liệu được xác định cho ô này.";

/**
 * Whether Excel lets text into a cell that has a data validation. Only "stop" alerts keep it out;
 * formulas are let in. Null: allowed.
 */
export function allows(grid: Grid, sheet: Sheet, row: number, column: number, text: string): Refusal | null {
  const found = validationOf(sheet.validations, rectOf(row, column));
  if (found === "none" || found === "mixed" || text.startsWith("=")) return null;
  if (text === "" && found.ignoreBlanks) return null;
  const alert = found.errorAlert;
  const stops = (alert.style ?? "Stop") === "Stop" && alert.showAlert !== false;
  if (!stops || fits(grid, text, found.rule)) return null;
  return {
    accepted: false,
    title: typeof alert.title === "string" && alert.title ? alert.title : DEFAULT_TITLE,
    message: typeof alert.message === "string" && alert.message ? alert.message : DEFAULT_MESSAGE,
  };
}

function fits(grid: Grid, text: string, rule: Readonly<Record<string, Json>>): boolean {
  const { value } = readTyped(text, grid.region, grid.today());
  const list = fields(rule.list);
  if (list && typeof list.source === "string" && !list.source.startsWith("=")) {
    return list.source.split(",").some((item) => item.trim() === text.trim());
  }
  const whole = fields(rule.wholeNumber);
  if (whole) return typeof value === "number" && Number.isInteger(value) && inBounds(value, whole);
  const decimal = fields(rule.decimal);
  if (decimal) return typeof value === "number" && inBounds(value, decimal);
  return true;
}

function inBounds(value: number, rule: Readonly<Record<string, Json>>): boolean {
  const first = Number(rule.formula1);
  const second = Number(rule.formula2);
  switch (rule.operator) {
    case "Between":
      return value >= first && value <= second;
    case "NotBetween":
      return value < first || value > second;
    case "EqualTo":
      return value === first;
    case "NotEqualTo":
      return value !== first;
    case "GreaterThan":
      return value > first;
    case "LessThan":
      return value < first;
    case "GreaterThanOrEqualTo":
      return value >= first;
    case "LessThanOrEqualTo":
      return value <= first;
    default:
      return true;
  }
}

function fields(value: Json | undefined): Readonly<Record<string, Json>> | null {
  return value && typeof value === "object" && !isList(value) ? value : null;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
