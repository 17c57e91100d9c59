import { type CellValue, isCellError } from "../../../src/values/cell.js";
import { type Day, fromSerial, toSerial } from "../../../src/values/day.js";
import type { Evaluation } from "./evaluate.js";
import { roundHalfUp, roundUp, truncate } from "./rounding.js";
import type { Node } from "./syntax.js";
import {
  compare,
  DIV0,
  isBlock,
  NOT_AVAILABLE,
  NUM,
  orRaise,
  Raised,
  type Result,
  toBoolean,
  toNumber,
  VALUE,
} from "./values.js";

type Run = (args: readonly Node[], run: Evaluation) => Result;

/** The worksheet functions of this host. Any other name gives #NAME?, as in Excel. */
export const FUNCTIONS: Readonly<Record<string, Run | undefined>> = {
  IF: (args, run) => {
    const [test, yes, no] = args;
    if (!test || !yes) return VALUE;
    if (toBoolean(run.scalar(test))) return run.result(yes);
    return no ? run.result(no) : false;
  },
  IFERROR: (args, run) => otherwise(args, run, () => true),
  IFNA: (args, run) => otherwise(args, run, (error) => error === "#N/A"),
  AND: (args, run) => truths(args, run).every(Boolean),
  OR: (args, run) => truths(args, run).some(Boolean),
  NOT: (args, run) => !toBoolean(run.scalar(need(args, 0))),
  TRUE: () => true,
  FALSE: () => false,
  NA: () => NOT_AVAILABLE,

  ISNUMBER: (args, run) => typeof quiet(args, run) === "number",
  ISTEXT: (args, run) => typeof quiet(args, run) === "string",
  ISLOGICAL: (args, run) => typeof quiet(args, run) === "boolean",
  ISBLANK: (args, run) => quiet(args, run) === null,
  ISERROR: (args, run) => isCellError(quiet(args, run)),
  ISNA: (args, run) => {
    const value = quiet(args, run);
    return isCellError(value) && value.error === "#N/A";
  },

  N: (args, run) => {
    const value = orRaise(run.scalar(need(args, 0)));
    if (typeof value === "boolean") return value ? 1 : 0;
    return typeof value === "number" ? value : 0;
  },
  ABS: (args, run) => Math.abs(run.number(need(args, 0))),
  INT: (args, run) => Math.floor(run.number(need(args, 0))),
  MOD: (args, run) => {
    const [value, divisor] = [run.number(need(args, 0)), run.number(need(args, 1))];
    return divisor === 0 ? DIV0 : value - divisor * Math.floor(value / divisor);
  },
  SQRT: (args, run) => {
    const value = run.number(need(args, 0));
    return value < 0 ? NUM : Math.sqrt(value);
  },
  ROUND: (args, run) => roundHalfUp(run.number(need(args, 0)), run.number(need(args, 1))),
  ROUNDDOWN: (args, run) => truncate(run.number(need(args, 0)), run.number(need(args, 1))),
  ROUNDUP: (args, run) => roundUp(run.number(need(args, 0)), run.number(need(args, 1))),
  TRUNC: (args, run) => truncate(run.number(need(args, 0)), args[1] ? run.number(args[1]) : 0),

  SUM: (args, run) => numbers(args, run).reduce((sum, value) => sum + value, 0),
  AVERAGE: (args, run) => {
    const all = numbers(args, run);
    return all.length ? all.reduce((sum, value) => sum + value, 0) / all.length : DIV0;
  },
  MAX: (args, run) => extreme(numbers(args, run), Math.max),
  MIN: (args, run) => extreme(numbers(args, run), Math.min),
  COUNT: (args, run) => counted(args, run, (value) => typeof value === "number"),
  COUNTA: (args, run) => counted(args, run, (value) => value !== null),
  COUNTBLANK: (args, run) =>
    cells(need(args, 0), run).filter((value) => value === null || value === "").length,
  COUNTIF: (args, run) => {
    const criterion = run.scalar(need(args, 1));
    return cells(need(args, 0), run).filter((value) => matches(value, criterion, run)).length;
  },

  DATE: (args, run) => {
    const [year, month, day] = [0, 1, 2].map((index) => Math.trunc(run.number(need(args, index))));
    const value = toSerial({ year: year ?? 0, month: month ?? 0, day: day ?? 0 });
    return value < 0 ? NUM : value;
  },
  YEAR: (args, run) => dayOf(run.number(need(args, 0))).year,
  MONTH: (args, run) => dayOf(run.number(need(args, 0))).month,
  DAY: (args, run) => dayOf(run.number(need(args, 0))).day,

  LEN: (args, run) => run.text(need(args, 0)).length,
  TRIM: (args, run) => run.text(need(args, 0)).trim().replace(/ +/g, " "),
  UPPER: (args, run) => run.text(need(args, 0)).toUpperCase(),
  LOWER: (args, run) => run.text(need(args, 0)).toLowerCase(),
  LEFT: (args, run) => run.text(need(args, 0)).slice(0, args[1] ? run.number(args[1]) : 1),
  CONCATENATE: (args, run) => args.map((arg) => run.text(arg)).join(""),
  VALUE: (args, run) => run.number(need(args, 0)),
};

function dayOf(serial: number): Day {
  const day = fromSerial(serial);
  if (!day) throw new Raised(NUM);
  return day;
}

function need(args: readonly Node[], index: number): Node {
  const node = args[index];
  if (!node) throw new Raised(VALUE);
  return node;
}

/** A value with its errors caught, for the IS functions. */
function quiet(args: readonly Node[], run: Evaluation): CellValue {
  try {
    return run.scalar(need(args, 0));
  } catch (error) {
    if (error instanceof Raised) return error.value;
    throw error;
  }
}

function otherwise(args: readonly Node[], run: Evaluation, caught: (error: string) => boolean): Result {
  const value = quiet(args, run);
  if (isCellError(value) && caught(value.error)) return run.result(need(args, 1));
  return value;
}

/** The cells of an area; one value stands for itself. */
function cells(node: Node, run: Evaluation): readonly CellValue[] {
  const result = run.result(node);
  return isBlock(result) ? result.rows.flat() : [result];
}

/** Numbers as SUM takes them: text and TRUE/FALSE in cells are passed over, typed as arguments they count. */
function numbers(args: readonly Node[], run: Evaluation): readonly number[] {
  return args.flatMap((arg) => {
    const result = run.result(arg);
    if (!isBlock(result)) return [toNumber(result, run.surroundings.readText)];
    return result.rows
      .flat()
      .map(orRaise)
      .filter((value) => typeof value === "number");
  });
}

function extreme(all: readonly number[], pick: (a: number, b: number) => number): number {
  return all.length ? all.reduce((best, value) => pick(best, value)) : 0;
}

function truths(args: readonly Node[], run: Evaluation): readonly boolean[] {
  const found = args.flatMap((arg) => {
    const result = run.result(arg);
    if (!isBlock(result)) return [toBoolean(result)];
    const plain = result.rows.flat().map(orRaise);
    return plain.filter((value) => typeof value === "number" || typeof value === "boolean").map(Boolean);
  });
  if (found.length === 0) throw new Raised(VALUE);
  return found;
}

function counted(args: readonly Node[], run: Evaluation, wanted: (value: CellValue) => boolean): number {
  return args.flatMap((arg) => cells(arg, run)).filter(wanted).length;
}

function matches(value: CellValue, criterion: CellValue, run: Evaluation): boolean {
  if (isCellError(value)) return false;
  const parts = typeof criterion === "string" ? /^(<>|<=|>=|=|<|>)?(.*)$/s.exec(criterion) : null;
  const operator = parts?.[1] ?? "=";
  const text = parts?.[2] ?? "";
  const sought = parts ? (run.surroundings.readText(text) ?? text) : criterion;
  if (operator === "=" || operator === "<>") {
    return (
      (value !== null && typeof value === typeof sought && compare(value, sought) === 0) ===
      (operator === "=")
    );
  }
  if (typeof value !== typeof sought) return false;
  const order = compare(value, sought);
  return operator === "<"
    ? order < 0
    : operator === ">"
      ? order > 0
      : operator === "<="
        ? order <= 0
        : order >= 0;
}
