import { type CellValue, isCellError } from "../../values/cell.js";
import { truthOf } from "../operands.js";
import { isGrid, type Operand } from "../values.js";
import { type Apply, only } from "./arguments.js";

/** Functions that give or take TRUE and FALSE. */
export const LOGIC: Readonly<Record<string, Apply>> = {
  AND: (args) => overTruths(args, (truths) => truths.every(Boolean)),
  OR: (args) => overTruths(args, (truths) => truths.some(Boolean)),
  NOT: (args) => {
    const truth = truthOf(only(args));
    return isCellError(truth) ? truth : !truth;
  },
  TRUE: () => true,
  FALSE: () => false,
  NA: () => ({ error: "#N/A" }),
  ISBLANK: (args) => only(args) === null,
  ISNUMBER: (args) => typeof only(args) === "number",
  ISTEXT: (args) => typeof only(args) === "string",
  ISLOGICAL: (args) => typeof only(args) === "boolean",
  ISERROR: (args) => isCellError(only(args)),
  ISNA: (args) => {
    const value = only(args);
    return isCellError(value) && value.error === "#N/A";
  },
};

/** Truth values of the arguments; text and blanks in a reference are passed over. */
function overTruths(args: readonly Operand[], reduce: (truths: readonly boolean[]) => boolean): CellValue {
  const truths: boolean[] = [];
  for (const operand of args) {
    const values = isGrid(operand)
      ? operand.cells.flat().filter((value) => value !== null && typeof value !== "string")
      : [operand];
    for (const value of values) {
      const truth = truthOf(value);
      if (isCellError(truth)) return truth;
      truths.push(truth);
    }
  }
  return truths.length === 0 ? { error: "#VALUE!" } : reduce(truths);
}
