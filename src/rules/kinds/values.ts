import { type IndicatorKey, indicatorKey, isAmount } from "../../forms/indicators.js";
import type { ChoiceIndicator, FilledIndicator, Indicator } from "../../forms/schema.js";
import type { Column } from "../../forms/table-schema.js";
import { isNumberColumn } from "../../forms/tables.js";
import type { NumberValue, UnreadableCause } from "../../values/reading.js";
import { nearlyEqual, roundHalfUp } from "../../values/tolerance.js";
import { plainWords } from "../../values/words.js";
import type { Severity, Stated, ToldBy } from "../facts.js";
import { fails, HOLDS, type OutcomeOf, shown, UNCHECKED } from "../outcome.js";
import { ratioParts } from "./amounts.js";
import type { Declared, Kind } from "./kind.js";
import { numberOf, type Scope } from "./scope.js";

/** What the rules about one cell by itself know when they do not hold. */
export interface ValueFacts {
  "value.type": Stated<string> & { readonly cause: UnreadableCause };
  /** `expected` is the reading taken for now, `alternative` the other one. */
  "value.ambiguous": Stated<string, number> & { readonly alternative: number };
  "value.text-number": Stated<string, number>;
  "value.negative": Stated<number>;
  "value.integer": Stated<number>;
  "value.percent-range": Stated<number> & { readonly limit: 0 | 100 };
  /** `expected` is the per cent that a fraction would be. */
  "value.fraction": Stated<number, number>;
  /** `expected` is the amount in the row's unit if it was typed in the `likely` one; null where there is no smaller. */
  "value.unit": Stated<number, number | null> & { readonly unit: string; readonly likely: string | null };
  "value.choice": Stated<number | string | null>;
  /** `expected` is what the cell's own formula would give, where it was deleted. */
  "value.missing": Stated<null, number | null>;
  "value.heading": Stated<number | string | null>;
}

/** What a cell owes by itself. `K` names another cell that a demand may depend on. */
export type ValueCheck<K extends string> =
  | { readonly kind: "readable" }
  | { readonly kind: "one-reading" }
  | { readonly kind: "stored-as-number" }
  | { readonly kind: "not-negative" }
  | { readonly kind: "whole" }
  | { readonly kind: "percent-range" }
  /**
   * A per cent that nothing else tells of is not typed as a fraction: 0.88 for 88 %. Others with which it makes
   * 100 tell of it: 1 beside 99 is no 100 %.
   */
  | { readonly kind: "not-fraction"; readonly beside: readonly K[] }
  /** An amount of money in a unit of so many đồng has a size that this unit makes likely. */
  | {
      readonly kind: "unit-size";
      readonly unit: string;
      readonly factor: number;
      /** Less than this, but not 0, is unlikely too; null where small amounts are as likely. */
      readonly least: number | null;
    }
  /** One of these numbers. */
  | { readonly kind: "choice"; readonly values: readonly number[] }
  /** One of these words. */
  | { readonly kind: "listed"; readonly choices: readonly string[] }
  /** Not blank; asked for only while another cell holds that value, where `when` says so. */
  | {
      readonly kind: "filled";
      readonly when: { readonly cell: K; readonly equals: number } | null;
    }
  /** A cell that works itself out is not blank while its parts are there. */
  | { readonly kind: "computed" }
  | { readonly kind: "empty" };

const KINDS = {
  readable: { rule: "value.type" },
  "one-reading": { rule: "value.ambiguous" },
  "stored-as-number": { rule: "value.text-number" },
  "not-negative": { rule: "value.negative", numbers: "bound" },
  whole: { rule: "value.integer", numbers: "bound" },
  "percent-range": { rule: "value.percent-range", numbers: "bound" },
  "not-fraction": { rule: "value.fraction", numbers: "bound" },
  "unit-size": { rule: "value.unit", numbers: "bound" },
  choice: { rule: "value.choice", numbers: "bound" },
  listed: { rule: "value.choice" },
  filled: { rule: "value.missing" },
  computed: { rule: "value.missing" },
  empty: { rule: "value.heading" },
} as const satisfies Readonly<Record<ValueCheck<string>["kind"], Kind<keyof ValueFacts>>>;

export const VALUE_KINDS: Readonly<Record<keyof typeof KINDS, Kind<keyof ValueFacts>>> = KINDS;

/** The cells that a check looks at beside its own. */
export function valueCells<K extends string>(check: ValueCheck<K>): readonly K[] {
  if (check.kind === "not-fraction") return check.beside;
  return check.kind === "filled" && check.when !== null ? [check.when.cell] : [];
}

type Owed<K extends string> = Declared<ValueCheck<K>, keyof ValueFacts>;

function owed<K extends string>(severity: Severity, check: ValueCheck<K>): Owed<K> {
  return { id: KINDS[check.kind].rule, severity, check };
}

/** What a group row owes: nothing stands in its cell. */
export function headingRules(): readonly Owed<IndicatorKey>[] {
  return [owed("info", { kind: "empty" })];
}

/**
 * What a row of a form owes by itself.
 *
 * @param unit of the row, or of the row that it is a part of where the print leaves it out
 * @param beside the per cents with which the row makes 100
 */
export function valueRulesOfRow(
  form: number,
  indicator: FilledIndicator,
  unit: string | null,
  beside: readonly IndicatorKey[],
): readonly Owed<IndicatorKey>[] {
  const rules: Owed<IndicatorKey>[] = [owed("error", { kind: "readable" })];
  if (indicator.kind !== "text") {
    rules.push(owed("warning", { kind: "one-reading" }), owed("info", { kind: "stored-as-number" }));
  }
  if (isAmount(indicator)) {
    rules.push(owed("error", { kind: "not-negative" }));
  }
  if (indicator.kind === "count") rules.push(owed("error", { kind: "whole" }));
  if (indicator.kind === "ratio") rules.push(owed("error", { kind: "percent-range" }));
  if (indicator.kind === "ratio" && ratioParts(form, indicator) === null) {
    rules.push(owed("warning", { kind: "not-fraction", beside }));
  }
  if (indicator.kind === "money") {
    rules.push(...unitSizeRules(unit, null));
  }
  if (indicator.kind === "choice") rules.push(choiceRule(indicator));
  if (isRequired(indicator)) {
    const when = indicator.requiredWhen;
    const condition =
      when === undefined ? null : { cell: indicatorKey(form, when.code), equals: when.equals };
    rules.push(owed("warning", { kind: "filled", when: condition }));
  }
  return rules;
}

function unitSizeRules(unit: string | null, least: number | null): readonly Owed<never>[] {
  const factor = unit === null ? null : unitFactor(unit);
  if (unit === null || factor === null) return [];
  return [owed("warning", { kind: "unit-size", unit, factor, least })];
}

/** How many đồng a printed unit of money stands for; null for none. */
function unitFactor(unit: string): number | null {
  const words = unit.toLowerCase();
  if (/tỷ|tỉ/.test(words)) return 1e9;
  if (words.includes("triệu")) return 1e6;
  if (/nghìn|ngàn/.test(words)) return 1e3;
  return words.includes("đồng") ? 1 : null;
}

function choiceRule(indicator: ChoiceIndicator): Owed<IndicatorKey> {
  const values = indicator.choices.map((choice) => choice.value);
  return owed("error", { kind: "choice", values });
}

/**
 * True for the rows that a commune must fill: its own, not optional. A ratio with declared parts is
 * not asked for by itself; `ratio.missing` asks once the parts are there.
 */
export function isRequired(indicator: Indicator): boolean {
  if (indicator.kind === "heading" || indicator.optional || indicator.subject !== "commune") return false;
  return indicator.kind !== "ratio" || (indicator.ratio === undefined && indicator.reduction === undefined);
}

/** What a column of a table owes in every row by itself. */
export function valueRulesOfColumn(column: Column): readonly Owed<string>[] {
  if (column.kind === "text" && column.role === "order") return [];
  const rules: Owed<string>[] = [owed("error", { kind: "readable" })];
  if (isNumberColumn(column)) {
    rules.push(owed("warning", { kind: "one-reading" }), owed("info", { kind: "stored-as-number" }));
    if (column.kind === "percent" && !column.unbounded) {
      rules.push(owed("error", { kind: "percent-range" }));
      if (column.formula === undefined) rules.push(owed("warning", { kind: "not-fraction", beside: [] }));
    } else {
      rules.push(owed("error", { kind: "not-negative" }));
    }
  }
  if (column.kind === "count") rules.push(owed("error", { kind: "whole" }));
  if (column.kind === "money") rules.push(...unitSizeRules(column.unit, column.least ?? null));
  // Authorities have documents and fields that no list foresees.
  if (column.kind === "choice") {
    rules.push(owed("warning", { kind: "listed", choices: column.choices }));
  }
  if (column.required) rules.push(owed("warning", { kind: "filled", when: null }));
  if (isNumberColumn(column) && column.formula !== undefined && column.formula.kind !== "ratio") {
    rules.push(owed("warning", { kind: "computed" }));
  }
  return rules;
}

type Outcome = OutcomeOf<ToldBy<ValueFacts>>;

/** Runs one of the checks of a cell by itself. */
export function runValue<K extends string>(
  check: ValueCheck<K>,
  severity: Severity,
  scope: Scope<K>,
): Outcome {
  const { own } = scope;
  switch (check.kind) {
    case "readable":
      return own.kind === "unreadable"
        ? fails(severity, { rule: "value.type", actual: own.shown, expected: null, cause: own.cause })
        : HOLDS;
    case "filled":
      return runFilled(check, severity, scope);
    case "computed":
      return runComputed(severity, scope);
    case "empty":
      return own.kind === "blank"
        ? HOLDS
        : fails(severity, { rule: "value.heading", actual: shown(own), expected: null });
    case "listed":
      return runListed(check.choices, severity, scope);
    case "not-fraction":
      return own.kind === "number" && !makesUp(own.value, check.beside, scope)
        ? runNotFraction(own, severity)
        : HOLDS;
    default:
      return own.kind === "number" ? runNumber(check, own, severity) : HOLDS;
  }
}

type NumberCheck = Extract<
  ValueCheck<string>,
  {
    kind:
      | "one-reading"
      | "stored-as-number"
      | "not-negative"
      | "whole"
      | "percent-range"
      | "unit-size"
      | "choice";
  }
>;

function runNumber(check: NumberCheck, own: NumberValue, severity: Severity): Outcome {
  const { value, typed, alternative } = own;
  switch (check.kind) {
    case "one-reading":
      return alternative === null
        ? HOLDS
        : fails(severity, {
            rule: "value.ambiguous",
            actual: typed ?? String(value),
            expected: value,
            alternative,
          });
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
    case "unit-size":
      return runUnitSize(check, value, severity);
    case "choice":
      return check.values.includes(value)
        ? HOLDS
        : fails(severity, { rule: "value.choice", actual: value, expected: null });
  }
}

function runNotFraction({ value, percent }: NumberValue, severity: Severity): Outcome {
  return percent === true || value <= 0 || value > 1
    ? HOLDS
    : fails(severity, { rule: "value.fraction", actual: value, expected: roundHalfUp(100 * value, 2) });
}

/** How far two per cents that are rounded or cut may be from 100 together. */
const ROUNDED = 2;

/** True where a per cent makes 100 with others, each of them rounded. */
function makesUp<K extends string>(value: number, beside: readonly K[], scope: Scope<K>): boolean {
  const others = beside.map((key) => numberOf(scope.read(key)));
  const sum = others.reduce<number>((all, other) => all + (other ?? 0), value);
  return beside.length > 0 && Math.abs(sum - 100) <= ROUNDED;
}

/** In đồng: no commune plans or spends a thousand tỷ in a year. */
const MOST_MONEY = 1e12;
/** Units that an amount may have been typed in instead of its row's, the largest first. */
const SMALLEST_UNIT = ["đồng", 1] as const;
const UNITS = [["tỷ đồng", 1e9], ["triệu đồng", 1e6], ["nghìn đồng", 1e3], SMALLEST_UNIT] as const;
/** An amount too small for its unit is told in tỷ as far as this, else in triệu: 2,5 tỷ, 3.000 triệu. */
const MOST_IN_BILLIONS = 100;

function runUnitSize(
  { unit, factor, least }: Extract<NumberCheck, { kind: "unit-size" }>,
  value: number,
  severity: Severity,
): Outcome {
  const amount = Math.abs(value);
  const isLarge = amount * factor >= MOST_MONEY;
  const isSmall = least !== null && amount > 0 && amount < least;
  if (!isLarge && !isSmall) return HOLDS;
  const likely = UNITS.find(([name, size]) =>
    isLarge ? amount * size < MOST_MONEY : size > factor && (name !== "tỷ đồng" || amount < MOST_IN_BILLIONS),
  );
  const [name, size] = likely ?? SMALLEST_UNIT;
  // As small a unit as there is: zeros too many.
  if (size === factor) {
    return fails(severity, { rule: "value.unit", actual: value, expected: null, unit, likely: null });
  }
  const expected = (value * size) / factor;
  return fails(severity, { rule: "value.unit", actual: value, expected, unit, likely: name });
}

function runFilled<K extends string>(
  check: Extract<ValueCheck<K>, { kind: "filled" }>,
  severity: Severity,
  scope: Scope<K>,
): Outcome {
  const { own, found } = scope;
  if (!isAsked(check, scope)) return HOLDS;
  if (!found) return UNCHECKED;
  return own.kind === "blank"
    ? fails(severity, { rule: "value.missing", actual: null, expected: null })
    : HOLDS;
}

/** True when a required cell is required now: unconditionally, or because its condition holds. */
export function isAsked<K extends string>(
  { when }: Extract<ValueCheck<K>, { kind: "filled" }>,
  scope: Pick<Scope<K>, "read">,
): boolean {
  return when === null || numberOf(scope.read(when.cell)) === when.equals;
}

function runComputed<K extends string>(severity: Severity, scope: Scope<K>): Outcome {
  const { own } = scope;
  if (own.kind !== "blank") return HOLDS;
  const expected = scope.computed();
  return expected.kind === "number"
    ? fails(severity, { rule: "value.missing", actual: null, expected: expected.value })
    : HOLDS;
}

function runListed<K extends string>(
  choices: readonly string[],
  severity: Severity,
  { own }: Scope<K>,
): Outcome {
  const word = own.kind === "text" ? plainWords(own.text) : null;
  const known = word === null || choices.some((choice) => plainWords(choice) === word);
  return known ? HOLDS : fails(severity, { rule: "value.choice", actual: shown(own), expected: null });
}
