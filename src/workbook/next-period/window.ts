import type { Edition } from "../../forms/schema.js";
import { periodWindow } from "../../report/periods.js";
import type { ReportInfo } from "../../report/report.js";
import { type Day, dayOf, sameDay } from "../../values/day.js";
import type { PeriodOfYear } from "./target.js";

/** First and last day of a report's data. */
export interface DataWindow {
  readonly from: Day;
  readonly to: Day;
}

/**
 * The data window that an office with closing days of its own will have next, or null where the
 * period's own window applies. An office that closed on the 9th where the calendar says the 14th of
 * the same month closes on the 9th again; a close in another month is taken for an exception.
 *
 * The first day follows the edition's calendar: the day after the earlier close where the periods
 * follow one another (half-year, quarter III); the earlier first day where both begin with the year
 * (quarter I, half-year); else the day after the office's own close then (quarter III, year).
 */
export function ownWindow(edition: Edition, info: ReportInfo, next: PeriodOfYear): DataWindow | null {
  const { period, year } = info;
  if (period === null || year === null || info.to === null) return null;
  const before = periodWindow(edition, period, year);
  const due = periodWindow(edition, next.period, next.year);
  if (before === null || due === null) return null;
  const closed = info.to;
  if (closed.year !== before.to.year || closed.month !== before.to.month) return null;
  const closing = (day: Day) => (sameDay(closed, before.to) ? day : onDayOf(closed, day));
  const follows = sameDay(due.from, shifted(before.to, 1));
  const sharesStart = sameDay(due.from, before.from);
  const from = follows
    ? shifted(closed, 1)
    : sharesStart
      ? (info.from ?? due.from)
      : shifted(closing(shifted(due.from, -1)), 1);
  const to = closing(due.to);
  return sameDay(from, due.from) && sameDay(to, due.to) ? null : { from, to };
}

/** The day of that month on which an office closes that closed on `closed`; the last day stays the last. */
function onDayOf(closed: Day, month: Day): Day {
  const last = isLastOfMonth(closed) ? 31 : closed.day;
  for (let day = last; day > 28; day--) {
    const found = dayOf(month.year, month.month, day);
    if (found !== null) return found;
  }
  return { ...month, day: Math.min(last, 28) };
}

function isLastOfMonth(day: Day): boolean {
  return shifted(day, 1).day === 1;
}

function shifted(day: Day, days: number): Day {
  const date = new Date(Date.UTC(day.year, day.month - 1, day.day + days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
