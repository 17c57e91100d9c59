import type { Reading } from "../values/reading.js";
import { agrees, nearlyEqual, roundHalfUp } from "../values/tolerance.js";
import type { FindingDetail } from "./finding.js";
import { fails, HOLDS, type Outcome, UNCHECKED } from "./outcome.js";
import type { CellCheck, RatioParts, Severity } from "./rule.js";

/** The cell that a check is about, and the way to the others. */
export interface CheckedCell<K extends string> {
  readonly severity: Severity;
  readonly own: Reading;
  read(key: K): Reading;
}

/** A stated ratio this close to the true one (in points) is a slip, not a wrong report. */
const SLIP = 0.1;

/** Runs one check on one cell, of a form or of a table. */
export function runCheck<K extends string>(check: CellCheck<K>, cell: CheckedCell<K>): Outcome {
  const { own, severity } = cell;
  switch (check.kind) {
    case "readable":
      return own.kind === "unreadable"
        ? fails(severity, own.shown, null, { kind: "unreadable", cause: own.cause })
        : HOLDS;
    case "ratio":
      return runRatio(check.of, cell);
    case "ratio-undefined":
      return runRatioUndefined(check.of, cell);
    case "ratio-filled":
      return runRatioFilled(check.of, cell);
    case "sum":
    case "sum-within":
      return runSum(check, cell);
    case "difference":
      return runDifference(check, cell);
    case "within":
      return runWithin(check.whole, cell);
    default:
      return own.kind === "number" ? runNumber(check, own, severity) : HOLDS;
  }
}

type NumberCheck = Extract<
  CellCheck<string>,
  { kind: "one-reading" | "stored-as-number" | "not-negative" | "whole" | "percent-range" | "choice" }
>;

function runNumber(
  check: NumberCheck,
  own: Extract<Reading, { kind: "number" }>,
  severity: Severity,
): Outcome {
  const { value } = own;
  switch (check.kind) {
    case "one-reading":
      return own.alternative === null
        ? HOLDS
        : fails(severity, own.typed, value, { kind: "range", limit: own.alternative });
    case "stored-as-number":
      return own.typed === null ? HOLDS : fails(severity, own.typed, value);
    case "not-negative":
      return value >= 0 ? HOLDS : fails(severity, value, null, { kind: "range", limit: 0 });
    case "whole":
      return Number.isInteger(value) ? HOLDS : fails(severity, value, null);
    case "percent-range":
      return value >= 0 && value <= 100
        ? HOLDS
        : fails(severity, value, null, { kind: "range", limit: value < 0 ? 0 : 100 });
    case "choice":
      return check.values.includes(value) ? HOLDS : fails(severity, value, null);
  }
}

function runRatio<K extends string>(of: RatioParts<K>, { own, severity, read }: CheckedCell<K>): Outcome {
  const numerator = numberOf(read(of.numerator));
  const denominator = numberOf(read(of.denominator));
  if (own.kind !== "number" || numerator === null || denominator === null) return UNCHECKED;
  if (denominator === 0) return HOLDS;
  const exact = exactRatio(of, numerator, denominator);
  if (agrees(own.value, exact, own.decimals)) return HOLDS;
  const gravity = Math.abs(own.value - exact) < SLIP ? "warning" : severity;
  return fails(gravity, own.value, roundHalfUp(exact, 2), ratioDetail(of, numerator, denominator));
}

function runRatioUndefined<K extends string>(
  of: RatioParts<K>,
  { own, severity, read }: CheckedCell<K>,
): Outcome {
  if (own.kind !== "number" || own.value === 0) return HOLDS;
  const denominator = read(of.denominator);
  if (denominator.kind === "unreadable") return UNCHECKED;
  const value = numberOf(denominator);
  if (value !== null && value !== 0) return HOLDS;
  return fails(severity, own.value, null, ratioDetail(of, numberOf(read(of.numerator)), value));
}

function runRatioFilled<K extends string>(
  of: RatioParts<K>,
  { own, severity, read }: CheckedCell<K>,
): Outcome {
  const numerator = numberOf(read(of.numerator));
  const denominator = numberOf(read(of.denominator));
  if (own.kind !== "blank" || numerator === null || denominator === null || denominator === 0) return HOLDS;
  const expected = roundHalfUp(exactRatio(of, numerator, denominator), 2);
  return fails(severity, null, expected, ratioDetail(of, numerator, denominator));
}

function exactRatio({ kind }: RatioParts<string>, numerator: number, denominator: number): number {
  const share = kind === "share" ? numerator : denominator - numerator;
  return (100 * share) / denominator;
}

function ratioDetail(
  { kind }: RatioParts<string>,
  numerator: number | null,
  denominator: number | null,
): FindingDetail {
  return { kind: "ratio", reduction: kind === "reduction", numerator, denominator };
}

/** Blank parts count as 0 once any part is filled: rows of other levels always stand blank. */
function runSum<K extends string>(
  check: Extract<CellCheck<K>, { kind: "sum" | "sum-within" }>,
  { own, severity, read }: CheckedCell<K>,
): Outcome {
  const readings = check.parts.map(read);
  if (own.kind !== "number" || readings.some((reading) => reading.kind === "unreadable")) return UNCHECKED;
  const terms = readings.map(numberOf);
  const filled = terms.filter((term) => term !== null);
  if (filled.length === 0) return UNCHECKED;
  const sum = filled.reduce((total, term) => total + term, 0);
  if (nearlyEqual(sum, own.value)) return HOLDS;
  const detail: FindingDetail = { kind: "sum", terms };
  if (check.kind === "sum") return fails(severity, own.value, sum, detail);
  // A single part above the whole is told by its own rule, at the part.
  const alone = filled.some((term) => term > own.value);
  return sum < own.value || alone ? HOLDS : fails(severity, own.value, sum, detail);
}

function runDifference<K extends string>(
  check: Extract<CellCheck<K>, { kind: "difference" }>,
  { own, severity, read }: CheckedCell<K>,
): Outcome {
  const from = numberOf(read(check.from));
  const minus = check.minus.map((key) => numberOf(read(key)));
  const known = minus.filter((term) => term !== null);
  if (own.kind !== "number" || from === null || known.length < minus.length) return UNCHECKED;
  const expected = known.reduce((rest, term) => rest - term, from);
  return nearlyEqual(expected, own.value)
    ? HOLDS
    : fails(severity, own.value, expected, { kind: "difference", from, minus: known });
}

function runWithin<K extends string>(whole: K, { own, severity, read }: CheckedCell<K>): Outcome {
  const limit = numberOf(read(whole));
  if (own.kind !== "number" || limit === null) return UNCHECKED;
  if (own.value <= limit || nearlyEqual(own.value, limit)) return HOLDS;
  return fails(severity, own.value, limit);
}

/** The number that a reading gives, or null. */
export function numberOf(reading: Reading): number | null {
  return reading.kind === "number" ? reading.value : null;
}
