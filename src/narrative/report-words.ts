import { superiorInLabels } from "../forms/superior.js";
import type { Report } from "../report/report.js";
import { shortDay } from "../values/day.js";
import { periodWords } from "./period-words.js";

/** Words that every report has, whatever its information lacks; headings may use these only. */
export const steadyWords = [
  "unit",
  "area",
  "superior",
  "period",
  "inPeriod",
  "nextPeriod",
  "year",
  "nextYear",
  "asOf",
] as const;

/** Words that are absent where the information gives none. */
export const optionalWords = [
  "organization",
  "organizationShort",
  "guidance",
  "periods",
  "from",
  "to",
  "earlierPeriod",
  "earlierWindows",
  "lastYear",
  "lastYearWindows",
] as const;

/** What the messages of an outline can name besides facts: each word and its text in this report. */
export function reportWords(report: Report): ReadonlyMap<string, string> {
  const { info, edition } = report;
  const names = organizationNames(info.organization);
  const period = periodWords(info);
  const steady: Record<(typeof steadyWords)[number], string> = {
    unit: names?.unit ?? "đơn vị",
    area: names?.level ? `địa bàn ${names.level}` : "địa bàn",
    superior: superiorInLabels(info.superior, edition.superior),
    period: period.period,
    inPeriod: `trong ${period.period}`,
    nextPeriod: period.next,
    year: info.year === null ? "năm báo cáo" : `năm ${info.year}`,
    nextYear: info.year === null ? "năm tiếp theo" : `năm ${info.year + 1}`,
    asOf: info.to === null ? "tính đến thời điểm báo cáo" : `tính đến ngày ${shortDay(info.to)}`,
  };
  const optional: Record<(typeof optionalWords)[number], string | null> = {
    organization: names?.full ?? null,
    organizationShort: names?.short ?? null,
    guidance: guidanceInSentence(info.guidance),
    periods: period.both,
    from: info.from === null ? null : shortDay(info.from),
    to: info.to === null ? null : shortDay(info.to),
    // Come with the reports that this one is compared with.
    earlierPeriod: null,
    earlierWindows: null,
    lastYear: null,
    lastYearWindows: null,
  };
  const given = Object.entries(optional).flatMap(([name, text]) =>
    text === null || text === "" ? [] : [[name, text] as const],
  );
  return new Map([...Object.entries(steady), ...given]);
}

interface OrganizationNames {
  /** `Ủy ban nhân dân xã Phượng Kỳ`, for the first mention. */
  readonly full: string;
  /** `UBND xã Phượng Kỳ` */
  readonly short: string;
  /** `UBND xã`, as the text calls it afterwards. */
  readonly unit: string;
  /** `xã`; null where the name shows none. */
  readonly level: string | null;
}

const COMMITTEE = /^(?:UBND|[ỦU][ỷy] ban nhân dân)(?=\s|$)\s*/iu;
const LEVELS = ["xã", "phường", "thị trấn", "đặc khu", "thị xã", "thành phố", "quận", "huyện", "tỉnh"];

function organizationNames(organization: string): OrganizationNames | null {
  const name = clean(organization);
  if (name === "") return null;
  const own = name.replace(COMMITTEE, "");
  if (own === name) return { full: name, short: name, unit: name, level: null };
  const level = LEVELS.find((word) => own.toLowerCase().startsWith(`${word} `)) ?? null;
  return {
    full: `Ủy ban nhân dân (UBND) ${own}`.trim(),
    short: `UBND ${own}`.trim(),
    unit: `UBND ${level ?? own}`.trim(),
    level,
  };
}

/** The guidance document as it stands after "Thực hiện": no word twice, no full stop before the comma. */
function guidanceInSentence(guidance: string): string {
  return clean(guidance)
    .replace(/^(?:thực hiện|căn cứ)\s+/iu, "")
    .replace(/[\s.,;:]+$/u, "");
}

function clean(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}
