import type { Confirmation } from "../../report/confirmation.js";
import { CONFIRMATIONS_SHEET, confirmationLayout } from "../layout/confirmation-layout.js";
import { nameOf } from "../layout/names.js";
import type { WorkbookPlan } from "../plan.js";
import { confirmationRows } from "../reading/read-confirmations.js";
import type { WorkbookSnapshot } from "../snapshot.js";
import { indexSnapshot } from "../snapshot-index.js";
import { MARGINS, mergedCells, planCell, rectangle, textContent } from "./plan-cells.js";
import { styles } from "./styles.js";

const { columns, headerRow, firstRow, lastRow } = confirmationLayout;
const WIDTHS = [24, 46, 34, 18, 14] as const;
const HEADERS = ["Nơi", "Điều được nêu", "Lý do giữ nguyên", "Mã", "Số liệu"] as const;
const GUIDANCE =
  "Những điều đơn vị đã xem và giữ nguyên, kèm lý do. Sửa lý do ở cột thứ ba; xóa lý do thì điều đó được nêu lại. Khi số liệu đổi, chương trình tự nêu lại.";

/** The sheet that confirmations are kept on, for a workbook that has none yet. */
export function planConfirmations(): WorkbookPlan {
  const across = (row: number) => rectangle(row, columns.place, row, columns.numbers);
  return {
    sheets: [
      {
        name: CONFIRMATIONS_SHEET,
        tabColor: "#7F7F7F",
        columnWidths: WIDTHS,
        rowHeights: [
          { row: 1, height: 24 },
          { row: 2, height: 34 },
        ],
        cells: [
          ...mergedCells(across(1), "XÁC NHẬN KẾT QUẢ KIỂM TRA", styles.title),
          ...mergedCells(across(2), GUIDANCE, styles.guidance),
          ...HEADERS.map((text, index) => planCell(headerRow, index + 1, textContent(text), styles.header)),
        ],
        merges: [across(1), across(2)],
        validations: [],
        conditions: [],
        frozenRows: headerRow,
        print: {
          orientation: "landscape",
          titleRows: { first: headerRow, last: headerRow },
          margins: MARGINS,
        },
      },
    ],
    names: [
      {
        name: nameOf({ kind: "confirmations" }),
        area: {
          sheet: CONFIRMATIONS_SHEET,
          ...rectangle(firstRow, columns.place, lastRow, columns.numbers),
        },
      },
    ],
  };
}

/** Text for one cell, as a host's `write` takes it. */
interface TextEdit {
  readonly cell: { readonly sheet: string; readonly row: number; readonly column: number };
  readonly value: string | null;
  readonly format: string;
}

/**
 * The edits that put a confirmation into the list: over an earlier one of the same finding, else into
 * the first blank row. An empty reason takes it back. Null where the workbook has no list yet
 * (`planConfirmations` comes first) or the list is full.
 *
 * @param place and `sentence` are for people to read; they are never read back
 */
export function confirmationEdits(
  snapshot: WorkbookSnapshot,
  confirmation: Confirmation,
  { place, sentence }: { readonly place: string; readonly sentence: string },
): readonly TextEdit[] | null {
  const index = indexSnapshot(snapshot);
  const area = index.area({ kind: "confirmations" });
  if (area === null) return null;
  const rows = confirmationRows(index);
  const known = rows.findLast((row) => row.confirmation?.finding === confirmation.finding);
  const target = known ?? rows.find((row) => row.confirmation === null);
  if (target === undefined) return null;
  const kept = confirmation.reason !== "";
  if (!kept && known === undefined) return [];
  const edit = (column: number, value: string): TextEdit => ({
    cell: { sheet: area.sheet, row: target.row, column: area.left + column - 1 },
    value: kept ? value : null,
    // Text is text: a reason that begins with "=" is no formula.
    format: "@",
  });
  return [
    edit(columns.place, place),
    edit(columns.sentence, sentence),
    edit(columns.reason, confirmation.reason),
    edit(columns.finding, confirmation.finding),
    edit(columns.numbers, confirmation.numbers),
  ];
}
