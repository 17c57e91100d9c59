import { formatNumber } from "../values/vietnamese-number.js";

/** A value as sentences show it. */
export function show(value: number | string | null): string {
  if (value === null) return "(trống)";
  return typeof value === "number" ? formatNumber(value, 6) : value;
}
