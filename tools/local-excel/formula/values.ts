import { type CellError, type CellValue, isCellError } from "../../../src/values/cell.js";

/** A block of values that a reference to several cells gives. */
export interface Block {
  readonly rows: readonly (readonly CellValue[])[];
}

/** What an expression gives. */
export type Result = CellValue | Block;

export function isBlock(result: Result): result is Block {
  return typeof result === "object" && result !== null && "rows" in result;
}

export function fault(error: string): CellError {
  return { error };
}

export const DIV0 = fault("#DIV/0!");
export const NAME = fault("#NAME?");
export const NUM = fault("#NUM!");
export const REF = fault("#REF!");
export const VALUE = fault("#VALUE!");
export const NOT_AVAILABLE = fault("#N/A");

/** Thrown inside one evaluation to carry an Excel error up to the function that catches it. */
export class Raised extends Error {
  constructor(readonly value: CellError) {
    super(value.error);
  }
}

export function orRaise(value: CellValue): string | number | boolean | null {
  if (isCellError(value)) throw new Raised(value);
  return value;
}

/** A number as Excel makes one of a value; `readText` knows the machine's decimal mark. */
export function toNumber(value: CellValue, readText: (text: string) => number | null): number {
  const plain = orRaise(value);
  if (plain === null) return 0;
  if (typeof plain === "number") return plain;
  if (typeof plain === "boolean") return plain ? 1 : 0;
  const number = readText(plain);
  if (number === null) throw new Raised(VALUE);
  return number;
}

export function toBoolean(value: CellValue): boolean {
  const plain = orRaise(value);
  if (typeof plain === "boolean") return plain;
  if (plain === null) return false;
  if (typeof plain === "number") return plain !== 0;
  const upper = plain.toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") return upper === "TRUE";
  throw new Raised(VALUE);
}

/** Text as `&` makes it; `decimal` is the machine's mark. */
export function toText(value: CellValue, decimal: string): string {
  const plain = orRaise(value);
  if (plain === null) return "";
  if (typeof plain === "boolean") return plain ? "TRUE" : "FALSE";
  return typeof plain === "number" ? String(Number(plain.toPrecision(15))).replace(".", decimal) : plain;
}

/** Below 0, 0 or above 0, as `<`, `=` and `>` see two values: numbers before text before TRUE/FALSE. */
export function compare(left: CellValue, right: CellValue): number {
  const a = orRaise(left) ?? emptyLike(right);
  const b = orRaise(right) ?? emptyLike(left);
  const [rankA, rankB] = [rank(a), rank(b)];
  if (rankA !== rankB) return rankA - rankB;
  if (typeof a === "string" && typeof b === "string") {
    const [x, y] = [a.toLowerCase(), b.toLowerCase()];
    return x < y ? -1 : x > y ? 1 : 0;
  }
  return Number(a) - Number(b);
}

/** A blank compares as 0, as an empty text or as FALSE, whichever the other side is. */
function emptyLike(other: CellValue): string | number | boolean {
  if (typeof other === "string") return "";
  return typeof other === "boolean" ? false : 0;
}

function rank(value: string | number | boolean): number {
  if (typeof value === "number") return 0;
  return typeof value === "string" ? 1 : 2;
}
