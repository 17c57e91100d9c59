import { type CellValue, isCellError } from "../../values/cell.js";
import { type Day, fromSerial, toSerial } from "../../values/day.js";
import { finite, numberOf } from "../operands.js";
import { cutDecimal, raiseDecimal, roundDecimal } from "../round.js";
import { Unsupported } from "../values.js";
import { type Apply, ofNumbers, only } from "./arguments.js";

/** Functions of a few numbers. */
export const NUMBERS: Readonly<Record<string, Apply>> = {
  ROUND: rounded(2, roundDecimal),
  ROUNDDOWN: rounded(2, cutDecimal),
  ROUNDUP: rounded(2, raiseDecimal),
  TRUNC: rounded(1, cutDecimal),
  INT: ofNumbers(1, 1, (value = 0) => Math.floor(value)),
  ABS: ofNumbers(1, 1, (value = 0) => Math.abs(value)),
  SQRT: ofNumbers(1, 1, (value = 0) => (value < 0 ? { error: "#NUM!" } : Math.sqrt(value))),
  MOD: ofNumbers(2, 2, (value = 0, divisor = 0) =>
    divisor === 0 ? { error: "#DIV/0!" } : finite(value - divisor * Math.floor(value / divisor)),
  ),
  DATE: ofNumbers(3, 3, dateSerial),
  YEAR: ofNumbers(1, 1, (serial) => dayPart(serial, "year")),
  MONTH: ofNumbers(1, 1, (serial) => dayPart(serial, "month")),
  DAY: ofNumbers(1, 1, (serial) => dayPart(serial, "day")),
  VALUE: (args, locale) => numberOf(only(args), locale),
  /** Numbers stay, TRUE is 1, text and blanks are 0, errors pass. */
  N: (args) => {
    const value = only(args);
    if (typeof value === "number" || isCellError(value)) return value;
    return value === true ? 1 : 0;
  },
};

/** A function of a number and a count of digits, which may be left out when `least` is 1. */
function rounded(least: number, round: (value: number, digits: number) => number): Apply {
  return ofNumbers(least, 2, (value = 0, digits = 0) => finite(round(value, digits)));
}

/** Months and days beyond the calendar's carry over, as in Excel; years before 1900 are left alone. */
function dateSerial(year = 0, month = 0, day = 0): number {
  if (year < 1900) throw new Unsupported();
  return toSerial({ year: Math.trunc(year), month: Math.trunc(month), day: Math.trunc(day) });
}

/** Days before 1 March 1900, which Excel counts with one that never was, are left alone. */
function dayPart(serial = 0, part: keyof Day): CellValue {
  if (serial < 0) return { error: "#NUM!" };
  const day = fromSerial(serial);
  if (day === null) throw new Unsupported();
  return day[part];
}
