import type { Rectangle } from "../../values/address.js";
import { looseText } from "../../values/loose-text.js";
import type { CellPlan, NamePlan, SheetPlan } from "../plan.js";
import type { SheetSnapshot } from "../snapshot.js";
import { cellAt, cellText } from "../snapshot-index.js";

/** A planned row with a named cell, told by what is printed left of that cell: STT, label, unit. */
export interface KeyedRow {
  readonly row: number;
  readonly texts: readonly RowText[];
}

interface RowText {
  readonly column: number;
  /** In loose form. */
  readonly text: string;
}

/** STT and label tell a row; the unit, which many rows share, does not. */
const TELLING = 2;

/** The rows of a planned sheet that can be told by their texts. */
export function keyedRows(plan: SheetPlan, names: readonly NamePlan[]): readonly KeyedRow[] {
  const valueColumns = new Map(names.map(({ area }) => [area.top, area.left]));
  const byRow = new Map<number, RowText[]>();
  for (const { row, column, content } of plan.cells as readonly CellPlan[]) {
    const value = valueColumns.get(row);
    if (content.kind !== "text" || value === undefined || column >= value) continue;
    byRow.set(row, [...(byRow.get(row) ?? []), { column, text: looseText(content.text) }]);
  }
  return [...byRow].map(([row, texts]) => ({ row, texts })).sort((a, b) => a.row - b.row);
}

/** The texts of a sheet that stands in the workbook, found by their wording. */
export class SheetTexts {
  private readonly rows = new Map<string, number[]>();

  constructor(private readonly sheet: SheetSnapshot) {
    for (const [i, line] of sheet.values.entries()) {
      for (const j of line.keys()) {
        const [row, column] = [sheet.top + i, sheet.left + j];
        const key = textKey(column, this.at(row, column));
        this.rows.set(key, [...(this.rows.get(key) ?? []), row]);
      }
    }
  }

  /** The text of a cell in loose form. */
  at(row: number, column: number): string {
    return looseText(cellText(cellAt(this.sheet, row, column)));
  }

  isBlank(row: number, column: number): boolean {
    const { value, formula } = cellAt(this.sheet, row, column);
    return value === null && formula === "";
  }

  isBlankArea({ top, bottom, left, right }: Rectangle): boolean {
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        if (!this.isBlank(row, column)) return false;
      }
    }
    return true;
  }

  /** Whether a row says what the planned row says by STT or by label. */
  confirms(planned: KeyedRow, row: number, columns: number): boolean {
    return planned.texts
      .slice(0, TELLING)
      .some(({ column, text }) => this.at(row, column + columns) === text);
  }

  /** The only row with the planned row's STT, or else its label; null when there is none, or several. */
  find(planned: KeyedRow, columns: number): number | null {
    for (const { column, text } of planned.texts.slice(0, TELLING)) {
      const [only, ...more] = this.rows.get(textKey(column + columns, text)) ?? [];
      if (only !== undefined && more.length === 0) return only;
    }
    return null;
  }

  /** Whether every planned text stands in its cell. */
  hasAll(cells: readonly CellPlan[]): boolean {
    return cells.every(
      ({ row, column, content }) =>
        content.kind !== "text" || this.at(row, column) === looseText(content.text),
    );
  }

  /** Share of the planned rows of which a row of this sheet has every text, columns moved alike. */
  resemblance(planned: readonly KeyedRow[], columns: number): number {
    const whole = planned.filter(({ texts }) => {
      const [first, ...others] = texts;
      const rows = first ? (this.rows.get(textKey(first.column + columns, first.text)) ?? []) : [];
      return rows.some((row) => others.every(({ column, text }) => this.at(row, column + columns) === text));
    });
    return planned.length === 0 ? 0 : whole.length / planned.length;
  }
}

function textKey(column: number, text: string): string {
  return `${column} ${text}`;
}
