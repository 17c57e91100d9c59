import type { CellError, CellValue } from "../values/cell.js";
import { isCellError } from "../values/cell.js";
import { type KnownLocale, Unsupported } from "./values.js";

/**
 * A value where Excel wants a number. Text of digits counts; other text that holds a digit reads
 * differently by locale (`1.500`, `1/2`), so it is not decided where that is not known.
 */
export function numberOf(value: CellValue, locale: KnownLocale): number | CellError {
  if (value === null) return 0;
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (isCellError(value)) return value;
  if (locale !== null) return locale.readNumber(value) ?? { error: "#VALUE!" };
  const text = value.trim();
  if (/^[+-]?\d{1,15}$/.test(text)) return Number(text);
  if (/\d/.test(text)) throw new Unsupported();
  return { error: "#VALUE!" };
}

/** A value where Excel wants text. How a fraction is written depends on the locale. */
export function textOf(value: Exclude<CellValue, CellError>, locale: KnownLocale): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value;
  if (locale !== null) return String(Number(value.toPrecision(15))).replace(".", locale.decimal);
  if (!Number.isInteger(value) || Math.abs(value) >= 1e11) throw new Unsupported();
  return String(value);
}

/** A value where Excel wants TRUE or FALSE. */
export function truthOf(value: CellValue): boolean | CellError {
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return value !== 0;
  if (value === null) return false;
  if (isCellError(value)) return value;
  const upper = value.toUpperCase();
  return upper === "TRUE" || upper === "FALSE" ? upper === "TRUE" : { error: "#VALUE!" };
}

type Comparable = Exclude<CellValue, CellError>;

/** Negative, 0 or positive, in Excel's order: numbers, then text (case aside), then FALSE and TRUE. */
export function compare(left: Comparable, right: Comparable): number {
  const a = left ?? blankLike(right);
  const b = right ?? blankLike(left);
  const rank = (value: Exclude<Comparable, null>) =>
    typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2;
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a === "string" && typeof b === "string") return compareText(a, b);
  return Number(a) - Number(b);
}

/** Equality is certain; the order of unequal texts follows the user's locale, so only ASCII is decided. */
function compareText(a: string, b: string): number {
  const x = a.toLowerCase();
  const y = b.toLowerCase();
  return x === y ? 0 : x < y ? -1 : 1;
}

function blankLike(other: Comparable): Exclude<Comparable, null> {
  return typeof other === "string" ? "" : typeof other === "boolean" ? false : 0;
}

/** `+ - * / ^` with Excel's errors. */
export function arithmetic(
  operator: "+" | "-" | "*" | "/" | "^",
  left: CellValue,
  right: CellValue,
  locale: KnownLocale,
): CellValue {
  const a = numberOf(left, locale);
  if (isCellError(a)) return a;
  const b = numberOf(right, locale);
  if (isCellError(b)) return b;
  if (operator === "/" && b === 0) return { error: "#DIV/0!" };
  if (operator === "^" && a === 0 && b === 0) return { error: "#NUM!" };
  return finite(calculate(operator, a, b));
}

function calculate(operator: "+" | "-" | "*" | "/" | "^", a: number, b: number): number {
  switch (operator) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return a / b;
    case "^":
      return a ** b;
  }
}

/** A number, or `#NUM!` when it is beyond what a cell can hold. */
export function finite(value: number): number | CellError {
  return Number.isFinite(value) ? value : { error: "#NUM!" };
}
