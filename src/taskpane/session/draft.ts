import { findEdition, usualEdition } from "../../forms/library.js";
import type { Edition, PeriodId } from "../../forms/schema.js";
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
    period: fitting(findEdition(edition), period),
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
  return { ...next, period: fitting(draftEdition(next), next.period) };
}

function usual(draft: Draft, change: Partial<Draft>): Partial<Draft> {
  if (change.edition !== undefined) return { editionChosen: true };
  const { year, period, editionChosen = false } = { ...draft, ...change };
  return editionChosen || !isYear(year) ? {} : { edition: usualEdition(Number(year), period) };
}

/** The edition that a draft names; null when there is none of that id. */
export function draftEdition({ edition, own }: Draft): Edition | null {
  return own?.id === edition ? own : findEdition(edition);
}

/** True for a year that a report can carry; four digits, as the sheet takes it. */
export function isYear(text: string): boolean {
  return /^20\d{2}$/.test(text.trim());
}

function fitting(edition: Edition | null, period: PeriodId): PeriodId {
  const periods = edition?.periods ?? [];
  return periods.some(({ id }) => id === period) ? period : (periods[0]?.id ?? period);
}
