import { agrees, roundHalfUp } from "./tolerance.js";
import { formatNumber } from "./vietnamese-number.js";

/** Decimals that a share is printed with at most. */
const DECIMALS = 2;

/**
 * A share as it may be printed beside its fraction: rounded half up to two decimals, but never as 100
 * where a remainder is left (`gần 100%`), nor as 0 where something is (`dưới 0,01%`).
 *
 * @param whole not 0
 */
export function shareText(part: number, whole: number): string {
  const rounded = roundHalfUp((100 * part) / whole, DECIMALS);
  if (rounded === 100 && part < whole) return "gần 100%";
  if (rounded === 100 && part > whole) return "hơn 100%";
  if (rounded === 0 && part !== 0) return "dưới 0,01%";
  return `${formatNumber(rounded, DECIMALS)}%`;
}

/**
 * The share that a cell states, as printed beside the fraction it is a share of: as stated where the
 * statement agrees with the fraction at the decimals that the cell shows, otherwise as the fraction is.
 *
 * @param decimals that the cell shows
 */
export function statedShareText(
  stated: number,
  decimals: number,
  fraction: { readonly part: number; readonly whole: number },
): string {
  const { part, whole } = fraction;
  const exact = (100 * part) / whole;
  const shown = Math.min(decimals, DECIMALS);
  const whollySaid = (stated === 100) === (part === whole) && (stated === 0) === (part === 0);
  return whollySaid && agrees(stated, exact, shown)
    ? `${formatNumber(stated, DECIMALS)}%`
    : shareText(part, whole);
}
