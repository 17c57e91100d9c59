import type { CellError, CellValue } from "../../values/cell.js";
import { isCellError } from "../../values/cell.js";
import { finite, numberOf } from "../operands.js";
import { isGrid, type KnownLocale, type Operand } from "../values.js";
import { type Apply, valuesOf } from "./arguments.js";
import { countIf } from "./count-if.js";

/** Functions over many cells. */
export const COUNTING: Readonly<Record<string, Apply>> = {
  SUM: overNumbers((numbers) => numbers.reduce((sum, number) => sum + number, 0)),
  MIN: overNumbers((numbers) => extreme(numbers, Math.min)),
  MAX: overNumbers((numbers) => extreme(numbers, Math.max)),
  AVERAGE: overNumbers(average),
  COUNT: (args) => valuesOf(args).filter((value) => typeof value === "number").length,
  COUNTA: (args) => valuesOf(args).filter((value) => value !== null).length,
  COUNTBLANK: (args) => {
    const size = args.reduce<number>((sum, operand) => sum + (isGrid(operand) ? operand.size : 1), 0);
    return size - valuesOf(args).filter((value) => value !== null && value !== "").length;
  },
  COUNTIF: countIf,
};

/** Numbers of the arguments. In a reference only number cells count; a value in the formula is converted. */
function overNumbers(reduce: (numbers: readonly number[]) => number | CellError): Apply {
  return (args, locale) => {
    const numbers: number[] = [];
    for (const value of args.flatMap((operand) => numeric(operand, locale))) {
      if (isCellError(value)) return value;
      if (typeof value === "number") numbers.push(value);
    }
    const result = reduce(numbers);
    return isCellError(result) ? result : finite(result);
  };
}

function numeric(operand: Operand, locale: KnownLocale): readonly CellValue[] {
  return isGrid(operand) ? operand.cells.flat() : [numberOf(operand, locale)];
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
