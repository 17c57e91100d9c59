import { eachIndicator, type IndicatorKey, indicatorKey, refOf, rowKey } from "../forms/indicators.js";
import type { ExplicitRule, RuleSide, RuleTerm } from "../forms/rule-schema.js";
import type { Edition } from "../forms/schema.js";
import type { Report } from "../report/report.js";
import { nearlyEqual, sideOfRounding } from "../values/tolerance.js";
import type { Term } from "./facts.js";
import type { Outcome } from "./finding.js";
import type { RunContext } from "./kinds/scope.js";
import { once } from "./once.js";
import { fails, HOLDS, UNCHECKED } from "./outcome.js";
import { sumOfRows } from "./tables/run-fed.js";

/** One term with what it says; unreadable ones keep the whole rule from being checked. */
interface ReadTerm extends Term {
  readonly unreadable: boolean;
  /** The unit of the last decimal of a per cent, which was rounded or cut; 0 for other numbers. */
  readonly unit: number;
}

/** Runs a relation that an edition declares. Nothing is promised of a table that the workbook lacks. */
export function runRelation(
  rule: ExplicitRule,
  severity: ExplicitRule["severity"],
  context: RunContext,
): Outcome {
  const { report } = context;
  const { left, operator, right } = rule;
  const terms = [...left.sum, ...right.sum];
  if (terms.some((term) => typeof term === "object" && "table" in term && !report.tables.has(term.table))) {
    return HOLDS;
  }
  const [ours, theirs] = [left, right].map((side) => side.sum.map((term) => readTerm(term, context)));
  if (ours === undefined || theirs === undefined) return UNCHECKED;
  if ([...ours, ...theirs].some(({ unreadable }) => unreadable)) return UNCHECKED;
  const [actual, expected] = [sumOf(left, ours), sumOf(right, theirs)];
  const holds =
    operator === "=" || operator === "<=" || operator === ">="
      ? compares(operator, actual, expected, unitsOf(ours, theirs))
      : agreesLogically(operator, truthOf(left, ours, actual), truthOf(right, theirs, expected));
  if (holds === null) return UNCHECKED;
  if (holds) return HOLDS;
  const by = {
    kind: "relation",
    name: rule.name,
    operator,
    left: ours.map(told),
    right: theirs.map(told),
    says: rule.says,
  } as const;
  return fails(severity, { rule: "cross.mismatch", actual, expected, by });
}

function told({ cell, value }: ReadTerm): Term {
  return { cell, value };
}

function readTerm(term: RuleTerm, { report, totals }: RunContext): ReadTerm {
  if (typeof term === "string") return readRow(rowKey(term), report);
  if ("number" in term) return { cell: { kind: "number" }, value: term.number, unreadable: false, unit: 0 };
  const table = report.tables.get(term.table);
  const { rows, columns } = term;
  if (table === undefined)
    return { cell: { kind: "total", ...term }, value: null, unreadable: true, unit: 0 };
  const value = rows === undefined ? totals.total(table, columns) : sumOfRows(table, rows, columns);
  // What stands under another name may be there all the same.
  const unreadable = rows !== undefined && value === null;
  return { cell: { kind: "total", ...term }, value, unreadable, unit: 0 };
}

function readRow(key: IndicatorKey, report: Report): ReadTerm {
  const ref = refOf(key);
  const reading = report.values.get(key)?.reading;
  const number = reading?.kind === "number" ? reading : null;
  const isRatio = ratiosOf(report.edition).has(key);
  return {
    cell: { kind: "row", ...ref },
    value: number?.value ?? null,
    unreadable: reading?.kind === "unreadable",
    unit: number !== null && isRatio ? 10 ** -number.decimals : 0,
  };
}

const ratios = new WeakMap<Edition, ReadonlySet<IndicatorKey>>();

/** The rows that hold per cents, worked out once for each edition. */
function ratiosOf(edition: Edition): ReadonlySet<IndicatorKey> {
  return once(
    ratios,
    edition,
    () =>
      new Set(
        [...eachIndicator(edition)].flatMap(({ form, indicator }) =>
          indicator.kind === "ratio" ? [indicatorKey(form.number, indicator.code)] : [],
        ),
      ),
  );
}

/** Null where the side cannot be told for want of its blank terms. */
function sumOf({ missing }: RuleSide, terms: readonly ReadTerm[]): number | null {
  const known = terms.filter(({ value }) => value !== null);
  if (missing === "skip-any" && known.length < terms.length) return null;
  if (missing === "skip-all" && known.length === 0) return null;
  return terms.reduce((sum, { value }) => sum + (value ?? 0), 0);
}

/** One per cent is compared with another as it stands; several added up are each a little off. */
function unitsOf(left: readonly ReadTerm[], right: readonly ReadTerm[]): readonly [number, number] {
  const alone = left.length === 1 && right.length === 1 && left[0]?.unit !== 0 && right[0]?.unit !== 0;
  const units = (terms: readonly ReadTerm[]) => terms.reduce((sum, { unit }) => sum + unit, 0);
  return alone ? [0, 0] : [units(left), units(right)];
}

function compares(
  operator: "=" | "<=" | ">=",
  left: number | null,
  right: number | null,
  units: readonly [number, number],
): boolean | null {
  if (left === null || right === null) return null;
  if (nearlyEqual(left, right)) return true;
  const side = sideOfRounding(left - right, ...units);
  return operator === "<=" ? side <= 0 : operator === ">=" ? side >= 0 : side === 0;
}

/** What a side says to a logical operator; null where it cannot be told. */
function truthOf({ is }: RuleSide, terms: readonly ReadTerm[], sum: number | null): boolean | null {
  if (is === "filled") return terms.some(({ value }) => value !== null);
  if (sum === null) return null;
  return is === "positive" ? sum > 0 : nearlyEqual(sum, is.equals);
}

function agreesLogically(
  operator: "implies" | "both-or-neither" | "never-both",
  left: boolean | null,
  right: boolean | null,
): boolean | null {
  if (left === null || right === null) return null;
  switch (operator) {
    case "implies":
      return !left || right;
    case "both-or-neither":
      return left === right;
    case "never-both":
      return !(left && right);
  }
}
