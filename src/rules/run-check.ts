import type { Reading } from "../values/reading.js";
import { agrees, nearlyEqual, roundHalfUp } from "../values/tolerance.js";
import { plainWords } from "../values/words.js";
import type { CellName, Quotient, Severity } from "./finding.js";
import { fails, HOLDS, type Outcome, shown, UNCHECKED } from "./outcome.js";
import type { Check, RatioParts } from "./rule.js";

/** The cell that a check is about, and the way to the others. */
export interface Scope<K extends string> {
  readonly severity: Severity;
  readonly own: Reading;
  /** False while the cell was not found. */
  readonly found: boolean;
  read(key: K): Reading;
  name(key: K): CellName;
  /** What the cell's own formula would give if it had not been deleted; blank where it has none. */
  computed(): Reading;
}

/** A stated ratio this close to the true one (in points) is a slip, not a wrong report. */
const SLIP = 0.1;

/** Runs one check on one cell, of a form or of a table. */
export function runCheck<K extends string>(check: Check<K>, scope: Scope<K>): Outcome {
  const { own, severity } = scope;
  switch (check.kind) {
    case "readable":
      return own.kind === "unreadable"
        ? fails(severity, { rule: "value.type", actual: own.shown, expected: null, cause: own.cause })
        : HOLDS;
    case "filled":
      return runFilled(check, scope);
    case "computed":
      return runComputed(scope);
    case "empty":
      return own.kind === "blank"
        ? HOLDS
        : fails(severity, { rule: "value.heading", actual: shown(own), expected: null });
    case "listed":
      return runListed(check.choices, scope);
    case "ratio":
      return runRatio(check.of, scope);
    case "ratio-undefined":
      return runRatioUndefined(check.of, scope);
    case "ratio-filled":
      return runRatioFilled(check.of, scope);
    case "sum":
    case "sum-within":
      return runSum(check, scope);
    case "difference":
      return runDifference(check, scope);
    case "within":
      return runWithin(check.whole, scope);
    case "said-beside":
      return runBeside(check, scope);
    default:
      return own.kind === "number" ? runNumber(check, own, severity) : HOLDS;
  }
}

type NumberCheck = Extract<
  Check<string>,
  {
    kind:
      | "one-reading"
      | "stored-as-number"
      | "not-negative"
      | "whole"
      | "percent-range"
      | "not-fraction"
      | "unit-size"
      | "choice";
  }
>;

function runNumber(
  check: NumberCheck,
  own: Extract<Reading, { kind: "number" }>,
  severity: Severity,
): Outcome {
  const { value, typed, alternative } = own;
  switch (check.kind) {
    case "one-reading":
      return alternative === null || typed === null
        ? HOLDS
        : fails(severity, { rule: "value.ambiguous", actual: typed, expected: value, alternative });
    case "stored-as-number":
      return typed === null
        ? HOLDS
        : fails(severity, { rule: "value.text-number", actual: typed, expected: value });
    case "not-negative":
      return value >= 0 || nearlyEqual(value, 0)
        ? HOLDS
        : fails(severity, { rule: "value.negative", actual: value, expected: null });
    case "whole":
      return nearlyEqual(value, Math.round(value))
        ? HOLDS
        : fails(severity, { rule: "value.integer", actual: value, expected: null });
    case "percent-range":
      return (value >= 0 || nearlyEqual(value, 0)) && (value <= 100 || nearlyEqual(value, 100))
        ? HOLDS
        : fails(severity, {
            rule: "value.percent-range",
            actual: value,
            expected: null,
            limit: value < 0 ? 0 : 100,
          });
    case "not-fraction":
      return own.percent === true || value <= 0 || value > 1
        ? HOLDS
        : fails(severity, { rule: "value.fraction", actual: value, expected: roundHalfUp(100 * value, 2) });
    case "unit-size":
      return runUnitSize(check, value, severity);
    case "choice":
      return check.values.includes(value)
        ? HOLDS
        : fails(severity, { rule: "value.choice", actual: value, expected: null });
  }
}

/** In đồng: no commune plans or spends a thousand tỷ in a year. */
const MOST_MONEY = 1e12;
/** Units that an amount may have been typed in instead of its row's. */
const SMALLER_UNITS = [
  ["triệu đồng", 1e6],
  ["nghìn đồng", 1e3],
  ["đồng", 1],
] as const;

function runUnitSize(
  { unit, factor }: Extract<NumberCheck, { kind: "unit-size" }>,
  value: number,
  severity: Severity,
): Outcome {
  if (Math.abs(value) * factor < MOST_MONEY) return HOLDS;
  const likely = SMALLER_UNITS.find(([, size]) => size < factor && Math.abs(value) * size < MOST_MONEY);
  if (likely === undefined) return HOLDS;
  const [name, size] = likely;
  const expected = (value * size) / factor;
  return fails(severity, { rule: "value.unit", actual: value, expected, unit, likely: name });
}

function runFilled<K extends string>(
  check: Extract<Check<K>, { kind: "filled" }>,
  { own, severity, found, read }: Scope<K>,
): Outcome {
  if (!isAsked(check, read)) return HOLDS;
  if (!found) return UNCHECKED;
  return own.kind === "blank"
    ? fails(severity, { rule: "value.missing", actual: null, expected: null })
    : HOLDS;
}

/** True when a required cell is required now: unconditionally, or because its condition holds. */
export function isAsked<K extends string>(
  { when }: Extract<Check<K>, { kind: "filled" }>,
  read: (key: K) => Reading,
): boolean {
  return when === null || numberOf(read(when.cell)) === when.equals;
}

function runComputed<K extends string>({ own, severity, computed }: Scope<K>): Outcome {
  if (own.kind !== "blank") return HOLDS;
  const expected = computed();
  return expected.kind === "number"
    ? fails(severity, { rule: "value.missing", actual: null, expected: expected.value })
    : HOLDS;
}

function runListed<K extends string>(choices: readonly string[], { own, severity }: Scope<K>): Outcome {
  const word = own.kind === "text" ? plainWords(own.text) : null;
  const known = word === null || choices.some((choice) => plainWords(choice) === word);
  return known ? HOLDS : fails(severity, { rule: "value.choice", actual: shown(own), expected: null });
}

function runRatio<K extends string>(of: RatioParts<K>, { own, severity, read }: Scope<K>): Outcome {
  const numerator = numberOf(read(of.numerator));
  const denominator = numberOf(read(of.denominator));
  if (own.kind !== "number" || numerator === null || denominator === null) return UNCHECKED;
  if (denominator === 0) return HOLDS;
  const exact = exactRatio(of, numerator, denominator);
  if (agrees(own.value, exact, own.decimals)) return HOLDS;
  const gap = Math.abs(own.value - exact);
  return fails(gap < SLIP && !nearlyEqual(gap, SLIP) ? "warning" : severity, {
    rule: "ratio.mismatch",
    actual: own.value,
    expected: roundHalfUp(exact, 2),
    quotient: quotientOf(of, numerator, denominator),
  });
}

function runRatioUndefined<K extends string>(of: RatioParts<K>, { own, severity, read }: Scope<K>): Outcome {
  if (own.kind !== "number" || own.value === 0) return HOLDS;
  const denominator = read(of.denominator);
  if (denominator.kind === "unreadable") return UNCHECKED;
  const value = numberOf(denominator);
  if (value !== null && value !== 0) return HOLDS;
  return fails(severity, {
    rule: "ratio.undefined",
    actual: own.value,
    expected: null,
    quotient: quotientOf(of, numberOf(read(of.numerator)), value),
  });
}

function runRatioFilled<K extends string>(of: RatioParts<K>, { own, severity, read }: Scope<K>): Outcome {
  const numerator = numberOf(read(of.numerator));
  const denominator = numberOf(read(of.denominator));
  if (own.kind !== "blank" || numerator === null || denominator === null || denominator === 0) return HOLDS;
  return fails(severity, {
    rule: "ratio.missing",
    actual: null,
    expected: roundHalfUp(exactRatio(of, numerator, denominator), 2),
    quotient: quotientOf(of, numerator, denominator),
  });
}

/** A share or a reduction in per cent, as it is. */
export function exactRatio({ kind }: RatioParts<string>, numerator: number, denominator: number): number {
  const share = kind === "share" ? numerator : denominator - numerator;
  return (100 * share) / denominator;
}

function quotientOf(
  { kind }: RatioParts<string>,
  numerator: number | null,
  denominator: number | null,
): Quotient {
  return { reduction: kind === "reduction", numerator, denominator };
}

/** Blank parts count as 0 once any part is filled: rows of other levels always stand blank. */
function runSum<K extends string>(
  check: Extract<Check<K>, { kind: "sum" | "sum-within" }>,
  { own, severity, read, name }: Scope<K>,
): Outcome {
  const readings = check.parts.map(read);
  if (own.kind !== "number" || readings.some((reading) => reading.kind === "unreadable")) return UNCHECKED;
  const terms = check.parts.map((part, index) => {
    const reading = readings[index];
    return { cell: name(part), value: reading === undefined ? null : numberOf(reading) };
  });
  const filled = terms.map(({ value }) => value).filter((value) => value !== null);
  if (filled.length === 0) return UNCHECKED;
  const sum = filled.reduce((total, value) => total + value, 0);
  if (nearlyEqual(sum, own.value)) return HOLDS;
  if (check.kind === "sum") {
    const made = { kind: "sum", terms } as const;
    return fails(severity, { rule: "total.mismatch", actual: own.value, expected: sum, made });
  }
  // A single part above the whole is told by its own rule, at the part.
  const alone = filled.some((value) => value > own.value);
  if (sum < own.value || alone) return HOLDS;
  const against = { kind: "parts", terms } as const;
  return fails(severity, { rule: "part.exceeds", actual: own.value, expected: sum, against });
}

function runDifference<K extends string>(
  check: Extract<Check<K>, { kind: "difference" }>,
  { own, severity, read }: Scope<K>,
): Outcome {
  const from = numberOf(read(check.from));
  const terms = check.minus.map((key) => numberOf(read(key)));
  const minus = terms.filter((term) => term !== null);
  if (own.kind !== "number" || from === null || minus.length < terms.length) return UNCHECKED;
  const expected = minus.reduce((rest, term) => rest - term, from);
  if (nearlyEqual(expected, own.value)) return HOLDS;
  const made = { kind: "difference", from, minus } as const;
  return fails(severity, { rule: "total.mismatch", actual: own.value, expected, made });
}

function runWithin<K extends string>(whole: K, { own, severity, read, name }: Scope<K>): Outcome {
  const limit = numberOf(read(whole));
  if (own.kind !== "number" || limit === null) return UNCHECKED;
  if (own.value <= limit || nearlyEqual(own.value, limit)) return HOLDS;
  const against = { kind: "whole", whole: name(whole) } as const;
  return fails(severity, { rule: "part.exceeds", actual: own.value, expected: limit, against });
}

function runBeside<K extends string>(
  { beside, rule }: Extract<Check<K>, { kind: "said-beside" }>,
  { own, severity, read }: Scope<K>,
): Outcome {
  const said = read(beside);
  const words = said.kind === "text" ? plainWords(said.text) : "";
  if (!rule.when.begins.some((beginning) => words.startsWith(plainWords(beginning)))) return HOLDS;
  const by = { kind: "words", name: rule.name, says: rule.says } as const;
  const { must } = rule;
  if (must === "filled") {
    return own.kind === "blank"
      ? fails(severity, { rule: "cross.mismatch", actual: null, expected: null, by })
      : HOLDS;
  }
  if (own.kind === "blank") return HOLDS;
  if (own.kind !== "number") return UNCHECKED;
  const holds = "equal" in must ? nearlyEqual(own.value, must.equal) : own.value < must.below;
  const expected = "equal" in must ? must.equal : null;
  return holds ? HOLDS : fails(severity, { rule: "cross.mismatch", actual: own.value, expected, by });
}

/** The number that a reading gives, or null. */
export function numberOf(reading: Reading): number | null {
  return reading.kind === "number" ? reading.value : null;
}
