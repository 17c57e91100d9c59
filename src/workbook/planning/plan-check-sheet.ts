import type { CellPlan, CellStyle, RowHeight, SheetPlan } from "../plan.js";
import { MARGINS, mergedCells, planCell, rectangle, textContent } from "./plan-cells.js";
import { rowHeight } from "./row-heights.js";
import { styles } from "./styles.js";

/** What the printed sheet of findings says; every text is ready to be read. */
export interface CheckSheetContent {
  readonly sheet: string;
  /** Who stands above the reporting office, and the office itself. */
  readonly superior: string;
  readonly organization: string;
  /** The report and its set of forms; then the counts; then what became of the earlier findings: at most three. */
  readonly summary: readonly string[];
  /** `ngày 14 tháng 6 năm 2023`, with the place where that is known. */
  readonly placeAndDay: string;
  /** What there is to do, then what was confirmed, then what was fixed. */
  readonly rows: readonly CheckSheetRow[];
}

interface CheckSheetRow {
  readonly kind: string;
  readonly sheet: string;
  readonly cells: string;
  readonly told: string;
  readonly status: string;
  /** What the office says to it; blank lines are for its hand. */
  readonly answer: string;
}

/** `STT`, kind, sheet, cells, what and what to do, state, what the office does about it (by hand). */
const WIDTHS = [5, 11, 16, 14, 58, 9, 24] as const;
const HEADERS = [
  "STT",
  "Mức độ",
  "Trang tính",
  "Ô",
  "Nội dung và cách xử lý",
  "So với lần trước",
  "Ý kiến của đơn vị",
] as const;
const LAST = WIDTHS.length;
/** Always as many, so that the table begins in the same row whenever the sheet is made anew. */
const SUMMARY_LINES = 3;
/** The wide column. */
const TOLD = 5;

const looks = {
  office: { ...styles.title, fontSize: 12, bold: false },
  strong: { ...styles.title, fontSize: 12 },
  title: { ...styles.title, fontSize: 15 },
  summary: { ...styles.guidance, italic: false, fontSize: 12 },
  text: { ...styles.label, numberFormat: "@", fontSize: 11, vertical: "top" },
  center: { ...styles.label, numberFormat: "@", fontSize: 11, vertical: "top", horizontal: "center" },
  hand: { ...styles.note, vertical: "top" },
  day: { ...styles.guidance, fontSize: 12, horizontal: "center" },
  signer: { ...styles.title, fontSize: 12, wrap: false },
  hint: { ...styles.guidance, horizontal: "center", wrap: false },
  plain: { ...styles.guidance, italic: false },
} as const satisfies Readonly<Record<string, CellStyle>>;

/** Writes rows one below the other. */
class Rows {
  readonly cells: CellPlan[] = [];
  readonly merges: ReturnType<typeof rectangle>[] = [];
  readonly heights: RowHeight[] = [];
  row = 1;

  /** Texts in their columns; each goes over the columns up to the next one's. */
  add(parts: readonly (readonly [from: number, to: number, text: string, style: CellStyle])[], least = 16) {
    for (const [from, to, text, style] of parts) {
      const area = rectangle(this.row, from, this.row, to);
      if (from === to) this.cells.push(planCell(this.row, from, textContent(text), style));
      else {
        this.cells.push(...mergedCells(area, text, style));
        this.merges.push(area);
      }
    }
    const needed = rowHeight(
      parts.map(([from, to, text, { fontSize, bold, wrap }]) => ({
        text: wrap ? text : "",
        width: WIDTHS.slice(from - 1, to).reduce((sum: number, width) => sum + width, 0),
        fontSize,
        bold,
      })),
    );
    this.heights.push({ row: this.row, height: Math.max(least, needed) });
    this.row += 1;
  }

  gap(height: number) {
    this.heights.push({ row: this.row, height });
    this.row += 1;
  }
}

/**
 * The sheet of findings and confirmations that is printed on A4 and signed (Phiếu kiểm tra).
 *
 * @param clearTo the last row that an earlier sheet in its place took: its looks are taken off down to there
 */
export function planCheckSheet(content: CheckSheetContent, clearTo = 0): SheetPlan {
  const rows = new Rows();
  rows.add([
    [1, 4, content.superior.toUpperCase(), looks.office],
    [5, LAST, "", looks.plain],
  ]);
  rows.add([
    [1, 4, content.organization.toUpperCase(), looks.strong],
    [5, LAST, "", looks.plain],
  ]);
  rows.add([[1, LAST, "PHIẾU KIỂM TRA SỐ LIỆU BÁO CÁO CẢI CÁCH HÀNH CHÍNH", looks.title]], 30);
  for (let i = 0; i < SUMMARY_LINES; i++) rows.add([[1, LAST, content.summary[i] ?? "", looks.summary]]);
  rows.gap(8);
  const header = rows.row;
  rows.add(
    HEADERS.map((text, i) => [i + 1, i + 1, text, styles.header]),
    34,
  );
  if (content.rows.length === 0) {
    rows.add([[1, LAST, "Không còn lỗi và chỗ cần xem lại; số liệu đã điền đủ.", looks.text]], 22);
  }
  content.rows.forEach(({ kind, sheet, cells, told, status, answer }, i) => {
    rows.add([
      [1, 1, String(i + 1), looks.center],
      [2, 2, kind, looks.text],
      [3, 3, sheet, looks.text],
      [4, 4, cells, looks.text],
      [5, 5, told, looks.text],
      [6, 6, status, looks.center],
      [7, 7, answer, looks.hand],
    ]);
  });
  rows.gap(8);
  // No merged cells here: this part moves when the sheet is made anew.
  rows.add([
    [3, 3, "NGƯỜI LẬP BÁO CÁO", looks.signer],
    [TOLD, TOLD, content.placeAndDay, looks.day],
  ]);
  rows.add([
    [3, 3, "(Ký, ghi rõ họ tên)", looks.hint],
    [TOLD, TOLD, "NGƯỜI KIỂM TRA", looks.signer],
  ]);
  rows.add([[TOLD, TOLD, "(Ký, ghi rõ họ tên)", looks.hint]]);
  const last = rows.row - 1;
  for (let row = last + 1; row <= clearTo; row++) {
    for (let column = 1; column <= LAST; column++) {
      rows.cells.push(planCell(row, column, { kind: "blank" }, looks.plain));
    }
    rows.heights.push({ row, height: 16 });
  }
  return {
    name: content.sheet,
    tabColor: "#7F7F7F",
    columnWidths: WIDTHS,
    rowHeights: rows.heights,
    cells: rows.cells,
    merges: rows.merges,
    validations: [],
    conditions: [],
    frozenRows: 0,
    print: { orientation: "landscape", titleRows: { first: header, last: header }, margins: MARGINS },
  };
}
