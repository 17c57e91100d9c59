import type { Edition, PeriodDefinition, PeriodId } from "../forms/schema.js";
import { type Day, dayOf } from "../values/day.js";
import { looseText } from "../values/loose-text.js";

/**
 * The period that a text names: its id, its printed name, or the ways officers write it (`quý 3`,
 * `Quý III năm 2023`, `6 tháng`, `cả năm`). Null when none or more than one fits.
 */
export function matchPeriod(edition: Edition, text: string): PeriodDefinition | null {
  const byId = edition.periods.find((period) => period.id === text.trim().toLowerCase());
  if (byId !== undefined) return byId;
  const wanted = plainPeriod(text);
  const exact = edition.periods.filter((period) => plainPeriod(period.name) === wanted);
  const fitting =
    exact.length > 0 || wanted === ""
      ? exact
      : edition.periods.filter((period) => plainPeriod(period.name).startsWith(`${wanted} `));
  const [only, ...more] = fitting;
  return only !== undefined && more.length === 0 ? only : null;
}

/** `quy iii` (with its tone), without the year: what two ways of writing one period share. */
function plainPeriod(text: string): string {
  const bare = text
    .normalize("NFC")
    .toLowerCase()
    .trim()
    .replace(/[\s/-]*(năm)?\s*\d{4}$/, "")
    .replace(/^(báo cáo|kỳ)\s+/, "")
    .replace(/^sáu tháng/, "6 tháng")
    .replace(/^cả năm$/, "năm")
    .replace(
      /^quý\s*0?([1-4])$/,
      (_, number: string) => `quý ${["i", "ii", "iii", "iv"][Number(number) - 1]}`,
    );
  const plain = bare === "" && /năm\s*\d{4}$/i.test(text.normalize("NFC")) ? "năm" : bare;
  return plain.split(/\s+/).map(looseText).join(" ");
}

/** First and last day of a period of that year, by the edition's calendar. */
export function periodWindow(
  edition: Edition,
  period: PeriodId,
  year: number,
): { readonly from: Day; readonly to: Day } | null {
  const definition = edition.periods.find((candidate) => candidate.id === period);
  if (definition === undefined) return null;
  const [from, to] = [definition.from, definition.to].map((boundary) =>
    dayOf(year + boundary.year, boundary.month, boundary.day),
  );
  return from && to ? { from, to } : null;
}
