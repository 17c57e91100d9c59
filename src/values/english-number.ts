import { roundHalfUp } from "./tolerance.js";

/** `1,234.5`: a comma between thousands, a point before decimals, no trailing zeros. */
export function formatEnglishNumber(value: number, maximumDecimals = 2): string {
  const rounded = roundHalfUp(value, maximumDecimals);
  const [whole = "0", fraction] = Math.abs(rounded).toFixed(maximumDecimals).split(".");
  const kept = fraction?.replace(/0+$/, "") ?? "";
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${rounded < 0 ? "-" : ""}${grouped}${kept === "" ? "" : `.${kept}`}`;
}

const SMALL = [
  ..."zero one two three four five six seven eight nine ten".split(" "),
  ..."eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" "),
] as const;
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const SCALES = [
  [1e12, "trillion"],
  [1e9, "billion"],
  [1e6, "million"],
  [1e3, "thousand"],
  [100, "hundred"],
] as const;

/**
 * A whole number in English words: 3000 is `three thousand`, 1005 `one thousand five`.
 *
 * @param value from 0 to under 10^15; the sign is told in front
 */
export function numberInEnglishWords(value: number): string {
  if (value < 0) return `minus ${numberInEnglishWords(-value)}`;
  for (const [size, name] of SCALES) {
    if (value < size) continue;
    const rest = value % size;
    const head = `${numberInEnglishWords(Math.floor(value / size))} ${name}`;
    return rest === 0 ? head : `${head} ${numberInEnglishWords(rest)}`;
  }
  if (value < 20) return SMALL[value] ?? "";
  const ten = TENS[Math.floor(value / 10) - 2] ?? "";
  return value % 10 === 0 ? ten : `${ten}-${SMALL[value % 10]}`;
}
