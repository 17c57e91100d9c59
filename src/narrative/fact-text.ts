import type { IndicatorKind } from "../forms/schema.js";
import { formatCount, formatNumber, formatPercent } from "../values/vietnamese-number.js";

/** A value as officers write it in prose, by the kind of its cell. */
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
