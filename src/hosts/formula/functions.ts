import type { CellError, CellValue } from "../../values/cell.js";
import { isCellError } from "../../values/cell.js";
import { toSerial } from "../../values/day.js";
import { finite, numberOf } from "./operands.js";
import { cutDecimal, raiseDecimal, roundDecimal } from "./round.js";
import { isGrid, type Operand, Unsupported } from "./values.js";

type Apply = (args: readonly Operand[]) => CellValue;

/**
 * The functions that the forms' formulas and officers' own totals use, as Excel defines them.
 * (IF and IFERROR are in evaluate.ts: they do not evaluate every argument.)
 */
export const FUNCTIONS: ReadonlyMap<string, Apply> = new Map<string, Apply>([
  ["SUM", (args) => overNumbers(args, (numbers) => numbers.reduce((sum, number) => sum + number, 0))],
  ["MIN", (args) => overNumbers(args, (numbers) => extreme(numbers, Math.min))],
  ["MAX", (args) => overNumbers(args, (numbers) => extreme(numbers, Math.max))],
  ["AVERAGE", (args) => overNumbers(args, average)],
  ["COUNT", (args) => cellsOf(args).filter((value) => typeof value === "number").length],
  ["COUNTA", (args) => cellsOf(args).filter((value) => value !== null).length],
  ["COUNTBLANK", (args) => cellsOf(args).filter((value) => value === null || value === "").length],
  ["COUNTIF", countEqual],
  ["ROUND", (args) => rounded(args, 2, roundDecimal)],
  ["ROUNDDOWN", (args) => rounded(args, 2, cutDecimal)],
  ["ROUNDUP", (args) => rounded(args, 2, raiseDecimal)],
  ["TRUNC", (args) => rounded(args, args.length === 1 ? 1 : 2, cutDecimal)],
  ["INT", (args) => rounded(args, 1, Math.floor)],
  ["ABS", (args) => rounded(args, 1, Math.abs)],
  ["N", (args) => asNumber(only(args))],
  ["AND", (args) => overTruths(args, (truths) => truths.every(Boolean))],
  ["OR", (args) => overTruths(args, (truths) => truths.some(Boolean))],
  ["NOT", (args) => overTruths([only(args)], (truths) => !truths.every(Boolean))],
  ["DATE", (args) => dateSerial(args)],
  ["ISBLANK", (args) => only(args) === null],
  ["ISNUMBER", (args) => typeof only(args) === "number"],
  ["ISTEXT", (args) => typeof only(args) === "string"],
  ["ISERROR", (args) => isCellError(only(args))],
]);

/** The one value of a function that takes one. */
function only(args: readonly Operand[]): CellValue {
  const [first, ...more] = args;
  if (first === undefined || more.length > 0) throw new Unsupported();
  return scalar(first);
}

function scalar(operand: Operand): CellValue {
  if (!isGrid(operand)) return operand;
  const [row, ...more] = operand.cells;
  if (row === undefined || row.length !== 1 || more.length > 0) throw new Unsupported();
  return row[0] ?? null;
}

/** N: numbers stay, TRUE is 1, text and blanks are 0, errors pass. */
function asNumber(value: CellValue): CellValue {
  if (typeof value === "number" || isCellError(value)) return value;
  return value === true ? 1 : 0;
}

/** DATE: months and days beyond the calendar's carry over, as in Excel; years before 1900 are left alone. */
function dateSerial(args: readonly Operand[]): CellValue {
  const parts = args.map((operand) => numberOf(scalar(operand)));
  const error = parts.find(isCellError);
  if (error !== undefined) return error;
  const [year = 0, month = 0, day = 0] = parts.filter((part) => typeof part === "number").map(Math.trunc);
  if (parts.length !== 3 || year < 1900) throw new Unsupported();
  return toSerial({ year, month, day });
}

function cellsOf(args: readonly Operand[]): readonly CellValue[] {
  return args.flatMap((operand) => (isGrid(operand) ? operand.cells.flat() : [operand]));
}

/** Numbers of the arguments. In a reference only number cells count; a value in the formula is converted. */
function overNumbers(
  args: readonly Operand[],
  reduce: (numbers: readonly number[]) => number | CellError,
): CellValue {
  const numbers: number[] = [];
  for (const operand of args) {
    const values = isGrid(operand) ? operand.cells.flat() : [numberOf(operand)];
    for (const value of values) {
      if (isCellError(value)) return value;
      if (typeof value === "number") numbers.push(value);
    }
  }
  const result = reduce(numbers);
  return isCellError(result) ? result : finite(result);
}

/** COUNTIF with a number as its criterion: cells that hold it, also as text of digits. Others are outside the language. */
function countEqual(args: readonly Operand[]): number {
  const [range, criterion, ...more] = args;
  if (range === undefined || criterion === undefined || more.length > 0) throw new Unsupported();
  const wanted = scalar(criterion);
  if (typeof wanted !== "number") throw new Unsupported();
  return cellsOf([range]).filter((value) => value === wanted || value === String(wanted)).length;
}

/** 0 when there is no number, as Excel has it. */
function extreme(numbers: readonly number[], pick: (a: number, b: number) => number): number {
  const [first = 0, ...rest] = numbers;
  return rest.reduce((best, number) => pick(best, number), first);
}

function average(numbers: readonly number[]): number | CellError {
  if (numbers.length === 0) return { error: "#DIV/0!" };
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/** A function of a number and, when it takes two arguments, a count of digits. */
function rounded(
  args: readonly Operand[],
  count: number,
  round: (value: number, digits: number) => number,
): CellValue {
  if (args.length !== count) throw new Unsupported();
  const [value, digits] = args.map((operand) => numberOf(scalar(operand)));
  if (value === undefined) throw new Unsupported();
  if (isCellError(value)) return value;
  if (digits !== undefined && isCellError(digits)) return digits;
  return finite(round(value, digits ?? 0));
}

/** Truth values of the arguments; text and blanks in a reference are passed over. */
function overTruths(args: readonly Operand[], reduce: (truths: readonly boolean[]) => boolean): CellValue {
  const truths: boolean[] = [];
  for (const operand of args) {
    for (const value of isGrid(operand) ? operand.cells.flat() : [operand]) {
      if (isCellError(value)) return value;
      if (typeof value === "boolean" || typeof value === "number")
        truths.push(value !== 0 && value !== false);
      else if (!isGrid(operand) && value !== null) return { error: "#VALUE!" };
      else if (!isGrid(operand)) truths.push(false);
    }
  }
  return truths.length === 0 ? { error: "#VALUE!" } : reduce(truths);
}
