import { dayOf, toSerial } from "../../src/values/day.js";
import type { Region } from "./culture.js";

/** What typed text becomes: a value and, where Excel sets one, the number format that comes with it. */
interface Typed {
  readonly value: string | number | boolean;
  /** Replaces a `General` format only. */
  readonly format: string | null;
}

/**
 * Reads text as Excel does when somebody types it into a cell that is not formatted as text.
 * In Viet Nam `12,5` is 12.5, `1.500` is 1500, `88%` is 0.88, `1/2` is 1 February; on a machine set
 * to English `12,5` stays text. `today` decides the year of a date without one.
 */
export function readTyped(text: string, region: Region, today: Date): Typed {
  const trimmed = text.trim();
  const boolean = /^(true|false)$/i.exec(trimmed);
  if (boolean) return { value: trimmed.toLowerCase() === "true", format: null };
  return readNumber(trimmed, region) ?? readDate(trimmed, region, today) ?? { value: text, format: null };
}

/** The number that text stands for in a calculation (`"12,5"*2`), or null. */
export function textToNumber(text: string, region: Region, today: Date): number | null {
  const typed = readTyped(text, region, today);
  return typeof typed.value === "number" ? typed.value : null;
}

function readNumber(text: string, region: Region): Typed | null {
  const decimal = escapeMark(region.decimal);
  const group = escapeMark(region.group);
  const pattern = new RegExp(
    `^(\\()?\\s*([+-])?\\s*(?:(\\d{1,3}(?:${group}\\d{3})+)|(\\d*))(?:${decimal}(\\d*))?(?:E([+-]?\\d{1,3}))?\\s*(%)?\\s*(\\))?$`,
    "i",
  );
  const match = pattern.exec(text);
  if (!match) return null;
  const [, open, sign, grouped, plain = "", fraction = "", exponent, percent, close] = match;
  const whole = grouped?.replaceAll(region.group, "") ?? plain;
  if (whole + fraction === "" || Boolean(open) !== Boolean(close) || (open && sign)) return null;
  const magnitude = Number(`${whole || "0"}.${fraction || "0"}e${Number(exponent ?? 0) - (percent ? 2 : 0)}`);
  const value = sign === "-" || open ? -magnitude : magnitude;
  return { value, format: numberFormat({ grouped, fraction, exponent, percent }) };
}

function numberFormat(parts: {
  grouped: string | undefined;
  fraction: string;
  exponent: string | undefined;
  percent: string | undefined;
}): string | null {
  if (parts.percent) return parts.fraction ? "0.00%" : "0%";
  if (parts.exponent !== undefined) return "0.00E+00";
  if (parts.grouped === undefined) return null;
  return parts.fraction ? "#,##0.00" : "#,##0";
}

function readDate(text: string, region: Region, today: Date): Typed | null {
  const match = /^(\d{1,4})[/-](\d{1,2})(?:[/-](\d{4}|\d{2}))?$/.exec(text);
  if (!match) return null;
  const [first, second] = [Number(match[1]), Number(match[2])];
  if (match[3] !== undefined) {
    const year = match[3].length === 2 ? 2000 + Number(match[3]) : Number(match[3]);
    const [day, month] = region.dayFirst ? [first, second] : [second, first];
    return dated(year, month, day, region.dayFirst ? "dd/mm/yyyy" : "m/d/yyyy");
  }
  const [day, month] = region.dayFirst ? [first, second] : [second, first];
  return dated(today.getFullYear(), month, day, "d-mmm");
}

function dated(year: number, month: number, day: number, format: string): Typed | null {
  const date = year < 1900 ? null : dayOf(year, month, day);
  return date && { value: toSerial(date), format };
}

function escapeMark(mark: string): string {
  return mark.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
