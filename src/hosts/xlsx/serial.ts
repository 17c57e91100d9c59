/** Days between the 1900 and the 1904 system. */
export const DAYS_TO_1904 = 1462;

/** Whether a number format shows dates or times: it has one of their letters outside quotes and brackets. */
export function isDateFormat(format: string): boolean {
  return /[ymdhs]/i.test(format.replace(/\[[^\]]*]|"[^"]*"|\\./g, "").replace(/General/gi, ""));
}
