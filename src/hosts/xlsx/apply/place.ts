import type { Area } from "../../../values/address.js";

/** How far something stands from where it was planned. */
export interface Shift {
  readonly rows: number;
  readonly columns: number;
}

interface Anchor {
  readonly row: number;
  readonly shift: Shift;
}

/**
 * Where planned rows of a kept sheet stand now. Officers insert and delete rows; the sheet's defined
 * names move along, so each name that is still there tells how far its row has moved.
 */
export class Placement {
  private readonly anchors: readonly Anchor[];

  /** `named` are pairs of planned and present areas of the sheet's names. */
  constructor(named: Iterable<readonly [planned: Area, present: Area]>) {
    this.anchors = [...named]
      .map(([planned, present]) => ({
        row: planned.top,
        shift: { rows: present.top - planned.top, columns: present.left - planned.left },
      }))
      .sort((a, b) => a.row - b.row);
  }

  /** True when nothing has moved. */
  get untouched(): boolean {
    return this.anchors.every(({ shift }) => shift.rows === 0 && shift.columns === 0);
  }

  /**
   * Shift of a planned row, from the names in the row or on both sides of it. Null when they disagree:
   * then the row was deleted, or something stands in its place, and nobody but the officer can say.
   */
  shiftOf(row: number): Shift | null {
    const above = this.anchors.findLast((anchor) => anchor.row <= row);
    const below = this.anchors.find((anchor) => anchor.row >= row);
    const first = above ?? below;
    const second = below ?? above;
    if (!first || !second) return { rows: 0, columns: 0 };
    const agree = first.shift.rows === second.shift.rows && first.shift.columns === second.shift.columns;
    return agree ? first.shift : null;
  }
}
