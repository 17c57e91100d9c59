import { Fault } from "../../grid/fault.js";
import type { Grid } from "../../grid/grid.js";
import { type Move, moved } from "../../grid/move.js";
import type { Rect } from "../../grid/rect.js";
import type { Sheet } from "../../grid/sheet.js";

/** The cells behind a range that the client holds. They move when rows and columns are inserted. */
export class Place {
  private current: Rect | null;

  constructor(
    private readonly grid: Grid,
    readonly sheetId: string,
    rect: Rect,
  ) {
    this.current = rect;
  }

  /** Throws ItemNotFound when the sheet was deleted. */
  get sheet(): Sheet {
    return this.grid.sheet(this.sheetId);
  }

  /** Throws InvalidReference when the cells were deleted. */
  get rect(): Rect {
    if (!this.current)
      throw new Fault("InvalidReference", "This reference is not valid for the current operation.", "Range");
    return this.current;
  }

  follow(sheet: Sheet, move: Move): void {
    if (sheet.id === this.sheetId && this.current) this.current = moved(this.current, move);
  }
}
