import type { Report } from "../../report/report.js";
import { type NextPeriod, planNextPeriod } from "../../workbook/next-period/plan-next-period.js";
import { following, named, nextTarget, type PeriodOfYear } from "../../workbook/next-period/target.js";
import type { WorkbookSnapshot } from "../../workbook/snapshot.js";

/** The period of a workbook, and those that it can be made into. */
export interface NextChoices {
  readonly from: PeriodOfYear;
  /** The one that follows stands first, where there is one; then the later ones in order. */
  readonly to: readonly PeriodOfYear[];
}

/** Null when the workbook does not tell its own period and year. */
export function nextChoices({ edition, info }: Report): NextChoices | null {
  const { period, year } = info;
  if (period === null || year === null) return null;
  const from = { period, year };
  const next = following(edition, from);
  const later = [year, year + 1].flatMap((candidate) =>
    edition.periods.flatMap(({ id }) => {
      const target = nextTarget(edition, info, `${candidate}-${id}`);
      const isNext = id === next?.period && candidate === next.year;
      return target.ok && !isNext ? [target.to] : [];
    }),
  );
  return { from, to: next === null ? later : [next, ...later] };
}

/** A key for lists and forms. */
export function periodKey({ period, year }: PeriodOfYear): string {
  return `${year}-${period}`;
}

/** What would be written, or a sentence that says why it cannot be. */
export type NextPlan =
  | { readonly ok: true; readonly value: NextPeriod }
  | { readonly ok: false; readonly message: string };

/** The plan of the next period, from what the workbook holds now. */
export function planNext(report: Report, snapshot: WorkbookSnapshot, to: PeriodOfYear): NextPlan {
  const planned = planNextPeriod(report, snapshot, to);
  if (planned.ok) return planned;
  const { message } = planned;
  return { ok: false, message: message.charAt(0).toUpperCase() + message.slice(1) };
}

export { named, type PeriodOfYear };
