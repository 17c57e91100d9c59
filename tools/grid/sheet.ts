import type { Content, GridCell } from "./cell.js";
import type { SheetChart } from "./chart.js";
import type { Condition } from "./conditions.js";
import { intersection, LAST_COLUMN, LAST_ROW, type Rect, rectOf, spansColumns, spansRows } from "./rect.js";
import {
  type CellStyle,
  DEFAULT_STYLE,
  STANDARD_COLUMN_WIDTH,
  STANDARD_ROW_HEIGHT,
  type StylePatch,
} from "./style.js";
import type { Validation } from "./validation.js";

/** Excel.SheetVisibility. */
export type Visibility = "Visible" | "Hidden" | "VeryHidden";

/** Margins in points and the rest of Excel's page set-up, as Office.js names it. */
export interface PageLayout {
  readonly orientation: "Portrait" | "Landscape";
  readonly paperSize: string | null;
  readonly zoom: Readonly<Record<string, number>>;
  readonly margins: Readonly<Record<"left" | "right" | "top" | "bottom" | "header" | "footer", number>>;
  readonly centerHorizontally: boolean;
  readonly centerVertically: boolean;
  readonly printGridlines: boolean;
  readonly titleRows: Rect | null;
  readonly titleColumns: Rect | null;
  readonly printArea: Rect | null;
}

const INCH = 72;
const NEW_PAGE: PageLayout = {
  orientation: "Portrait",
  paperSize: "Letter",
  zoom: { scale: 100 },
  margins: {
    left: 0.7 * INCH,
    right: 0.7 * INCH,
    top: 0.75 * INCH,
    bottom: 0.75 * INCH,
    header: 0.3 * INCH,
    footer: 0.3 * INCH,
  },
  centerHorizontally: false,
  centerVertically: false,
  printGridlines: false,
  titleRows: null,
  titleColumns: null,
  printArea: null,
};

/** One sheet. Only touched cells are kept, so whole rows, columns and sheets can be formatted. */
export class Sheet {
  cells = new Map<number, GridCell>();
  rowHeights = new Map<number, number>();
  columnWidths = new Map<number, number>();
  /** Heights and widths of lines without one of their own, in points. */
  rowHeight = STANDARD_ROW_HEIGHT;
  columnWidth = STANDARD_COLUMN_WIDTH;
  hiddenRows = new Set<number>();
  hiddenColumns = new Set<number>();
  rowStyles = new Map<number, CellStyle>();
  columnStyles = new Map<number, CellStyle>();
  sheetStyle: CellStyle = DEFAULT_STYLE;
  merges: readonly Rect[] = [];
  validations: readonly Validation[] = [];
  conditions: readonly Condition[] = [];
  charts: readonly SheetChart[] = [];
  frozen = { rows: 0, columns: 0 };
  page: PageLayout = NEW_PAGE;
  visibility: Visibility = "Visible";
  tabColor = "";
  showGridlines = true;
  showHeadings = true;
  protection: {
    readonly options: Readonly<Record<string, boolean | string>>;
    readonly password: string;
  } | null = null;
  selection: Rect = rectOf(0, 0);

  constructor(
    readonly id: string,
    public name: string,
  ) {}

  /** A copy that later changes do not touch. Cells and styles are immutable and shared. */
  clone(): Sheet {
    const copy = new Sheet(this.id, this.name);
    Object.assign(copy, this);
    copy.cells = new Map(this.cells);
    copy.rowHeights = new Map(this.rowHeights);
    copy.columnWidths = new Map(this.columnWidths);
    copy.hiddenRows = new Set(this.hiddenRows);
    copy.hiddenColumns = new Set(this.hiddenColumns);
    copy.rowStyles = new Map(this.rowStyles);
    copy.columnStyles = new Map(this.columnStyles);
    copy.frozen = { ...this.frozen };
    return copy;
  }

  cell(row: number, column: number): GridCell | undefined {
    return this.cells.get(keyOf(row, column));
  }

  content(row: number, column: number): Content | null {
    return this.cell(row, column)?.content ?? null;
  }

  style(row: number, column: number): CellStyle {
    return (
      this.cell(row, column)?.style ??
      this.rowStyles.get(row) ??
      this.columnStyles.get(column) ??
      this.sheetStyle
    );
  }

  setContent(row: number, column: number, content: Content | null): void {
    const style = this.cell(row, column)?.style ?? null;
    this.put(row, column, content || style ? { content, style } : null);
  }

  /** Puts or removes a cell whole. */
  put(row: number, column: number, cell: GridCell | null): void {
    if (cell) this.cells.set(keyOf(row, column), cell);
    else this.cells.delete(keyOf(row, column));
  }

  /** Changes the look of an area; whole rows and columns are kept as such. */
  restyle(
    rect: Rect,
    patch: StylePatch | ((style: CellStyle, row: number, column: number) => CellStyle),
  ): void {
    const change = typeof patch === "function" ? patch : (style: CellStyle) => ({ ...style, ...patch });
    if (spansRows(rect) && spansColumns(rect)) {
      this.sheetStyle = change(this.sheetStyle, rect.top, rect.left);
      for (const [row, style] of this.rowStyles) this.rowStyles.set(row, change(style, row, rect.left));
      for (const [column, style] of this.columnStyles)
        this.columnStyles.set(column, change(style, rect.top, column));
    } else if (spansRows(rect)) {
      for (let row = rect.top; row <= rect.bottom; row += 1) {
        this.rowStyles.set(row, change(this.rowStyles.get(row) ?? this.sheetStyle, row, rect.left));
      }
    } else if (spansColumns(rect)) {
      for (let column = rect.left; column <= rect.right; column += 1) {
        this.columnStyles.set(
          column,
          change(this.columnStyles.get(column) ?? this.sheetStyle, rect.top, column),
        );
      }
    }
    const unbounded = spansRows(rect) || spansColumns(rect);
    this.eachTouched(rect, (row, column, cell) => {
      if (unbounded && cell.style) this.put(row, column, { ...cell, style: change(cell.style, row, column) });
    });
    if (unbounded) return;
    for (let row = rect.top; row <= rect.bottom; row += 1) {
      for (let column = rect.left; column <= rect.right; column += 1) {
        const style = change(this.style(row, column), row, column);
        this.put(row, column, { content: this.content(row, column), style });
      }
    }
  }

  /** Calls back for each touched cell of an area. The area may be the whole sheet. */
  eachTouched(rect: Rect, visit: (row: number, column: number, cell: GridCell) => void): void {
    const size = (rect.bottom - rect.top + 1) * (rect.right - rect.left + 1);
    if (size <= this.cells.size) {
      for (let row = rect.top; row <= rect.bottom; row += 1) {
        for (let column = rect.left; column <= rect.right; column += 1) {
          const cell = this.cell(row, column);
          if (cell) visit(row, column, cell);
        }
      }
      return;
    }
    for (const [key, cell] of [...this.cells]) {
      const { row, column } = placeOf(key);
      if (intersection(rect, rectOf(row, column))) visit(row, column, cell);
    }
  }

  /** The smallest rectangle around all cells with content (or, unless `valuesOnly`, a format); null when blank. */
  used(valuesOnly: boolean): Rect | null {
    let top = LAST_ROW;
    let left = LAST_COLUMN;
    let bottom = -1;
    let right = -1;
    for (const [key, cell] of this.cells) {
      if (valuesOnly && !cell.content) continue;
      const { row, column } = placeOf(key);
      top = Math.min(top, row);
      left = Math.min(left, column);
      bottom = Math.max(bottom, row);
      right = Math.max(right, column);
    }
    return bottom < 0 ? null : { top, left, bottom, right };
  }

  /** The merged area around a cell, or null. */
  mergeAt(row: number, column: number): Rect | null {
    return this.merges.find((area) => intersection(area, rectOf(row, column))) ?? null;
  }
}

const COLUMNS = LAST_COLUMN + 1;

export function keyOf(row: number, column: number): number {
  return row * COLUMNS + column;
}

export function placeOf(key: number): { readonly row: number; readonly column: number } {
  return { row: Math.floor(key / COLUMNS), column: key % COLUMNS };
}
