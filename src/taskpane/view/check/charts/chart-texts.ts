import type { Language } from "../../../../jobs/wording.js";

/** What is said of charts on the sheets; it comes with that part. */
interface ChartTexts {
  readonly draw: (sheet: string) => string;
  readonly redraw: (sheet: string) => string;
  readonly remove: string;
  readonly drawn: string;
  readonly behind: string;
  readonly unseen: (cells: readonly string[], more: number) => string;
}

export const chartTexts: Readonly<Record<Language, ChartTexts>> = {
  vi: {
    draw: (sheet) => `Vẽ biểu đồ “${sheet}”`,
    redraw: (sheet) => `Vẽ lại biểu đồ “${sheet}”`,
    remove: "Bỏ biểu đồ",
    drawn: "Biểu đồ nằm dưới bảng. Sửa số trong bảng thì biểu đồ đổi theo.",
    behind: "Bảng có dòng hoặc cột chưa vào biểu đồ. Bấm Vẽ lại.",
    unseen: (cells, more) =>
      `Số ở ô ${cells.join(", ")}${more > 0 ? ` và ${more} ô khác` : ""} đang là chữ nên biểu đồ không vẽ được. Gõ lại số vào ô đó.`,
  },
  en: {
    draw: (sheet) => `Draw a chart of “${sheet}”`,
    redraw: (sheet) => `Redraw the chart of “${sheet}”`,
    remove: "Remove the chart",
    drawn: "The chart is below the table. It changes with the numbers in the table.",
    behind: "The table has rows or columns that the chart does not show. Press Redraw.",
    unseen: (cells, more) =>
      `The number in ${cells.join(", ")}${more > 0 ? ` and ${more} more cells` : ""} is stored as text, which a chart cannot draw. Type it again.`,
  },
};
