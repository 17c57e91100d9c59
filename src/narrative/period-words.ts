import type { PeriodId } from "../forms/schema.js";
import type { ReportInfo } from "../report/report.js";

/** How a report names its period and the one after it. */
interface PeriodWords {
  /** `quý III năm 2023`, `6 tháng đầu năm 2023`; `kỳ báo cáo` when the period is not known. */
  readonly period: string;
  /** `quý IV năm 2023`, `6 tháng cuối năm 2023`, `năm 2024`; `thời gian tới`. */
  readonly next: string;
  /**
   * Both, the year told once where they share it: `quý III, phương hướng, nhiệm vụ quý IV năm 2023`.
   * Null when the period is not known.
   */
  readonly both: string | null;
}

type WithinYear = Exclude<PeriodId, "year" | "multi-year">;

/** The next period's name as headings print it, within the same year. */
const WITHIN_YEAR: Readonly<Record<WithinYear, readonly [period: string, next: string]>> = {
  "quarter-1": ["quý I", "quý II"],
  "half-year": ["6 tháng đầu năm", "6 tháng cuối năm"],
  "quarter-3": ["quý III", "quý IV"],
};

/** The period's names for running text and headings. */
export function periodWords(info: Pick<ReportInfo, "period" | "year" | "from" | "to">): PeriodWords {
  const { period, year } = info;
  switch (period) {
    case null:
      return { period: "kỳ báo cáo", next: "thời gian tới", both: null };
    case "year":
      return year === null ? pair("năm báo cáo", "năm tiếp theo") : pair(`năm ${year}`, `năm ${year + 1}`);
    case "multi-year":
      return pair(
        info.from === null || info.to === null
          ? "giai đoạn báo cáo"
          : `giai đoạn ${info.from.year} - ${info.to.year}`,
        "thời gian tới",
      );
    default: {
      const [name, next] = WITHIN_YEAR[period];
      if (year === null) return pair(name, next);
      const ending = period === "half-year" ? ` ${year}` : ` năm ${year}`;
      return {
        period: name + ending,
        next: next + ending,
        both: `${name}, phương hướng, nhiệm vụ ${next}${ending}`,
      };
    }
  }
}

function pair(period: string, next: string): PeriodWords {
  return { period, next, both: `${period}, phương hướng, nhiệm vụ ${next}` };
}
