import type { Rectangle } from "../values/address.js";
import type { CellPlan } from "../workbook/plan.js";

/** The planned cells of a sheet as a rectangle; some of its cells may not be planned. */
export class Block {
  private readonly cells: ReadonlyMap<string, CellPlan>;

  private constructor(
    readonly area: Rectangle,
    cells: readonly CellPlan[],
  ) {
    this.cells = new Map(cells.map((cell) => [`${cell.row},${cell.column}`, cell]));
  }

  /** Null for a sheet without cells. */
  static of(cells: readonly CellPlan[]): Block | null {
    if (cells.length === 0) return null;
    const rows = cells.map(({ row }) => row);
    const columns = cells.map(({ column }) => column);
    const area = {
      top: Math.min(...rows),
      bottom: Math.max(...rows),
      left: Math.min(...columns),
      right: Math.max(...columns),
    };
    return new Block(area, cells);
  }

  at(row: number, column: number): CellPlan | null {
    return this.cells.get(`${row},${column}`) ?? null;
  }

  /** A table of the block's shape, as `values`, `formulas` and `numberFormat` take it. */
  table<T>(of: (cell: CellPlan | null) => T): T[][] {
    const { top, left, bottom, right } = this.area;
    return Array.from({ length: bottom - top + 1 }, (_row, i) =>
      Array.from({ length: right - left + 1 }, (_column, j) => of(this.at(top + i, left + j))),
    );
  }
}
