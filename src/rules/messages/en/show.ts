import { formatEnglishNumber } from "../../../values/english-number.js";
import { decimalsOf } from "../../../values/tolerance.js";
import { MOST_DECIMALS, showText } from "../../show.js";

/** A value as English sentences show it. */
export function show(value: number | string | null): string {
  if (value === null) return "(blank)";
  if (typeof value === "string") return showText(value) || "(only characters that cannot be seen)";
  return formatEnglishNumber(value, Math.min(decimalsOf(value), MOST_DECIMALS));
}
