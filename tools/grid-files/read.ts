import type ExcelJS from "exceljs";
import { Package } from "../../src/hosts/xlsx/package/package.js";
import { readWorkbookPart, workbookPath } from "../../src/hosts/xlsx/read/workbook-part.js";
import { type Content, isCellError } from "../grid/cell.js";
import { conditionFormula } from "../grid/conditions.js";
import { OFFICER } from "../grid/events.js";
import { readFormula } from "../grid/formula.js";
import type { Grid } from "../grid/grid.js";
import type { DefinedName } from "../grid/names.js";
import { parseRect, rectOf } from "../grid/rect.js";
import { keyOf, type Sheet } from "../grid/sheet.js";
import { cellValue, formulaOf, isCovered, loadBook } from "./library.js";
import { readLook } from "./read-look.js";
import { readValidations } from "./read-validations.js";

/** Points of one character of width, and of an inch. */
const CHARACTER = 5.25;
const INCH = 72;

/**
 * Opens the bytes of an .xlsx file in the place of the workbook at hand. Throws when they are none:
 * this is a development tool, and the page says it in one sentence.
 */
export async function openXlsx(grid: Grid, bytes: Uint8Array, name: string): Promise<void> {
  const unpacked = Package.open(bytes);
  if (!unpacked.ok) throw new Error("not a zip archive");
  const book = await loadBook(bytes);
  const { names } = readWorkbookPart(unpacked.value, workbookPath(unpacked.value) ?? "");
  const sheets = book.worksheets.map((source) => readSheet(grid, source));
  const defined = names.flatMap((one): DefinedName[] => {
    const formula = readFormula(one.refersTo);
    const local = one.sheet === null ? null : sheets.find((sheet) => sheet.name === one.sheet);
    if (!formula || local === undefined || one.name.startsWith("_xlnm.")) return [];
    return [
      {
        name: one.name,
        sheetId: local?.id ?? null,
        formula,
        visible: !one.hidden,
        comment: "",
      },
    ];
  });
  grid.act(OFFICER, () => {
    grid.name = name;
    grid.title = book.title ?? "";
    grid.replaceWith(sheets, defined);
  });
}

function readSheet(grid: Grid, source: ExcelJS.Worksheet): Sheet {
  const sheet = grid.newSheet(source.name);
  sheet.visibility =
    source.state === "visible" ? "Visible" : source.state === "hidden" ? "Hidden" : "VeryHidden";
  sheet.tabColor = source.properties.tabColor?.argb ? `#${source.properties.tabColor.argb.slice(2)}` : "";
  for (let column = 0; column < source.columnCount; column += 1) {
    const { width, hidden } = source.getColumn(column + 1);
    if (width !== undefined) sheet.columnWidths.set(column, width * CHARACTER);
    if (hidden) sheet.hiddenColumns.add(column);
  }
  source.eachRow({ includeEmpty: true }, (row, number) => {
    if (row.height) sheet.rowHeights.set(number - 1, row.height);
    if (row.hidden) sheet.hiddenRows.add(number - 1);
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      const content = readContent(cell);
      const style = readLook(cell.style);
      if (content || style) sheet.cells.set(keyOf(number - 1, column - 1), { content, style });
    });
  });
  readFrame(sheet, source);
  sheet.validations = readValidations(source);
  return sheet;
}

function readContent(cell: ExcelJS.Cell): Content | null {
  if (isCovered(cell)) return null;
  const value = cellValue(cell);
  const text = formulaOf(cell);
  const formula = text === null ? null : readFormula(text);
  if (formula) return { kind: "formula", formula, result: value };
  if (value === null) return null;
  return { kind: "constant", value: isCellError(value) ? value.error : value };
}

/** Merges, frozen panes, page set-up, protection, conditional formats: what lies around the cells. */
function readFrame(sheet: Sheet, source: ExcelJS.Worksheet): void {
  const parts: SheetParts = source;
  sheet.merges = (parts.model?.merges ?? []).flatMap((area) => parseRect(area) ?? []);
  // A sheet whose view says nothing of its own is read with null for its views.
  const [view] = source.views ?? [];
  if (view?.state === "frozen") sheet.frozen = { rows: view.ySplit ?? 0, columns: view.xSplit ?? 0 };
  sheet.showGridlines = view?.showGridLines !== false;
  const { pageSetup } = source;
  const titles = pageSetup.printTitlesRow ? parseRect(pageSetup.printTitlesRow) : null;
  const margins = Object.entries(pageSetup.margins ?? {}).map(([side, inches]) => [side, inches * INCH]);
  sheet.page = {
    ...sheet.page,
    orientation: pageSetup.orientation === "landscape" ? "Landscape" : "Portrait",
    paperSize: pageSetup.paperSize === 9 ? "A4" : sheet.page.paperSize,
    zoom: pageSetup.fitToPage
      ? { horizontalFitToPages: pageSetup.fitToWidth ?? 1, ...heightOf(pageSetup.fitToHeight) }
      : { scale: pageSetup.scale ?? 100 },
    margins: { ...sheet.page.margins, ...Object.fromEntries(margins) },
    centerHorizontally: pageSetup.horizontalCentered === true,
    titleRows: titles,
  };
  if (parts.sheetProtection?.sheet) sheet.protection = { options: {}, password: "" };
  sheet.conditions = (parts.conditionalFormattings ?? []).flatMap(({ ref, rules }, i) =>
    rules.flatMap((rule, j) => {
      const areas = ref.split(" ").flatMap((area) => parseRect(area) ?? []);
      const [formula] = rule.formulae ?? [];
      if (rule.type !== "expression" || formula === undefined) return [];
      return [
        {
          id: `file-${i}-${j}`,
          areas,
          anchor: areas[0] ?? rectOf(0, 0),
          formula: conditionFormula(String(formula)),
          fill: color(rule.style?.fill?.bgColor?.argb),
          color: color(rule.style?.font?.color?.argb),
          bold: rule.style?.font?.bold ?? null,
          italic: rule.style?.font?.italic ?? null,
          stopIfTrue: false,
        },
      ];
    }),
  );
}

/** Parts of a sheet that exceljs has but does not declare. */
interface SheetParts {
  readonly model?: { readonly merges?: readonly string[] };
  readonly sheetProtection?: { readonly sheet?: boolean } | null;
  readonly conditionalFormattings?: readonly {
    readonly ref: string;
    readonly rules: readonly {
      readonly type: string;
      readonly formulae?: readonly unknown[];
      readonly style?: {
        readonly font?: {
          readonly bold?: boolean;
          readonly italic?: boolean;
          readonly color?: { readonly argb?: string };
        };
        readonly fill?: { readonly bgColor?: { readonly argb?: string } };
      };
    }[];
  }[];
}

function color(argb: string | undefined): string | null {
  return argb === undefined ? null : `#${argb.slice(-6)}`;
}

/** In a file 0 pages high means as many as needed; in the API that is left out. */
function heightOf(pages: number | undefined): { readonly verticalFitToPages?: number } {
  return pages === undefined || pages === 0 ? {} : { verticalFitToPages: pages };
}
