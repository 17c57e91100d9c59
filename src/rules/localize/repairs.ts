import { decimalsOf } from "../../values/tolerance.js";

/** What a cell may hold. */
export type CellKind = "count" | "money" | "percent";

/** Powers of ten by which a typist goes wrong: zeros too many or missing, a fraction for a per cent. */
const FACTORS = [10, 0.1, 100, 0.01, 1000, 0.001] as const;
const DIGITS = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;
/** Digits beyond which nobody retypes a number by a slip. */
const MOST_DIGITS = 12;

/**
 * What somebody may have meant who typed this number: two neighbouring digits swapped, one wrong, one
 * missing or one too many, zeros or a decimal point misplaced, a decimal too many or too few, a sign too many. Each once, the typed
 * number itself not among them, and only numbers that fit the kind of cell.
 */
export function typistRepairs(typed: number, kind: CellKind): readonly number[] {
  const decimals = decimalsOf(typed);
  const digits = Math.abs(typed).toFixed(decimals).replace(".", "");
  const found = new Set<number>();
  const add = (value: number) => {
    const clean = Number.isSafeInteger(value) ? value : Number(value.toPrecision(15));
    if (clean !== typed && fits(clean, kind)) found.add(clean);
  };
  const addDigits = (text: string, behind = decimals) => {
    // Nobody means 0005 by 1005.
    const led = text.startsWith("0") && text.length - behind > 1;
    if (!led) add(Number(text) / 10 ** behind);
  };
  add(-typed);
  for (const factor of FACTORS) add(typed * factor);
  if (digits.length <= MOST_DIGITS) {
    for (let i = 0; i <= digits.length; i++) {
      const [before, after] = [digits.slice(0, i), digits.slice(i)];
      for (const digit of DIGITS) {
        addDigits(before + digit + after);
        addDigits(before + digit + after.slice(1));
      }
      if (after !== "") addDigits(before + after.slice(1));
      const [first, second] = after;
      if (first !== undefined && second !== undefined) addDigits(before + second + first + after.slice(2));
    }
    // A last decimal left out; one too many stands above as a wrong digit that should be 0.
    if (decimals > 0) for (const digit of DIGITS.slice(1)) addDigits(digits + digit, decimals + 1);
  }
  return [...found];
}

/** Within so many times the typed number something likelier may have been meant. */
const NEAR = 3;

/**
 * True where the first of several numbers that may have been meant is likelier than the others: the sign
 * was too many, or zeros are missing or too many and nothing nearer would do. A wrong digit is as good as
 * another.
 *
 * @param repairs as `typistRepairs` gives them, those that will not do left out
 */
export function standsOut(typed: number, repairs: readonly number[]): boolean {
  const [first] = repairs;
  if (first === undefined) return false;
  if (first === -typed) return true;
  const isShift = FACTORS.some((factor) => Number((typed * factor).toPrecision(15)) === first);
  return isShift && repairs.every((value) => value >= typed * NEAR || value * NEAR <= typed);
}

/** True for numbers that a cell of that kind may hold. */
export function fits(value: number, kind: CellKind): boolean {
  if (!Number.isFinite(value) || value < 0) return false;
  return kind === "count" ? Number.isInteger(value) : kind === "money" || value <= 100;
}
