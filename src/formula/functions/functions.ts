import type { Apply } from "./arguments.js";
import { COUNTING } from "./counting.js";
import { LOGIC } from "./logic.js";
import { NUMBERS } from "./numbers.js";
import { TEXTS } from "./texts.js";

/**
 * The functions that the forms' formulas and officers' own totals use, as Excel defines them.
 * (IF, IFERROR and IFNA are in evaluate.ts: they do not evaluate every argument.)
 */
export const FUNCTIONS: ReadonlyMap<string, Apply> = new Map(
  [COUNTING, LOGIC, NUMBERS, TEXTS].flatMap((functions) => Object.entries(functions)),
);
