const DAY = 24 * 3600 * 1000;
/** Serial number of 1 January 1970 in the 1900 system. */
const UNIX_EPOCH = 25569;
/** Days between the 1900 and the 1904 system. */
export const DAYS_TO_1904 = 1462;

/**
 * Serial number (1900 system) that the library turned into a date. It rounds to milliseconds; every
 * number of up to five decimals and every time typed to the millisecond comes back exactly, because
 * the division below is of whole numbers and rounded once. Null for what was no number.
 */
export function serialOfDate(date: Date): number | null {
  const serial = (date.getTime() + UNIX_EPOCH * DAY) / DAY;
  return Number.isFinite(serial) ? serial : null;
}

/** Whether a number format shows dates or times: it has one of their letters outside quotes and brackets. */
export function isDateFormat(format: string): boolean {
  return /[ymdhs]/i.test(format.replace(/\[[^\]]*]|"[^"]*"|\\./g, "").replace(/General/gi, ""));
}
