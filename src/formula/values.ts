import type { CellValue } from "../values/cell.js";

/** The cells of a reference, which functions treat otherwise than values written in the formula. */
interface Grid {
  /** Row by row, perhaps only as far as the sheet is used. */
  readonly cells: readonly (readonly CellValue[])[];
  /** How many cells the reference has, those beyond the used part too. */
  readonly size: number;
}

/** What stands on either side of an operator or in a function's argument. */
export type Operand = CellValue | Grid;

export function isGrid(operand: Operand): operand is Grid {
  return typeof operand === "object" && operand !== null && "cells" in operand;
}

/** How a machine writes numbers, where a formula turns text into numbers and back. */
export interface FormulaLocale {
  /** The number that a text stands for, or null. */
  readNumber(text: string): number | null;
  readonly decimal: string;
}

/** Null where nothing tells the machine's settings: what depends on them is outside the language. */
export type KnownLocale = FormulaLocale | null;

/** Thrown inside this folder when a formula needs what the small language does not have. */
export class Unsupported extends Error {
  /** @param shown what a program without that part of the language shows in the cell */
  constructor(readonly shown: "#NAME?" | "#VALUE!" = "#VALUE!") {
    super(shown);
  }
}
