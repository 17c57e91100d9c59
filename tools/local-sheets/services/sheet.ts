import type { Condition } from "../../grid/conditions.js";
import { clear } from "../../grid/edit.js";
import { LAST_COLUMN, LAST_ROW, type Rect, rectOf, WHOLE_SHEET } from "../../grid/rect.js";
import type { Sheet } from "../../grid/sheet.js";
import { renameSheet, setVisibility } from "../../grid/sheets.js";
import { deleteCells, insertCells } from "../../grid/structure.js";
import type { SheetProtection, SheetsBook } from "../book.js";
import { conditionOf } from "../cell-rules.js";
import type { BuiltCondition } from "./builders.js";
import { keepRule, keepSheet, placeOf, ruleBehind } from "./handles.js";
import { rangeService } from "./range.js";
import { strict } from "./strict.js";

const POINTS = 0.75;

/** A sheet as a script holds it. */
export function sheetService(book: SheetsBook, sheet: Sheet) {
  const { grid } = book;
  const layout = (change: () => void) =>
    book.write(() => {
      change();
      grid.record({ kind: "layout", sheetId: sheet.id });
    });
  const lines = (first: number, count: number, most: number, set: (line: number) => void) => {
    if (first < 1 || count < 1 || first + count - 1 > most) throw new Error(OUTSIDE);
    layout(() => {
      for (let line = first - 1; line < first - 1 + count; line += 1) set(line);
    });
  };
  const self = strict("Sheet", {
    getSheetId: () => book.id(sheet),
    getName: () => sheet.name,
    setName: (name: string) => {
      book.write(() => renameSheet(grid, sheet, name));
      return self;
    },
    isSheetHidden: () => sheet.visibility !== "Visible",
    hideSheet: () => {
      book.write(() => setVisibility(grid, sheet, "Hidden"));
      return self;
    },
    showSheet: () => {
      book.write(() => setVisibility(grid, sheet, "Visible"));
      return self;
    },
    getLastRow: () => (sheet.used(true)?.bottom ?? -1) + 1,
    getLastColumn: () => (sheet.used(true)?.right ?? -1) + 1,
    getMaxRows: () => book.size(sheet).rows,
    getMaxColumns: () => book.size(sheet).columns,
    getRange: (row: number, column: number, rows = 1, columns = 1) => {
      const size = book.size(sheet);
      const inside =
        [row, column, rows, columns].every((part) => Number.isInteger(part) && part >= 1) &&
        row + rows - 1 <= size.rows &&
        column + columns - 1 <= size.columns;
      if (!inside) throw new Error(OUTSIDE);
      return rangeService({ book, sheet, rect: rectOf(row - 1, column - 1, rows, columns) }, self);
    },
    getFrozenRows: () => sheet.frozen.rows,
    setFrozenRows: (rows: number) =>
      layout(() => {
        sheet.frozen = { ...sheet.frozen, rows };
      }),
    getTabColor: () => sheet.tabColor,
    setTabColor: (color: string | null) => {
      layout(() => {
        sheet.tabColor = color ?? "";
      });
      return self;
    },
    setColumnWidths: (first: number, count: number, pixels: number) => {
      lines(first, count, book.size(sheet).columns, (line) =>
        setSize(sheet.columnWidths, line, pixels, sheet.columnWidth),
      );
      return self;
    },
    getColumnWidth: (column: number) =>
      Math.round((sheet.columnWidths.get(column - 1) ?? sheet.columnWidth) / POINTS),
    getRowHeight: (row: number) => Math.round((sheet.rowHeights.get(row - 1) ?? sheet.rowHeight) / POINTS),
    setRowHeights: (first: number, count: number, pixels: number) => {
      lines(first, count, book.size(sheet).rows, (line) =>
        setSize(sheet.rowHeights, line, pixels, sheet.rowHeight),
      );
      return self;
    },
    insertRowsAfter: (row: number, count: number) => {
      book.write(() => addLines(book, sheet, row, count, "rows"));
      return self;
    },
    insertColumnsAfter: (column: number, count: number) => {
      book.write(() => addLines(book, sheet, column, count, "columns"));
      return self;
    },
    insertRowsBefore: (row: number, count: number) => {
      if (row > book.size(sheet).rows) throw new Error(OUTSIDE);
      book.write(() => insertCells(grid, sheet, wholeRows(row - 1, count), "Down"));
      return self;
    },
    deleteRows: (row: number, count: number) => {
      book.write(() => deleteCells(grid, sheet, wholeRows(row - 1, count), "Up"));
    },
    getConditionalFormatRules: () =>
      sheet.conditions.map((one) => keepRule(strict("ConditionalFormatRule", {}), one)),
    setConditionalFormatRules: (rules: readonly object[]) =>
      layout(() => {
        sheet.conditions = rules.map((rule) => conditionBehind(book, sheet, rule));
      }),
    getProtections: (type: string) => {
      if (type !== "SHEET") throw new Error(`The local Google Sheets has no protections of type ${type}.`);
      const made = book.protections.get(sheet.id) ?? [];
      const owners: readonly SheetProtection[] = book.isClosed(sheet)
        ? [{ description: "", warningOnly: false, unprotected: [] }]
        : [];
      return [...made, ...owners].map((one) => protectionService(book, sheet, one, self));
    },
    protect: () => {
      const protection: SheetProtection = { description: "", warningOnly: false, unprotected: [] };
      book.write(() => {
        if (book.isClosed(sheet)) throw new Error("You are trying to edit a protected cell or object.");
        book.protections.set(sheet.id, [...(book.protections.get(sheet.id) ?? []), protection]);
      });
      return protectionService(book, sheet, protection, self);
    },
    clear: () => {
      book.write(() => clear(grid, sheet, WHOLE_SHEET, "All"));
      return self;
    },
  });
  return keepSheet(self, sheet);
}

/** Sets a line's size; the usual one is none of its own. */
function setSize(sizes: Map<number, number>, line: number, pixels: number, usual: number): void {
  if (pixels * POINTS === usual) sizes.delete(line);
  else sizes.set(line, pixels * POINTS);
}

const OUTSIDE = "The coordinates of the range are outside the dimensions of the sheet.";

function wholeRows(top: number, count: number): Rect {
  return { top, bottom: top + count - 1, left: 0, right: LAST_COLUMN };
}

/** Blank lines behind the last one move nothing. */
function addLines(
  book: SheetsBook,
  sheet: Sheet,
  after: number,
  count: number,
  axis: "rows" | "columns",
): void {
  const size = book.size(sheet);
  if (after !== size[axis]) throw new Error("The local Google Sheets adds lines at the end only.");
  const most = (axis === "rows" ? LAST_ROW : LAST_COLUMN) + 1;
  if (size[axis] + count > most)
    throw new Error("This action would increase the number of cells above the limit of 10000000 cells.");
  size[axis] += count;
}

function conditionBehind(book: SheetsBook, sheet: Sheet, rule: object): Condition {
  const built = ruleBehind(rule);
  if (typeof built !== "object" || built === null) throw new Error("Not a conditional format.");
  if ("areas" in built) return built as Condition;
  const { formula, places, fill, color } = built as BuiltCondition;
  if (places.some((place) => place.sheet !== sheet)) {
    throw new Error("Conditional format rule cannot reference a different sheet.");
  }
  return conditionOf(
    book,
    places.map(({ rect }) => rect),
    formula,
    fill,
    color,
  );
}

function protectionService(book: SheetsBook, sheet: Sheet, protection: SheetProtection, owner: object) {
  const self = strict("Protection", {
    canEdit: () => !book.isClosed(sheet),
    isWarningOnly: () => protection.warningOnly,
    getUnprotectedRanges: () =>
      protection.unprotected.map((rect) => rangeService({ book, sheet, rect }, owner)),
    setDescription: (text: string) => {
      book.write(() => {
        protection.description = text;
      });
      return self;
    },
    setWarningOnly: (on: boolean) => {
      book.write(() => {
        protection.warningOnly = on;
      });
      return self;
    },
    setUnprotectedRanges: (ranges: readonly object[]) => {
      book.write(() => {
        protection.unprotected = ranges.map((range) => placeOf(range).rect);
      });
      return self;
    },
    remove: () => {
      book.write(() => {
        const left = (book.protections.get(sheet.id) ?? []).filter((one) => one !== protection);
        book.protections.set(sheet.id, left);
      });
    },
  });
  return self;
}
