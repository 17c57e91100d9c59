import type { CellValue } from "../../values/cell.js";

/** The cells of a reference, which functions treat otherwise than values written in the formula. */
export interface Grid {
  readonly cells: readonly (readonly CellValue[])[];
}

/** What stands on either side of an operator or in a function's argument. */
export type Operand = CellValue | Grid;

export function isGrid(operand: Operand): operand is Grid {
  return typeof operand === "object" && operand !== null && "cells" in operand;
}

/** Thrown inside this folder when a formula needs what the small language does not have. */
export class Unsupported extends Error {}
