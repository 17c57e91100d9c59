import { invalidArgument } from "./fault.js";
import { type Formula, readFormula } from "./formula.js";
import { type Rect, subtract } from "./rect.js";

/** A conditional format of the kind "use a formula": the only kind this host knows. */
export interface Condition {
  readonly id: string;
  /** The areas it applies to; the formula is relative to the first cell of `anchor`. */
  readonly areas: readonly Rect[];
  readonly anchor: Rect;
  /** Null until the add-in sets one. */
  readonly formula: Formula | null;
  readonly fill: string | null;
  readonly color: string | null;
  readonly bold: boolean | null;
  readonly italic: boolean | null;
  readonly stopIfTrue: boolean;
}

export function newCondition(id: string, rect: Rect): Condition {
  return {
    id,
    areas: [rect],
    anchor: rect,
    formula: null,
    fill: null,
    color: null,
    bold: null,
    italic: null,
    stopIfTrue: false,
  };
}

/** Reads the formula of a condition: with or without `=`, in en-US. */
export function conditionFormula(text: string): Formula {
  const formula = readFormula(text.trim().replace(/^=/, ""));
  if (!formula) throw invalidArgument("ConditionalFormatRule.formula", `Not a formula: ${text}`);
  return formula;
}

/** Takes the conditions off an area; what they cover elsewhere stays. */
export function withoutConditions(conditions: readonly Condition[], rect: Rect): readonly Condition[] {
  return conditions
    .map((condition) => ({ ...condition, areas: condition.areas.flatMap((area) => subtract(area, rect)) }))
    .filter((condition) => condition.areas.length > 0);
}
