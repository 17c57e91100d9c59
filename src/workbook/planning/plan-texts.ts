import { TEXTS_SHEET } from "../../forms/sheet-names.js";
import type { OwnTextPlace } from "../../narrative/own-text-places.js";
import { textName } from "../layout/names.js";
import type { NamePlan, SheetPlan } from "../plan.js";
import { BLANK, MARGINS, mergedCells, planCell, rectangle, textContent } from "./plan-cells.js";
import { rowHeight } from "./row-heights.js";
import { styles } from "./styles.js";

const COLUMNS = { heading: 1, text: 2, prompt: 3 } as const;
const WIDTHS = [24, 42, 24] as const;
/** Lines of text that show before the row has to grow. */
const ROOMY_LINES = 5;
const GUIDANCE =
  "Lời văn ghi ở đây được đưa nguyên vào mục tương ứng của báo cáo. Mỗi đoạn một dòng (Alt+Enter); không nhắc lại số liệu đã có trong biểu mẫu. Mục không có gì thêm thì để trống. Muốn lời văn đứng trước câu của chương trình thì bắt đầu bằng [Trước]; muốn thay hẳn các câu ấy thì bắt đầu bằng [Thay].";
const HEAD = { title: 1, guidance: 2, header: 3 } as const;

/** The sheet `Nội dung bổ sung`: one row per place, in the order of the outline. */
export function planTexts(places: readonly OwnTextPlace[]): { sheet: SheetPlan; names: readonly NamePlan[] } {
  const merges = [HEAD.title, HEAD.guidance].map((row) => rectangle(row, 1, row, COLUMNS.prompt));
  const width = WIDTHS.reduce((sum, column) => sum + column, 0);
  const rowOf = (index: number) => HEAD.header + 1 + index;
  return {
    sheet: {
      name: TEXTS_SHEET,
      tabColor: "#BF8F00",
      columnWidths: WIDTHS,
      rowHeights: [
        { row: HEAD.title, height: 24 },
        {
          row: HEAD.guidance,
          height: rowHeight([{ text: GUIDANCE, width, fontSize: styles.guidance.fontSize, bold: false }]),
        },
        { row: HEAD.header, height: 22 },
        ...places.map((place, index) => ({
          row: rowOf(index),
          height: placeHeight(place),
          grows: true as const,
        })),
      ],
      cells: [
        ...mergedCells(
          rectangle(HEAD.title, 1, HEAD.title, COLUMNS.prompt),
          "NỘI DUNG BỔ SUNG",
          styles.title,
        ),
        ...mergedCells(rectangle(HEAD.guidance, 1, HEAD.guidance, COLUMNS.prompt), GUIDANCE, styles.guidance),
        planCell(HEAD.header, COLUMNS.heading, textContent("Mục của báo cáo"), styles.header),
        planCell(HEAD.header, COLUMNS.text, textContent("Lời văn của đơn vị"), styles.header),
        planCell(HEAD.header, COLUMNS.prompt, textContent("Gợi ý"), styles.header),
        ...places.flatMap((place, index) => [
          planCell(rowOf(index), COLUMNS.heading, textContent(place.heading), styles.sectionHeading),
          planCell(rowOf(index), COLUMNS.text, BLANK, styles.ownText),
          planCell(rowOf(index), COLUMNS.prompt, textContent(place.prompt), styles.prompt),
        ]),
      ],
      merges,
      validations: [],
      conditions: [],
      frozenRows: HEAD.header,
      print: {
        orientation: "portrait",
        titleRows: { first: HEAD.header, last: HEAD.header },
        margins: MARGINS,
      },
    },
    names: places.map((place, index) => ({
      name: textName(place.id),
      area: { sheet: TEXTS_SHEET, ...rectangle(rowOf(index), COLUMNS.text, rowOf(index), COLUMNS.text) },
    })),
  };
}

/** Room for some lines of text, and for heading and prompt whole. */
function placeHeight(place: OwnTextPlace): number {
  const { sectionHeading, ownText, prompt } = styles;
  return rowHeight([
    { text: place.heading, width: WIDTHS[0], fontSize: sectionHeading.fontSize, bold: sectionHeading.bold },
    { text: "\n".repeat(ROOMY_LINES - 1), width: WIDTHS[1], fontSize: ownText.fontSize, bold: ownText.bold },
    { text: place.prompt, width: WIDTHS[2], fontSize: prompt.fontSize, bold: prompt.bold },
  ]);
}
