import { eachIndicator, type IndicatorKey, indicatorKey } from "../forms/indicators.js";
import type { Edition, Indicator } from "../forms/schema.js";
import type { IndicatorValue, Report } from "../report/report.js";
import { statedShareText } from "../values/share.js";
import { nearlyEqual, roundHalfUp } from "../values/tolerance.js";
import { computedStates } from "./computed.js";
import { type FactState, type FactStates, SILENT } from "./fact-state.js";
import { factText } from "./fact-text.js";
import { NumberArgument } from "./message.js";
import { indicatorOrigin, type Origin } from "./origin.js";
import type { FactSource, Outline } from "./outline.js";
import type { Fact } from "./section.js";
import { columnState, countState } from "./table-facts.js";

/** Every fact and computed number of the outline, by name, as it stands in the report. */
export function resolveFacts(outline: Outline, report: Report): FactStates {
  const rows = rowsOf(report.edition);
  const states = new Map<string, FactState>();
  for (const [name, sources] of Object.entries(outline.facts)) {
    states.set(name, firstState(sources, rows, report));
  }
  for (const [name, state] of computedStates(outline, states)) states.set(name, state);
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

/** The rows of an edition by `form/code`. */
export function rowsOf(edition: Edition): ReadonlyMap<IndicatorKey, Row> {
  const rows = new Map<IndicatorKey, Row>();
  for (const { form, indicator } of eachIndicator(edition)) {
    rows.set(indicatorKey(form.number, indicator.code), { form: form.number, indicator });
  }
  return rows;
}

/** The first of the sources that says something; a form row that is blank is missed, a table is not. */
function firstState(
  sources: readonly FactSource[],
  rows: ReadonlyMap<string, Row>,
  report: Report,
): FactState {
  let blank: FactState = SILENT;
  for (const source of sources) {
    const state = sourceState(source, rows, report);
    if (state.kind === "known") return state;
    if (blank.kind === "silent") blank = state;
  }
  return blank;
}

function sourceState(source: FactSource, rows: ReadonlyMap<string, Row>, report: Report): FactState {
  if (typeof source === "object" && "column" in source) return columnState(source, report);
  if (typeof source === "object" && "count" in source) return countState(source, report);
  const row = bindRow(source, rows);
  return row === null ? SILENT : stateOfRow(row, report);
}

/**
 * Those of the named facts that an edition has no row for: an outline made for other forms would say
 * nothing, or speak of something else. Facts of tables are every edition's.
 */
export function unboundFacts(
  outline: Outline,
  edition: Edition,
  names: readonly string[],
): readonly string[] {
  const rows = rowsOf(edition);
  return names.filter((name) => {
    const sources = outline.facts[name] ?? [];
    const ofForms = sources.filter((source) => typeof source === "string" || "row" in source);
    return ofForms.length > 0 && ofForms.length === sources.length && bind(ofForms, rows) === null;
  });
}

/** The first form row that the edition has; headings hold no values and are passed over. */
function bind(sources: readonly FactSource[], rows: ReadonlyMap<string, Row>): Row | null {
  for (const source of sources) {
    const row = typeof source === "string" || "row" in source ? bindRow(source, rows) : null;
    if (row !== null) return row;
  }
  return null;
}

function bindRow(
  source: Extract<FactSource, string | { readonly row: string }>,
  rows: ReadonlyMap<string, Row>,
): Row | null {
  const { row: key, says } = typeof source === "string" ? { row: source, says: null } : source;
  const row = rows.get(key);
  if (row === undefined || row.indicator.kind === "heading") return null;
  return says === null || row.indicator.label.toLowerCase().includes(says.toLowerCase()) ? row : null;
}

/** What a row says: its number, that it is blank, or nothing where it has nothing to be a ratio of. */
export function stateOfRow({ form, indicator }: Row, report: Report): FactState {
  const origin = indicatorOrigin({ form, code: indicator.code });
  const cell = report.values.get(indicatorKey(form, indicator.code));
  const value = statedNumber(indicator, cell);
  if (value === null) return { kind: "blank", origins: [origin] };
  if (isVoidRatio(indicator, form, value, report)) return SILENT;
  const fact = { value, origin, address: cell?.address ?? null };
  const known = (argument: NumberArgument, rests: readonly Origin[] = [origin]): FactState => ({
    kind: "known",
    argument,
    told: [origin],
    rests,
  });
  const fraction = fractionOf(indicator, form, report);
  if (fraction === null) return known(new NumberArgument(fact, factText(indicator.kind, value)));
  // A share stands beside its fraction and must agree with it.
  const decimals = cell?.reading.kind === "number" ? cell.reading.decimals : 0;
  const text = statedShareText(value, decimals, fraction);
  const { derivedFrom } = fraction;
  const rests = [origin, ...derivedFrom.map((part) => part.origin)];
  if (text === factText("ratio", value)) return known(new NumberArgument(fact, text), rests);
  const exact = roundHalfUp((100 * fraction.part) / fraction.whole, 2);
  return known(new NumberArgument({ ...fact, value: exact, derivedFrom, derivation: "share" }, text), rests);
}

/** The two numbers that a ratio is the share of, where both are stated and there is a whole. */
function fractionOf(indicator: Indicator, form: number, report: Report) {
  if (indicator.kind !== "ratio" || indicator.ratio === undefined) return null;
  const { numerator: partCode, denominator: wholeCode } = indicator.ratio;
  const factAt = (code: string): Fact | null => {
    const found = report.values.get(indicatorKey(form, code));
    if (found?.reading.kind !== "number") return null;
    return { value: found.reading.value, origin: indicatorOrigin({ form, code }), address: found.address };
  };
  const part = factAt(partCode);
  const whole = factAt(wholeCode);
  if (part === null || whole === null || nearlyEqual(whole.value, 0)) return null;
  return { part: part.value, whole: whole.value, derivedFrom: [part, whole] };
}

/** Forms print `Triệu đồng` and, short, `tỷ`. */
function moneyWord(unit: string): string {
  const word = unit.trim().toLowerCase();
  return word.endsWith("đồng") ? word : `${word} đồng`;
}
