import type { Area } from "../../values/address.js";
import type { CellError, CellValue } from "../../values/cell.js";
import { isCellError } from "../../values/cell.js";
import { FUNCTIONS } from "./functions.js";
import { arithmetic, compare, numberOf, textOf } from "./operands.js";
import type { Expression } from "./parse.js";
import { isGrid, type Operand, Unsupported } from "./values.js";

/** What a formula can see of its workbook. */
export interface FormulaScope {
  /** The sheet that the formula stands on. */
  readonly sheet: string;
  hasSheet(sheet: string): boolean;
  /** The cells of an area, row by row; an area may be clipped to what the sheet uses. */
  cells(area: Area): readonly (readonly CellValue[])[];
  /** What a workbook-scoped name refers to, or null. */
  name(name: string): Area | null;
}

/** What a formula gives, or that it needs something which this small language does not have. */
export type FormulaOutcome =
  | { readonly kind: "value"; readonly value: CellValue }
  | { readonly kind: "unsupported" };

/**
 * Works out a formula. Never throws: an error of the sheet (`#DIV/0!`) is a value; what is outside
 * the language (unknown functions, text whose reading depends on the locale) is `unsupported`.
 */
export function evaluateFormula(expression: Expression, scope: FormulaScope): FormulaOutcome {
  try {
    const value = single(evaluate(expression, scope));
    // A formula that points at a blank cell shows 0.
    return { kind: "value", value: value ?? 0 };
  } catch (error) {
    if (error instanceof Unsupported) return { kind: "unsupported" };
    throw error;
  }
}

function evaluate(expression: Expression, scope: FormulaScope): Operand {
  switch (expression.kind) {
    case "literal":
      return expression.value;
    case "error":
      return { error: expression.error };
    case "missing":
      return null;
    case "area":
      return evaluateArea(expression, scope);
    case "name": {
      const area = scope.name(expression.name);
      return area === null ? { error: "#NAME?" } : { cells: scope.cells(area) };
    }
    case "unary":
      return evaluateUnary(expression.operator, single(evaluate(expression.operand, scope)));
    case "binary": {
      const left = single(evaluate(expression.left, scope));
      const right = single(evaluate(expression.right, scope));
      return evaluateBinary(expression.operator, left, right);
    }
    case "call":
      return evaluateCall(expression.name, expression.args, scope);
  }
}

function evaluateArea(area: Extract<Expression, { kind: "area" }>, scope: FormulaScope): Operand {
  const sheet = area.sheet ?? scope.sheet;
  if (!scope.hasSheet(sheet)) return { error: "#REF!" };
  return {
    cells: scope.cells({
      sheet,
      top: Math.min(area.from.row, area.to.row),
      bottom: Math.max(area.from.row, area.to.row),
      left: Math.min(area.from.column, area.to.column),
      right: Math.max(area.from.column, area.to.column),
    }),
  };
}

function evaluateUnary(operator: "+" | "-" | "%", operand: CellValue): CellValue {
  if (operator === "+") return operand;
  const number = numberOf(operand);
  if (isCellError(number)) return number;
  return operator === "-" ? 0 - number : number / 100;
}

function evaluateBinary(
  operator: Extract<Expression, { kind: "binary" }>["operator"],
  left: CellValue,
  right: CellValue,
): CellValue {
  if (isCellError(left)) return left;
  if (isCellError(right)) return right;
  switch (operator) {
    case "&":
      return `${textOf(left)}${textOf(right)}`;
    case "=":
      return compare(left, right) === 0;
    case "<>":
      return compare(left, right) !== 0;
    case "<":
      return compare(left, right) < 0;
    case ">":
      return compare(left, right) > 0;
    case "<=":
      return compare(left, right) <= 0;
    case ">=":
      return compare(left, right) >= 0;
    default:
      return arithmetic(operator, left, right);
  }
}

/** IF and IFERROR leave the branch they do not take alone; every other function sees all its arguments. */
function evaluateCall(name: string, args: readonly Expression[], scope: FormulaScope): Operand {
  const [first, second, third] = args;
  if (name === "IF" && first && second && args.length <= 3) {
    const condition = truth(single(evaluate(first, scope)));
    if (isCellError(condition)) return condition;
    if (condition) return evaluate(second, scope) ?? 0;
    return third === undefined ? false : (evaluate(third, scope) ?? 0);
  }
  if (name === "IFERROR" && first && second && args.length === 2) {
    const value = single(evaluate(first, scope));
    return isCellError(value) ? evaluate(second, scope) : value;
  }
  const apply = FUNCTIONS.get(name);
  if (!apply) throw new Unsupported();
  return apply(args.map((argument) => evaluate(argument, scope)));
}

function truth(value: CellValue): boolean | CellError {
  if (typeof value === "boolean") return value;
  if (typeof value === "string") {
    const upper = value.toUpperCase();
    return upper === "TRUE" || upper === "FALSE" ? upper === "TRUE" : { error: "#VALUE!" };
  }
  const number = numberOf(value);
  return isCellError(number) ? number : number !== 0;
}

/**
 * One value where one is needed. Of a larger area Excel takes the cell in line with the formula or
 * spills, by version: outside this language.
 */
function single(operand: Operand): CellValue {
  if (!isGrid(operand)) return operand;
  const [row, ...more] = operand.cells;
  if (row === undefined || row.length !== 1 || more.length > 0) throw new Unsupported();
  return row[0] ?? null;
}
