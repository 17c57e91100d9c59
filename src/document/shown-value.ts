import type { Indicator } from "../forms/schema.js";
import type { Reading } from "../values/reading.js";
import { formatNumber } from "../values/vietnamese-number.js";

/** Per cents are stated to two decimals (DESIGN section 5); other numbers keep up to three. */
const RATIO_DECIMALS = 2;
const OTHER_DECIMALS = 3;

/**
 * A value as the printed form shows it: `67,1`, `3.000`, a choice's bare number. Where the cell
 * holds something that cannot be read, or that can be read in two ways, it is printed as typed:
 * the document never decides what the officer meant.
 */
export function shownValue(reading: Reading, indicator: Pick<Indicator, "kind">): string {
  switch (reading.kind) {
    case "blank":
      return "";
    case "text":
      return reading.text;
    case "unreadable":
      return reading.shown;
    case "number": {
      const { typed, value, decimals, alternative } = reading;
      if (typed !== null && (alternative !== null || isPaddedCount(typed))) return typed;
      const most = indicator.kind === "ratio" ? RATIO_DECIMALS : OTHER_DECIMALS;
      return formatNumber(value, Math.min(decimals, most));
    }
  }
}

/** `04`: officers pad counts under ten, and the form keeps what they wrote. */
function isPaddedCount(typed: string): boolean {
  return /^0\d$/.test(typed);
}
