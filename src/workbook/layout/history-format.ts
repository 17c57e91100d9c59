import type { IndicatorKey } from "../../forms/indicators.js";
import type { Report } from "../../report/report.js";
import { type Day, dayOf } from "../../values/day.js";
import { LONGEST_TEXT } from "../../values/sheet-limits.js";

/*
 * Reports of earlier periods as a hidden sheet keeps them, one a cell: what is needed to compare with the
 * same period of the year before, which the sheet of the period before no longer holds.
 */

/** Cells of the record, one below the other: more periods than lie between a report and that of last year. */
export const HISTORY_ROWS = 8;

/** An earlier report's numbers. */
export interface KeptReport {
  readonly edition: string;
  readonly period: string;
  readonly year: number;
  readonly from: Day | null;
  readonly to: Day | null;
  /** Numbers by row, `3/3.3.1`; rows that held none are absent. */
  readonly values: ReadonlyMap<string, number>;
}

/** Year, month and day. */
type DayParts = readonly [number, number, number];

interface KeptJson {
  readonly edition: string;
  readonly period: string;
  readonly year: number;
  readonly from: DayParts | null;
  readonly to: DayParts | null;
  readonly values: Readonly<Record<string, number>>;
}

/** A report's numbers as one cell keeps them; null where it tells no period, or has too many rows for a cell. */
export function keptText({ edition, info, values }: Report): string | null {
  const { period, year, from, to } = info;
  if (period === null || year === null) return null;
  const numbers = [...values].flatMap(([key, { reading }]): readonly [IndicatorKey, number][] =>
    reading.kind === "number" ? [[key, reading.value]] : [],
  );
  const days = { from: partsOf(from), to: partsOf(to) };
  const text = JSON.stringify({
    edition: edition.id,
    period,
    year,
    ...days,
    values: Object.fromEntries(numbers),
  });
  return text.length > LONGEST_TEXT ? null : text;
}

/** What a cell of the record says; null for one that somebody changed. */
export function keptReport(text: string): KeptReport | null {
  try {
    const kept: unknown = JSON.parse(text);
    if (!isKept(kept)) return null;
    const { edition, period, year, from, to, values } = kept;
    const numbers = new Map(Object.entries(values));
    return { edition, period, year, from: dayFrom(from), to: dayFrom(to), values: numbers };
  } catch {
    return null;
  }
}

/** By hand: every workbook with forms is asked this as it opens, and a library of schemas weighs 10 KB. */
function isKept(json: unknown): json is KeptJson {
  if (!isRecord(json)) return false;
  const { edition, period, year, from, to, values } = json;
  return (
    typeof edition === "string" &&
    typeof period === "string" &&
    Number.isSafeInteger(year) &&
    isDayOrNone(from) &&
    isDayOrNone(to) &&
    isRecord(values) &&
    Object.values(values).every(isNumber)
  );
}

function isDayOrNone(json: unknown): json is DayParts | null {
  return json === null || (Array.isArray(json) && json.length === 3 && json.every(isNumber));
}

const isNumber = (json: unknown): json is number => typeof json === "number";

function isRecord(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

function partsOf(day: Day | null): DayParts | null {
  return day === null ? null : [day.year, day.month, day.day];
}

function dayFrom(parts: DayParts | null): Day | null {
  return parts === null ? null : dayOf(...parts);
}
