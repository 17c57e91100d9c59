import { eachIndicator, type IndicatorKey, type IndicatorRef, indicatorKey } from "../forms/indicators.js";
import type { Edition, Indicator, IndicatorKind } from "../forms/schema.js";
import type { IndicatorValue, Report } from "../report/report.js";
import { formatCount, formatNumber, formatPercent } from "../values/vietnamese-number.js";
import { NumberArgument } from "./message.js";
import type { FactSource, Outline } from "./outline.js";

/** What an outline's name for a fact means in one report. */
export type FactState =
  | {
      readonly kind: "known";
      readonly argument: NumberArgument;
      /** The rows that are told when the fact is. */
      readonly rows: readonly IndicatorRef[];
    }
  | {
      /** These rows hold no value that can be read. */
      readonly kind: "blank";
      readonly rows: readonly IndicatorRef[];
    }
  /** Not to be said and not missed: the edition has no such row, or a ratio has nothing to be a ratio of. */
  | { readonly kind: "silent" };

const SILENT: FactState = { kind: "silent" };

/** Every fact and remainder of the outline, by name, as it stands in the report. */
export function resolveFacts(outline: Outline, report: Report): ReadonlyMap<string, FactState> {
  const rows = rowsOf(report.edition);
  const states = new Map<string, FactState>();
  for (const [name, sources] of Object.entries(outline.facts)) {
    const row = bind(sources, rows);
    states.set(name, row === null ? SILENT : stateOf(row, report));
  }
  for (const [name, { from, less }] of Object.entries(outline.remainders)) {
    states.set(name, remainder([from, ...less].map((operand) => states.get(operand) ?? SILENT)));
  }
  return states;
}

/** Money words by name, `triệu đồng` for a row printed in `Triệu đồng`; absent where no row prints a unit. */
export function unitWords(outline: Outline, edition: Edition): ReadonlyMap<string, string> {
  const rows = rowsOf(edition);
  const words = new Map<string, string>();
  for (const [name, facts] of Object.entries(outline.units)) {
    const units = facts.flatMap((fact) => {
      const row = bind(outline.facts[fact] ?? [], rows)?.indicator;
      return row !== undefined && "unit" in row && row.unit !== null ? [row.unit] : [];
    });
    const [unit] = units;
    if (unit !== undefined) words.set(name, moneyWord(unit));
  }
  return words;
}

/** A value as officers write it in prose, by the kind of its row. */
export function factText(kind: IndicatorKind, value: number): string {
  switch (kind) {
    case "ratio":
      return formatPercent(value);
    case "money":
      return formatNumber(value);
    default:
      return formatCount(value);
  }
}

/**
 * True for a stated ratio that has nothing to be a ratio of: its denominator is 0, or it reads 0
 * beside a blank denominator. Reports print 0 there; "đạt 0%" would be untrue.
 */
export function isVoidRatio(indicator: Indicator, form: number, value: number, report: Report): boolean {
  if (indicator.kind !== "ratio") return false;
  const base = indicator.ratio?.denominator ?? indicator.reduction?.from;
  if (base === undefined) return false;
  const reading = report.values.get(indicatorKey(form, base))?.reading;
  return reading?.kind === "number" ? reading.value === 0 : value === 0;
}

/** The number in a cell, or null: blank, unreadable, words, or a choice that the row does not offer. */
export function statedNumber(indicator: Indicator, value: IndicatorValue | undefined): number | null {
  if (value?.reading.kind !== "number") return null;
  const stated = value.reading.value;
  const offered = indicator.kind !== "choice" || indicator.choices.some((choice) => choice.value === stated);
  return offered ? stated : null;
}

interface Row {
  readonly form: number;
  readonly indicator: Indicator;
}

function rowsOf(edition: Edition): ReadonlyMap<IndicatorKey, Row> {
  const rows = new Map<IndicatorKey, Row>();
  for (const { form, indicator } of eachIndicator(edition)) {
    rows.set(indicatorKey(form.number, indicator.code), { form: form.number, indicator });
  }
  return rows;
}

/** The first of the sources that the edition has; headings hold no values and are passed over. */
function bind(sources: readonly FactSource[], rows: ReadonlyMap<string, Row>): Row | null {
  for (const source of sources) {
    const { row: key, says } = typeof source === "string" ? { row: source, says: null } : source;
    const row = rows.get(key);
    if (row === undefined || row.indicator.kind === "heading") continue;
    if (says === null || row.indicator.label.toLowerCase().includes(says.toLowerCase())) return row;
  }
  return null;
}

function stateOf({ form, indicator }: Row, report: Report): FactState {
  const ref = { form, code: indicator.code };
  const cell = report.values.get(indicatorKey(form, indicator.code));
  const value = statedNumber(indicator, cell);
  if (value === null) return { kind: "blank", rows: [ref] };
  if (isVoidRatio(indicator, form, value, report)) return SILENT;
  const fact = { value, indicator: ref, address: cell?.address ?? null };
  return { kind: "known", argument: new NumberArgument(fact, factText(indicator.kind, value)), rows: [ref] };
}

/** The first less the others; blank with every blank operand, silent with a silent one. */
function remainder(operands: readonly FactState[]): FactState {
  if (operands.some((operand) => operand.kind === "silent")) return SILENT;
  const blank = operands.flatMap((operand) => (operand.kind === "blank" ? operand.rows : []));
  if (blank.length > 0) return { kind: "blank", rows: blank };
  const facts = operands.flatMap((operand) => (operand.kind === "known" ? [operand.argument.fact] : []));
  const [first, ...others] = facts;
  if (first === undefined) return SILENT;
  const value = others.reduce((rest, fact) => rest - fact.value, first.value);
  const derivedFrom = facts.map((fact) => fact.indicator);
  return {
    kind: "known",
    argument: new NumberArgument({ ...first, value, derivedFrom }, formatCount(value)),
    rows: [],
  };
}

/** Forms print `Triệu đồng` and, short, `tỷ`. */
function moneyWord(unit: string): string {
  const word = unit.trim().toLowerCase();
  return word.endsWith("đồng") ? word : `${word} đồng`;
}
