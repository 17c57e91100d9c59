import { quoteWhereNeeded } from "../../../../src/formula/references.js";
import { apiValue, formulaText, valueType } from "../../../grid/cell.js";
import {
  type ClearWhat,
  clear,
  type Input,
  merge,
  restyle,
  unmerge,
  writeInputs,
} from "../../../grid/edit.js";
import { Fault, invalidArgument } from "../../../grid/fault.js";
import {
  boundingRect,
  columnCount,
  formatRect,
  isOnSheet,
  LAST_COLUMN,
  LAST_ROW,
  type Rect,
  rectOf,
  rowCount,
  spansColumns,
  spansRows,
  tableOf,
} from "../../../grid/rect.js";
import { deleteCells, insertCells, lookAsAbove } from "../../../grid/structure.js";
import { ApiObject, type Arguments, type Property } from "../api-object.js";
import type { ApiSession } from "../api-session.js";
import { apiText, flagOf, tableOf as inputTable } from "../json.js";
import type { Place } from "../place.js";
import type { Json } from "../wire.js";
import { getCellProperties, setCellProperties, setLineProperties } from "./cell-properties.js";
import { conditionsObject } from "./conditions.js";
import { dataValidationObject } from "./data-validation.js";
import { rangeFormatObject } from "./range-format.js";

/** Above this, Excel gives null for what it would have to list cell by cell. */
const MOST_CELLS = 5_000_000;

/** A range: cells of one sheet. */
export function rangeObject(session: ApiSession, place: Place): ApiObject {
  const { grid } = session;
  const range = (rect: Rect, location: string) => {
    if (!isOnSheet(rect)) throw invalidArgument(location);
    return session.range(place.sheet, rect);
  };
  return new ApiObject("Range", {
    place,
    properties: { ...contents(session, place), ...shape(place), ...visibility(session, place) },
    children: {
      format: () => rangeFormatObject(session, place),
      worksheet: () => session.worksheet(place.sheetId),
      dataValidation: () => dataValidationObject(session, place),
      conditionalFormats: () => conditionsObject(session, place),
    },
    methods: {
      ...related(session, place, range),
      ...changes(session, place, range),
      setCellProperties: (args) => setCellProperties(session, place, args.json(0)),
      setRowProperties: (args) => setLineProperties(session, place, args.json(0), "row"),
      setColumnProperties: (args) => setLineProperties(session, place, args.json(0), "column"),
      getCellProperties: (args) => getCellProperties(place, args.json(0)),
      select: () => {
        grid.select(place.sheet, place.rect);
        return undefined;
      },
      calculate: () => {
        grid.markStale();
        grid.settle(true);
        return undefined;
      },
      // The client sends large tables in parts and has their size checked first.
      _ValidateArraySize: (args) => {
        if (args.whole(0) !== rowCount(place.rect) || args.whole(1) !== columnCount(place.rect))
          throw args.invalid();
        return undefined;
      },
    },
  });
}

function contents(session: ApiSession, place: Place): Record<string, Property> {
  const { grid } = session;
  const each = (read: (row: number, column: number) => Json): Json => {
    grid.settle();
    const { rect } = place;
    return rowCount(rect) * columnCount(rect) > MOST_CELLS ? null : tableOf(rect, read);
  };
  const write = (location: string) => (value: Json) => {
    const { sheet, rect } = place;
    if (value === "" && rowCount(rect) * columnCount(rect) > MOST_CELLS)
      return clear(grid, sheet, rect, "Contents");
    const inputs = inputTable(
      value,
      rowCount(rect),
      columnCount(rect),
      (one) => inputOf(one, location),
      location,
    );
    return writeInputs(grid, sheet, rect, inputs);
  };
  return {
    values: {
      get: () => each((row, column) => apiValue(grid.value(place.sheet, row, column))),
      set: write("Range.values"),
    },
    formulas: {
      get: () => each((row, column) => readableFormula(formulaText(place.sheet.content(row, column)))),
      set: write("Range.formulas"),
    },
    text: { get: () => each((row, column) => grid.text(place.sheet, row, column)) },
    valueTypes: { get: () => each((row, column) => valueType(grid.value(place.sheet, row, column))) },
    numberFormat: {
      get: () => each((row, column) => place.sheet.style(row, column).numberFormat),
      set: (value) => {
        const { sheet, rect } = place;
        if (typeof value === "string") return restyle(grid, sheet, rect, { numberFormat: value });
        const formats = inputTable(
          value,
          rowCount(rect),
          columnCount(rect),
          (one) => one,
          "Range.numberFormat",
        );
        return restyle(grid, sheet, rect, (style, row, column) => {
          const format = formats[row - rect.top]?.[column - rect.left] ?? null;
          return format === null ? style : { ...style, numberFormat: apiText(format, "Range.numberFormat") };
        });
      },
    },
  };
}

/** Desktop Excel gives up when a formula property is read on a longer text. */
const LONGEST_READABLE = 8221;

function readableFormula<T extends Json>(formula: T): T {
  if (typeof formula === "string" && formula.length > LONGEST_READABLE) {
    throw new Fault("GeneralException", "There was an internal error.", "Range.formulas");
  }
  return formula;
}

function inputOf(value: Json, location: string): Input {
  if (value === null || typeof value !== "object") return value;
  throw invalidArgument(location);
}

function shape(place: Place): Record<string, Property> {
  return {
    address: { get: () => `${quoteWhereNeeded(place.sheet.name)}!${formatRect(place.rect)}` },
    rowIndex: { get: () => place.rect.top },
    columnIndex: { get: () => place.rect.left },
    rowCount: { get: () => rowCount(place.rect) },
    columnCount: { get: () => columnCount(place.rect) },
    cellCount: { get: () => rowCount(place.rect) * columnCount(place.rect) },
    isEntireRow: { get: () => spansRows(place.rect) },
    isEntireColumn: { get: () => spansColumns(place.rect) },
  };
}

function visibility(session: ApiSession, place: Place): Record<string, Property> {
  const lines = (
    hidden: () => Set<number>,
    from: () => number,
    to: () => number,
    location: string,
  ): Property => ({
    get: () => {
      const all = Array.from({ length: Math.min(to() - from() + 1, 10_000) }, (_, i) =>
        hidden().has(from() + i),
      );
      return all.every((one) => one === all[0]) ? (all[0] ?? false) : null;
    },
    set: (value) => {
      session.grid.mustBeWritable(location);
      const hide = flagOf(value, location);
      for (let line = from(); line <= to(); line += 1) {
        if (hide) hidden().add(line);
        else hidden().delete(line);
      }
      session.grid.record({ kind: "layout", sheetId: place.sheetId });
    },
  });
  return {
    rowHidden: lines(
      () => place.sheet.hiddenRows,
      () => place.rect.top,
      () => place.rect.bottom,
      "Range.rowHidden",
    ),
    columnHidden: lines(
      () => place.sheet.hiddenColumns,
      () => place.rect.left,
      () => place.rect.right,
      "Range.columnHidden",
    ),
  };
}

type MakeRange = (rect: Rect, location: string) => ApiObject;

function related(session: ApiSession, place: Place, range: MakeRange) {
  const line = (first: number, last: number, index: number, location: string): number => {
    if (index < 0 || first + index > last) throw invalidArgument(location);
    return first + index;
  };
  const used = (args: Arguments) => {
    const all = place.sheet.used(args.flag(0));
    if (!all) return null;
    const { rect } = place;
    const top = Math.max(all.top, rect.top);
    const left = Math.max(all.left, rect.left);
    const bottom = Math.min(all.bottom, rect.bottom);
    const right = Math.min(all.right, rect.right);
    return top <= bottom && left <= right ? session.range(place.sheet, { top, left, bottom, right }) : null;
  };
  return {
    getCell: (args: Arguments) =>
      range(rectOf(place.rect.top + args.whole(0), place.rect.left + args.whole(1)), "Range.getCell"),
    getRow: (args: Arguments) => {
      const row = line(place.rect.top, place.rect.bottom, args.whole(0), "Range.getRow");
      return range({ ...place.rect, top: row, bottom: row }, "Range.getRow");
    },
    getColumn: (args: Arguments) => {
      const column = line(place.rect.left, place.rect.right, args.whole(0), "Range.getColumn");
      return range({ ...place.rect, left: column, right: column }, "Range.getColumn");
    },
    getLastRow: () => range({ ...place.rect, top: place.rect.bottom }, "Range.getLastRow"),
    getLastCell: () => range(rectOf(place.rect.bottom, place.rect.right), "Range.getLastCell"),
    getEntireRow: () => range({ ...place.rect, left: 0, right: LAST_COLUMN }, "Range.getEntireRow"),
    getEntireColumn: () => range({ ...place.rect, top: 0, bottom: LAST_ROW }, "Range.getEntireColumn"),
    getOffsetRange: (args: Arguments) => {
      const { top, left, bottom, right } = place.rect;
      const [rows, columns] = [args.whole(0), args.whole(1)];
      const rect = { top: top + rows, bottom: bottom + rows, left: left + columns, right: right + columns };
      return range(rect, "Range.getOffsetRange");
    },
    getResizedRange: (args: Arguments) => {
      const { bottom, right } = place.rect;
      const rect = { ...place.rect, bottom: bottom + args.whole(0), right: right + args.whole(1) };
      return range(rect, "Range.getResizedRange");
    },
    getBoundingRect: (args: Arguments) =>
      range(boundingRect(place.rect, args.area(0)), "Range.getBoundingRect"),
    getUsedRange: (args: Arguments) =>
      used(args) ?? range(rectOf(place.rect.top, place.rect.left), "Range.getUsedRange"),
    getUsedRangeOrNullObject: used,
  };
}

function changes(session: ApiSession, place: Place, range: MakeRange) {
  const { grid } = session;
  return {
    clear: (args: Arguments) => {
      const what: ClearWhat = args.word(0, ["All", "Contents", "Formats"]);
      clear(grid, place.sheet, place.rect, what);
      return undefined;
    },
    insert: (args: Arguments) => {
      const { rect } = place;
      insertCells(grid, place.sheet, rect, args.word(0, ["Down", "Right"]));
      if (spansRows(rect)) lookAsAbove(place.sheet, rect);
      return range(rect, "Range.insert");
    },
    delete: (args: Arguments) => {
      deleteCells(grid, place.sheet, place.rect, args.word(0, ["Up", "Left"]));
      return undefined;
    },
    merge: (args: Arguments) => {
      merge(grid, place.sheet, place.rect, args.flag(0));
      return undefined;
    },
    unmerge: () => {
      unmerge(grid, place.sheet, place.rect);
      return undefined;
    },
  };
}
