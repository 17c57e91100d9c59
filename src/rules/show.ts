import { decimalsOf } from "../values/tolerance.js";
import { typedLines } from "../values/typed-text.js";
import { formatNumber } from "../values/vietnamese-number.js";

/** What binary fractions leave behind the sixth decimal says nothing. */
const MOST_DECIMALS = 6;

/** Longer texts are cut: a sentence names the cell, which shows the rest. */
const MOST_CHARACTERS = 80;

/** A value as sentences show it: long texts cut, line breaks and invisible characters made visible or left out. */
export function show(value: number | string | null): string {
  if (value === null) return "(trống)";
  if (typeof value === "number") return formatNumber(value, Math.min(decimalsOf(value), MOST_DECIMALS));
  const text = typedLines(value).join(" ⏎ ");
  const characters = [...text];
  return characters.length > MOST_CHARACTERS ? `${characters.slice(0, MOST_CHARACTERS).join("")}…` : text;
}
