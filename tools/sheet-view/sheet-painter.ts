import { BooleanNumber, type ICellData, type IRange } from "@univerjs/core";
import type { GridCell } from "../grid/cell.js";
import type { Grid } from "../grid/grid.js";
import { type Rect, sameRect } from "../grid/rect.js";
import { placeOf, type Sheet } from "../grid/sheet.js";
import type { Validation } from "../grid/validation.js";
import { cellData } from "./cell-data.js";
import { neededHeight, needsHeight } from "./row-height.js";
import { pixels, rangeOf } from "./units.js";
import { type Sheets, UNIT } from "./univer.js";

/** How many rows and columns are shown at least, and beyond the last one used. */
const ROWS = { least: 200, beyond: 60 };
const COLUMNS = { least: 30, beyond: 10 };

/**
 * Keeps one sheet of the grid component like the sheet in memory. It remembers what it painted and
 * sends differences only.
 */
export class SheetPainter {
  private cells = new Map<number, { readonly cell: GridCell; readonly data: string }>();
  private merges: readonly Rect[] = [];
  private heights = new Map<number, number>();
  private widths = new Map<number, number>();
  private hidden = { rows: new Set<number>(), columns: new Set<number>() };
  private frozen = { rows: 0, columns: 0 };
  private gridlines = true;
  private validations: readonly Validation[] = [];
  private rules: string[] = [];
  private size = { rows: ROWS.least, columns: COLUMNS.least };
  private nextRule = 1;

  constructor(
    private readonly sheets: Sheets,
    private readonly id: string,
  ) {}

  paint(grid: Grid, sheet: Sheet): void {
    this.paintSize(sheet);
    this.paintMerges(sheet);
    this.paintCells(grid, sheet);
    this.paintLines(grid, sheet);
    this.paintHidden(sheet);
    this.paintFrozen(sheet);
    this.paintValidations(sheet);
  }

  private run(id: string, params: object): void {
    this.sheets.run(id, { unitId: UNIT, subUnitId: this.id, ...params });
  }

  private paintSize(sheet: Sheet): void {
    const used = sheet.used(false);
    const rows = Math.max(this.size.rows, (used?.bottom ?? 0) + ROWS.beyond);
    const columns = Math.max(this.size.columns, (used?.right ?? 0) + COLUMNS.beyond);
    if (rows > this.size.rows) this.run("sheet.mutation.set-worksheet-row-count", { rowCount: rows });
    if (columns > this.size.columns)
      this.run("sheet.mutation.set-worksheet-column-count", { columnCount: columns });
    this.size = { rows, columns };
  }

  private paintCells(grid: Grid, sheet: Sheet): void {
    const conditional = sheet.conditions.length > 0;
    const changes: Record<number, Record<number, ICellData | null>> = {};
    const change = (key: number, data: ICellData | null) => {
      const { row, column } = placeOf(key);
      const line = changes[row] ?? {};
      changes[row] = line;
      line[column] = data;
    };
    for (const [key, cell] of sheet.cells) {
      const known = this.cells.get(key);
      if (known?.cell === cell && !conditional) continue;
      const { row, column } = placeOf(key);
      const next = cellData(grid, sheet, row, column);
      const data = JSON.stringify(next);
      if (known?.data !== data) change(key, next);
      this.cells.set(key, { cell, data });
    }
    for (const key of [...this.cells.keys()]) {
      if (sheet.cells.has(key)) continue;
      change(key, null);
      this.cells.delete(key);
    }
    if (Object.keys(changes).length > 0) this.run("sheet.mutation.set-range-values", { cellValue: changes });
  }

  private paintMerges(sheet: Sheet): void {
    if (sheet.merges === this.merges) return;
    const gone = this.merges.filter((one) => !sheet.merges.some((other) => sameRect(one, other)));
    const added = sheet.merges.filter((one) => !this.merges.some((other) => sameRect(one, other)));
    if (gone.length) this.run("sheet.mutation.remove-worksheet-merge", { ranges: gone.map(rangeOf) });
    if (added.length) this.run("sheet.mutation.add-worksheet-merge", { ranges: added.map(rangeOf) });
    this.merges = sheet.merges;
  }

  private paintLines(grid: Grid, sheet: Sheet): void {
    const heights = new Map<number, number>();
    for (const [row, height] of sheet.rowHeights) heights.set(row, pixels(height));
    for (const row of needsHeight(sheet)) heights.set(row, pixels(neededHeight(grid, sheet, row)));
    const changedHeights = differences(this.heights, heights, pixels(sheet.rowHeight));
    for (const [row, rowHeight] of changedHeights) {
      const ranges: IRange[] = [{ startRow: row, endRow: row, startColumn: 0, endColumn: 0 }];
      this.run("sheet.mutation.set-worksheet-row-height", { ranges, rowHeight });
    }
    this.heights = heights;
    const widths = new Map([...sheet.columnWidths].map(([column, width]) => [column, pixels(width)]));
    for (const [column, colWidth] of differences(this.widths, widths, pixels(sheet.columnWidth))) {
      const ranges: IRange[] = [{ startRow: 0, endRow: 0, startColumn: column, endColumn: column }];
      this.run("sheet.mutation.set-worksheet-col-width", { ranges, colWidth });
    }
    this.widths = widths;
  }

  private paintHidden(sheet: Sheet): void {
    const lines = (
      known: Set<number>,
      now: ReadonlySet<number>,
      hide: string,
      show: string,
      range: (line: number) => IRange,
    ) => {
      for (const line of now) if (!known.has(line)) this.run(hide, { ranges: [range(line)] });
      for (const line of known) if (!now.has(line)) this.run(show, { ranges: [range(line)] });
    };
    const row = (line: number): IRange => ({ startRow: line, endRow: line, startColumn: 0, endColumn: 0 });
    const column = (line: number): IRange => ({ startRow: 0, endRow: 0, startColumn: line, endColumn: line });
    lines(
      this.hidden.rows,
      sheet.hiddenRows,
      "sheet.mutation.set-row-hidden",
      "sheet.mutation.set-row-visible",
      row,
    );
    lines(
      this.hidden.columns,
      sheet.hiddenColumns,
      "sheet.mutation.set-col-hidden",
      "sheet.mutation.set-col-visible",
      column,
    );
    this.hidden = { rows: new Set(sheet.hiddenRows), columns: new Set(sheet.hiddenColumns) };
  }

  private paintFrozen(sheet: Sheet): void {
    const { rows, columns } = sheet.frozen;
    if (rows !== this.frozen.rows || columns !== this.frozen.columns) {
      this.run("sheet.mutation.set-frozen", {
        startRow: rows || -1,
        startColumn: columns || -1,
        ySplit: rows,
        xSplit: columns,
      });
      this.frozen = { rows, columns };
    }
    if (sheet.showGridlines !== this.gridlines) {
      const showGridlines = sheet.showGridlines ? BooleanNumber.TRUE : BooleanNumber.FALSE;
      this.run("sheet.mutation.toggle-gridlines", { showGridlines });
      this.gridlines = sheet.showGridlines;
    }
  }

  /** Lists get their arrow from the component; every other rule is asked when something is typed. */
  private paintValidations(sheet: Sheet): void {
    if (sheet.validations === this.validations) return;
    for (const ruleId of this.rules) this.run("data-validation.mutation.removeRule", { ruleId });
    this.rules = [];
    for (const validation of sheet.validations) {
      const items = listItems(validation);
      if (items === null) continue;
      const uid = `rule-${this.nextRule}`;
      this.nextRule += 1;
      const ranges = [rangeOf(validation.rect)];
      const rule = {
        uid,
        type: "list",
        formula1: items,
        ranges,
        allowBlank: true,
        showErrorMessage: false,
        renderMode: 1,
      };
      this.run("data-validation.mutation.addRule", { rule });
      this.rules.push(uid);
    }
    this.validations = sheet.validations;
  }
}

function listItems(validation: Validation): string | null {
  const list = validation.rule.list;
  const source = list && typeof list === "object" && "source" in list ? list.source : null;
  return typeof source === "string" && !source.startsWith("=") ? source : null;
}

/** What differs from what was painted; lines that lost their own size get the standard one. */
function differences(known: ReadonlyMap<number, number>, now: ReadonlyMap<number, number>, standard: number) {
  const changed = new Map<number, number>();
  for (const [line, size] of now) if (known.get(line) !== size) changed.set(line, size);
  for (const line of known.keys()) if (!now.has(line)) changed.set(line, standard);
  return changed;
}
