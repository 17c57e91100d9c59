import { decimalsOf } from "../values/tolerance.js";
import { typedLines } from "../values/typed-text.js";
import { formatNumber } from "../values/vietnamese-number.js";

/** What binary fractions leave behind the sixth decimal says nothing. */
export const MOST_DECIMALS = 6;

/** Longer texts are cut: a sentence names the cell, which shows the rest. */
const MOST_CHARACTERS = 80;

/** A value as Vietnamese sentences show it. */
export function show(value: number | string | null): string {
  if (value === null) return "(trống)";
  if (typeof value === "string") return showText(value) || "(chỉ có ký tự không nhìn thấy)";
  return formatNumber(value, Math.min(decimalsOf(value), MOST_DECIMALS));
}

/** A text as sentences show it: long ones cut, line breaks made visible, invisible characters left out. */
export function showText(text: string): string {
  const line = typedLines(text).join(" ⏎ ");
  const characters = [...line];
  return characters.length > MOST_CHARACTERS ? `${characters.slice(0, MOST_CHARACTERS).join("")}…` : line;
}
