import { type IndicatorKey, rowKey } from "../forms/indicators.js";
import type { ExplicitRule, RuleSide } from "../forms/rule-schema.js";
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
    case "sum-within":
    case "sum-reaches": {
      const parts = check.parts.flatMap(cells).join(",");
      // With text among the parts the sum is not known; with all of them blank there is nothing to say.
      const known = [isNumber(own), `COUNT(${parts})>0`, `COUNT(${parts})=COUNTA(${parts})`];
      const gap = `SUM(${parts})-${own}`;
      if (check.kind === "sum") return and(...known, `ABS(${gap})>${EPSILON}`);
      const all = check.parts.flatMap(cells).length;
      // A single part above the whole is marked at the part.
      return check.kind === "sum-within"
        ? and(...known, `${gap}>${EPSILON}`, `MAX(${parts})<=${own}`)
        : and(...known, `COUNT(${parts})=${all}`, `${gap}<-${EPSILON}`);
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
 * The same for a relation that an edition declares between rows: TRUE while it fails. Null where a table
 * takes part, which a workbook may lack.
 *
 * @param scope.cellOf reference of a row's result cell, from the sheet of the row that carries the finding
 * @param scope.isRatio true for rows of per cents, which are rounded
 */
export function relationFormulaOf(
  { left, operator, right }: ExplicitRule,
  scope: RelationScope,
): string | null {
  const ours = sideOf(left, scope);
  const theirs = sideOf(right, scope);
  if (ours === null || theirs === null) return null;
  switch (operator) {
    case "=":
    case "<=":
    case ">=": {
      // One per cent is compared with another as it stands; several added up are each a little off.
      const alone = ours.terms === 1 && theirs.terms === 1 && ours.ratios.length + theirs.ratios.length === 2;
      const units = (side: SheetSide) => (alone ? [] : side.ratios.map(lastDecimal));
      const above = beyond(ours, theirs, units(ours), units(theirs));
      const below = beyond(theirs, ours, units(theirs), units(ours));
      const differs = apart(ours, theirs, units(ours), units(theirs)) ?? `OR(${above},${below})`;
      const fails = { "=": differs, "<=": above, ">=": below }[operator];
      return and(...ours.known, ...theirs.known, fails);
    }
    default: {
      const [us, them] = [truthOf(left, ours), truthOf(right, theirs)];
      const readable = [...ours.cells, ...theirs.cells].join(",");
      const known = [`COUNT(${readable})=COUNTA(${readable})`, ...us.known, ...them.known];
      return and(...known, logicalFailure(operator, us.holds, them.holds));
    }
  }
}

/**
 * TRUE where one side stands above the other by more than rounding gives: half a unit of its own last
 * decimals, less than a whole one of the other's (as `sideOfRounding` says it).
 */
function beyond(
  larger: SheetSide,
  smaller: SheetSide,
  rounded: readonly string[],
  cut: readonly string[],
): string {
  const gap = `${larger.sum}-${smaller.operand}`;
  const bound = [...rounded.map((unit) => `${unit}/2`), ...cut].join("+");
  if (cut.length > 0) return `${gap}>=${bound}-${EPSILON}`;
  return `${gap}>${[bound, EPSILON].filter((term) => term !== "").join("+")}`;
}

/**
 * The same in either direction where numbers of one side alone were rounded, with their units named once: a
 * formula of a conditional format has at most 255 characters. In units, the gap lies in (-1, 1/2], that is
 * within 3/4 of its middle. Null where both sides were rounded.
 */
function apart(
  ours: SheetSide,
  theirs: SheetSide,
  our: readonly string[],
  their: readonly string[],
): string | null {
  if (our.length > 0 && their.length > 0) return null;
  const [stated, exact, units] = their.length > 0 ? [theirs, ours, their] : [ours, theirs, our];
  const gap = `${stated.sum}-${exact.operand}`;
  if (units.length === 0) return `ABS(${gap})>${EPSILON}`;
  return `ABS((${gap})/(${units.join("+")})+0.25-2*${EPSILON})>0.75-${EPSILON}`;
}

/** Where the rows of a relation stand, and what they hold. */
interface RelationScope {
  cellOf(key: IndicatorKey): string;
  isRatio(key: IndicatorKey): boolean;
}

/** A side of a relation on the sheet. */
interface SheetSide {
  readonly terms: number;
  readonly cells: readonly string[];
  /** Those of the cells that hold per cents. */
  readonly ratios: readonly string[];
  readonly sum: string;
  /** The sum as it stands behind a minus. */
  readonly operand: string;
  /** What must be true for the side to be told. */
  readonly known: readonly string[];
}

function sideOf({ sum, missing }: RuleSide, { cellOf, isRatio }: RelationScope): SheetSide | null {
  const cells: string[] = [];
  const ratios: string[] = [];
  const terms: string[] = [];
  for (const term of sum) {
    if (typeof term === "string") {
      const cell = cellOf(rowKey(term));
      cells.push(cell);
      terms.push(cell);
      if (isRatio(rowKey(term))) ratios.push(cell);
    } else if ("number" in term) terms.push(String(term.number));
    else return null;
  }
  const added = terms.join("+");
  const list = cells.join(",");
  const readable = `COUNT(${list})=COUNTA(${list})`;
  const known = {
    "skip-any": [`COUNT(${list})=${cells.length}`],
    // A number that the rule itself states is never missing.
    "skip-all": [...(terms.length > cells.length ? [] : [`COUNT(${list})>0`]), readable],
    zero: [readable],
  }[missing];
  return {
    terms: terms.length,
    cells,
    ratios,
    sum: added,
    operand: terms.length === 1 ? added : `(${added})`,
    known: cells.length === 0 ? [] : known,
  };
}

function truthOf({ is }: RuleSide, { cells, sum, known }: SheetSide) {
  if (is === "filled") return { known: [], holds: `COUNT(${cells.join(",")})>0` };
  if (is === "positive") return { known, holds: `${sum}>0` };
  return { known, holds: `ABS(${sum}-${is.equals})<=${EPSILON}` };
}

function logicalFailure(
  operator: "implies" | "both-or-neither" | "never-both",
  left: string,
  right: string,
): string {
  switch (operator) {
    case "implies":
      return `${left},NOT(${right})`;
    case "both-or-neither":
      return `(${left})<>(${right})`;
    case "never-both":
      return `${left},${right}`;
  }
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
  const unit = lastDecimal(stated);
  const gap = `${exact}-${stated}`;
  return and(
    isNumber(stated),
    `COUNT(${cells(of.numerator).join(",")})>0`,
    `OR(${gap}<-${unit}/2-${EPSILON},${gap}>=${unit}-${EPSILON})`,
    `ABS(${exact}-100*${stated})>=0.5*(${stated}<=1)`,
  );
}

/** The unit of the last decimal that a per cent shows: 1, 0.1 or 0.01. */
function lastDecimal(stated: string): string {
  return `IF(${stated}=INT(${stated}),1,IF(${stated}=ROUND(${stated},1),0.1,0.01))`;
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
