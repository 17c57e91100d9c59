import { CONFIRMATIONS_SHEET } from "../../forms/sheet-names.js";
import { confirmationLayout } from "../layout/confirmation-layout.js";
import { nameOf } from "../layout/names.js";
import type { WorkbookPlan } from "../plan.js";
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
