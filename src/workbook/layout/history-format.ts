import * as z from "zod/mini";
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

const daySchema = z.nullable(z.tuple([z.number(), z.number(), z.number()]));
const keptSchema = z.object({
  edition: z.string(),
  period: z.string(),
  year: z.number().check(z.int()),
  from: daySchema,
  to: daySchema,
  values: z.record(z.string(), z.number()),
});

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
    const parsed = keptSchema.safeParse(JSON.parse(text));
    if (!parsed.success) return null;
    const { from, to, values, ...rest } = parsed.data;
    return { ...rest, from: dayFrom(from), to: dayFrom(to), values: new Map(Object.entries(values)) };
  } catch {
    return null;
  }
}

function partsOf(day: Day | null): readonly [number, number, number] | null {
  return day === null ? null : [day.year, day.month, day.day];
}

function dayFrom(parts: readonly [number, number, number] | null): Day | null {
  return parts === null ? null : dayOf(...parts);
}
