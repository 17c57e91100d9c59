import type { Edition } from "../../../forms/schema.js";
import type { Rectangle } from "../../../values/address.js";
import { type FormSheet, formLayout } from "../../layout/form-layout.js";
import type { CellPlan, CellStyle, RowHeight } from "../../plan.js";
import { mergedCells, planCell, rectangle, textContent } from "../plan-cells.js";
import { lineCount, rowHeight, type WrappedText } from "../row-heights.js";
import { styles } from "../styles.js";

const { columns, widths, captionRow, titleRow, spacerRow, headerRow, subheaderRow } = formLayout;
const LAST_COLUMN = columns.note;
/** In points: room for the caption and for a title of one line. */
const LINE_HEIGHT = 21;

interface FormHead {
  readonly cells: readonly CellPlan[];
  readonly merges: readonly Rectangle[];
  readonly heights: readonly RowHeight[];
}

/**
 * Caption, title and the table's header of two rows. In a continuous table the words under "Các chỉ
 * tiêu" have a row of their own, as Định Hóa prints it.
 */
export function planFormHead(edition: Edition, sheet: FormSheet): FormHead {
  const { caption } = sheet;
  const width = widths.reduce<number>((sum, column) => sum + column, 0);
  const { fontSize, bold } = styles.title;
  const title = balanced({ text: sheet.title, width, fontSize, bold });
  const words = edition.columns;
  const continuous = edition.layout.kind === "continuous";
  const across = (row: number) => rectangle(row, 1, row, LAST_COLUMN);
  const down = (at: number) => rectangle(headerRow, at, subheaderRow, at);
  const blocks: readonly (readonly [area: Rectangle, text: string, style: CellStyle])[] = [
    [across(captionRow), caption, styles.title],
    [across(titleRow), title, styles.title],
    [down(columns.code), words.code, styles.header],
    ...(continuous
      ? []
      : [[down(columns.label), `${words.label}\n${words.labelNote}`, styles.header] as const]),
    [rectangle(headerRow, columns.unit, headerRow, columns.value), words.result, styles.header],
    [down(columns.note), words.note, styles.header],
  ];
  const singles: readonly (readonly [row: number, column: number, text: string])[] = [
    ...(continuous
      ? ([
          [headerRow, columns.label, words.label],
          [subheaderRow, columns.label, words.labelNote],
        ] as const)
      : []),
    [subheaderRow, columns.unit, words.unit],
    [subheaderRow, columns.value, words.value],
  ];
  return {
    cells: [
      ...blocks.flatMap(([area, text, style]) => mergedCells(area, text, style)),
      ...singles.map(([row, column, text]) => planCell(row, column, textContent(text), styles.header)),
    ],
    merges: blocks.map(([area]) => area),
    heights: [
      { row: captionRow, height: LINE_HEIGHT },
      { row: titleRow, height: Math.max(LINE_HEIGHT, rowHeight([{ text: title, width, fontSize, bold }])) },
      { row: spacerRow, height: 6 },
      { row: headerRow, height: 20 },
      { row: subheaderRow, height: 34 },
    ],
  };
}

/** A title that takes two lines, broken at the space nearest to its middle; others as they are. */
function balanced(title: WrappedText): string {
  if (lineCount(title) !== 2) return title.text;
  const middle = title.text.length / 2;
  const spaces = [...title.text.matchAll(/ /g)].map(({ index }) => index);
  const [nearest] = spaces.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  return nearest === undefined
    ? title.text
    : `${title.text.slice(0, nearest)}\n${title.text.slice(nearest + 1)}`;
}
