import { eachIndicator, indicatorKey, labelOf } from "../../forms/indicators.js";
import type { Indicator } from "../../forms/schema.js";
import { superiorInLabels } from "../../forms/superior.js";
import type { Report } from "../../report/report.js";
import { toSerial } from "../../values/day.js";
import type { Reading } from "../../values/reading.js";
import {
  type EarlierInfoKey,
  earlierInfoKeys,
  earlierInfoName,
  earlierName,
} from "../layout/earlier-names.js";
import type { CellContent, CellPlan, CellStyle, NamePlan, RowHeight, WorkbookPlan } from "../plan.js";
import { BLANK, MARGINS, mergedCells, planCell, rectangle, textContent } from "./plan-cells.js";
import { rowHeight } from "./row-heights.js";
import { bold, colors, styles } from "./styles.js";

const COLUMNS = { form: 1, code: 2, label: 3, value: 4, note: 5 } as const;
const WIDTHS = [8, 9, 45, 14, 14] as const;
const HEAD = { title: 1, guidance: 2, info: 3, spacer: 7, header: 8 } as const;
const FIRST_ROW = HEAD.header + 1;

const GUIDANCE =
  "Số liệu đã báo cáo ở kỳ trước, giữ lại để so sánh khi kiểm tra. Không sửa ở đây: số liệu kỳ này ghi ở các biểu mẫu.";

const INFO_LABELS: Readonly<Record<EarlierInfoKey, string>> = {
  period: "Kỳ báo cáo",
  year: "Năm",
  from: "Số liệu tính từ ngày",
  to: "Số liệu tính đến ngày",
};

/** Grey and locked: the look of what is not to be filled. */
const fixed = (style: CellStyle): CellStyle => ({ ...style, locked: true, fill: colors.header });
const looks = {
  label: styles.label,
  code: styles.code,
  value: { ...fixed(styles.input), numberFormat: "General" },
  note: { ...fixed(styles.note), numberFormat: "General" },
  info: { ...fixed(styles.field), numberFormat: "General" },
  day: { ...fixed(styles.field), numberFormat: "dd/mm/yyyy" },
} as const;

/** Where earlier notes stand: beside the value, in the next column. */
export const NOTE_OFFSET = COLUMNS.note - COLUMNS.value;

/** No count is so large: whatever is typed over an earlier value is refused with a word of explanation. */
const OUT_OF_REACH = 1e15;

/**
 * The sheet that keeps a report for the next period: one row per indicator with its value and note,
 * above them period, year and data window; each value under a name of its own.
 *
 * @param sheet name of the sheet, free in the workbook
 * @param noteOf what stood under `Ghi chú` beside a value
 */
export function planEarlier(
  report: Report,
  sheet: string,
  noteOf: (form: number, code: string) => string,
): WorkbookPlan {
  const { edition } = report;
  const superior = superiorInLabels(report.info.superior, edition.superior);
  const rows = [...eachIndicator(edition)].map(({ form, indicator }, i) => {
    const label = labelOf(indicator, superior);
    const row = FIRST_ROW + i;
    const reading = report.values.get(indicatorKey(form.number, indicator.code))?.reading;
    const value = contentOf(keptValue(reading ?? { kind: "blank" }));
    const note = textContent(noteOf(form.number, indicator.code));
    return {
      name: cellName(sheet, earlierName(form.number, indicator.code), row, COLUMNS.value),
      height: { row, height: heightOf(label, indicator) },
      cells: [
        planCell(row, COLUMNS.form, { kind: "number", number: form.number }, weigh(looks.code, indicator)),
        planCell(row, COLUMNS.code, textContent(indicator.code), weigh(looks.code, indicator)),
        planCell(row, COLUMNS.label, textContent(label), weigh(looks.label, indicator)),
        planCell(row, COLUMNS.value, value, looks.value),
        planCell(row, COLUMNS.note, note, looks.note),
      ],
    };
  });
  const lastRow = HEAD.header + rows.length;
  const head = planHead(report);
  return {
    sheets: [
      {
        name: sheet,
        tabColor: "#7F7F7F",
        columnWidths: WIDTHS,
        rowHeights: [...head.heights, ...rows.map(({ height }) => height)],
        cells: [...head.cells, ...rows.flatMap(({ cells }) => cells)],
        merges: head.merges,
        validations: [
          [HEAD.info, HEAD.info + earlierInfoKeys.length - 1, COLUMNS.label, COLUMNS.label] as const,
          [FIRST_ROW, lastRow, COLUMNS.value, COLUMNS.value] as const,
        ].map(([top, bottom, left, right]) => ({
          area: rectangle(top, left, bottom, right),
          allow: { kind: "whole", minimum: OUT_OF_REACH },
          prompt: { title: "Số liệu kỳ trước", message: "Chỉ để so sánh, không sửa ở đây." },
          error: {
            title: "Không sửa số liệu kỳ trước",
            message: "Số liệu này đã báo cáo ở kỳ trước. Số liệu kỳ này ghi ở các biểu mẫu.",
            style: "stop",
          },
        })),
        conditions: [],
        frozenRows: HEAD.header,
        print: {
          orientation: "portrait",
          titleRows: { first: HEAD.header, last: HEAD.header },
          margins: MARGINS,
        },
      },
    ],
    names: [
      ...earlierInfoKeys.map((key, i) => cellName(sheet, earlierInfoName(key), HEAD.info + i, COLUMNS.label)),
      ...rows.map(({ name }) => name),
    ],
  };
}

/**
 * An earlier value as its cell keeps it: a number as a number; as typed where it cannot be read or
 * can be read in two ways. Null for a blank.
 */
export function keptValue(reading: Reading): string | number | null {
  switch (reading.kind) {
    case "blank":
      return null;
    case "text":
      return reading.text;
    case "unreadable":
      return reading.shown;
    case "number":
      return reading.typed !== null && reading.alternative !== null ? reading.typed : reading.value;
  }
}

/** What the information cells of the sheet hold: the period's printed name, a year, days as serial numbers. */
export function earlierInfoValue(report: Report, key: EarlierInfoKey): string | number | null {
  const { info, edition } = report;
  switch (key) {
    case "period":
      return edition.periods.find(({ id }) => id === info.period)?.name ?? null;
    case "year":
      return info.year;
    default: {
      const day = info[key];
      return day === null ? null : toSerial(day);
    }
  }
}

function planHead(report: Report) {
  const width = WIDTHS.reduce((sum, column) => sum + column, 0);
  const across = (row: number) => rectangle(row, 1, row, COLUMNS.note);
  const labels = earlierInfoKeys.map((_, i) => rectangle(HEAD.info + i, 1, HEAD.info + i, COLUMNS.code));
  const cells: readonly CellPlan[] = [
    ...mergedCells(across(HEAD.title), "SỐ LIỆU KỲ TRƯỚC", styles.title),
    ...mergedCells(across(HEAD.guidance), GUIDANCE, styles.guidance),
    ...earlierInfoKeys.flatMap((key, i) => [
      ...mergedCells(labels[i] ?? rectangle(1, 1, 1, 1), INFO_LABELS[key], styles.fieldLabel),
      planCell(
        HEAD.info + i,
        COLUMNS.label,
        contentOf(earlierInfoValue(report, key)),
        key === "from" || key === "to" ? looks.day : looks.info,
      ),
    ]),
    ...(
      [
        "Biểu mẫu",
        "STT",
        report.edition.columns.label,
        "Kết quả kỳ trước",
        report.edition.columns.note,
      ] as const
    ).map((text, i) => planCell(HEAD.header, i + 1, textContent(text), styles.header)),
  ];
  const heights: readonly RowHeight[] = [
    { row: HEAD.title, height: 24 },
    {
      row: HEAD.guidance,
      height: rowHeight([{ text: GUIDANCE, width, fontSize: styles.guidance.fontSize, bold: false }]),
    },
    ...earlierInfoKeys.map((_, i) => ({ row: HEAD.info + i, height: 20 })),
    { row: HEAD.spacer, height: 6 },
    { row: HEAD.header, height: 34 },
  ];
  return { cells, heights, merges: [across(HEAD.title), across(HEAD.guidance), ...labels] };
}

function contentOf(value: string | number | null): CellContent {
  if (value === null) return BLANK;
  return typeof value === "number" ? { kind: "number", number: value } : textContent(value);
}

function weigh(style: CellStyle, indicator: Indicator): CellStyle {
  return indicator.kind === "heading" ? bold(style) : style;
}

function heightOf(label: string, indicator: Indicator): number {
  const { fontSize } = looks.label;
  return rowHeight([{ text: label, width: WIDTHS[2], fontSize, bold: indicator.kind === "heading" }]);
}

function cellName(sheet: string, name: string, row: number, column: number): NamePlan {
  return { name, area: { sheet, ...rectangle(row, column, row, column) } };
}
