import type { Reference } from "../../../src/formula/references.js";
import { accessDenied, Fault } from "./fault.js";
import { type Formula, movedReference, rectOfReference, withReferences } from "./formula.js";
import type { Grid } from "./grid.js";
import {
  columnCount,
  intersection,
  LAST_COLUMN,
  LAST_ROW,
  type Rect,
  rowCount,
  spansColumns,
  spansRows,
} from "./rect.js";
import { keyOf, placeOf, type Sheet } from "./sheet.js";

/** Cells that move: all beyond `area` along `axis`, by its size, within its band. */
export interface Move {
  readonly axis: "rows" | "columns";
  readonly insert: boolean;
  readonly area: Rect;
}

/** Inserts blank cells in the place of an area; what was there moves down or right. */
export function insertCells(grid: Grid, sheet: Sheet, area: Rect, direction: "Down" | "Right"): void {
  apply(grid, sheet, { axis: direction === "Down" ? "rows" : "columns", insert: true, area });
}

/** Deletes an area; what lies beyond moves up or left. References into it become #REF!. */
export function deleteCells(grid: Grid, sheet: Sheet, area: Rect, direction: "Up" | "Left"): void {
  apply(grid, sheet, { axis: direction === "Up" ? "rows" : "columns", insert: false, area });
}

/**
 * Where an area lies after a move, or null when it was deleted. An area that sticks out of the
 * moving band stays: Excel moves whole references only.
 */
export function moved(rect: Rect, move: Move): Rect | null {
  const inBand =
    move.axis === "rows"
      ? rect.left >= move.area.left && rect.right <= move.area.right
      : rect.top >= move.area.top && rect.bottom <= move.area.bottom;
  if (!inBand) return rect;
  const [start, end] = move.axis === "rows" ? [rect.top, rect.bottom] : [rect.left, rect.right];
  const line = move.insert ? grown(start, end, move) : shrunk(start, end, move);
  if (!line) return null;
  return move.axis === "rows"
    ? { ...rect, top: line[0], bottom: line[1] }
    : { ...rect, left: line[0], right: line[1] };
}

type Line = readonly [start: number, end: number];

function span(move: Move): { readonly at: number; readonly size: number; readonly last: number } {
  return move.axis === "rows"
    ? { at: move.area.top, size: rowCount(move.area), last: LAST_ROW }
    : { at: move.area.left, size: columnCount(move.area), last: LAST_COLUMN };
}

function grown(start: number, end: number, move: Move): Line | null {
  const { at, size, last } = span(move);
  const line: Line = [start >= at ? start + size : start, end >= at ? Math.min(end + size, last) : end];
  return line[0] > last ? null : line;
}

function shrunk(start: number, end: number, move: Move): Line | null {
  const { at, size, last } = span(move);
  const after = at + size;
  if (start >= at && end < after) return null;
  const whole = start === 0 && end === last;
  return [
    start >= after ? start - size : Math.min(start, at),
    whole ? end : end >= after ? end - size : Math.min(end, at - 1),
  ];
}

function apply(grid: Grid, sheet: Sheet, move: Move): void {
  mustBeAllowed(grid, sheet, move);
  moveCells(sheet, move);
  moveLayout(sheet, move);
  rewriteReferences(grid, sheet, move);
  grid.moveHandles(sheet, move);
  grid.markStale();
  const lines = move.axis === "rows" ? spansRows(move.area) : spansColumns(move.area);
  const what = lines ? (move.axis === "rows" ? "Row" : "Column") : "Cell";
  const way = move.axis === "rows" ? (move.insert ? "Down" : "Up") : move.insert ? "Right" : "Left";
  grid.record({
    kind: "changed",
    sheetId: sheet.id,
    rect: move.area,
    changeType: `${what}${move.insert ? "Inserted" : "Deleted"}`,
    shift: lines ? "None" : `ShiftCell${way}`,
    details: null,
    actor: grid.actor,
  });
  grid.record({ kind: "layout", sheetId: sheet.id });
  grid.record({ kind: "names" });
}

function mustBeAllowed(grid: Grid, sheet: Sheet, move: Move): void {
  const location = move.insert ? "Range.insert" : "Range.delete";
  grid.mustBeWritable(location);
  const option = `allow${move.insert ? "Insert" : "Delete"}${move.axis === "rows" ? "Rows" : "Columns"}`;
  if (sheet.protection && sheet.protection.options[option] !== true) throw accessDenied(location);
  const torn = sheet.merges.some((merge) => tears(merge, move));
  if (torn) {
    throw new Fault(
      "InsertDeleteConflict",
      "The attempted insert or delete operation conflicts with a merged cell.",
      location,
    );
  }
}

/** A merged area that only partly lies in the moving band can not follow it. */
function tears(merge: Rect, move: Move): boolean {
  const beyond =
    move.axis === "rows" ? { ...move.area, bottom: LAST_ROW } : { ...move.area, right: LAST_COLUMN };
  const part = intersection(merge, beyond);
  if (!part) return false;
  return move.axis === "rows"
    ? part.left !== merge.left || part.right !== merge.right
    : part.top !== merge.top || part.bottom !== merge.bottom;
}

function moveCells(sheet: Sheet, move: Move): void {
  const cells = new Map<number, NonNullable<ReturnType<Sheet["cell"]>>>();
  for (const [key, cell] of sheet.cells) {
    const { row, column } = placeOf(key);
    const place = moved({ top: row, bottom: row, left: column, right: column }, move);
    if (place) cells.set(keyOf(place.top, place.left), cell);
  }
  sheet.cells = cells;
}

function moveLayout(sheet: Sheet, move: Move): void {
  const follow = (rect: Rect) => moved(rect, move);
  sheet.merges = sheet.merges.flatMap((merge) => follow(merge) ?? []);
  sheet.validations = sheet.validations.flatMap((one) => {
    const rect = follow(one.rect);
    return rect ? { ...one, rect } : [];
  });
  sheet.conditions = sheet.conditions.flatMap((one) => {
    const areas = one.areas.flatMap((area) => follow(area) ?? []);
    return areas.length ? { ...one, areas, anchor: follow(one.anchor) ?? areas[0] ?? one.anchor } : [];
  });
  sheet.selection = follow(sheet.selection) ?? sheet.selection;
  const { titleRows, titleColumns, printArea } = sheet.page;
  sheet.page = {
    ...sheet.page,
    titleRows: titleRows && follow(titleRows),
    titleColumns: titleColumns && follow(titleColumns),
    printArea: printArea && follow(printArea),
  };
  if (move.axis === "rows" && spansRows(move.area)) {
    sheet.rowHeights = movedKeys(sheet.rowHeights, move);
    sheet.rowStyles = movedKeys(sheet.rowStyles, move);
  }
  if (move.axis === "columns" && spansColumns(move.area)) {
    sheet.columnWidths = movedKeys(sheet.columnWidths, move);
    sheet.columnStyles = movedKeys(sheet.columnStyles, move);
  }
}

function movedKeys<T>(lines: ReadonlyMap<number, T>, move: Move): Map<number, T> {
  const { at, size } = span(move);
  const next = new Map<number, T>();
  for (const [line, value] of lines) {
    if (line < at) next.set(line, value);
    else if (move.insert) next.set(line + size, value);
    else if (line >= at + size) next.set(line - size, value);
  }
  return next;
}

function rewriteReferences(grid: Grid, sheet: Sheet, move: Move): void {
  const follow =
    (home: string | null) =>
    (reference: Reference): Reference => {
      const on = reference.sheet ?? home;
      const rect = rectOfReference(reference);
      if (!rect || on?.toLowerCase() !== sheet.name.toLowerCase()) return reference;
      const place = moved(rect, move);
      if (
        place &&
        place.top === rect.top &&
        place.left === rect.left &&
        place.bottom === rect.bottom &&
        place.right === rect.right
      ) {
        return reference;
      }
      return movedReference(reference, place);
    };
  rewriteAll(grid, follow);
}

/** Applies a change of references to every formula of the workbook: cells, names, conditional formats. */
export function rewriteAll(
  grid: Grid,
  change: (home: string | null) => (reference: Reference) => Reference,
): void {
  const rewritten = (formula: Formula, home: string | null) => withReferences(formula, change(home));
  for (const sheet of grid.sheets) {
    for (const [key, cell] of sheet.cells) {
      if (cell.content?.kind !== "formula") continue;
      const formula = rewritten(cell.content.formula, sheet.name);
      if (formula !== cell.content.formula)
        sheet.cells.set(key, { ...cell, content: { ...cell.content, formula } });
    }
    sheet.conditions = sheet.conditions.map((one) =>
      one.formula ? { ...one, formula: rewritten(one.formula, sheet.name) } : one,
    );
  }
  grid.names = grid.names.map((one) => ({ ...one, formula: rewritten(one.formula, null) }));
}
