import { roundHalfUp } from "./tolerance.js";

/** `1.234,5`: a dot between thousands, a comma before decimals, at most two of them, no trailing zeros. */
export function formatNumber(value: number, maximumDecimals = 2): string {
  const rounded = roundHalfUp(value, maximumDecimals);
  const [whole = "0", fraction] = Math.abs(rounded).toFixed(maximumDecimals).split(".");
  const kept = fraction?.replace(/0+$/, "") ?? "";
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ".");
  return `${rounded < 0 ? "-" : ""}${grouped}${kept === "" ? "" : `,${kept}`}`;
}

/** A count as officers write it in prose: `05` for 5, `0` for 0, `1.234` for 1234. */
export function formatCount(value: number): string {
  return Number.isInteger(value) && value > 0 && value < 10 ? `0${value}` : formatNumber(value);
}

/** `98,16%`: rounded half up to two decimals, trailing zeros dropped. */
export function formatPercent(value: number): string {
  return `${formatNumber(value)}%`;
}
