import type { CellValue, Content } from "./cell.js";
import { type Region, UNITED_STATES } from "./culture.js";
import { accessDenied, Fault, invalidArgument } from "./fault.js";
import { readFormula } from "./formula.js";
import type { Grid } from "./grid.js";
import { columnCount, eachCell, intersection, isOneCell, type Rect, rectOf, rowCount } from "./rect.js";
import type { Sheet } from "./sheet.js";
import { type CellStyle, DEFAULT_STYLE, type StylePatch } from "./style.js";
import { readTyped } from "./typed-text.js";

/** What is put into a cell: null leaves it alone, an empty string empties it. */
export type Input = string | number | boolean | null;

/** More cells than this Excel does not take in one write. */
const MOST_CELLS = 5_000_000;

/**
 * Writes a table of inputs into an area, each read as if typed on a machine of `region` (API writes
 * are read as en-US). Refuses as a whole, before anything is written.
 */
export function writeInputs(
  grid: Grid,
  sheet: Sheet,
  rect: Rect,
  inputs: readonly (readonly Input[])[],
  region: Region = UNITED_STATES,
): void {
  if (rowCount(rect) * columnCount(rect) > MOST_CELLS) throw invalidArgument("Range.values");
  mustBeEditable(grid, sheet, rect, "Range.values");
  const contents = inputs.map((line, i) =>
    line.map((input, j) => contentFor(input, sheet.style(rect.top + i, rect.left + j), region, grid)),
  );
  const before = isOneCell(rect) ? grid.value(sheet, rect.top, rect.left) : null;
  eachCell(rect, (row, column) => {
    const next = contents[row - rect.top]?.[column - rect.left];
    if (next === undefined || next === "keep" || isCovered(sheet, row, column)) return;
    if (next.format !== null) sheet.restyle(rectOf(row, column), { numberFormat: next.format });
    sheet.setContent(row, column, next.content);
  });
  grid.markStale();
  recordEdit(grid, sheet, rect, before);
}

/** Notes that the contents of an area changed. */
export function recordEdit(grid: Grid, sheet: Sheet, rect: Rect, before: CellValue): void {
  const details = isOneCell(rect) ? { before, after: grid.value(sheet, rect.top, rect.left) } : null;
  grid.record({
    kind: "changed",
    sheetId: sheet.id,
    rect,
    changeType: "RangeEdited",
    shift: "None",
    details,
    actor: grid.actor,
  });
}

/** Excel.ClearApplyTo, as far as this host knows it. */
export type ClearWhat = "All" | "Contents" | "Formats";

/** Empties an area. `All` takes its validations and conditional formats too. */
export function clear(grid: Grid, sheet: Sheet, rect: Rect, what: ClearWhat): void {
  mustBeEditable(grid, sheet, rect, "Range.clear");
  const before = isOneCell(rect) ? grid.value(sheet, rect.top, rect.left) : null;
  sheet.eachTouched(rect, (row, column, cell) => {
    const content = what === "Formats" ? cell.content : null;
    const style = what === "Contents" ? cell.style : null;
    sheet.put(row, column, content || style ? { content, style } : null);
  });
  if (what !== "Contents") {
    sheet.merges = sheet.merges.filter((merge) => !intersection(merge, rect));
    grid.record({ kind: "formatted", sheetId: sheet.id, rect, actor: grid.actor });
    grid.record({ kind: "layout", sheetId: sheet.id });
  }
  grid.markStale();
  if (what !== "Formats") recordEdit(grid, sheet, rect, before);
}

/** Changes the look of an area. Excel reports formats as a change of the range as well. */
export function restyle(
  grid: Grid,
  sheet: Sheet,
  rect: Rect,
  patch: StylePatch | ((style: CellStyle, row: number, column: number) => CellStyle),
): void {
  mustBeFormattable(grid, sheet, "RangeFormat");
  sheet.restyle(rect, patch);
  grid.record({ kind: "formatted", sheetId: sheet.id, rect, actor: grid.actor });
}

/** Makes one cell of an area, or one per row; only the first content stays, as Excel does. */
export function merge(grid: Grid, sheet: Sheet, rect: Rect, across: boolean): void {
  mustBeFormattable(grid, sheet, "Range.merge");
  const areas = across
    ? Array.from({ length: rowCount(rect) }, (_, i) => ({ ...rect, top: rect.top + i, bottom: rect.top + i }))
    : [rect];
  for (const area of areas) {
    if (isOneCell(area)) continue;
    if (sheet.merges.some((one) => cuts(one, area))) {
      throw new Fault("InvalidOperation", "This would cut a merged cell in two.", "Range.merge");
    }
    sheet.merges = [...sheet.merges.filter((one) => !intersection(one, area)), area];
    let kept = sheet.content(area.top, area.left);
    sheet.eachTouched(area, (row, column, cell) => {
      kept ??= cell.content;
      sheet.put(row, column, cell.style ? { content: null, style: cell.style } : null);
    });
    sheet.setContent(area.top, area.left, kept);
  }
  grid.markStale();
  grid.record({ kind: "layout", sheetId: sheet.id });
}

/** Whether a merged cell lies partly inside an area and partly outside. */
function cuts(merged: Rect, area: Rect): boolean {
  const common = intersection(merged, area);
  if (common === null) return false;
  return rowCount(common) !== rowCount(merged) || columnCount(common) !== columnCount(merged);
}

export function unmerge(grid: Grid, sheet: Sheet, rect: Rect): void {
  mustBeFormattable(grid, sheet, "Range.unmerge");
  sheet.merges = sheet.merges.filter((one) => !intersection(one, rect));
  grid.record({ kind: "layout", sheetId: sheet.id });
}

/** Refuses when a cell of the area is locked on a protected sheet, or the workbook is read-only. */
export function mustBeEditable(grid: Grid, sheet: Sheet, rect: Rect, location: string): void {
  grid.mustBeWritable(location);
  if (!sheet.protection) return;
  let locked = rowCount(rect) * columnCount(rect) > MOST_CELLS;
  if (!locked) eachCell(rect, (row, column) => (locked ||= sheet.style(row, column).locked));
  if (locked) throw accessDenied(location);
}

/** Refuses when the sheet is protected against formatting, or the workbook is read-only. */
export function mustBeFormattable(grid: Grid, sheet: Sheet, location: string): void {
  grid.mustBeWritable(location);
  if (sheet.protection && sheet.protection.options.allowFormatCells !== true) throw accessDenied(location);
}

/** A cell under a merged one shows nothing and keeps nothing. */
function isCovered(sheet: Sheet, row: number, column: number): boolean {
  const area = sheet.mergeAt(row, column);
  return area !== null && (area.top !== row || area.left !== column);
}

type Next = { readonly content: Content | null; readonly format: string | null };

function contentFor(input: Input, style: CellStyle, region: Region, grid: Grid): Next | "keep" {
  if (input === null) return "keep";
  if (input === "") return { content: null, format: null };
  const isText = style.numberFormat === "@";
  if (typeof input !== "string") return { content: constant(isText ? String(input) : input), format: null };
  if (input.length > 32_767) throw invalidArgument("Range.values", "A cell holds at most 32767 characters.");
  if (input.startsWith("'")) return { content: constant(input.slice(1)), format: null };
  if (isText) return { content: constant(input), format: null };
  if (input.startsWith("=") && input.length > 1) return { content: formula(input.slice(1)), format: null };
  const typed = readTyped(input, region, grid.today());
  const format =
    typed.format !== null && style.numberFormat === DEFAULT_STYLE.numberFormat ? typed.format : null;
  return { content: constant(typed.value), format };
}

function constant(value: string | number | boolean): Content {
  return { kind: "constant", value };
}

function formula(text: string): Content {
  const read = readFormula(text);
  if (!read) throw invalidArgument("Range.formulas", `Not a formula: =${text}`);
  return { kind: "formula", formula: read, result: null };
}
