import { eachIndicator } from "../../forms/indicators.js";
import type { Edition } from "../../forms/schema.js";
import { INFO_SHEET } from "../../forms/sheet-names.js";
import { type InfoField, type InfoKey, infoFields } from "../../report/info-fields.js";
import { areaOf, columnLetters, type Rectangle } from "../../values/address.js";
import { parseDay, shortDay } from "../../values/day.js";
import type { InfoEntries } from "../filling/info-entries.js";
import { infoName } from "../layout/names.js";
import type { CellContent, CellPlan, CellStyle, NamePlan, RowHeight, SheetPlan } from "../plan.js";
import { windowFormula } from "./formulas.js";
import { infoValidation } from "./info-validations.js";
import { BLANK, MARGINS, mergedCells, planCell, rectangle, textContent } from "./plan-cells.js";
import { rowHeight } from "./row-heights.js";
import { styles } from "./styles.js";

const COLUMNS = { label: 1, value: 2, hint: 3 } as const;
const WIDTHS = [24, 34, 32] as const;

/** Height in points of a row with one line: room enough to read and to click. */
const LOWEST = 22;

/** What most reports say; the officer changes it where hers differs. */
const DEFAULTS: InfoEntries = new Map<InfoKey, string>([
  ["symbol", "BC-UBND"],
  ["signerAuthority", "TM. ỦY BAN NHÂN DÂN"],
  ["signerTitle", "CHỦ TỊCH"],
]);

/** What the colours mean; rows in grey are told of only where the edition has such rows. */
function guidance(edition: Edition): string {
  const subjects = new Set([...eachIndicator(edition)].map(({ indicator }) => indicator.subject));
  const levels = [
    ...(subjects.has("district") ? ["cấp huyện"] : []),
    ...(subjects.has("province") ? ["cấp tỉnh"] : []),
  ];
  return [
    "Chỉ nhập vào ô nền vàng nhạt. Ô nền xanh nhạt tự tính, vẫn sửa được.",
    ...(levels.length === 0 ? [] : [`Dòng chữ xám là số liệu của ${levels.join(", ")}, xã không phải ghi.`]),
    "Mục có dấu (*) cần có trước khi gửi báo cáo.",
  ].join(" ");
}

const PROPOSED =
  "ĐỀ XUẤT: bộ biểu mẫu này chưa theo văn bản của cấp có thẩm quyền. Hỏi cấp trên trước khi dùng để báo cáo chính thức.";

/** The sheet `Thông tin chung`: one row per field with its label, its cell and a hint. */
export function planInfo(
  edition: Edition,
  given: InfoEntries,
): { sheet: SheetPlan; names: readonly NamePlan[] } {
  const head = planHead(edition);
  const firstRow = head.lastRow + 1;
  const cellOf = (key: InfoKey) => ({
    sheet: INFO_SHEET,
    row: firstRow + infoFields.findIndex((field) => field.key === key),
    column: COLUMNS.value,
  });
  const absolute = (key: InfoKey) => `$${columnLetters(COLUMNS.value)}$${cellOf(key).row}`;
  const contentOf = (field: (typeof infoFields)[number]): CellContent => {
    if (field.key === "edition") return textContent(edition.id);
    const entry = given.get(field.key) ?? DEFAULTS.get(field.key);
    if (typeof entry === "number") return { kind: "number", number: entry };
    if (entry !== undefined) return textContent(entry);
    if (field.key !== "from" && field.key !== "to") return BLANK;
    const formula = windowFormula(edition.periods, field.key, absolute("period"), absolute("year"));
    return { kind: "formula", formula };
  };
  return {
    sheet: {
      name: INFO_SHEET,
      tabColor: "#548235",
      columnWidths: WIDTHS,
      rowHeights: [
        ...head.heights,
        ...infoFields.map((field) => ({
          row: cellOf(field.key).row,
          height: fieldHeight(field, contentOf(field), edition),
          ...(field.kind === "text" || field.kind === "lines" ? { grows: true as const } : {}),
        })),
      ],
      cells: [
        ...head.cells,
        ...infoFields.flatMap((field) => {
          const { row } = cellOf(field.key);
          const content = contentOf(field);
          return [
            planCell(row, COLUMNS.label, textContent(labelText(field)), styles.fieldLabel),
            planCell(row, COLUMNS.value, content, fieldStyle(field, content)),
            planCell(row, COLUMNS.hint, textContent(hintText(field, edition)), styles.hint),
          ];
        }),
      ],
      merges: head.merges,
      validations: infoFields.flatMap((field) => {
        const validation = infoValidation(field, edition);
        const { row, column } = cellOf(field.key);
        return validation === null ? [] : [{ ...validation, area: rectangle(row, column, row, column) }];
      }),
      conditions: [],
      frozenRows: head.lastRow,
      print: {
        orientation: "portrait",
        titleRows: { first: head.lastRow, last: head.lastRow },
        margins: MARGINS,
      },
    },
    names: infoFields.map((field) => ({ name: infoName(field.key), area: areaOf(cellOf(field.key)) })),
  };
}

/** The label as the sheet shows it: `(*)` behind what a report cannot do without. */
function labelText(field: InfoField): string {
  return field.required && field.kind !== "edition" ? `${field.label} (*)` : field.label;
}

function planHead(edition: Edition): {
  readonly cells: readonly CellPlan[];
  readonly merges: readonly Rectangle[];
  readonly heights: readonly RowHeight[];
  readonly lastRow: number;
} {
  const lines: readonly (readonly [text: string, style: CellStyle])[] = [
    ["THÔNG TIN CHUNG CỦA BÁO CÁO", styles.title],
    [edition.name, { ...styles.guidance, italic: false, horizontal: "center" }],
    ...(edition.source.status === "proposed" ? ([[PROPOSED, styles.notice]] as const) : []),
    [guidance(edition), styles.guidance],
  ];
  const width = WIDTHS.reduce((sum, column) => sum + column, 0);
  const areas = lines.map((_, index) => rectangle(index + 1, 1, index + 1, COLUMNS.hint));
  const headerRow = lines.length + 1;
  return {
    cells: [
      ...lines.flatMap(([text, style], index) =>
        mergedCells(areas[index] ?? rectangle(1, 1, 1, 1), text, style),
      ),
      planCell(headerRow, COLUMNS.label, textContent("Mục"), styles.header),
      planCell(headerRow, COLUMNS.value, textContent("Nội dung"), styles.header),
      planCell(headerRow, COLUMNS.hint, textContent("Hướng dẫn"), styles.header),
    ],
    merges: areas,
    heights: [
      ...lines.map(([text, { fontSize, bold }], index) => ({
        row: index + 1,
        height: rowHeight([{ text, width, fontSize, bold }]),
      })),
      { row: headerRow, height: 22 },
    ],
    lastRow: headerRow,
  };
}

/** High enough for label, hint and what is known, and for some lines where lists are written. */
function fieldHeight(field: InfoField, content: CellContent, edition: Edition): number {
  const value = content.kind === "text" ? content.text : "";
  const roomy =
    field.kind === "lines" ? `${value}${"\n".repeat(Math.max(0, 3 - value.split("\n").length))}` : value;
  const texts = [labelText(field), roomy, hintText(field, edition)];
  const looks = [styles.fieldLabel, styles.field, styles.hint];
  return Math.max(
    LOWEST,
    rowHeight(
      texts.map((text, i) => ({
        text,
        width: WIDTHS[i] ?? 0,
        fontSize: looks[i]?.fontSize ?? 12,
        bold: false,
      })),
    ),
  );
}

function fieldStyle(field: InfoField, content: CellContent): CellStyle {
  switch (field.kind) {
    case "edition":
      return styles.fixedField;
    case "year":
      return { ...styles.field, numberFormat: "General" };
    case "date":
      return {
        ...styles.field,
        numberFormat: "dd/mm/yyyy",
        fill: content.kind === "formula" ? styles.computed.fill : styles.field.fill,
      };
    default:
      return styles.field;
  }
}

/** The field's hint; where the forms come from serves as the example of a guidance document. */
function hintText(field: InfoField, edition: Edition): string {
  const { source } = edition;
  if (field.key !== "guidance" || source.status !== "issued") return field.hint;
  const { type, number, date, issuer, subject } = source;
  const day = parseDay(date);
  const dated = day === null ? "" : ` ngày ${shortDay(day)}`;
  return `Ghi như: ${type} số ${number}${dated} của ${issuer} về việc ${subject}`;
}
