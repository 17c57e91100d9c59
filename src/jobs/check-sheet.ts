import { CHECK_SHEET, checkSheetNames } from "../forms/sheet-names.js";
import type { CellEdit } from "../hosts/port.js";
import type { LastCheck } from "../report/last-check.js";
import { findingKey, numbersOf } from "../rules/confirm.js";
import { vietnamese } from "../rules/messages/vi/wording.js";
import { type Day, isoDay, longDay, shortDay } from "../values/day.js";
import { capital } from "../values/words.js";
import { sheetKey } from "../workbook/layout/names.js";
import { printedKey, standingKey } from "../workbook/layout/printed-key.js";
import { type CheckSheetContent, planCheckSheet } from "../workbook/planning/plan-check-sheet.js";
import { planLastCheck } from "../workbook/planning/plan-last-check.js";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot.js";
import type { CheckedForms } from "./check.js";
import { type Defect, defectsOf } from "./defects.js";
import { findingLines } from "./finding-lines.js";
import { fixedLines } from "./fixed-lines.js";
import type { FindingClass } from "./group-findings.js";
import { inverseOf } from "./inverse.js";
import { named } from "./next.js";
import type { Work } from "./perform.js";
import { shownDay } from "./shown-day.js";

/** What makes the printed sheet of findings (Phiếu kiểm tra). */
interface CheckSheetWork {
  readonly work: Work;
  /** What the sheet is called. */
  readonly sheet: string;
  /** True where an earlier sheet stays, since somebody has written on it. */
  readonly beside: boolean;
}

const CLASSES: Readonly<Record<FindingClass, string>> = {
  error: "Lỗi",
  warning: "Cần xem lại",
  missing: "Chưa điền",
  info: "Lưu ý",
};
const STATUSES = { new: "Mới", still: "Còn" } as const;

/**
 * The printed sheet of findings and confirmations, as a sheet of the workbook, with what keeps the check
 * for the next one to compare with. A sheet that was made before is made anew in its place, unless
 * somebody has written on it: then it stays, and the new one stands beside it.
 *
 * @param day the day of the check: the core knows no clock
 */
export function checkSheetWork(
  book: CheckedForms,
  day: Day,
  defects: readonly Defect[] = defectsOf(book.judgement),
): CheckSheetWork {
  const { snapshot, judgement, report } = book;
  const place = placeFor(snapshot, report.lastCheck);
  const plan = planCheckSheet(contentOf(book, defects, day, place.name), place.lastRow);
  const check: LastCheck = {
    day: isoDay(day),
    findings: judgement.findings.map((finding) => ({
      finding: findingKey(finding),
      numbers: numbersOf(finding),
    })),
    sheet: place.name,
    printed: printedKey(plan.cells),
  };
  const kept = planLastCheck(snapshot, check, report.info);
  return {
    work: {
      ...(place.emptied.length === 0
        ? {}
        : { before: { empties: place.emptied, restores: inverseOf(place.emptied, snapshot) } }),
      plan: { sheets: [plan, ...kept.plan.sheets], names: kept.plan.names },
      edits: kept.edits,
    },
    sheet: place.name,
    beside: place.beside,
  };
}

/** Where the sheet goes, and what has to be emptied for it. */
interface SheetPlace {
  readonly name: string;
  readonly emptied: readonly CellEdit[];
  /** The last row that was used there. */
  readonly lastRow: number;
  readonly beside: boolean;
}

function placeFor({ sheets }: WorkbookSnapshot, last: LastCheck | null): SheetPlace {
  const called = (name: string) => sheets.find((sheet) => sheetKey(sheet.name) === sheetKey(name));
  const before = called(last?.sheet ?? CHECK_SHEET);
  if (before === undefined) return { name: freeName(called), emptied: [], lastRow: 0, beside: false };
  if (last !== null && standingKey(before) === last.printed) {
    return { name: before.name, emptied: clearing(before), lastRow: bottomOf(before), beside: false };
  }
  return { name: freeName(called), emptied: [], lastRow: 0, beside: true };
}

/** The first name that no sheet has; with all of them taken, the host says that they are. */
function freeName(called: (name: string) => SheetSnapshot | undefined): string {
  return checkSheetNames.find((name) => called(name) === undefined) ?? CHECK_SHEET;
}

function clearing({ name, top, left, values }: SheetSnapshot): readonly CellEdit[] {
  return values.flatMap((line, i) =>
    line.flatMap((value, j) =>
      value === null ? [] : [{ cell: { sheet: name, row: top + i, column: left + j }, value: null }],
    ),
  );
}

function bottomOf({ top, values }: SheetSnapshot): number {
  return top + values.length - 1;
}

function contentOf(
  { judgement, report }: CheckedForms,
  defects: readonly Defect[],
  day: Day,
  sheet: string,
): CheckSheetContent {
  const { edition, info } = report;
  const { lines, counts, confirmed, since } = findingLines(judgement, defects, vietnamese);
  const period =
    info.period === null || info.year === null
      ? "(chưa ghi kỳ báo cáo)"
      : named({ period: info.period, year: info.year });
  const { filled, required } = judgement.summary;
  return {
    sheet,
    superior: info.superior,
    organization: info.organization === "" ? "(chưa ghi đơn vị báo cáo)" : info.organization,
    summary: [
      `Kỳ báo cáo: ${period}. Bộ biểu mẫu: ${edition.name}.`,
      `Kết quả kiểm tra ngày ${shortDay(day)}: ${counts.error} lỗi, ${counts.warning} chỗ cần xem lại, ` +
        `${counts.missing} chỗ chưa điền, ${counts.info} lưu ý; đã điền ${filled}/${required} ô bắt buộc.`,
      ...(since === null
        ? []
        : [
            `So với phiếu kiểm tra ngày ${shownDay(since.day)}: ${since.isNew.size} chỗ mới, ${since.still} chỗ còn, ` +
              `${since.fixed.length} chỗ đã sửa.`,
          ]),
    ],
    placeAndDay: `${info.place === "" ? "" : `${info.place}, `}${longDay(day)}`,
    rows: [
      ...lines.map(({ name, sheet: at, cells, place, told, status }) => ({
        kind: CLASSES[name],
        sheet: at,
        cells,
        told: placed(place, told),
        status: status === null ? "" : STATUSES[status],
        answer: "",
      })),
      ...confirmed.map(({ sheet: at, cells, place, told, reason }) => ({
        kind: "Đã xác nhận",
        sheet: at,
        cells,
        told: placed(place, told),
        status: "",
        answer: reason,
      })),
      ...fixedLines(since?.fixed ?? [], edition).map(({ sheet: at, told }) => ({
        kind: "Đã sửa",
        sheet: at,
        cells: "",
        told,
        status: "Đã sửa",
        answer: "",
      })),
    ],
  };
}

/** A sentence after the row that it is of, where there is one. */
function placed(place: string, told: string): string {
  return place === "" ? told : `${capital(place)}: ${told}`;
}
