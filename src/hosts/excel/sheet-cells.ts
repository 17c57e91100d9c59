import { type Grids, gridsOf, type LoadedCells, NO_CELLS } from "./read-cells.js";

/** The cells of one sheet as read, and what that tells about reading them again. */
export interface SheetCells {
  readonly grids: Grids;
  /** Rows and columns from A1 that must be asked for to get them all. */
  readonly rows: number;
  readonly columns: number;
  /** About what a row takes in an answer of Excel. */
  readonly bytesPerRow: number;
  /** Whether a formula may follow cells of other sheets. */
  readonly dependsOnOthers: boolean;
}

/** A formula that names another sheet, or a name of ours, which may stand on one. */
const ELSEWHERE = /!|CCHC_/i;

/** Puts the parts of a sheet together again, whatever the order in which they came. */
export function sheetCellsOf(parts: readonly LoadedCells[], rows: number, columns: number): SheetCells {
  const grids = gridsOfParts(parts);
  const lines = Math.max(1, grids.values.length);
  return {
    grids,
    rows,
    columns,
    bytesPerRow: Math.ceil(parts.reduce((sum, part) => sum + bytesOf(part), 0) / lines),
    dependsOnOthers: grids.formulas.some((line) => line.some((formula) => ELSEWHERE.test(formula))),
  };
}

function gridsOfParts(parts: readonly LoadedCells[]): Grids {
  const [only, ...others] = parts;
  if (only === undefined) return NO_CELLS;
  return gridsOf(others.length === 0 ? only : joined(parts));
}

/** One table out of several; between them stand blank cells. */
function joined(parts: readonly LoadedCells[]): LoadedCells {
  const bottom = (part: LoadedCells) => part.rowIndex + part.values.length;
  const right = (part: LoadedCells) => part.columnIndex + (part.values[0]?.length ?? 0);
  const rowIndex = Math.min(...parts.map((part) => part.rowIndex));
  const columnIndex = Math.min(...parts.map((part) => part.columnIndex));
  const height = Math.max(...parts.map(bottom)) - rowIndex;
  const width = Math.max(...parts.map(right)) - columnIndex;
  const table = <T>(read: (part: LoadedCells) => readonly (readonly T[])[], blank: T): T[][] => {
    const cells = Array.from({ length: height }, () => Array<T>(width).fill(blank));
    for (const part of parts) {
      for (const [i, line] of read(part).entries()) {
        const target = cells[part.rowIndex - rowIndex + i];
        for (const [j, value] of line.entries()) {
          if (target !== undefined) target[part.columnIndex - columnIndex + j] = value;
        }
      }
    }
    return cells;
  };
  return {
    rowIndex,
    columnIndex,
    values: table<unknown>((part) => part.values, ""),
    formulas: table<unknown>((part) => part.formulas, ""),
    numberFormat: table<unknown>((part) => part.numberFormat, "General"),
    valueTypes: table((part) => part.valueTypes, "Empty"),
  };
}

/** What a table took in Excel's answer, roughly: contents twice, format, type and marks between. */
function bytesOf({ values, formulas, numberFormat }: LoadedCells): number {
  const length = (cells: readonly (readonly unknown[])[]) =>
    cells.reduce((sum, line) => sum + line.reduce((all: number, cell) => all + sizeOf(cell), 0), 0);
  const cells = values.reduce((sum, line) => sum + line.length, 0);
  return length(values) + length(formulas) + length(numberFormat) + 24 * cells;
}

/** A Vietnamese letter takes up to three bytes, about one and a half in a running text. */
function sizeOf(cell: unknown): number {
  return typeof cell === "string" ? Math.ceil(cell.length * 1.5) : 8;
}
