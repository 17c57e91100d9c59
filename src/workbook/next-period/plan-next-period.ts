import { indicatorKey } from "../../forms/indicators.js";
import type { Result } from "../../forms/result.js";
import { readOwnText, UNREVIEWED_MARK } from "../../narrative/own-text.js";
import type { InfoKey } from "../../report/info-fields.js";
import { periodWindow } from "../../report/periods.js";
import type { Report } from "../../report/report.js";
import type { WorkbookPlan } from "../plan.js";
import { findNotes } from "../reading/forms/notes.js";
import { readEarlier } from "../reading/read-earlier.js";
import { findTextCells } from "../reading/read-texts.js";
import type { WorkbookSnapshot } from "../snapshot.js";
import { indexSnapshot } from "../snapshot-index.js";
import { type ClearedForms, clearForms } from "./clear-forms.js";
import { type ClearedTables, clearTables } from "./clear-tables.js";
import { isTyped, type NextEdit } from "./edits.js";
import { keepEarlier } from "./keep-earlier.js";
import { keepHistory } from "./keep-history.js";
import { nextInfo } from "./next-info.js";
import { presentFeeds } from "./present-feeds.js";
import type { PeriodOfYear } from "./target.js";
import { type DataWindow, ownWindow } from "./window.js";

/**
 * How a report workbook becomes the next period's: first `plan` (the sheets that keep earlier
 * values) is applied, then `edits` are written. Nothing else of the workbook changes.
 */
export interface NextPeriod {
  readonly plan: WorkbookPlan;
  readonly edits: readonly NextEdit[];
  readonly account: NextPeriodAccount;
}

/** What was done, for a word to the officer. */
export interface NextPeriodAccount extends Omit<ClearedForms & ClearedTables, "edits"> {
  readonly next: PeriodOfYear;
  /** The data window of the next report; null for a period that the edition does not have. */
  readonly window: DataWindow | null;
  /** True when the window follows the office's own closing day instead of the period's. */
  readonly ownWindow: boolean;
  /** Notes under `Ghi chú` that are blanked. */
  readonly notes: number;
  /** Information cells that are gone, so that the officer has to write there herself. */
  readonly lostInfo: readonly InfoKey[];
  /** Sections with the officer's own text, which stays and wants reading again. */
  readonly texts: number;
  /** The sheet with the earlier values. */
  readonly earlierSheet: string;
}

/**
 * The next period's workbook out of this one, in the same file: its numbers and notes move to the
 * sheet `Kỳ trước`, its information and the officer's own texts stay; tables begin anew.
 *
 * @param report what was read from the snapshot
 * @param next a period from `nextTarget`
 */
export function planNextPeriod(
  report: Report,
  snapshot: WorkbookSnapshot,
  next: PeriodOfYear,
): Result<NextPeriod, string> {
  const notes = findNotes(report.edition, report.values.values(), indexSnapshot(snapshot));
  const kept = keepEarlier(report, snapshot, (form, code) => notes.get(indicatorKey(form, code))?.text ?? "");
  if (!kept.ok) {
    const message = `trang tính "${kept.fault.sheet}" (số liệu kỳ trước) đã bị xóa dòng hoặc sửa tên ô nên không ghi lại được. Xóa hẳn trang tính này rồi làm lại, trang tính mới sẽ được tạo.`;
    return { ok: false, fault: message };
  }
  const history = keepHistory(report, readEarlier(report.edition, snapshot), snapshot);
  const window = ownWindow(report.edition, report.info, next);
  const { edits: formEdits, ...forms } = clearForms(report, presentFeeds(report, snapshot));
  const { edits: tableEdits, ...tables } = clearTables(report, report.info.year === next.year);
  const info = nextInfo(report, snapshot, next, window);
  const oldNotes = [...notes.values()].filter(({ content }) => isTyped(content));
  return {
    ok: true,
    value: {
      plan: joined(kept.value.plan, history.plan),
      edits: [
        ...kept.value.edits,
        ...history.edits,
        ...info.edits,
        ...formEdits,
        ...tableEdits,
        ...oldNotes.map(({ cell }): NextEdit => ({ cell, value: null })),
        ...carriedTexts(report, snapshot),
      ],
      account: {
        ...forms,
        ...tables,
        next,
        window: window ?? periodWindow(report.edition, next.period, next.year),
        ownWindow: window !== null,
        notes: oldNotes.length,
        lostInfo: info.lost,
        texts: report.texts.size,
        earlierSheet: kept.value.sheet,
      },
    },
  };
}

function joined(first: WorkbookPlan, second: WorkbookPlan): WorkbookPlan {
  return { sheets: [...first.sheets, ...second.sheets], names: [...first.names, ...second.names] };
}

/** Her texts stay, each with the mark that she takes away when she has read it again. */
function carriedTexts({ texts }: Report, snapshot: WorkbookSnapshot): readonly NextEdit[] {
  const index = indexSnapshot(snapshot);
  const cells = findTextCells(index);
  return [...texts].flatMap(([section, text]): readonly NextEdit[] => {
    const cell = cells.get(section);
    const typed = cell !== undefined && index.cell(cell).formula === "";
    if (cell === undefined || !typed || !readOwnText(text).reviewed) return [];
    return [{ cell, value: `${UNREVIEWED_MARK}\n${text}` }];
  });
}
