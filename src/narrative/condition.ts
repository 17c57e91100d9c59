import type { PeriodId } from "../forms/schema.js";

/**
 * When a wording applies, as an outline writes it: `late > 0`, `done = planned`, `has rate`,
 * `no rate`, `period is year`, `period is not year`.
 */
export type Condition =
  | { readonly kind: "presence"; readonly name: string; readonly present: boolean }
  | { readonly kind: "period"; readonly period: string; readonly same: boolean }
  | {
      readonly kind: "comparison";
      readonly left: string;
      readonly operator: Operator;
      /** A number or the name of another fact. */
      readonly right: number | string;
    };

type Operator = "=" | "!=" | "<" | "<=" | ">" | ">=";

const PRESENCE = /^(has|no) ([a-z][A-Za-z0-9]*)$/;
const PERIOD = /^period is (not )?([a-z0-9-]+)$/;
const COMPARISON = /^([a-z][A-Za-z0-9]*) (=|!=|<|<=|>|>=) (?:(\d+(?:\.\d+)?)|([a-z][A-Za-z0-9]*))$/;

/** The condition that a text states, or null when it states none. */
export function parseCondition(text: string): Condition | null {
  const presence = PRESENCE.exec(text);
  if (presence?.[2] !== undefined) {
    return { kind: "presence", name: presence[2], present: presence[1] === "has" };
  }
  const period = PERIOD.exec(text);
  if (period?.[2] !== undefined) {
    return { kind: "period", period: period[2], same: period[1] === undefined };
  }
  const comparison = COMPARISON.exec(text);
  if (comparison === null) return null;
  const [, left, operator, number, name] = comparison;
  const right = number === undefined ? name : Number(number);
  if (left === undefined || right === undefined || !isOperator(operator)) return null;
  return { kind: "comparison", left, operator, right };
}

/** Every fact that a condition speaks of. */
export function conditionNames(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case "presence":
      return [condition.name];
    case "period":
      return [];
    case "comparison":
      return typeof condition.right === "string" ? [condition.left, condition.right] : [condition.left];
  }
}

/**
 * Whether the condition holds. Null when it compares a fact that has no value: then nobody can say.
 *
 * @param numberOf a fact's value, or null where it has none
 */
export function holds(
  condition: Condition,
  numberOf: (name: string) => number | null,
  period: PeriodId | null,
): boolean | null {
  switch (condition.kind) {
    case "presence":
      return (numberOf(condition.name) !== null) === condition.present;
    case "period":
      return (condition.period === period) === condition.same;
    case "comparison": {
      const left = numberOf(condition.left);
      const right = typeof condition.right === "string" ? numberOf(condition.right) : condition.right;
      return left === null || right === null ? null : compare(left, condition.operator, right);
    }
  }
}

function compare(left: number, operator: Operator, right: number): boolean {
  switch (operator) {
    case "=":
      return left === right;
    case "!=":
      return left !== right;
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
  }
}

function isOperator(text: string | undefined): text is Operator {
  return text !== undefined && ["=", "!=", "<", "<=", ">", ">="].includes(text);
}
