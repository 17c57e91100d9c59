import type { IndicatorKey } from "../forms/indicators.js";
import type { Report } from "./report.js";
import { sameReading } from "./same-reading.js";

type Values = Report["values"];

/** The indicators that read otherwise than before, whose cell was lost or found, or that only one report has. */
export function changedCells(before: Values, after: Values): readonly IndicatorKey[] {
  const changed: IndicatorKey[] = [];
  for (const [key, value] of after) {
    const earlier = before.get(key);
    const same =
      earlier !== undefined &&
      (earlier.address === null) === (value.address === null) &&
      sameReading(earlier.reading, value.reading);
    if (!same) changed.push(key);
  }
  for (const key of before.keys()) if (!after.has(key)) changed.push(key);
  return changed;
}
