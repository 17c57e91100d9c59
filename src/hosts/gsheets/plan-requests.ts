import type { Rectangle } from "../../values/address.js";
import type { SheetPlan } from "../../workbook/plan.js";
import { Block } from "../block.js";
import { areasWhere } from "../layers.js";
import { columnPixels, heightRuns } from "../line-sizes.js";
import { cellData, colorStyle } from "./cell-data.js";
import { localFormula } from "./locale.js";
import { gridRange } from "./read-book.js";
import { validationRule } from "./validation-rule.js";
import { ALL_BORDERS, type Request } from "./wire.js";

/** Where a planned sheet goes, and the locale in which it is written. */
export interface SheetTarget {
  readonly plan: SheetPlan;
  readonly sheetId: number;
  /** A sheet that is not there yet is added first; a blank one is filled. */
  readonly isNew: boolean;
  readonly locale: string;
}

/** The size of a new sheet at Google. */
const USUAL = { rows: 1000, columns: 26 };
/** Pixels of a point. */
const PIXELS = 96 / 72;
const PROTECTION = "Phần in sẵn của biểu mẫu (Báo cáo CCHC)";

/** The request that adds the sheet, or sets up the blank one that has its place. */
export function sheetRequest({ plan, sheetId, isNew }: SheetTarget): Request {
  const rows = Math.max(0, ...plan.cells.map(({ row }) => row));
  const columns = Math.max(plan.columnWidths.length, ...plan.cells.map(({ column }) => column));
  const gridProperties = {
    ...(isNew ? { rowCount: Math.max(USUAL.rows, rows), columnCount: Math.max(USUAL.columns, columns) } : {}),
    frozenRowCount: plan.frozenRows,
  };
  const properties = {
    sheetId,
    title: plan.name,
    gridProperties,
    ...(plan.veryHidden === true ? { hidden: true } : {}),
    ...(plan.tabColor === null ? {} : { tabColorStyle: colorStyle(plan.tabColor) }),
  };
  if (isNew) return { addSheet: { properties } };
  const fields = [
    "title",
    "gridProperties.frozenRowCount",
    ...(plan.veryHidden === true ? ["hidden"] : []),
    ...(plan.tabColor === null ? [] : ["tabColorStyle"]),
  ];
  return { updateSheetProperties: { properties, fields: fields.join(",") } };
}

/** Everything that stands on a planned sheet. What Sheets cannot do (print set-up) is left out. */
export function contentRequests({ plan, sheetId, locale }: SheetTarget): readonly Request[] {
  const block = Block.of(plan.cells);
  return [
    ...(block === null ? [] : cellRequests(block, sheetId, locale)),
    ...sizeRequests(plan, sheetId),
    ...plan.merges
      .filter((area) => area.top !== area.bottom || area.left !== area.right)
      .map((area): Request => ({ mergeCells: { range: gridRange(sheetId, area), mergeType: "MERGE_ALL" } })),
    ...plan.validations.map(
      (validation): Request => ({
        setDataValidation: {
          range: gridRange(sheetId, validation.area),
          rule: validationRule(validation, locale),
        },
      }),
    ),
    ...plan.conditions.map(
      ({ area, formula, fill, color }, index): Request => ({
        addConditionalFormatRule: {
          index,
          rule: {
            ranges: [gridRange(sheetId, area)],
            booleanRule: {
              condition: {
                type: "CUSTOM_FORMULA",
                values: [{ userEnteredValue: localFormula(byIndirectNames(formula), locale) }],
              },
              format: {
                backgroundColorStyle: colorStyle(fill),
                textFormat: { foregroundColorStyle: colorStyle(color) },
              },
            },
          },
        },
      }),
    ),
    ...(block === null ? [] : protectionRequests(block, sheetId)),
  ];
}

/** A condition in Google Sheets may look at another sheet only through INDIRECT. */
function byIndirectNames(formula: string): string {
  return formula.replace(/\bCCHC_\w+/g, (name) => `INDIRECT("${name}")`);
}

function cellRequests(block: Block, sheetId: number, locale: string): readonly Request[] {
  const { top, left } = block.area;
  const bordered = areasWhere(block.area, (row, column) => block.at(row, column)?.style.border ?? false);
  return [
    {
      updateCells: {
        start: { sheetId, rowIndex: top - 1, columnIndex: left - 1 },
        rows: block
          .table((cell) => (cell === null ? {} : cellData(cell, locale)))
          .map((values) => ({ values })),
        fields: "userEnteredValue,userEnteredFormat",
      },
    },
    ...bordered.map(
      (area): Request => ({ updateBorders: { range: gridRange(sheetId, area), ...ALL_BORDERS } }),
    ),
  ];
}

/** Widths and heights; neighbours of one size are one request. */
function sizeRequests({ columnWidths, rowHeights }: SheetPlan, sheetId: number): readonly Request[] {
  const columns = columnWidths.map((width, index) => ({ row: index + 1, height: columnPixels(width) }));
  const rows = rowHeights.map(({ row, height }) => ({ row, height: Math.round(height * PIXELS) }));
  const requests = (dimension: "ROWS" | "COLUMNS", lines: typeof rows) =>
    heightRuns(lines).map(
      ({ first, last, height }): Request => ({
        updateDimensionProperties: {
          range: { sheetId, dimension, startIndex: first - 1, endIndex: last },
          properties: { pixelSize: height },
          fields: "pixelSize",
        },
      }),
    );
  return [...requests("COLUMNS", columns), ...requests("ROWS", rows)];
}

/**
 * Printed cells ask before they are changed, cells to be filled do not. Nobody is locked out: five
 * officials share the spreadsheet, and who may do what is theirs to decide.
 */
function protectionRequests(block: Block, sheetId: number): readonly Request[] {
  const open: readonly Rectangle[] = areasWhere(
    block.area,
    (row, column) => block.at(row, column)?.style.locked === false,
  );
  if (open.length === 0) return [];
  return [
    {
      addProtectedRange: {
        protectedRange: {
          range: { sheetId },
          description: PROTECTION,
          warningOnly: true,
          unprotectedRanges: open.map((area) => gridRange(sheetId, area)),
        },
      },
    },
  ];
}
