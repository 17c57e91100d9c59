import { indicatorKey } from "../../forms/indicators.js";
import { findColumn } from "../../forms/tables.js";
import type { Report } from "../../report/report.js";
import type { CellAddress } from "../../values/address.js";
import { longDay, shortDay } from "../../values/day.js";
import { agrees, decimalsOf } from "../../values/tolerance.js";
import { plainWords } from "../../values/words.js";
import { madeFrom } from "../computed.js";
import { keyOf } from "../each.js";
import { type FactState, type KnownFact, SILENT } from "../fact-state.js";
import { rowsOf, stateOfRow } from "../facts.js";
import type { Origin } from "../origin.js";
import { periodWords } from "../period-words.js";
import type { Fact } from "../section.js";
import { columnState, recordsOf, rowState } from "../table-facts.js";
import type { FieldSource } from "./field.js";
import { proseNumber } from "./mentions.js";
import { moneyLike, moneyValue, statesMoney } from "./money.js";
import { moneyUnitOf } from "./money-unit.js";

/** What a source says in a report. */
export type SourceState =
  /** `money`: đồng in one of what the number counts; null where it is no money. */
  | { readonly kind: "number"; readonly fact: KnownFact; readonly money: number | null }
  | { readonly kind: "words"; readonly text: string; readonly cell: CellAddress | null }
  /** The cell is blank, or is there no more. */
  | { readonly kind: "unknown" };

const UNKNOWN: SourceState = { kind: "unknown" };

/** What a source says now. */
export function resolveSource(source: FieldSource, report: Report): SourceState {
  const { info, infoCells } = report;
  const words = (text: string | null, key: "period" | "year" | "from" | "to"): SourceState =>
    text === null ? UNKNOWN : { kind: "words", text, cell: infoCells.get(key) ?? null };
  switch (source.kind) {
    case "period": {
      if (info.period === null || info.year === null) return UNKNOWN;
      const { period, next } = periodWords(info);
      return words(source.which === "this" ? period : next, "period");
    }
    case "year":
      return words(info.year === null ? null : `năm ${info.year + source.offset}`, "year");
    case "day": {
      const day = info[source.which];
      return words(day === null ? null : shortDay(day), source.which);
    }
    default: {
      const state = numberState(source, report);
      if (state.kind !== "known") return UNKNOWN;
      return { kind: "number", fact: state, money: moneyUnitOf(source, report.edition) };
    }
  }
}

type NumberSource = Exclude<FieldSource, { readonly kind: "period" | "year" | "day" }>;

function numberState(source: FieldSource, report: Report): FactState {
  switch (source.kind) {
    case "row": {
      const row = rowsOf(report.edition).get(indicatorKey(source.form, source.code));
      return row === undefined || row.indicator.kind === "heading" ? SILENT : stateOfRow(row, report);
    }
    case "table":
      return tableState(source, report);
    case "computed":
      return madeFrom(
        source.derivation,
        source.of.map((part) => numberState(part, report)),
      );
    default:
      return SILENT;
  }
}

function tableState(
  { table, row, column: id }: Extract<NumberSource, { readonly kind: "table" }>,
  report: Report,
): FactState {
  const filled = report.tables.get(table);
  const column = filled === undefined ? null : findColumn(filled.table, id);
  if (filled === undefined || column === null) return SILENT;
  if (row === null) return columnState({ table, column: id }, report);
  const wanted = plainWords(row);
  const [found, ...more] = recordsOf(filled).filter(
    (record) => plainWords(keyOf(filled, [record])) === wanted,
  );
  // Two rows about the same thing: nobody can say which.
  return found === undefined || more.length > 0 ? SILENT : rowState(filled, column, found);
}

/** The source that a number of the narrative has; null for counted rows, which no cell holds. */
export function sourceOfFact({ origin, derivation, derivedFrom }: Fact, report: Report): FieldSource | null {
  if (derivation === undefined) return sourceOfOrigin(origin, report);
  if (derivation === "count" || derivation === "change" || derivedFrom === undefined) return null;
  const of = derivedFrom.map((part) => sourceOfFact(part, report));
  const known = of.filter((part) => part !== null);
  return known.length === of.length ? { kind: "computed", derivation, of: known } : null;
}

function sourceOfOrigin(origin: Origin, report: Report): FieldSource | null {
  if (origin.kind === "indicator") return { kind: "row", form: origin.form, code: origin.code };
  if (origin.kind === "rows") return null;
  const { table, column, row } = origin;
  if (row === null) return { kind: "table", table, row: null, column };
  const filled = report.tables.get(table);
  const record = filled?.rows.find((each) => each.row === row);
  if (filled === undefined || record === undefined) return null;
  return { kind: "table", table, row: keyOf(filled, [record]), column };
}

/**
 * True where words of hers state what a number is, at the decimals that she wrote: "1,5 tỷ đồng" states
 * 1500 of a cell in triệu đồng.
 *
 * @param money đồng in one of what the number counts; null where it is no money
 */
export function statesNumber(exact: string, value: number, money: number | null = null): boolean {
  if (money !== null && moneyValue(exact) !== null) return statesMoney(exact, value * money);
  const stated = proseNumber(exact);
  const wholly = !exact.endsWith("%") || (stated === 100) === (value === 100);
  return wholly && agrees(stated, value, decimalsOf(stated));
}

/**
 * A source's words in the way that hers were written: `5` or `05`, `57,12 %`, `1,5 tỷ đồng`, `Quý III`, a
 * day in words.
 */
export function writtenLike(exact: string, state: Exclude<SourceState, { kind: "unknown" }>): string {
  if (state.kind === "words") return wordsLike(exact, state.text);
  const { text, fact } = state.fact.argument;
  if (state.money !== null && moneyValue(exact) !== null) return moneyLike(exact, fact.value * state.money);
  if (exact.endsWith("%")) return /\s%$/u.test(exact) ? text.replace(/%$/u, " %") : text;
  const bare = exact.trim();
  if (/^[1-9]$/u.test(bare)) return text.replace(/^0(?=\d$)/u, "");
  return /^\d{4,}$/u.test(bare) && Number.isInteger(fact.value) ? String(fact.value) : text;
}

function wordsLike(exact: string, text: string): string {
  if (/\d\/\d/u.test(text) && /tháng/iu.test(exact)) {
    const [day = 1, month = 1, year = 1] = text.split("/").map(Number);
    const long = longDay({ day, month, year });
    return /^ngày/iu.test(exact) ? long : long.replace(/^ngày /u, "");
  }
  const [first = ""] = exact;
  const upper = first !== first.toLocaleLowerCase("vi");
  return upper ? text.charAt(0).toLocaleUpperCase("vi") + text.slice(1) : text;
}
