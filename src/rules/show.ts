import { decimalsOf } from "../values/tolerance.js";
import { formatNumber } from "../values/vietnamese-number.js";

/** What binary fractions leave behind the sixth decimal says nothing. */
const MOST_DECIMALS = 6;

/** A value as sentences show it. */
export function show(value: number | string | null): string {
  if (value === null) return "(trống)";
  return typeof value === "number" ? formatNumber(value, Math.min(decimalsOf(value), MOST_DECIMALS)) : value;
}
