import type ExcelJS from "exceljs";
import { Package } from "../../src/hosts/xlsx/package/package.js";
import { type NewName, withCalculationOnLoad, withNames } from "../../src/hosts/xlsx/patch/workbook-xml.js";
import { PRINT_TITLES, printTitles } from "../../src/hosts/xlsx/read/names.js";
import { workbookPath } from "../../src/hosts/xlsx/read/workbook-part.js";
import { type Content, isCellError } from "../grid/cell.js";
import type { Grid } from "../grid/grid.js";
import { formatRect } from "../grid/rect.js";
import { placeOf, type Sheet } from "../grid/sheet.js";
import type { Border, CellStyle } from "../grid/style.js";
import type { Json, Validation } from "../grid/validation.js";
import { newBook, writeBook } from "./library.js";

/** Points of one character of width, and of an inch. */
const CHARACTER = 5.25;
const INCH = 72;

/** The workbook as the bytes of an .xlsx file. */
export async function writeXlsx(grid: Grid): Promise<Uint8Array> {
  grid.settle();
  const library = newBook();
  library.title = grid.title;
  for (const sheet of grid.sheets) addSheet(library, sheet);
  return withNamesOf(grid, await writeBook(library));
}

/** The library keeps names of single cells alone, and none hidden: they are put into its package. */
function withNamesOf(grid: Grid, bytes: Uint8Array): Uint8Array {
  const opened = Package.open(bytes);
  if (!opened.ok) throw new Error(opened.fault.message);
  const path = workbookPath(opened.value) ?? "";
  const xml = opened.value.text(path) ?? "";
  opened.value.put(path, withCalculationOnLoad(withNames(xml, namesOf(grid))));
  return opened.value.save();
}

function namesOf(grid: Grid): readonly NewName[] {
  const placeOfSheet = (id: string) => grid.sheets.findIndex((one) => one.id === id);
  const defined = grid.names.map(({ name, sheetId, formula, visible }): NewName => {
    const local = sheetId === null ? null : placeOfSheet(sheetId);
    return { name, local, hidden: !visible, refersTo: formula.text };
  });
  const titles = grid.sheets.flatMap(({ name, page }, local): readonly NewName[] => {
    if (!page.titleRows) return [];
    const refersTo = printTitles(name, page.titleRows.top + 1, page.titleRows.bottom + 1);
    return [{ name: PRINT_TITLES, local, hidden: false, refersTo }];
  });
  return [...defined, ...titles];
}

function addSheet(book: ExcelJS.Workbook, sheet: Sheet): void {
  const { page } = sheet;
  const target = book.addWorksheet(sheet.name, {
    state:
      sheet.visibility === "Visible" ? "visible" : sheet.visibility === "Hidden" ? "hidden" : "veryHidden",
    properties: {
      defaultRowHeight: sheet.rowHeight,
      defaultColWidth: sheet.columnWidth / CHARACTER,
      ...(sheet.tabColor ? { tabColor: { argb: argb(sheet.tabColor) } } : {}),
    },
    views: [view(sheet)],
    pageSetup: {
      orientation: page.orientation === "Landscape" ? "landscape" : "portrait",
      ...(page.paperSize === "A4" ? { paperSize: 9 } : {}),
      ...(page.zoom.scale === undefined
        ? {
            fitToPage: true,
            fitToWidth: page.zoom.horizontalFitToPages ?? 0,
            fitToHeight: page.zoom.verticalFitToPages ?? 0,
          }
        : { scale: page.zoom.scale }),
      horizontalCentered: page.centerHorizontally,
      margins: {
        left: page.margins.left / INCH,
        right: page.margins.right / INCH,
        top: page.margins.top / INCH,
        bottom: page.margins.bottom / INCH,
        header: page.margins.header / INCH,
        footer: page.margins.footer / INCH,
      },
    },
  });
  for (const [column, width] of sheet.columnWidths) target.getColumn(column + 1).width = width / CHARACTER;
  for (const [row, height] of sheet.rowHeights) target.getRow(row + 1).height = height;
  for (const row of sheet.hiddenRows) target.getRow(row + 1).hidden = true;
  for (const column of sheet.hiddenColumns) target.getColumn(column + 1).hidden = true;
  for (const [key, cell] of sheet.cells) {
    const { row, column } = placeOf(key);
    const written = target.getCell(row + 1, column + 1);
    if (cell.content) written.value = libraryValue(cell.content);
    written.style = styleOf(sheet.style(row, column));
  }
  for (const { top, left, bottom, right } of sheet.merges)
    target.mergeCells(top + 1, left + 1, bottom + 1, right + 1);
  for (const validation of sheet.validations) addValidation(target, validation);
  addConditions(target, sheet);
  if (sheet.protection) void target.protect("", { spinCount: 0 });
}

function view({ frozen, showGridlines }: Sheet): Partial<ExcelJS.WorksheetView> {
  if (frozen.rows === 0 && frozen.columns === 0) return { state: "normal", showGridLines: showGridlines };
  return { state: "frozen", ySplit: frozen.rows, xSplit: frozen.columns, showGridLines: showGridlines };
}

function libraryValue(content: Content): ExcelJS.CellValue {
  if (content.kind === "constant") return content.value;
  const { formula, result } = content;
  if (result === null) return { formula: formula.text, date1904: false };
  const known = isCellError(result) ? errorValue(result.error) : result;
  return { formula: formula.text, result: known, date1904: false };
}

function errorValue(error: string): ExcelJS.CellErrorValue {
  const known: readonly ExcelJS.CellErrorValue["error"][] = [
    "#N/A",
    "#REF!",
    "#NAME?",
    "#DIV/0!",
    "#NULL!",
    "#VALUE!",
    "#NUM!",
  ];
  return { error: known.find((one) => one === error) ?? "#VALUE!" };
}

function styleOf(style: CellStyle): Partial<ExcelJS.Style> {
  const vertical = {
    Top: "top",
    Center: "middle",
    Bottom: "bottom",
    Justify: "justify",
    Distributed: "distributed",
  } as const;
  const horizontal = {
    General: null,
    Left: "left",
    Center: "center",
    Right: "right",
    Fill: "fill",
    Justify: "justify",
  } as const;
  const across = horizontal[style.horizontal];
  const { top, bottom, left, right } = style.borders;
  return {
    numFmt: style.numberFormat,
    font: {
      name: style.fontName,
      size: style.fontSize,
      bold: style.bold,
      italic: style.italic,
      color: { argb: argb(style.color) },
    },
    alignment: {
      vertical: vertical[style.vertical],
      wrapText: style.wrap,
      indent: style.indent,
      ...(across ? { horizontal: across } : {}),
    },
    border: {
      ...line("top", top),
      ...line("bottom", bottom),
      ...line("left", left),
      ...line("right", right),
    },
    ...(style.fill === null
      ? {}
      : { fill: { type: "pattern", pattern: "solid", fgColor: { argb: argb(style.fill) } } as const }),
    protection: { locked: style.locked },
  };
}

function line(
  side: "top" | "bottom" | "left" | "right",
  border: Border | undefined,
): Partial<ExcelJS.Borders> {
  if (!border) return {};
  const style = { Hairline: "hair", Thin: "thin", Medium: "medium", Thick: "thick" } as const;
  const weight =
    border.weight === "Medium" || border.weight === "Thick" || border.weight === "Hairline"
      ? border.weight
      : "Thin";
  return { [side]: { style: style[weight], color: { argb: argb(border.color) } } };
}

const OPERATORS: Readonly<Record<string, ExcelJS.DataValidationOperator | undefined>> = {
  Between: "between",
  NotBetween: "notBetween",
  EqualTo: "equal",
  NotEqualTo: "notEqual",
  GreaterThan: "greaterThan",
  LessThan: "lessThan",
  GreaterThanOrEqualTo: "greaterThanOrEqual",
  LessThanOrEqualTo: "lessThanOrEqual",
};

function addValidation(
  target: ExcelJS.Worksheet,
  { rect, rule, prompt, errorAlert, ignoreBlanks }: Validation,
): void {
  const [kind, details] = Object.entries(rule)[0] ?? [];
  const fields: Readonly<Record<string, Json>> =
    typeof details === "object" && details !== null && !isList(details) ? details : {};
  const texts = {
    allowBlank: ignoreBlanks,
    showInputMessage: prompt.showPrompt !== false,
    promptTitle: String(prompt.title ?? ""),
    prompt: String(prompt.message ?? ""),
    showErrorMessage: errorAlert.showAlert !== false,
    errorStyle: String(errorAlert.style ?? "Stop").toLowerCase(),
    errorTitle: String(errorAlert.title ?? ""),
    error: String(errorAlert.message ?? ""),
  };
  const operator = OPERATORS[String(fields.operator)] ?? "between";
  const bounds = [fields.formula1, fields.formula2]
    .filter((one) => one !== undefined && one !== null)
    .map((one) => String(one).replace(/^=/, ""));
  const source = String(fields.source ?? "");
  const validation: ExcelJS.DataValidation | null =
    kind === "list"
      ? { type: "list", formulae: [source.startsWith("=") ? source.slice(1) : `"${source}"`], ...texts }
      : kind === "wholeNumber" || kind === "decimal"
        ? { type: kind === "decimal" ? "decimal" : "whole", operator, formulae: bounds, ...texts }
        : null;
  for (let row = rect.top; validation && row <= rect.bottom; row += 1) {
    for (let column = rect.left; column <= rect.right; column += 1)
      target.getCell(row + 1, column + 1).dataValidation = validation;
  }
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function addConditions(target: ExcelJS.Worksheet, sheet: Sheet): void {
  for (const [index, { areas, formula, fill, color }] of sheet.conditions.entries()) {
    if (!formula) continue;
    const style = {
      ...(color === null ? {} : { font: { color: { argb: argb(color) } } }),
      ...(fill === null
        ? {}
        : { fill: { type: "pattern", pattern: "solid", bgColor: { argb: argb(fill) } } as const }),
    };
    target.addConditionalFormatting({
      ref: areas.map(formatRect).join(" "),
      rules: [{ type: "expression", priority: index + 1, formulae: [formula.text], style }],
    });
  }
}

function argb(color: string): string {
  return `FF${color.slice(1).toUpperCase()}`;
}
