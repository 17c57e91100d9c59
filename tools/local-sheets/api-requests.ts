import type { Request, Requests } from "../../src/hosts/gsheets/wire.js";
import { absoluteReference } from "../../src/values/address.js";
import { merge, recordEdit, restyle } from "../grid/edit.js";
import { type Formula, readFormula } from "../grid/formula.js";
import { type Rect, rectOf } from "../grid/rect.js";
import type { Sheet } from "../grid/sheet.js";
import { renameSheet, setVisibility } from "../grid/sheets.js";
import { insertCells, lookAsAbove } from "../grid/structure.js";
import type { CellStyle, StylePatch } from "../grid/style.js";
import type { SheetsBook } from "./book.js";
import { conditionOf, putValidation } from "./cell-rules.js";
import { readLocal } from "./formulas.js";
import type { BuiltValidation } from "./services/builders.js";

type Performers = { readonly [Kind in keyof Requests]: (book: SheetsBook, request: Requests[Kind]) => void };

/** How Google's API refuses a request that it does not understand. */
function invalid(index: number, why: string): Error {
  return new Error(`Invalid requests[${index}]: ${why}`);
}

/** Does one request to the grid, as Google's API documents it. */
export function perform(book: SheetsBook, request: Request, index: number): void {
  const [kind, ...more] = Object.keys(request);
  if (kind === undefined || more.length > 0 || !isKind(kind)) {
    throw invalid(index, `No such request: ${Object.keys(request).join()}`);
  }
  try {
    book.write(() => dispatch(book, kind, request));
  } catch (error) {
    throw invalid(index, error instanceof Error ? error.message : String(error));
  }
}

function isKind(kind: string): kind is keyof Requests {
  return Object.hasOwn(PERFORMERS, kind);
}

function dispatch<Kind extends keyof Requests>(book: SheetsBook, kind: Kind, request: Request): void {
  const body = (request as Partial<Requests>)[kind];
  if (body !== undefined) PERFORMERS[kind](book, body);
}

const rectOfRange = (range: {
  readonly startRowIndex: number;
  readonly endRowIndex: number;
  readonly startColumnIndex: number;
  readonly endColumnIndex: number;
}): Rect => ({
  top: range.startRowIndex,
  bottom: range.endRowIndex - 1,
  left: range.startColumnIndex,
  right: range.endColumnIndex - 1,
});

const PERFORMERS: Performers = {
  addSheet: (book, { properties }) => {
    const sheet = book.addSheet(properties.title);
    book.setId(sheet, properties.sheetId);
    setUp(book, sheet, properties);
  },
  updateSheetProperties: (book, { properties }) => {
    const sheet = book.sheetOf(properties.sheetId);
    if (sheet.name !== properties.title) renameSheet(book.grid, sheet, properties.title);
    setUp(book, sheet, properties);
  },
  updateCells: (book, { start, rows, fields }) => {
    const { grid } = book;
    const sheet = book.sheetOf(start.sheetId);
    if (book.isClosed(sheet)) throw new Error("You are trying to edit a protected cell or object.");
    for (const [i, { values }] of rows.entries()) {
      for (const [j, cell] of values.entries()) {
        const [row, column] = [start.rowIndex + i, start.columnIndex + j];
        const patch = patchOf(cell.userEnteredFormat, fields);
        if (patch !== null) restyle(grid, sheet, rectOf(row, column), patch);
        const merged = sheet.mergeAt(row, column);
        if (merged !== null && (merged.top !== row || merged.left !== column)) continue;
        const value = cell.userEnteredValue;
        if (value === undefined) sheet.setContent(row, column, null);
        else if ("formulaValue" in value) {
          const formula = readLocal(value.formulaValue, grid.region);
          if (formula === null) throw new Error(`Formula parse error: ${value.formulaValue}`);
          sheet.setContent(row, column, { kind: "formula", formula, result: null });
        } else {
          const [constant = ""] = Object.values(value);
          sheet.setContent(row, column, { kind: "constant", value: constant });
        }
      }
    }
    grid.markStale();
    const width = Math.max(1, ...rows.map(({ values }) => values.length));
    recordEdit(grid, sheet, rectOf(start.rowIndex, start.columnIndex, rows.length, width), null);
  },
  updateBorders: (book, { range }) => {
    const line = { style: "Continuous", weight: "Thin", color: "#000000" };
    restyle(book.grid, book.sheetOf(range.sheetId), rectOfRange(range), {
      borders: { top: line, bottom: line, left: line, right: line },
    });
  },
  updateDimensionProperties: (book, { range, properties }) => {
    const sheet = book.sheetOf(range.sheetId);
    const lines = range.dimension === "ROWS" ? sheet.rowHeights : sheet.columnWidths;
    for (let line = range.startIndex; line < range.endIndex; line += 1) {
      lines.set(line, properties.pixelSize * 0.75);
    }
  },
  mergeCells: (book, { range }) => merge(book.grid, book.sheetOf(range.sheetId), rectOfRange(range), false),
  setDataValidation: (book, { range, rule }) => {
    const values = rule.condition.values.map(({ userEnteredValue }) => userEnteredValue);
    const number = (index: number) => Number(values[index]?.replace(book.grid.region.decimal, "."));
    const criteria = {
      ONE_OF_LIST: () => ({ kind: "list", items: values }) as const,
      CUSTOM_FORMULA: () => ({ kind: "formula", formula: values[0] ?? "" }) as const,
      NUMBER_BETWEEN: () => ({ kind: "between", minimum: number(0), maximum: number(1) }) as const,
      NUMBER_GREATER_THAN_EQ: () => ({ kind: "at-least", minimum: number(0) }) as const,
    } satisfies Record<string, () => BuiltValidation["criterion"]>;
    putValidation(book.sheetOf(range.sheetId), rectOfRange(range), {
      allowInvalid: !rule.strict,
      helpText: rule.inputMessage,
      criterion: criteria[rule.condition.type](),
    });
  },
  addConditionalFormatRule: (book, { index, rule }) => {
    const [first] = rule.ranges;
    if (first === undefined) throw new Error("No ranges.");
    const sheet = book.sheetOf(first.sheetId);
    const { condition, format } = rule.booleanRule;
    const made = conditionOf(
      book,
      rule.ranges.map(rectOfRange),
      condition.values[0]?.userEnteredValue ?? "",
      hex(format.backgroundColorStyle),
      hex(format.textFormat.foregroundColorStyle),
    );
    sheet.conditions = [...sheet.conditions.slice(0, index), made, ...sheet.conditions.slice(index)];
  },
  addProtectedRange: (book, { protectedRange }) => {
    const sheet = book.sheetOf(protectedRange.range.sheetId);
    const made = {
      description: protectedRange.description,
      warningOnly: protectedRange.warningOnly,
      unprotected: protectedRange.unprotectedRanges.map(rectOfRange),
    };
    book.protections.set(sheet.id, [...(book.protections.get(sheet.id) ?? []), made]);
  },
  addNamedRange: (book, { namedRange }) => {
    const { grid } = book;
    const wanted = namedRange.name.toLowerCase();
    if (grid.names.some(({ name }) => name.toLowerCase() === wanted)) {
      throw new Error(`A named range with the name "${namedRange.name}" already exists.`);
    }
    const formula = referenceTo(book, namedRange.range);
    grid.names = [
      ...grid.names,
      { name: namedRange.name, sheetId: null, formula, visible: true, comment: "" },
    ];
  },
  updateNamedRange: (book, { namedRange }) => {
    const { grid } = book;
    if (!grid.names.some(({ name }) => name === namedRange.namedRangeId)) throw new Error("No named range.");
    grid.names = grid.names.map((one) =>
      one.name === namedRange.namedRangeId ? { ...one, formula: referenceTo(book, namedRange.range) } : one,
    );
  },
  createDeveloperMetadata: (book, { developerMetadata: { metadataKey, metadataValue } }) => {
    book.metadata.push({ key: metadataKey, value: metadataValue });
  },
  updateDeveloperMetadata: (book, { dataFilters, developerMetadata }) => {
    const { metadataKey } = dataFilters[0].developerMetadataLookup;
    const found = book.metadata.filter(({ key }) => key === metadataKey);
    if (found.length === 0) throw new Error("No developer metadata.");
    for (const one of found) one.value = developerMetadata.metadataValue;
  },
  insertDimension: (book, { range }) => {
    const { grid } = book;
    const sheet = book.sheetOf(range.sheetId);
    const rows = { top: range.startIndex, bottom: range.endIndex - 1, left: 0, right: 16_383 };
    insertCells(grid, sheet, rows, "Down");
    lookAsAbove(sheet, rows);
  },
};

function setUp(
  book: SheetsBook,
  sheet: Sheet,
  { gridProperties, tabColorStyle, hidden }: Requests["addSheet"]["properties"],
): void {
  const size = book.size(sheet);
  size.rows = gridProperties?.rowCount ?? size.rows;
  size.columns = gridProperties?.columnCount ?? size.columns;
  if (gridProperties?.frozenRowCount !== undefined)
    sheet.frozen = { rows: gridProperties.frozenRowCount, columns: 0 };
  if (tabColorStyle !== undefined) sheet.tabColor = hex(tabColorStyle);
  if (hidden === true) setVisibility(book.grid, sheet, "Hidden");
}

function hex({
  rgbColor,
}: {
  readonly rgbColor: { readonly red: number; readonly green: number; readonly blue: number };
}): string {
  const part = (one: number) =>
    Math.round(one * 255)
      .toString(16)
      .padStart(2, "0")
      .toUpperCase();
  return `#${part(rgbColor.red)}${part(rgbColor.green)}${part(rgbColor.blue)}`;
}

function referenceTo(
  book: SheetsBook,
  range: Parameters<typeof rectOfRange>[0] & { readonly sheetId: number },
): Formula {
  const rect = rectOfRange(range);
  const formula = readFormula(
    absoluteReference({
      sheet: book.sheetOf(range.sheetId).name,
      top: rect.top + 1,
      bottom: rect.bottom + 1,
      left: rect.left + 1,
      right: rect.right + 1,
    }),
  );
  if (formula === null) throw new Error("Not a range.");
  return formula;
}

type Format = NonNullable<Requests["updateCells"]["rows"][number]["values"][number]["userEnteredFormat"]>;

const HORIZONTAL = { LEFT: "Left", CENTER: "Center", RIGHT: "Right" } as const;
const VERTICAL = { TOP: "Top", MIDDLE: "Center", BOTTOM: "Bottom" } as const;

/** What a field mask sets of a look; what the mask names and the cell lacks goes back to automatic. */
function patchOf(format: Format | undefined, fields: Requests["updateCells"]["fields"]): StylePatch | null {
  if (fields === "userEnteredValue") return null;
  const numberFormat = format?.numberFormat?.pattern ?? "General";
  if (fields === "userEnteredValue,userEnteredFormat.numberFormat") return { numberFormat };
  const text = format?.textFormat;
  const look: Partial<CellStyle> = {
    fontName: text?.fontFamily ?? "Arial",
    fontSize: text?.fontSize ?? 10,
    bold: text?.bold ?? false,
    italic: text?.italic ?? false,
    color: text === undefined ? "#000000" : hex(text.foregroundColorStyle),
    fill: format?.backgroundColorStyle === undefined ? null : hex(format.backgroundColorStyle),
    horizontal:
      format?.horizontalAlignment === undefined ? "General" : HORIZONTAL[format.horizontalAlignment],
    vertical: VERTICAL[format?.verticalAlignment ?? "BOTTOM"],
    wrap: format?.wrapStrategy === "WRAP",
    borders: {},
  };
  return { ...look, numberFormat };
}
