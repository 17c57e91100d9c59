import { parseDay, shortDay } from "../values/day.js";

/** A day that is kept as `2023-06-14`, as people write it; as it is where it is none. */
export function shownDay(iso: string): string {
  const day = parseDay(iso);
  return day === null ? iso : shortDay(day);
}
