import { LAST_CHECK_SHEET } from "../../forms/sheet-names.js";
import type { LastCheck } from "../../report/last-check.js";
import type { ReportInfo } from "../../report/report.js";
import { LONGEST_TEXT } from "../../values/sheet-limits.js";
import { periodKey, RECORD_ROWS, VERSION } from "../layout/last-check-format.js";
import { nameOf } from "../layout/names.js";
import type { WorkbookPlan } from "../plan.js";
import type { WorkbookSnapshot } from "../snapshot.js";
import { cellText, indexSnapshot } from "../snapshot-index.js";
import { MARGINS, planCell, rectangle, textContent } from "./plan-cells.js";
import { styles } from "./styles.js";

/** Text for one cell, as a host's `write` takes it. */
interface TextEdit {
  readonly cell: { readonly sheet: string; readonly row: number; readonly column: number };
  readonly value: string | null;
  readonly format: string;
}

/**
 * What keeps a check in the workbook: a sheet that nobody sees where there is none yet, else the cells of
 * the one that is there.
 */
export function planLastCheck(
  snapshot: WorkbookSnapshot,
  check: LastCheck,
  info: Pick<ReportInfo, "period" | "year">,
): { readonly plan: WorkbookPlan; readonly edits: readonly TextEdit[] } {
  const pieces = piecesOf(check, info);
  const index = indexSnapshot(snapshot);
  const area = index.area({ kind: "last-check" });
  if (area === null) return { plan: recordPlan(pieces), edits: [] };
  const edits = Array.from({ length: area.bottom - area.top + 1 }, (_, i): TextEdit => {
    const cell = { sheet: area.sheet, row: area.top + i, column: area.left };
    return { cell, value: pieces[i] ?? null, format: "@" };
  });
  return {
    plan: { sheets: [], names: [] },
    edits: edits.filter(({ cell, value }) => value !== null || cellText(index.cell(cell)) !== ""),
  };
}

function recordPlan(pieces: readonly string[]): WorkbookPlan {
  const name = nameOf({ kind: "last-check" });
  return {
    sheets: [
      {
        name: LAST_CHECK_SHEET,
        veryHidden: true,
        tabColor: null,
        columnWidths: [],
        rowHeights: [],
        cells: pieces.map((piece, i) => planCell(i + 1, 1, textContent(piece), styles.stored)),
        merges: [],
        validations: [],
        conditions: [],
        frozenRows: 0,
        print: { orientation: "portrait", titleRows: null, margins: MARGINS },
      },
    ],
    names: [{ name, area: { sheet: LAST_CHECK_SHEET, ...rectangle(1, 1, RECORD_ROWS, 1) } }],
  };
}

/** Lines together as far as a cell takes them; what no cell is left for is forgotten, and told as new next time. */
function piecesOf(
  { day, findings, sheet, printed }: LastCheck,
  info: Pick<ReportInfo, "period" | "year">,
): readonly string[] {
  const head = `${VERSION} ${day} ${periodKey(info)} ${printed} ${sheet}`;
  const pieces: string[] = [];
  let piece = head;
  for (const { finding, numbers } of findings) {
    const line = `${finding}|${numbers}`;
    if (piece.length + 1 + line.length > LONGEST_TEXT) {
      pieces.push(piece);
      piece = line;
    } else piece = `${piece}\n${line}`;
  }
  return [...pieces, piece].slice(0, RECORD_ROWS);
}
