import { periodIds } from "../../forms/period-ids.js";
import type { Result } from "../../forms/result.js";
import type { Edition, PeriodId } from "../../forms/schema.js";
import { periodWords } from "../../narrative/period-words.js";
import { periodWindow } from "../../report/periods.js";
import type { ReportInfo } from "../../report/report.js";
import { compareDays } from "../../values/day.js";

/** A period of a year. */
export interface PeriodOfYear {
  readonly period: PeriodId;
  readonly year: number;
}

/** The period of a workbook, and the one to make of it. */
interface Target {
  readonly from: PeriodOfYear;
  readonly to: PeriodOfYear;
}

/** Why there is none: a fault of the workbook or of the period asked for. */
interface TargetFault {
  readonly about: "workbook" | "period";
  readonly message: string;
}

/**
 * The period that a workbook is to be made for.
 *
 * @param info the information of the report that is there
 * @param token `2023-year`; null for the period that follows
 */
export function nextTarget(
  edition: Edition,
  info: Pick<ReportInfo, "period" | "year">,
  token: string | null,
): Result<Target, TargetFault> {
  const { period, year } = info;
  if (period === null || year === null) {
    return fault(
      "workbook",
      'chưa rõ tệp này thuộc kỳ nào: ghi "Kỳ báo cáo" và "Năm" ở trang tính Thông tin chung rồi làm lại.',
    );
  }
  const from = { period, year };
  if (token === null) {
    const to = following(edition, from);
    if (to !== null) return { ok: true, value: { from, to } };
    return fault(
      "period",
      `báo cáo nhiều năm không có kỳ tiếp theo định sẵn; ghi rõ kỳ. ${choices(edition, year + 1)}`,
    );
  }
  const to = parseToken(edition, token);
  if (to === null) return fault("period", `không có kỳ "${token}". ${choices(edition, year + 1)}`);
  if (isLater(edition, from, to)) return { ok: true, value: { from, to } };
  return fault(
    "period",
    `${named(to)} không sau ${named(from)} của tệp này; chọn một kỳ sau, hoặc mở tệp của kỳ trước đó.`,
  );
}

/** The period after one, of those that the edition offers; null after a multi-year report. */
export function following(edition: Edition, { period, year }: PeriodOfYear): PeriodOfYear | null {
  const offered = edition.periods.map(({ id }) => id);
  const within = periodIds.filter((id) => id !== "multi-year" && offered.includes(id));
  const position = within.indexOf(period);
  if (position < 0) return null;
  const next = within[position + 1];
  const [first] = within;
  if (next !== undefined) return { period: next, year };
  return first === undefined ? null : { period: first, year: year + 1 };
}

/** `quý III năm 2023` */
export function named({ period, year }: PeriodOfYear): string {
  return period === "multi-year"
    ? `báo cáo nhiều năm ${year}`
    : periodWords({ period, year, from: null, to: null }).period;
}

function parseToken(edition: Edition, token: string): PeriodOfYear | null {
  const [, digits, id] = /^(2\d{3})-([a-z0-9-]+)$/.exec(token.trim().toLowerCase()) ?? [];
  const period = edition.periods.find((candidate) => candidate.id === id)?.id;
  return digits === undefined || period === undefined ? null : { period, year: Number(digits) };
}

/** Later is what closes later by the edition's calendar. */
function isLater(edition: Edition, from: PeriodOfYear, to: PeriodOfYear): boolean {
  const [before, after] = [from, to].map(({ period, year }) => periodWindow(edition, period, year));
  return before != null && after != null && compareDays(after.to, before.to) > 0;
}

function choices(edition: Edition, year: number): string {
  const tokens = edition.periods.map(({ id, name }) => `${year}-${id} (${name})`);
  return `Ghi năm và mã kỳ, ví dụ: ${tokens.join(", ")}.`;
}

function fault(about: TargetFault["about"], message: string): Result<Target, TargetFault> {
  return { ok: false, fault: { about, message } };
}
