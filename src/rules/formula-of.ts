import type { RatioParts } from "./kinds/amounts.js";
import type { Check } from "./rule.js";

/** Binary fractions lose a little; a smaller difference is none. */
const EPSILON = "1E-9";

/** Where the cells of a check stand on the sheet. */
interface SheetScope<K extends string> {
  /** `D20`: the cell that the check is about. */
  readonly own: string;
  /** References of the cells that a key names: several where columns are added up. */
  cells(key: K): readonly string[];
}

/**
 * The formula, en-US and without its leading `=`, that is TRUE while a check fails: the second
 * interpreter of the rule language, beside `runCheck`. Null for checks that the sheet cannot make or
 * leaves to its validations. It speaks for cells that hold numbers; text, which only the rules can
 * read, is left alone, and so is the per cent that Excel keeps as a fraction.
 */
export function formulaOf<K extends string>(check: Check<K>, { own, cells }: SheetScope<K>): string | null {
  switch (check.kind) {
    case "not-negative":
      return and(isNumber(own), `${own}<0`);
    case "percent-range":
      return and(isNumber(own), `OR(${own}<0,${own}>100)`);
    case "ratio":
      return ratioDisagrees(own, check.of, cells);
    case "sum":
    case "sum-within": {
      const parts = check.parts.flatMap(cells).join(",");
      // With text among the parts the sum is not known; with all of them blank there is nothing to say.
      const known = [isNumber(own), `COUNT(${parts})>0`, `COUNT(${parts})=COUNTA(${parts})`];
      const gap = `SUM(${parts})-${own}`;
      // A single part above the whole is marked at the part.
      return check.kind === "sum"
        ? and(...known, `ABS(${gap})>${EPSILON}`)
        : and(...known, `${gap}>${EPSILON}`, `MAX(${parts})<=${own}`);
    }
    case "difference": {
      const all = [check.from, ...check.minus].flatMap(cells);
      const known = `COUNT(${own},${all.join(",")})=${all.length + 1}`;
      return and(known, `ABS(${all.join("-")}-${own})>${EPSILON}`);
    }
    case "within": {
      const [whole = own] = cells(check.whole);
      return and(isNumber(own), isNumber(whole), `${own}-${whole}>${EPSILON}`);
    }
    default:
      return null;
  }
}

/** TRUE while a total differs from the sum of a range that holds any number. */
export function totalFormulaOf(own: string, range: string): string {
  return and(isNumber(own), `COUNT(${range})>0`, `ABS(SUM(${range})-${own})>${EPSILON}`);
}

/**
 * TRUE while the stated ratio is neither the true one rounded nor cut to the decimals it shows (0, 1
 * or 2): with `u` the unit of its last decimal, the gap must lie in [-u/2, u). A ratio typed as
 * `88%`, which Excel keeps as 0.88, passes too; above 1 it cannot be one. A denominator of 0 makes the formula an error,
 * which counts as false.
 */
function ratioDisagrees<K extends string>(
  stated: string,
  of: RatioParts<K>,
  cells: (key: K) => readonly string[],
): string {
  const [numerator, denominator] = [total(cells(of.numerator)), total(cells(of.denominator))];
  const share = of.kind === "share" ? numerator : `(${denominator}-${numerator})`;
  const exact = `100*${share}/${denominator}`;
  const unit = `IF(${stated}=INT(${stated}),1,IF(${stated}=ROUND(${stated},1),0.1,0.01))`;
  const gap = `${exact}-${stated}`;
  return and(
    isNumber(stated),
    `COUNT(${cells(of.numerator).join(",")})>0`,
    `OR(${gap}<-${unit}/2-${EPSILON},${gap}>=${unit}-${EPSILON})`,
    `ABS(${exact}-100*${stated})>=0.5*(${stated}<=1)`,
  );
}

function total(cells: readonly string[]): string {
  return cells.length === 1 ? cells.join() : `SUM(${cells.join(",")})`;
}

function isNumber(cell: string): string {
  return `ISNUMBER(${cell})`;
}

function and(...terms: readonly string[]): string {
  return `AND(${terms.join(",")})`;
}
