import { catalogued, usualEdition } from "../../forms/catalogue.js";
import type { PeriodId } from "../../forms/schema.js";
import type { Draft } from "./state.js";

/** What the fields hold before the officer types: the period of today, which is the usual case. */
export function suggestedDraft(today: Date): Draft {
  const month = today.getMonth() + 1;
  const period: PeriodId =
    month <= 3 ? "quarter-1" : month <= 6 ? "half-year" : month <= 9 ? "quarter-3" : "year";
  const edition = usualEdition(today.getFullYear(), period);
  return {
    edition,
    own: null,
    organization: "",
    superior: "",
    period: fitting(catalogued(edition)?.periods ?? [], period),
    year: String(today.getFullYear()),
    tables: null,
  };
}

/**
 * The draft with some fields changed. With another edition come its own tables, and a period that it
 * lacks becomes its first. The edition that is usual follows the year and the period; one that she
 * chose stays.
 */
export function changeDraft(draft: Draft, changed: Partial<Draft>): Draft {
  const change = { ...usual(draft, changed), ...changed };
  const other = change.edition !== undefined && change.edition !== draft.edition;
  const next = { ...draft, ...(other ? { tables: null } : {}), ...change };
  return { ...next, period: fitting(periodsOf(next), next.period) };
}

function usual(draft: Draft, change: Partial<Draft>): Partial<Draft> {
  if (change.edition !== undefined) return { editionChosen: true };
  const { year, period, editionChosen = false } = { ...draft, ...change };
  return editionChosen || !isYear(year) ? {} : { edition: usualEdition(Number(year), period) };
}

/** The periods of the edition that a draft names. */
function periodsOf({ edition, own }: Draft): readonly PeriodId[] {
  return own?.id === edition ? own.periods.map(({ id }) => id) : (catalogued(edition)?.periods ?? []);
}

/** True for a year that a report can carry; four digits, as the sheet takes it. */
export function isYear(text: string): boolean {
  return /^20\d{2}$/.test(text.trim());
}

function fitting(periods: readonly PeriodId[], period: PeriodId): PeriodId {
  return periods.includes(period) ? period : (periods[0] ?? period);
}
