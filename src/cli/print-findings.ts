import type { Edition } from "../forms/schema.js";
import type { Judgement } from "../jobs/check.js";
import type { FindingLine, FindingLines } from "../jobs/finding-lines.js";
import type { Counts, FindingClass } from "../jobs/group-findings.js";
import { shownDay } from "../jobs/shown-day.js";
import type { Language, Wording } from "../jobs/wording.js";

/** What is told of a workbook that was checked; the workbook itself need not be kept. */
interface CheckedFile extends FindingLines {
  readonly file: string;
  readonly edition: Edition;
  readonly summary: Judgement["summary"];
}

/** What the list says around the findings themselves. */
interface ListWords {
  readonly classes: Readonly<Record<FindingClass, string>>;
  readonly statuses: Readonly<Record<"new" | "still", string>>;
  readonly counts: (counts: Counts, summary: Judgement["summary"]) => string;
  readonly since: (day: string, isNew: number, still: number, fixed: number) => string;
  readonly confirmed: (count: number) => string;
  readonly reason: (reason: string) => string;
}

const LIST_WORDS: Readonly<Record<Language, ListWords>> = {
  vi: {
    classes: { error: "LỖI", warning: "Cần xem lại", missing: "Chưa điền", info: "Lưu ý" },
    statuses: { new: "[mới] ", still: "[còn] " },
    counts: ({ error, warning, missing, info }, { unchecked, filled, required }) =>
      `${error} lỗi, ${warning} chỗ cần xem lại, ${missing} chỗ chưa điền, ${info} lưu ý; ` +
      `đã điền ${filled}/${required} ô bắt buộc; ${unchecked} phép kiểm tra còn chờ số liệu`,
    since: (day, isNew, still, fixed) =>
      `So với phiếu kiểm tra ngày ${day}: ${isNew} mới, ${still} còn, ${fixed} đã sửa`,
    confirmed: (count) => `Đã xác nhận: ${count} chỗ`,
    reason: (reason) => `Lý do: ${reason}`,
  },
  en: {
    classes: { error: "ERROR", warning: "To review", missing: "Blank", info: "Note" },
    statuses: { new: "[new] ", still: "[still] " },
    counts: ({ error, warning, missing, info }, { unchecked, filled, required }) =>
      `errors: ${error}, to review: ${warning}, blank: ${missing}, notes: ${info}; ` +
      `required cells filled: ${filled} of ${required}; checks that wait for numbers: ${unchecked}`,
    since: (day, isNew, still, fixed) =>
      `Since the printed check of ${day}: ${isNew} new, ${still} still there, ${fixed} fixed`,
    confirmed: (count) => `Confirmed: ${count}`,
    reason: (reason) => `Reason: ${reason}`,
  },
};

/**
 * A checked workbook for a person: the counts, what has become of the findings since the last printed
 * check, then one line a defect in the order in which to mend them, equal ones together, then what was
 * confirmed with the reasons.
 */
export function findingsText(checked: CheckedFile, wording: Wording): string {
  const { file, edition, summary, counts, lines, confirmed, since } = checked;
  const words = LIST_WORDS[wording.language];
  const { places } = wording;
  const lineText = ({ name, sheet, cells, place, told, status }: FindingLine) => {
    const where = [sheet, place, cells === "" ? "" : places.cell(cells)].filter((part) => part !== "");
    const mark = status === null ? "" : words.statuses[status];
    return `  ${mark}${words.classes[name]}  ${where.join(", ")}: ${told}\n`;
  };
  return [
    `${file} (${edition.id})\n`,
    `  ${words.counts(counts, summary)}\n`,
    ...(since === null
      ? []
      : [`  ${words.since(shownDay(since.day), since.isNew.size, since.still, since.fixed.length)}\n`]),
    ...lines.map(lineText),
    ...(confirmed.length === 0 ? [] : [`  ${words.confirmed(confirmed.length)}\n`]),
    ...confirmed.map(({ where, told, reason }) => `    ${where}: ${told} ${words.reason(reason)}\n`),
  ].join("");
}
