/** A calendar day without a time zone. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days between the 1900 and the 1904 date system. */
export const DAYS_TO_1904 = 1462;

const MILLISECONDS_A_DAY = 86_400_000;
/** Serial 0 of the 1900 date system, as it counts from March 1900 on. */
const EPOCH = Date.UTC(1899, 11, 30);

/** The day, or null when the calendar has no such day. */
export function dayOf(year: number, month: number, day: number): Day | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const same =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same ? { year, month, day } : null;
}

/** Days since the epoch of Excel's 1900 date system. */
export function toSerial(day: Day): number {
  return Math.round((Date.UTC(day.year, day.month - 1, day.day) - EPOCH) / MILLISECONDS_A_DAY);
}

/** The day of an Excel serial number; a time of day is dropped. Null outside the years 1900-9999. */
export function fromSerial(serial: number): Day | null {
  if (!Number.isFinite(serial) || serial < 61 || serial >= 2_958_466) return null;
  const date = new Date(EPOCH + Math.floor(serial) * MILLISECONDS_A_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Reads `09/9/2023`, `9-9-2023`, `09.9.2023`, `ngày 09 tháng 9 năm 2023` and ISO `2023-09-09`. */
export function parseDay(text: string): Day | null {
  const clean = text.normalize("NFKC").trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(clean);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const local =
    /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/.exec(clean) ??
    /^(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})$/i.exec(clean);
  return local ? dayOf(Number(local[3]), Number(local[2]), Number(local[1])) : null;
}

/** Negative when `a` is earlier than `b`, positive when later, 0 for the same day. */
export function compareDays(a: Day, b: Day): number {
  return a.year - b.year || a.month - b.month || a.day - b.day;
}

/** True for one and the same day, or for none twice. */
export function sameDay(a: Day | null, b: Day | null): boolean {
  return a === null || b === null ? a === b : compareDays(a, b) === 0;
}

/** `2023-09-09` */
export function isoDay(day: Day): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${String(day.year).padStart(4, "0")}-${two(day.month)}-${two(day.day)}`;
}

/**
 * `09/9/2023`: days under 10 and the months January and February take a leading zero, the other
 * months none (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 4 điểm b).
 */
export function shortDay(day: Day): string {
  return `${twoDigitDay(day)}/${decreeMonth(day)}/${day.year}`;
}

/** `ngày 09 tháng 9 năm 2023`, with the same leading zeros as `shortDay`. */
export function longDay(day: Day): string {
  return `ngày ${twoDigitDay(day)} tháng ${decreeMonth(day)} năm ${day.year}`;
}

function twoDigitDay(day: Day): string {
  return String(day.day).padStart(2, "0");
}

function decreeMonth(day: Day): string {
  return day.month < 3 ? `0${day.month}` : String(day.month);
}

/** Days of the week by serial number. */
const SATURDAY = 0;
const SUNDAY = 1;

/** The day off that a serial number is; null for a working day. */
export function weekendDay(serial: number): "saturday" | "sunday" | null {
  const place = serial % 7;
  return place === SATURDAY ? "saturday" : place === SUNDAY ? "sunday" : null;
}
