import type { IndicatorKey } from "../forms/indicators.js";
import type { Reading } from "../values/reading.js";
import type { Report } from "./report.js";

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

function sameReading(a: Reading, b: Reading): boolean {
  switch (a.kind) {
    case "blank":
      return b.kind === "blank";
    case "text":
      return b.kind === "text" && a.text === b.text;
    case "unreadable":
      return b.kind === "unreadable" && a.cause === b.cause && a.shown === b.shown;
    case "number":
      return (
        b.kind === "number" &&
        a.value === b.value &&
        a.decimals === b.decimals &&
        a.typed === b.typed &&
        a.alternative === b.alternative
      );
  }
}
