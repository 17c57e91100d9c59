import { areaA1 } from "../../../values/address.js";
import type { CellContent, ConditionPlan, PrintPlan, SheetPlan } from "../../../workbook/plan.js";
import { type Book, findSheet } from "../book.js";
import type { LibraryCell, LibrarySheet } from "../library.js";
import type { CarriedName } from "../package/carried.js";
import { PRINT_TITLES, printTitles } from "../package/names.js";
import { argb, type Styles } from "./style.js";
import { validationsXml } from "./validation.js";

const MM_PER_INCH = 25.4;
const A4 = 9;
/** Between the page's edge and its header and footer, in inches: Excel's own default. */
const HEADER_MARGIN = 0.3;
/** What a file adds to a width in characters for the cell's padding, with an 11 pt default font. */
const WIDTH_PADDING = 0.7109375;

/** What a file keeps beside the library and a plan decides: it must not override the plan's own. */
const DECIDED: ReadonlySet<CarriedName> = new Set([
  "sheetViews",
  "dataValidations",
  "printOptions",
  "pageMargins",
  "pageSetup",
]);

/**
 * Writes a sheet whole.
 *
 * @param blank name of the blank sheet that is to be filled, or null for a sheet that is to be added
 */
export function writeSheet(book: Book, plan: SheetPlan, blank: string | null, styles: Styles): void {
  const present = blank === null ? null : findSheet(book, blank);
  const sheet = present ?? book.library.addWorksheet(plan.name);
  const { name } = sheet;
  if (plan.tabColor !== null) {
    sheet.properties = { ...sheet.properties, tabColor: { argb: argb(plan.tabColor) } };
  }
  if (plan.frozenRows > 0) sheet.views = [{ state: "frozen", ySplit: plan.frozenRows }];
  if (plan.veryHidden === true) sheet.state = "veryHidden";
  sheet.pageSetup = { ...sheet.pageSetup, ...pageSetup(plan.print) };
  for (const [index, width] of plan.columnWidths.entries()) {
    sheet.getColumn(index + 1).width = width + WIDTH_PADDING;
  }
  for (const { row, height } of plan.rowHeights) sheet.getRow(row).height = height;
  const growing = plan.rowHeights.filter(({ grows }) => grows === true);
  book.fitting.set(name, new Set(growing.map(({ row }) => row)));
  // The library puts what a covered cell gets into the area's first cell.
  if (present !== null)
    for (const { row, column } of plan.cells) sheet.unMergeCells(row, column, row, column);
  for (const cell of plan.cells) {
    const target = sheet.getCell(cell.row, cell.column);
    setContent(target, cell.content);
    target.style = styles.of(cell.style);
  }
  for (const { top, left, bottom, right } of plan.merges) {
    if (top === bottom && left === right) continue;
    sheet.unMergeCells(top, left, bottom, right);
    sheet.mergeCells(top, left, bottom, right);
  }
  addConditions(sheet, plan.conditions);
  const others = [...(book.carried.get(name) ?? [])].filter(([element]) => !DECIDED.has(element));
  const validations = plan.validations.length === 0 ? [] : [validationsEntry(plan)];
  book.carried.set(name, new Map([...others, ...validations]));
  const { titleRows } = plan.print;
  book.names = book.names.filter((one) => one.sheet !== name || one.name !== PRINT_TITLES);
  if (titleRows !== null) {
    book.names = [...book.names, printTitles(name, titleRows.first, titleRows.last)];
  }
}

function validationsEntry({ validations }: SheetPlan): readonly [CarriedName, string] {
  return ["dataValidations", validationsXml(validations)];
}

/** Puts planned content into a cell; its style stays. Blank content changes nothing. */
export function setContent(cell: LibraryCell, content: CellContent): void {
  switch (content.kind) {
    case "blank":
      return;
    case "text":
      cell.value = content.text;
      return;
    case "number":
      cell.value = content.number;
      return;
    case "formula":
      cell.value = { formula: content.formula };
  }
}

/** A4, as wide as the page and as long as it needs, centred between the side margins. */
function pageSetup({ orientation, margins }: PrintPlan): Partial<LibrarySheet["pageSetup"]> {
  return {
    paperSize: A4,
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: {
      top: margins.top / MM_PER_INCH,
      bottom: margins.bottom / MM_PER_INCH,
      left: margins.left / MM_PER_INCH,
      right: margins.right / MM_PER_INCH,
      header: HEADER_MARGIN,
      footer: HEADER_MARGIN,
    },
  };
}

function addConditions(sheet: LibrarySheet, conditions: readonly ConditionPlan[]): void {
  for (const [index, { area, formula, fill, color }] of conditions.entries()) {
    sheet.addConditionalFormatting({
      ref: areaA1(area),
      rules: [
        {
          type: "expression",
          priority: index + 1,
          formulae: [formula],
          style: {
            font: { color: { argb: argb(color) } },
            // In a conditional format the background colour is the one that a solid fill shows.
            fill: { type: "pattern", pattern: "solid", bgColor: { argb: argb(fill) } },
          },
        },
      ],
    });
  }
}
