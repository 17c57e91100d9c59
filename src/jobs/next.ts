import { changedCells } from "../report/changed-cells.js";
import type { Report } from "../report/report.js";
import { sheetKey } from "../workbook/layout/names.js";
import { type NextPeriodAccount, planNextPeriod } from "../workbook/next-period/plan-next-period.js";
import { following, nextTarget, type PeriodOfYear } from "../workbook/next-period/target.js";
import type { WorkbookSnapshot } from "../workbook/snapshot.js";
import type { Book, FormsBook } from "./open.js";
import type { Work } from "./perform.js";

export { named, type PeriodOfYear } from "../workbook/next-period/target.js";

/** The period of a workbook, and those that it can be made into. */
interface NextChoices {
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
      return target.ok && !isNext ? [target.value.to] : [];
    }),
  );
  return { from, to: next === null ? later : [next, ...later] };
}

/** A key for lists and forms: `2023-year`. */
export function periodKey({ period, year }: PeriodOfYear): string {
  return `${year}-${period}`;
}

/** What would make a workbook the next period's, or a sentence that says why it cannot be. */
export type NextProposal =
  | {
      readonly kind: "ready";
      readonly work: Work;
      readonly from: PeriodOfYear;
      readonly account: NextPeriodAccount;
    }
  /** The workbook does not tell its period, or the one asked for is none or not later. */
  | { readonly kind: "no-period"; readonly about: "workbook" | "period"; readonly message: string }
  /** The workbook is damaged where its numbers would be kept. */
  | { readonly kind: "obstacle"; readonly message: string };

/**
 * What makes a workbook the next period's, in place: its numbers move to the sheet `Kỳ trước`. Nothing
 * is written.
 *
 * @param period as `periodKey` tells it; null for the period that follows
 */
export function proposeNext({ report, snapshot }: FormsBook, period: string | null): NextProposal {
  const target = nextTarget(report.edition, report.info, period);
  if (!target.ok) return { kind: "no-period", ...target.fault };
  const planned = planNextPeriod(report, snapshot, target.value.to);
  if (!planned.ok) return { kind: "obstacle", message: planned.fault };
  const { plan, edits, account } = planned.value;
  return { kind: "ready", work: { plan, edits }, from: target.value.from, account };
}

/** Protected sheets on which a work would write cells: it would stop there half way. */
export function closedTo({ edits }: Work, { sheets }: WorkbookSnapshot): readonly string[] {
  const written = new Set(edits.map(({ cell }) => sheetKey(cell.sheet)));
  return sheets
    .filter((sheet) => sheet.protected && written.has(sheetKey(sheet.name)))
    .map(({ name }) => name);
}

/** After a half written next period: whether numbers of the workbook are gone from their cells. */
export function isBroken(before: FormsBook, after: Book | null): boolean {
  const left = after?.kind === "forms" ? after.report.values : new Map();
  return changedCells(before.report.values, left).length > 0;
}
