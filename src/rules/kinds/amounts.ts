import { type IndicatorKey, indicatorKey, isAmount } from "../../forms/indicators.js";
import type { AmountIndicator, Form, Indicator, RatioIndicator } from "../../forms/schema.js";
import type { AmountColumn, ColumnFormula, NumberColumn, Table } from "../../forms/table-schema.js";
import { agrees, nearlyEqual, roundHalfUp } from "../../values/tolerance.js";
import type { CellName, Severity, Stated, Term, ToldBy } from "../facts.js";
import { fails, HOLDS, type OutcomeOf, UNCHECKED } from "../outcome.js";
import { type ColumnKey, columnKey } from "./columns.js";
import type { Declared, Kind } from "./kind.js";
import { numberOf, type Scope } from "./scope.js";

/** The two numbers of a ratio. */
export interface Quotient {
  readonly reduction: boolean;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** `share`: 100 x numerator / denominator. `reduction`: 100 x (denominator - numerator) / denominator. */
export interface RatioParts<K extends string = IndicatorKey> {
  readonly kind: "share" | "reduction";
  readonly numerator: K;
  readonly denominator: K;
}

/** What the rules about ratios, totals and parts know when they do not hold. */
export interface AmountFacts {
  "ratio.mismatch": Stated<number, number> & { readonly quotient: Quotient };
  "ratio.undefined": Stated<number> & { readonly quotient: Quotient };
  "ratio.missing": Stated<null, number> & { readonly quotient: Quotient };
  "total.mismatch": Stated<number | null, number> & {
    readonly made:
      | { readonly kind: "sum"; readonly terms: readonly Term[] }
      | { readonly kind: "difference"; readonly from: number; readonly minus: readonly number[] }
      /** The rows of a column that a total row adds up. */
      | { readonly kind: "rows"; readonly terms: readonly number[] };
  };
  /** The part with its whole, or the whole with the parts that together exceed it. */
  "part.exceeds": Stated<number, number> & {
    readonly against:
      | { readonly kind: "whole"; readonly whole: CellName }
      | { readonly kind: "parts"; readonly terms: readonly Term[] };
  };
}

/** What numbers owe to one another, within a form or within a row of a table. */
export type AmountCheck<K extends string> =
  | { readonly kind: "ratio"; readonly of: RatioParts<K> }
  | { readonly kind: "ratio-undefined"; readonly of: RatioParts<K> }
  | { readonly kind: "ratio-filled"; readonly of: RatioParts<K> }
  | { readonly kind: "sum"; readonly parts: readonly K[] }
  | { readonly kind: "sum-within"; readonly parts: readonly K[] }
  /** Parts that are all filled leave nothing over. */
  | { readonly kind: "sum-reaches"; readonly parts: readonly K[] }
  | { readonly kind: "difference"; readonly from: K; readonly minus: readonly K[] }
  | { readonly kind: "within"; readonly whole: K };

/** In the total row of a table: equals the sum of the rows. */
export interface ColumnTotalCheck {
  readonly kind: "column-total";
}

const KINDS = {
  ratio: { rule: "ratio.mismatch", numbers: "equation" },
  "ratio-undefined": { rule: "ratio.undefined", numbers: "bound" },
  "ratio-filled": { rule: "ratio.missing" },
  sum: { rule: "total.mismatch", numbers: "equation" },
  // With the bound that always goes with it.
  "sum-reaches": { rule: "total.mismatch", numbers: "equation" },
  difference: { rule: "total.mismatch", numbers: "equation" },
  "column-total": { rule: "total.mismatch", numbers: "equation" },
  "sum-within": { rule: "part.exceeds", numbers: "bound" },
  within: { rule: "part.exceeds", numbers: "bound" },
} as const satisfies Readonly<
  Record<(AmountCheck<string> | ColumnTotalCheck)["kind"], Kind<keyof AmountFacts>>
>;

export const AMOUNT_KINDS: Readonly<Record<keyof typeof KINDS, Kind<keyof AmountFacts>>> = KINDS;

/** The cells that a check looks at beside its own, in the order in which they are told. */
export function amountCells<K extends string>(check: AmountCheck<K>): readonly K[] {
  switch (check.kind) {
    case "ratio":
    case "ratio-undefined":
    case "ratio-filled":
      return [check.of.numerator, check.of.denominator];
    case "sum":
    case "sum-within":
    case "sum-reaches":
      return check.parts;
    case "difference":
      return [check.from, ...check.minus];
    case "within":
      return [check.whole];
  }
}

type Owed<C> = Declared<C, keyof AmountFacts>;

function owed<C extends AmountCheck<IndicatorKey> | AmountCheck<ColumnKey> | ColumnTotalCheck>(
  severity: Severity,
  check: C,
): Owed<C> {
  return { id: KINDS[check.kind].rule, severity, check };
}

/** What a row of a form owes to the others of its form. `wholes`: the rows it may not exceed. */
export function amountRulesOfRow(
  form: number,
  indicator: Indicator,
  wholes: readonly string[],
): readonly Owed<AmountCheck<IndicatorKey>>[] {
  return [
    ...(indicator.kind === "ratio" ? ratioRules(form, indicator) : []),
    ...(isAmount(indicator) ? totalRules(form, indicator) : []),
    ...wholes.map((whole) => owed("error", { kind: "within", whole: indicatorKey(form, whole) } as const)),
  ];
}

/** For each row of a form the rows it may not exceed: its total, its superset, its ratio's denominator. */
export function wholesByPart(form: Form): ReadonlyMap<string, readonly string[]> {
  const wholes = new Map<string, string[]>();
  const add = (part: string, whole: string) => {
    const known = wholes.get(part) ?? [];
    if (!known.includes(whole)) wholes.set(part, [...known, whole]);
  };
  for (const indicator of form.indicators) {
    if (isAmount(indicator)) {
      for (const part of indicator.parts?.codes ?? []) add(part, indicator.code);
      if (indicator.atMost !== undefined) add(indicator.code, indicator.atMost);
    }
    if (indicator.kind === "ratio") {
      if (indicator.ratio !== undefined) add(indicator.ratio.numerator, indicator.ratio.denominator);
      if (indicator.reduction !== undefined) add(indicator.reduction.to, indicator.reduction.from);
    }
  }
  return wholes;
}

function ratioRules(form: number, indicator: RatioIndicator): readonly Owed<AmountCheck<IndicatorKey>>[] {
  const of = ratioParts(form, indicator);
  if (of === null) return [];
  return [
    owed("error", { kind: "ratio", of }),
    owed("warning", { kind: "ratio-undefined", of }),
    owed("warning", { kind: "ratio-filled", of }),
  ];
}

/** The two rows a ratio is made from, or null where they are no rows of the form. */
export function ratioParts(form: number, indicator: RatioIndicator): RatioParts | null {
  const { ratio, reduction } = indicator;
  if (ratio !== undefined) {
    return {
      kind: "share",
      numerator: indicatorKey(form, ratio.numerator),
      denominator: indicatorKey(form, ratio.denominator),
    };
  }
  if (reduction !== undefined) {
    return {
      kind: "reduction",
      numerator: indicatorKey(form, reduction.to),
      denominator: indicatorKey(form, reduction.from),
    };
  }
  return null;
}

function totalRules(form: number, indicator: AmountIndicator): readonly Owed<AmountCheck<IndicatorKey>>[] {
  if (indicator.parts === undefined) return [];
  const parts = indicator.parts.codes.map((code) => indicatorKey(form, code));
  return indicator.parts.relation === "equal"
    ? [owed("error", { kind: "sum", parts })]
    : [owed("error", { kind: "sum-within", parts })];
}

/** What a column of numbers owes to the others of its row, and its total to the rows. */
export function amountRulesOfColumn(
  column: NumberColumn,
  table: Table,
): readonly Owed<AmountCheck<ColumnKey> | ColumnTotalCheck>[] {
  const rules: Owed<AmountCheck<ColumnKey> | ColumnTotalCheck>[] =
    column.formula === undefined ? [] : [...formulaRules(column.formula)];
  if (column.kind === "percent") return rules;
  if (column.check !== undefined) {
    rules.push(owed("error", exactCheck(column.check)));
  }
  for (const whole of column.atMost ?? []) rules.push(owed("error", { kind: "within", whole }));
  for (const { whole, severity } of coveredBy(column, table)) {
    rules.push(owed(severity, { kind: "within", whole }));
  }
  for (const { of: parts, severity, fully } of column.covers ?? []) {
    rules.push(owed(severity, { kind: "sum-within", parts }));
    if (fully !== undefined) rules.push(owed(fully, { kind: "sum-reaches", parts }));
  }
  if (column.total === "sum") rules.unshift(owed("error", { kind: "column-total" }));
  return rules;
}

/** The columns that a part of them may not exceed by itself either, where it does not say so itself. */
function coveredBy(
  { id, atMost }: AmountColumn,
  table: Table,
): readonly { readonly whole: string; readonly severity: Severity }[] {
  return table.columns.flatMap((whole) => {
    if (!("covers" in whole) || atMost?.includes(whole.id) === true) return [];
    const group = whole.covers?.find(({ of }) => of.includes(id));
    return group === undefined ? [] : [{ whole: whole.id, severity: group.severity }];
  });
}

function formulaRules(formula: ColumnFormula): readonly Owed<AmountCheck<ColumnKey> | ColumnTotalCheck>[] {
  if (formula.kind !== "ratio") {
    return [owed("error", exactCheck(formula))];
  }
  const of = {
    kind: "share",
    numerator: columnKey(formula.numerator),
    denominator: columnKey(formula.denominator),
  } as const;
  return [
    owed("error", { kind: "ratio", of }),
    owed("warning", { kind: "ratio-undefined", of }),
    owed("warning", { kind: "ratio-filled", of }),
  ];
}

function exactCheck(formula: Exclude<ColumnFormula, { kind: "ratio" }>): AmountCheck<ColumnKey> {
  return formula.kind === "sum"
    ? { kind: "sum", parts: formula.of }
    : { kind: "difference", from: formula.of, minus: formula.minus };
}

type Outcome = OutcomeOf<ToldBy<AmountFacts>>;

/** A stated ratio this close to the true one (in points) is a slip, not a wrong report. */
const SLIP = 0.1;

/** Runs one of the checks of numbers with one another. */
export function runAmount<K extends string>(
  check: AmountCheck<K>,
  severity: Severity,
  scope: Scope<K>,
): Outcome {
  switch (check.kind) {
    case "ratio":
      return runRatio(check.of, severity, scope);
    case "ratio-undefined":
      return runRatioUndefined(check.of, severity, scope);
    case "ratio-filled":
      return runRatioFilled(check.of, severity, scope);
    case "sum":
    case "sum-within":
    case "sum-reaches":
      return runSum(check, severity, scope);
    case "difference":
      return runDifference(check, severity, scope);
    case "within":
      return runWithin(check.whole, severity, scope);
  }
}

function runRatio<K extends string>(of: RatioParts<K>, severity: Severity, scope: Scope<K>): Outcome {
  const { own } = scope;
  const numerator = numberOf(scope.read(of.numerator));
  const denominator = numberOf(scope.read(of.denominator));
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

function runRatioUndefined<K extends string>(
  of: RatioParts<K>,
  severity: Severity,
  scope: Scope<K>,
): Outcome {
  const { own } = scope;
  if (own.kind !== "number" || own.value === 0) return HOLDS;
  const denominator = scope.read(of.denominator);
  if (denominator.kind === "unreadable") return UNCHECKED;
  const value = numberOf(denominator);
  if (value !== null && value !== 0) return HOLDS;
  return fails(severity, {
    rule: "ratio.undefined",
    actual: own.value,
    expected: null,
    quotient: quotientOf(of, numberOf(scope.read(of.numerator)), value),
  });
}

function runRatioFilled<K extends string>(of: RatioParts<K>, severity: Severity, scope: Scope<K>): Outcome {
  const { own } = scope;
  if (own.kind !== "blank") return HOLDS;
  const numerator = numberOf(scope.read(of.numerator));
  const denominator = numberOf(scope.read(of.denominator));
  if (numerator === null || denominator === null || denominator === 0) return HOLDS;
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
  check: Extract<AmountCheck<K>, { kind: "sum" | "sum-within" | "sum-reaches" }>,
  severity: Severity,
  scope: Scope<K>,
): Outcome {
  const { own } = scope;
  if (own.kind !== "number") return UNCHECKED;
  const filled: number[] = [];
  for (const part of check.parts) {
    const reading = scope.read(part);
    if (reading.kind === "unreadable") return UNCHECKED;
    if (reading.kind === "number") filled.push(reading.value);
  }
  if (filled.length === 0) return UNCHECKED;
  if (check.kind === "sum-reaches" && filled.length < check.parts.length) return UNCHECKED;
  const sum = filled.reduce((total, value) => total + value, 0);
  if (nearlyEqual(sum, own.value)) return HOLDS;
  const terms = check.parts.map((part) => ({ cell: scope.name(part), value: numberOf(scope.read(part)) }));
  // Parts above their whole are told by the bound.
  if (check.kind === "sum-reaches" && sum > own.value) return HOLDS;
  if (check.kind !== "sum-within") {
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
  check: Extract<AmountCheck<K>, { kind: "difference" }>,
  severity: Severity,
  scope: Scope<K>,
): Outcome {
  const { own } = scope;
  const from = numberOf(scope.read(check.from));
  const terms = check.minus.map((key) => numberOf(scope.read(key)));
  const minus = terms.filter((term) => term !== null);
  if (own.kind !== "number" || from === null || minus.length < terms.length) return UNCHECKED;
  const expected = minus.reduce((rest, term) => rest - term, from);
  if (nearlyEqual(expected, own.value)) return HOLDS;
  const made = { kind: "difference", from, minus } as const;
  return fails(severity, { rule: "total.mismatch", actual: own.value, expected, made });
}

function runWithin<K extends string>(whole: K, severity: Severity, scope: Scope<K>): Outcome {
  const { own } = scope;
  const limit = numberOf(scope.read(whole));
  if (own.kind !== "number" || limit === null) return UNCHECKED;
  if (own.value <= limit || nearlyEqual(own.value, limit)) return HOLDS;
  const against = { kind: "whole", whole: scope.name(whole) } as const;
  return fails(severity, { rule: "part.exceeds", actual: own.value, expected: limit, against });
}
