import type { Area } from "../../values/address.js";
import type { KeyedRow, SheetTexts } from "./row-matches.js";

/** How far something stands from where it was planned. */
interface Shift {
  readonly rows: number;
  readonly columns: number;
}

interface Anchor {
  readonly row: number;
  readonly shift: Shift;
}

/**
 * Where the planned rows of a sheet stand now. Rows are inserted and deleted, cells are dragged,
 * names are lost: a row's place is certain when its own texts say so, and otherwise only when all
 * that is left of it and its neighbours agree.
 */
export class Placement {
  /** Rows whose texts stand beside their named cell, or were found by their texts. */
  private readonly certain: readonly Anchor[];
  private readonly named: ReadonlyMap<number, Shift>;

  /**
   * @param planned rows that texts tell
   * @param names pairs of planned and present areas of the names that still point to this sheet
   */
  constructor(
    planned: readonly KeyedRow[],
    names: readonly (readonly [planned: Area, present: Area])[],
    private readonly texts: SheetTexts,
  ) {
    this.named = new Map(names.flatMap(([was, is]) => shiftsBetween(was, is)));
    const columns = median(names.map(([was, is]) => is.left - was.left)) ?? likeliestColumns(planned, texts);
    this.certain = planned.flatMap((row) => {
      const rows = this.certainRows(row, columns);
      return rows === null ? [] : [{ row: row.row, shift: { rows, columns } }];
    });
  }

  private certainRows(planned: KeyedRow, columns: number): number | null {
    const own = this.named.get(planned.row);
    if (own !== undefined && this.texts.confirms(planned, planned.row + own.rows, columns)) return own.rows;
    const found = this.texts.find(planned, columns);
    return found === null ? null : found - planned.row;
  }

  /** True when everything that can be told stands where it was planned. */
  get untouched(): boolean {
    return [...this.certain.map(({ shift }) => shift), ...this.named.values()].every(isNone);
  }

  /** Whether the row's own texts say where it is. */
  isCertain(row: number): boolean {
    return this.certain.some((anchor) => anchor.row === row);
  }

  /** How far a planned row has moved. Null when nobody but the officer can say. */
  shiftOf(row: number): Shift | null {
    const last = this.certain.findLast((anchor) => anchor.row <= row);
    if (last?.row === row) return last.shift;
    const above = last?.shift;
    const below = this.certain.find((anchor) => anchor.row > row)?.shift;
    const own = this.named.get(row);
    // Above the first row and below the last, inserted rows leave no trace. A name alone tells too
    // little: its cell may have been dragged, or a column inserted among its row's texts.
    const [first, ...others] = [above, below, own].filter((shift) => shift !== undefined);
    if (first === undefined || others.length === 0) return this.untouched ? { rows: 0, columns: 0 } : null;
    const agree = others.every((shift) => shift.rows === first.rows && shift.columns === first.columns);
    return agree ? first : null;
  }
}

/** Officers insert a column or two; a table that begins further off is another table. */
const COLUMN_SHIFTS = [0, 1, -1, 2, -2, 3, -3];

/** The column shift under which most planned rows are found whole; 0 when none is. */
export function likeliestColumns(planned: readonly KeyedRow[], texts: SheetTexts): number {
  let best = { columns: 0, share: 0 };
  for (const columns of COLUMN_SHIFTS) {
    const share = texts.resemblance(planned, columns);
    if (share > best.share) best = { columns, share };
  }
  return best.columns;
}

/** By planned row: the top of an area, and its bottom, for rows inserted into a table push only that down. */
function shiftsBetween(planned: Area, present: Area): readonly (readonly [row: number, shift: Shift])[] {
  const columns = present.left - planned.left;
  return [
    [planned.bottom, { rows: present.bottom - planned.bottom, columns }],
    [planned.top, { rows: present.top - planned.top, columns }],
  ];
}

function isNone(shift: Shift): boolean {
  return shift.rows === 0 && shift.columns === 0;
}

function median(numbers: readonly number[]): number | null {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? null;
}
