import type { Reference } from "../../src/formula/references.js";
import { followCharts } from "./charts.js";
import { accessDenied, Fault } from "./fault.js";
import { type Formula, movedReference, rectOfReference, withReferences } from "./formula.js";
import type { Grid } from "./grid.js";
import { type Move, moved, movedKeys, tears } from "./move.js";
import { type Rect, spansColumns, spansRows } from "./rect.js";
import { keyOf, placeOf, type Sheet } from "./sheet.js";

/** Inserts blank cells in the place of an area; what was there moves down or right. */
export function insertCells(grid: Grid, sheet: Sheet, area: Rect, direction: "Down" | "Right"): void {
  apply(grid, sheet, { axis: direction === "Down" ? "rows" : "columns", insert: true, area });
}

/** Gives inserted rows look and height of the row above, as Excel and Google Sheets do when asked. */
export function lookAsAbove(sheet: Sheet, { top, bottom }: Rect): void {
  const above = top - 1;
  if (above < 0) return;
  const height = sheet.rowHeights.get(above);
  const style = sheet.rowStyles.get(above);
  const looks = [...sheet.cells].flatMap(([key, { style: look }]) => {
    const { row, column } = placeOf(key);
    return row === above && look !== null ? [{ column, look }] : [];
  });
  for (let row = top; row <= bottom; row += 1) {
    if (height !== undefined) sheet.rowHeights.set(row, height);
    if (style !== undefined) sheet.rowStyles.set(row, style);
    for (const { column, look } of looks) sheet.put(row, column, { content: null, style: look });
  }
}

/** Deletes an area; what lies beyond moves up or left. References into it become #REF!. */
export function deleteCells(grid: Grid, sheet: Sheet, area: Rect, direction: "Up" | "Left"): void {
  apply(grid, sheet, { axis: direction === "Up" ? "rows" : "columns", insert: false, area });
}

function apply(grid: Grid, sheet: Sheet, move: Move): void {
  mustBeAllowed(grid, sheet, move);
  followCharts(grid, sheet, move);
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

/**
 * Applies a change of references to every formula of the workbook: cells, names, conditional formats.
 *
 * @param named the sheet whose name a formula must tell to be changed; any formula when left out
 */
export function rewriteAll(
  grid: Grid,
  change: (home: string | null) => (reference: Reference) => Reference,
  named = "",
): void {
  const words = named.toLowerCase().replaceAll("'", "''");
  const concerns = ({ text }: Formula) =>
    words === "" || (text.includes("!") && text.toLowerCase().includes(words));
  const rewritten = (formula: Formula, home: string | null) =>
    concerns(formula) ? withReferences(formula, change(home)) : formula;
  for (const sheet of grid.sheets) {
    for (const [key, cell] of sheet.cells) {
      if (cell.content?.kind !== "formula") continue;
      const formula = rewritten(cell.content.formula, sheet.name);
      if (formula !== cell.content.formula)
        sheet.cells.set(key, { ...cell, content: { ...cell.content, formula } });
    }
    sheet.conditions = sheet.conditions.map((one) => {
      const formula = one.formula && rewritten(one.formula, sheet.name);
      return formula === one.formula ? one : { ...one, formula };
    });
  }
  grid.names = grid.names.map((one) => {
    const formula = rewritten(one.formula, null);
    return formula === one.formula ? one : { ...one, formula };
  });
}
