import { isDateFormat, isPercentFormat } from "../../values/number-format.js";
import type { NumberFormat } from "./wire.js";

export const GENERAL = "General";
export const TEXT = "@";

/** What Sheets tells for a cell whose format nobody chose. */
const AUTOMATIC = /^(|General|0\.#{10,})$/i;

/** An Excel format code as Google says it; null for the automatic one. */
export function numberFormatOf(code: string): NumberFormat | null {
  if (AUTOMATIC.test(code)) return null;
  if (code === TEXT) return { type: "TEXT", pattern: TEXT };
  if (isPercentFormat(code)) return { type: "PERCENT", pattern: code };
  return { type: isDateFormat(code) ? "DATE" : "NUMBER", pattern: code };
}

/** The Excel format code of a cell's format. */
export function formatCode(format: NumberFormat | undefined): string {
  if (format === undefined || AUTOMATIC.test(format.pattern)) return GENERAL;
  return format.type === "TEXT" ? TEXT : format.pattern;
}
