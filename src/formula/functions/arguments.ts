import type { CellError, CellValue } from "../../values/cell.js";
import { isCellError } from "../../values/cell.js";
import { numberOf, textOf } from "../operands.js";
import { isGrid, type KnownLocale, type Operand, Unsupported } from "../values.js";

/** A function of a sheet: its evaluated arguments give a value. */
export type Apply = (args: readonly Operand[], locale: KnownLocale) => CellValue;

/** One value where one is needed; what Excel makes of a larger area depends on its version. */
export function scalar(operand: Operand): CellValue {
  if (!isGrid(operand)) return operand;
  if (operand.size !== 1) throw new Unsupported();
  return operand.cells[0]?.[0] ?? null;
}

/** The one value of a function that takes one. */
export function only(args: readonly Operand[]): CellValue {
  const [first, ...more] = args;
  if (first === undefined || more.length > 0) throw new Unsupported();
  return scalar(first);
}

/** The values of all arguments; of a reference, those that its sheet uses. */
export function valuesOf(args: readonly Operand[]): readonly CellValue[] {
  return args.flatMap((operand) => (isGrid(operand) ? operand.cells.flat() : [operand]));
}

/** A function of `least` to `most` numbers. */
export function ofNumbers(
  least: number,
  most: number,
  apply: (...numbers: readonly number[]) => CellValue,
): Apply {
  return (args, locale) => {
    if (args.length < least || args.length > most) throw new Unsupported();
    const numbers = args.map((operand) => numberOf(scalar(operand), locale));
    return numbers.find(isCellError) ?? apply(...numbers.filter((number) => typeof number === "number"));
  };
}

/** Each argument as a text, or the first error among them. */
export function textsOf(args: readonly Operand[], locale: KnownLocale): readonly string[] | CellError {
  const texts: string[] = [];
  for (const operand of args) {
    const value = scalar(operand);
    if (isCellError(value)) return value;
    texts.push(textOf(value, locale));
  }
  return texts;
}
