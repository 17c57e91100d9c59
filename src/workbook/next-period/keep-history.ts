import { HISTORY_SHEET } from "../../forms/sheet-names.js";
import type { Report } from "../../report/report.js";
import { freeSheet } from "../layout/earlier-names.js";
import { HISTORY_ROWS, keptReport, keptText } from "../layout/history-format.js";
import { nameOf } from "../layout/names.js";
import type { WorkbookPlan } from "../plan.js";
import { MARGINS, planCell, rectangle, textContent } from "../planning/plan-cells.js";
import { styles } from "../planning/styles.js";
import type { WorkbookSnapshot } from "../snapshot.js";
import { cellText, indexSnapshot } from "../snapshot-index.js";
import type { NextEdit } from "./edits.js";

/**
 * What keeps a report, and the one before it that the workbook still holds, for the same period of next
 * year: a hidden sheet where there is none yet, else the cells of the one that is there. The newest first;
 * what no row is left for is forgotten.
 */
export function keepHistory(
  report: Report,
  earlier: Report | null,
  snapshot: WorkbookSnapshot,
): { readonly plan: WorkbookPlan; readonly edits: readonly NextEdit[] } {
  const index = indexSnapshot(snapshot);
  const area = index.area({ kind: "history" });
  const cells =
    area === null
      ? []
      : Array.from({ length: area.bottom - area.top + 1 }, (_, i) => ({
          sheet: area.sheet,
          row: area.top + i,
          column: area.left,
        }));
  const present = cells.map((cell) => cellText(index.cell(cell)));
  const texts = newest([keptText(report), earlier === null ? null : keptText(earlier), ...present]);
  if (area === null) return { plan: historyPlan(texts, freeSheet(HISTORY_SHEET, snapshot)), edits: [] };
  const edits = cells.flatMap((cell, row): readonly NextEdit[] =>
    (texts[row] ?? "") === present[row] ? [] : [{ cell, value: texts[row] ?? null }],
  );
  return { plan: { sheets: [], names: [] }, edits };
}

/** Each period once, as it was told last. */
function newest(texts: readonly (string | null)[]): readonly string[] {
  const found = new Map<string, string>();
  for (const text of texts) {
    const kept = text === null ? null : keptReport(text);
    const key = kept === null ? null : `${kept.year}-${kept.period}`;
    if (text !== null && key !== null && !found.has(key)) found.set(key, text);
  }
  return [...found.values()].slice(0, HISTORY_ROWS);
}

function historyPlan(texts: readonly string[], sheet: string): WorkbookPlan {
  return {
    sheets: [
      {
        name: sheet,
        veryHidden: true,
        tabColor: null,
        columnWidths: [],
        rowHeights: [],
        cells: Array.from({ length: HISTORY_ROWS }, (_, i) =>
          planCell(i + 1, 1, textContent(texts[i] ?? ""), styles.stored),
        ),
        merges: [],
        validations: [],
        conditions: [],
        frozenRows: 0,
        print: { orientation: "portrait", titleRows: null, margins: MARGINS },
      },
    ],
    names: [{ name: nameOf({ kind: "history" }), area: { sheet, ...rectangle(1, 1, HISTORY_ROWS, 1) } }],
  };
}
